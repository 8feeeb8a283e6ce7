import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { KIND_CODES, ROUND_STATE_CODES, STRATUM_CODES } from './terms.ts'
import { VisitRow } from './visit-contract.ts'

const Account = z.string().min(1).max(80)
const Unit = z.string().min(1).max(80)
const Code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{1,59}$/)
const Named = z.object({ unit: z.string(), name: BilingualText })

const PlaceShape = z.object({
  unit: Unit,
  section: z.string().max(80).nullable().default(null),
  stratum: z.enum(STRATUM_CODES).default('ordinary'),
})
const MemberShape = z.object({ account: Account, leads: z.boolean().default(false) })
const GroupShape = z.object({ group: z.string().min(1).max(20), members: z.array(Account).min(1).max(20) })

export const NewRound = z.object({
  kind: z.enum(KIND_CODES),
  title: z.string().trim().min(2).max(200),
  theme: Code,
  basis: z.string().trim().min(2).max(300),
  from: DayText,
  until: DayText,
  bodies: z.array(Unit).max(20).default([]),
  checklist: Code,
  places: z.array(PlaceShape).max(1000).default([]),
  team: z.array(MemberShape).min(1).max(100),
  follows: z.array(z.string().max(80)).max(500).default([]),
  /** Why a unit is inspected again within the month. */
  overlapReason: z.string().trim().max(500).default(''),
})

export const RoundRow = z.object({
  round: z.string(),
  kind: z.enum(KIND_CODES),
  title: z.string(),
  theme: z.string(),
  from: DayText,
  until: DayText,
  status: z.enum(ROUND_STATE_CODES),
  sealed: z.boolean(),
  places: z.number().int(),
  /** Null before the lots are drawn. */
  visits: z.number().int().nullable(),
  handedIn: z.number().int(),
  findings: z.number().int(),
  /** Nothing was written down: no visit has handed in a sheet although the round is over. */
  noSheet: z.boolean(),
  warned: z.boolean(),
})
export type RoundRow = z.infer<typeof RoundRow>

export const listRounds = endpoint({
  name: 'listInspectionRounds',
  method: 'GET',
  path: '/api/inspections/rounds',
  summary: { zh: '检查轮次，按种类计数', en: 'Rounds of inspections, counted by kind' },
  guard: 'inspections.read',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  answer: z.object({
    rows: z.array(RoundRow),
    byKind: z.array(z.object({ kind: z.enum(KIND_CODES), rounds: z.number().int() })),
  }),
})

const RoundParams = z.object({ round: z.string().max(60) })
const HappenedText = z.object({ by: z.string(), at: InstantText })

export const RoundView = RoundRow.extend({
  basis: z.string(),
  bodies: z.array(Named),
  checklist: z.object({ code: z.string(), version: z.number().int(), title: BilingualText }),
  team: z.array(z.object({ account: z.string(), name: z.string(), leads: z.boolean() })),
  scope: z.array(PlaceShape.extend({ name: BilingualText })),
  overlap: z.object({ reason: z.string(), with: z.array(z.string()) }).nullable(),
  committed: z.object({ commitment: z.string(), by: z.string(), at: InstantText }).nullable(),
  drawnAt: InstantText.nullable(),
  visitRows: z.array(VisitRow),
  /** For the team: who looked at the plan while it was sealed, who was turned away, and where a unit was warned. */
  views: z.array(HappenedText),
  turnedAway: z.array(HappenedText),
  warnings: z.array(HappenedText.extend({ text: z.string(), visit: z.string().nullable() })),
  closed: HappenedText.extend({ text: z.string(), praiseOnly: z.boolean() }).nullable(),
  may: z.array(z.enum(['commit', 'draw', 'release', 'close', 'visit', 'noticeWarning'])),
})
export type RoundView = z.infer<typeof RoundView>

export const openRound = endpoint({
  name: 'openInspectionRound',
  method: 'POST',
  path: '/api/inspections/rounds',
  summary: { zh: '拟定一轮检查', en: 'Plan a round of inspections' },
  guard: 'inspections.plan',
  body: NewRound,
  answer: RoundView,
})

export const getRound = endpoint({
  name: 'getInspectionRound',
  method: 'GET',
  path: '/api/inspections/rounds/{round}',
  summary: { zh: '一轮检查', en: 'One round of inspections' },
  guard: 'inspections.read',
  recorded: 'opened',
  params: RoundParams,
  answer: RoundView,
})

export const commitDraw = endpoint({
  name: 'commitDraw',
  method: 'POST',
  path: '/api/inspections/rounds/{round}/commitment',
  summary: { zh: '封存名单，公布校验值', en: 'Commit the lists before the draw' },
  guard: 'inspections.plan',
  params: RoundParams,
  body: z.object({
    /** How many of each stratum; null: every place is visited. */
    sample: z
      .partialRecord(z.enum(STRATUM_CODES), z.number().int().min(0).max(1000))
      .nullable()
      .default(null),
    groups: z.array(GroupShape).min(1).max(50).nullable().default(null),
  }),
  answer: RoundView,
})

export const drawLots = endpoint({
  name: 'drawLots',
  method: 'POST',
  path: '/api/inspections/rounds/{round}/lots',
  summary: { zh: '抽取：由组内另一人给出口令', en: 'Draw the lots, with the word of another member' },
  guard: 'inspections.plan',
  params: RoundParams,
  body: z.object({ word: z.string().trim().min(1).max(200) }),
  answer: RoundView,
})

/** Lists, secret, word and result: with them anybody computes the same lots. */
export const DrawView = z.object({
  commitment: z.string(),
  secret: z.string().nullable(),
  word: z.string().nullable(),
  seed: z.string().nullable(),
  method: BilingualText,
  places: z.array(PlaceShape),
  sample: z.partialRecord(z.enum(STRATUM_CODES), z.number().int()).nullable(),
  groups: z.array(GroupShape),
  pool: z.array(z.string()),
  recused: z.record(z.string(), z.record(z.string(), z.string())),
  drawn: z.array(PlaceShape.extend({ group: z.string(), inspectors: z.array(z.string()), lot: z.string() })),
  /** Whom each unit served, laid down before the draw; the team alone reads them. */
  served: z.record(z.string(), z.array(z.string())),
  asking: z.array(z.object({ item: z.string(), count: z.number().int() })),
  receivers: z.array(
    z.object({ unit: z.string(), item: z.string(), reference: z.string(), lot: z.string() }),
  ),
  passedOver: z.array(
    z.object({ unit: z.string(), group: z.string(), account: z.string(), because: z.string() }),
  ),
})
export type DrawView = z.infer<typeof DrawView>

export const getDraw = endpoint({
  name: 'getDraw',
  method: 'GET',
  path: '/api/inspections/rounds/{round}/lots',
  summary: { zh: '抽取的全部依据，任何人可以复算', en: 'Everything the draw depended on, to do it again' },
  guard: 'inspections.read',
  params: RoundParams,
  answer: DrawView,
})

export const releaseRound = endpoint({
  name: 'releaseRound',
  method: 'POST',
  path: '/api/inspections/rounds/{round}/release',
  summary: { zh: '解密一轮暗访', en: 'Release a sealed round' },
  guard: 'inspections.plan',
  params: RoundParams,
  answer: RoundView,
})

export const closeRound = endpoint({
  name: 'closeInspectionRound',
  method: 'POST',
  path: '/api/inspections/rounds/{round}/report',
  summary: { zh: '提交轮次报告，完成一轮检查', en: 'Report on a round and close it' },
  guard: 'inspections.plan',
  params: RoundParams,
  body: z.object({ text: z.string().trim().min(5).max(8000) }),
  answer: RoundView,
})

export const noticeWarning = endpoint({
  name: 'noticeWarning',
  method: 'POST',
  path: '/api/inspections/rounds/{round}/warnings',
  summary: { zh: '登记走漏风声', en: 'Note that a unit had been warned' },
  guard: 'inspections.visit',
  params: RoundParams,
  body: z.object({
    text: z.string().trim().min(5).max(1000),
    visit: z.string().max(60).nullable().default(null),
  }),
})

const FigureView = z.object({
  code: z.string(),
  title: BilingualText,
  value: z.number(),
  of: z.number().nullable(),
  /** The visits behind it: every figure opens. */
  visits: z.array(z.string()),
})
export type RoundFigure = z.infer<typeof FigureView>

export const RoundReport = z.object({
  round: z.string(),
  title: z.string(),
  kind: z.enum(KIND_CODES),
  text: z.string().nullable(),
  figures: z.array(FigureView),
  /** What should not be: visits left out, sheets alike, easy places only, praise alone. */
  faults: z.array(FigureView),
  byUnit: z.array(
    z.object({
      unit: z.string(),
      name: BilingualText,
      visits: z.array(z.string()),
      marks: z.record(z.string(), z.string()),
      findings: z.number().int(),
    }),
  ),
  items: z.array(z.object({ code: z.string(), title: BilingualText })),
  byBody: z.array(
    z.object({
      body: z.string(),
      name: BilingualText,
      findings: z.array(z.string()),
      visits: z.array(z.string()),
    }),
  ),
  byGroup: z.array(
    z.object({
      group: z.string(),
      visits: z.number().int(),
      handedIn: z.number().int(),
      units: z.array(z.string()),
    }),
  ),
  copied: z.array(z.object({ visits: z.array(z.string()), because: z.enum(['sheet', 'note']) })),
})
export type RoundReport = z.infer<typeof RoundReport>

export const getRoundReport = endpoint({
  name: 'getRoundReport',
  method: 'GET',
  path: '/api/inspections/rounds/{round}/report',
  summary: { zh: '轮次报告，每个数可以点开', en: 'Report of a round, every figure opens to its visits' },
  guard: 'inspections.read',
  params: RoundParams,
  answer: RoundReport,
})

import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'

/** Who sits in a joint conference. */
export const Body = z.enum(['supervision', 'legal', 'audit', 'personnel', 'finance', 'other'])
export type Body = z.infer<typeof Body>

/** Why a finding is on the agenda. */
export const AgendaReason = z.enum(['overdue', 'grave', 'open'])
export type AgendaReason = z.infer<typeof AgendaReason>

const Member = z.object({ body: Body, account: z.string().max(80) })

export const AgendaItem = z.object({
  kind: z.enum(['ruling', 'finding']),
  /** Of a ruling: the conference that made it, and its number there. */
  conference: z.string().nullable(),
  number: z.number().int().nullable(),
  /** Of a finding. */
  finding: z.string().nullable(),
  why: AgendaReason.nullable(),
  unit: z.string(),
  text: z.string(),
  dueOn: DayText,
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const RulingView = z.object({
  conference: z.string(),
  number: z.number().int(),
  text: z.string(),
  unit: z.string(),
  owner: z.string(),
  dueOn: DayText,
  finding: z.string().nullable(),
  status: z.enum(['open', 'reported', 'carriedOut', 'dropped']),
  /** Past its day and not carried out. */
  overdue: z.boolean(),
  reports: z.array(z.object({ at: InstantText, by: z.string(), text: z.string() })),
  sentBack: z.array(z.object({ at: InstantText, by: z.string(), reason: z.string() })),
  ended: z.object({ at: InstantText, by: z.string(), text: z.string() }).nullable(),
})
export type RulingView = z.infer<typeof RulingView>

export const ConferenceView = z.object({
  conference: z.string(),
  status: z.enum(['called', 'held', 'cancelled']),
  on: DayText,
  convener: z.string(),
  members: z.array(Member),
  agenda: z.array(AgendaItem),
  present: z.array(z.string()),
  minutes: z.string().nullable(),
  carried: z.array(
    z.object({
      conference: z.string(),
      number: z.number().int(),
      outcome: z.enum(['carriedOut', 'continued', 'dropped']),
      text: z.string(),
      dueOn: DayText.nullable(),
    }),
  ),
  rulings: z.array(RulingView),
  cancelled: z.string().nullable(),
  version: z.number().int(),
})
export type ConferenceView = z.infer<typeof ConferenceView>

const Params = z.object({ conference: z.string().max(40) })

export const listConferences = endpoint({
  name: 'listConferences',
  method: 'GET',
  path: '/api/conferences',
  summary: { zh: '行政监督联席会议', en: 'Joint conferences' },
  guard: 'conference.read',
  answer: z.object({
    rows: z.array(ConferenceView),
    /** Whether one was held in each of the last periods; the newest first, the present one included. */
    periods: z.array(
      z.object({ period: BilingualText, held: z.number().int(), over: z.boolean(), missed: z.boolean() }),
    ),
    /** What the next one would have on its table. */
    agenda: z.array(AgendaItem),
    overdueRulings: z.number().int(),
    requiredBodies: z.array(Body),
  }),
})

export const getConference = endpoint({
  name: 'getConference',
  method: 'GET',
  path: '/api/conferences/{conference}',
  summary: { zh: '一次联席会议', en: 'One conference' },
  guard: 'conference.read',
  recorded: 'opened',
  versioned: true,
  params: Params,
  answer: ConferenceView,
})

export const callConference = endpoint({
  name: 'callConference',
  method: 'POST',
  path: '/api/conferences',
  summary: {
    zh: '召集（议程由未了结的问题和未落实的决定自动生成）',
    en: 'Call one; its agenda is drawn, not typed',
  },
  guard: 'conference.hold',
  body: z.object({ members: z.array(Member).min(1).max(40), on: DayText }),
  answer: ConferenceView,
})

export const holdConference = endpoint({
  name: 'holdConference',
  method: 'POST',
  path: '/api/conferences/{conference}/minutes',
  summary: { zh: '记录召开和决定', en: 'Record that it was held, and what it ruled' },
  guard: 'conference.hold',
  versioned: true,
  params: Params,
  body: z.object({
    on: DayText,
    present: z.array(z.string().max(80)).min(1).max(40),
    minutes: z.string().min(5).max(20_000),
    carried: ConferenceView.shape.carried,
    rulings: z
      .array(
        z.object({
          text: z.string().min(5).max(2000),
          unit: z.string().max(80),
          owner: z.string().max(80),
          dueOn: DayText,
          finding: z.string().max(80).nullable(),
        }),
      )
      .max(60),
  }),
  answer: ConferenceView,
})

export const cancelConference = endpoint({
  name: 'cancelConference',
  method: 'POST',
  path: '/api/conferences/{conference}/cancellation',
  summary: { zh: '取消召集', en: 'Cancel it' },
  guard: 'conference.hold',
  versioned: true,
  params: Params,
  body: z.object({ reason: z.string().min(5).max(2000) }),
  answer: ConferenceView,
})

const RulingParams = Params.extend({ number: z.coerce.number().int().min(1) })

export const listRulings = endpoint({
  name: 'listRulings',
  method: 'GET',
  path: '/api/conference-rulings',
  summary: {
    zh: '联席会议决定（本单位的；监察和领导看全部）',
    en: 'Rulings: a unit’s own; supervision and leaders all',
  },
  guard: 'rulings.read',
  recorded: 'listed',
  query: z.object({ state: z.enum(['unfinished', 'overdue', 'all']).optional() }),
  answer: z.object({ rows: z.array(RulingView) }),
})

export const reportRuling = endpoint({
  name: 'reportRuling',
  method: 'POST',
  path: '/api/conferences/{conference}/rulings/{number}/report',
  summary: { zh: '责任单位报告落实', en: 'The unit reports that it was carried out' },
  guard: 'rulings.report',
  params: RulingParams,
  body: z.object({ text: z.string().min(5).max(4000) }),
  answer: RulingView,
})

export const judgeRuling = endpoint({
  name: 'judgeRuling',
  method: 'POST',
  path: '/api/conferences/{conference}/rulings/{number}/judgement',
  summary: { zh: '确认落实或者退回', en: 'Confirm it or send it back' },
  guard: 'conference.hold',
  params: RulingParams,
  body: z.object({ carriedOut: z.boolean(), text: z.string().min(2).max(2000) }),
  answer: RulingView,
})

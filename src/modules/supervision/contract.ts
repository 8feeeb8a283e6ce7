import { z } from 'zod'
import {
  BilingualText,
  DayText,
  endpoint,
  InstantText,
  pageOf,
  PageQuery,
  PurposeQuery,
} from '#kernel/endpoint.ts'

export const Level = z.enum(['notice', 'yellow', 'red'])
export type Level = z.infer<typeof Level>

/** One line of the list of watched cases. `colour` is the worst standing of its clocks now. */
export const CaseRow = z.object({
  log: z.string(),
  caseId: z.string(),
  item: z.string().nullable(),
  unit: z.string().nullable(),
  channel: z.string().nullable(),
  state: z.enum(['open', 'suspended', 'concluded']),
  startedAt: InstantText.nullable(),
  concludedAt: InstantText.nullable(),
  lastActivity: z.string(),
  lastAt: InstantText,
  events: z.number().int(),
  committedDueAt: InstantText.nullable(),
  statutoryDueAt: InstantText.nullable(),
  provisional: z.boolean(),
  colour: z.enum(['quiet', 'soon', 'yellow', 'red']),
  /** Working days to the next due instant; negative once past; null without a clock or when concluded. */
  workingDaysLeft: z.number().int().nullable(),
  openCards: z.number().int(),
})
export type CaseRow = z.infer<typeof CaseRow>

/** One day of the day ribbon 时限带. */
export const RibbonDay = z.object({
  day: DayText,
  kind: z.enum(['trigger', 'working', 'resting', 'unannounced']),
  counts: z.boolean(),
  suspended: z.boolean(),
  extended: z.boolean(),
  madeUp: z.boolean(),
  why: BilingualText,
  source: z.string().nullable(),
})
export type RibbonDay = z.infer<typeof RibbonDay>

export const ClockView = z.object({
  clock: z.string(),
  kind: z.enum(['committed', 'statutory', 'step', 'stated']),
  title: BilingualText,
  basis: BilingualText,
  limit: z.string(),
  status: z.enum(['open', 'suspended', 'stopped', 'expired']),
  startedAt: InstantText,
  stoppedAt: InstantText.nullable(),
  dueAt: InstantText,
  provisional: z.boolean(),
  ribbon: z.array(RibbonDay),
})
export type ClockView = z.infer<typeof ClockView>

/** "Why this date": the chain from trigger to due instant, also as known at an earlier moment. */
export const ExplanationView = z.object({
  clock: z.string(),
  asOf: InstantText,
  dueAt: InstantText,
  provisional: z.boolean(),
  summary: BilingualText,
  steps: z.array(
    z.object({
      day: DayText.nullable(),
      kind: z.string(),
      count: z.number().int().nullable(),
      text: BilingualText,
      source: z.string().nullable(),
    }),
  ),
  changes: z.array(z.object({ at: InstantText, from: InstantText, to: InstantText, why: BilingualText })),
})
export type ExplanationView = z.infer<typeof ExplanationView>

export const EvidenceItem = z.object({
  text: BilingualText,
  /** The version of the event in the case's stream, where the evidence is an event. */
  version: z.number().int().nullable(),
  at: InstantText.nullable(),
  activity: z.string().nullable(),
  resource: z.string().nullable(),
})

/** 黄牌、红牌: raised by a rule, answered by the unit, judged by supervision. */
export const CardRow = z.object({
  card: z.string(),
  rule: z.string(),
  ruleTitle: BilingualText,
  level: Level,
  status: z.enum(['raised', 'answered', 'upheld', 'excused', 'withdrawn']),
  log: z.string(),
  caseId: z.string(),
  unit: z.string().nullable(),
  /** The instant at which the fault was complete in law, not when it was noticed. */
  effectiveAt: InstantText,
  raisedAt: InstantText,
  replyBy: DayText,
  replyOverdue: z.boolean(),
  because: BilingualText,
  version: z.number().int(),
})
export type CardRow = z.infer<typeof CardRow>

export const CardView = CardRow.extend({
  basis: BilingualText,
  /** On whose desk the case lay when the fault was complete, as far as its events name people. */
  person: z.string().nullable(),
  evidence: z.array(EvidenceItem),
  history: z.array(
    z.object({
      at: InstantText,
      actor: z.string(),
      type: z.string(),
      text: z.string(),
      version: z.number().int(),
    }),
  ),
  /** What this reader may do now, and for the rest why not. */
  actions: z.array(
    z.object({
      action: z.enum(['answer', 'judge', 'withdraw']),
      open: z.boolean(),
      whyNot: BilingualText.nullable(),
    }),
  ),
})
export type CardView = z.infer<typeof CardView>

export const CaseView = z.object({
  row: CaseRow,
  attributes: z.record(z.string(), z.string()),
  timeline: z.array(
    z.object({
      version: z.number().int(),
      activity: z.string(),
      meaning: z.string().nullable(),
      at: InstantText,
      resource: z.string().nullable(),
      recordedAt: InstantText,
      /** Rules that name this event as evidence. */
      rules: z.array(z.string()),
    }),
  ),
  clocks: z.array(ClockView),
  cards: z.array(CardRow),
})
export type CaseView = z.infer<typeof CaseView>

export const RuleNumber = z.object({
  name: z.string(),
  title: BilingualText,
  unit: z.string(),
  values: z.array(z.object({ from: DayText, value: z.number() })),
  current: z.number(),
})

export const RuleRow = z.object({
  code: z.string(),
  title: BilingualText,
  level: Level,
  basis: BilingualText,
  confidence: z.enum(['C', 'L', 'U']),
  enabled: z.boolean(),
  firings: z.number().int(),
})
export type RuleRow = z.infer<typeof RuleRow>

export const RuleView = RuleRow.extend({
  explanation: BilingualText,
  numbers: z.array(RuleNumber),
  examples: z.array(z.object({ fires: z.boolean(), text: BilingualText })),
  /** Firings by month of the effective instant, oldest first. */
  overTime: z.array(z.object({ month: z.string(), count: z.number().int() })),
})
export type RuleView = z.infer<typeof RuleView>

export const ReplayView = z.object({
  rule: z.string(),
  log: z.string(),
  at: InstantText,
  numbers: z.record(z.string(), z.number()),
  before: z.number().int(),
  after: z.number().int(),
  gained: z.array(z.string()),
  lost: z.array(z.string()),
})
export type ReplayView = z.infer<typeof ReplayView>

/** A figure that opens: numerator, denominator, interval, and the filter of `/api/cases` that lists its subjects. */
export const Figure = z.object({
  code: z.string(),
  title: BilingualText,
  unit: z.enum(['share', 'count', 'workingDays', 'hours']),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Fewer subjects than the minimum cell size: shown grey with the reason. */
  small: z.boolean(),
  /** Query of the list that holds exactly the subjects counted, e.g. `/cases?log=demo&colour=red`. */
  opens: z.string(),
})
export type Figure = z.infer<typeof Figure>

export const Overview = z.object({
  log: z.string().nullable(),
  at: InstantText,
  figures: z.array(Figure),
  /** Concluded cases by working days used, as a histogram: `upTo` inclusive. */
  durations: z.array(z.object({ upTo: z.number(), count: z.number().int() })),
  byRule: z.array(
    z.object({ rule: z.string(), title: BilingualText, level: Level, count: z.number().int() }),
  ),
})
export type Overview = z.infer<typeof Overview>

export const UnitFigures = z.object({
  unit: z.string(),
  unitName: z.string(),
  cases: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
  yellow: z.number().int(),
  red: z.number().int(),
  onTime: Figure,
  medianWorkingDays: z.number().nullable(),
})
export type UnitFigures = z.infer<typeof UnitFigures>

const LogQuery = z.object({ log: z.string().max(60).optional() })
/** Needed to let inaction rest in a case that was withdrawn or handed back: what the applicant said, and where it is. */
const ApplicantWord = z.string().min(5).max(500).optional()
const CardParams = z.object({ card: z.string().max(80) })
const RuleParams = z.object({ rule: z.string().max(20) })

export const listCases = endpoint({
  name: 'listCases',
  method: 'GET',
  path: '/api/cases',
  summary: { zh: '受监察办件', en: 'Watched cases' },
  guard: 'cases.read',
  recorded: 'listed',
  query: PageQuery.extend({
    ...PurposeQuery.shape,
    log: z.string().max(60).optional(),
    unit: z.string().max(80).optional(),
    /** `unfinished` is open or suspended: what a unit still has in hand. */
    state: z.enum(['open', 'suspended', 'concluded', 'unfinished']).optional(),
    colour: CaseRow.shape.colour.optional(),
    /** Concluded after the due instant, or open past it; `false`: has a due instant and kept it so far. */
    late: z.enum(['true', 'false']).optional(),
    /** Concluded before the last day. */
    early: z.enum(['true', 'false']).optional(),
    /** Newest first, or by due instant; open cases come by due instant unless asked otherwise. */
    sort: z.enum(['recent', 'due']).optional(),
    rule: z.string().max(20).optional(),
    /** Part of a case number. */
    search: z.string().max(100).optional(),
  }),
  answer: pageOf(CaseRow),
})

export const getCase = endpoint({
  name: 'getCase',
  method: 'GET',
  path: '/api/cases/{log}/{caseId}',
  summary: { zh: '一件办件：时间线、时限、牌', en: 'One case: timeline, clocks, cards' },
  guard: 'cases.read',
  recorded: 'opened',
  params: z.object({ log: z.string().max(60), caseId: z.string().max(200) }),
  query: PurposeQuery,
  answer: CaseView,
})

export const explainClock = endpoint({
  name: 'explainClock',
  method: 'GET',
  path: '/api/clocks/{clock}/explanation',
  summary: { zh: '为什么是这一天', en: 'Why this date' },
  guard: 'cases.read',
  recorded: 'opened',
  params: z.object({ clock: z.string().max(300) }),
  query: z.object({ asOf: InstantText.optional() }),
  answer: ExplanationView,
})

export const listCards = endpoint({
  name: 'listCards',
  method: 'GET',
  path: '/api/cards',
  summary: { zh: '黄牌、红牌', en: 'Cards' },
  guard: 'cards.read',
  recorded: 'listed',
  query: PageQuery.extend({
    ...PurposeQuery.shape,
    log: z.string().max(60).optional(),
    unit: z.string().max(80).optional(),
    rule: z.string().max(20).optional(),
    level: Level.optional(),
    /** `unjudged` is raised or answered; `standing` is all but the withdrawn, which figures leave out. */
    status: z
      .enum(['raised', 'answered', 'upheld', 'excused', 'withdrawn', 'unjudged', 'standing'])
      .optional(),
  }),
  answer: pageOf(CardRow),
})

export const getCard = endpoint({
  name: 'getCard',
  method: 'GET',
  path: '/api/cards/{card}',
  summary: { zh: '一张牌：事由、证据、经过', en: 'One card: reason, evidence, history' },
  guard: 'cards.read',
  recorded: 'opened',
  versioned: true,
  params: CardParams,
  query: PurposeQuery,
  answer: CardView,
})

export const answerCard = endpoint({
  name: 'answerCard',
  method: 'POST',
  path: '/api/cards/{card}/answer',
  summary: { zh: '单位说明或申辩', en: 'The unit answers' },
  guard: 'cards.answer',
  versioned: true,
  params: CardParams,
  body: z.object({ text: z.string().min(5).max(4000) }),
  answer: CardView,
})

export const judgeCard = endpoint({
  name: 'judgeCard',
  method: 'POST',
  path: '/api/cards/{card}/judgement',
  summary: { zh: '监察认定', en: 'Supervision judges' },
  guard: 'cards.judge',
  versioned: true,
  params: CardParams,
  body: z.object({
    outcome: z.enum(['upheld', 'excused']),
    reason: z.string().min(5).max(4000),
    applicantWord: ApplicantWord,
  }),
  answer: CardView,
})

export const withdrawCard = endpoint({
  name: 'withdrawCard',
  method: 'POST',
  path: '/api/cards/{card}/withdrawal',
  summary: { zh: '撤销（记录保留）', en: 'Withdraw; the record stays' },
  guard: 'cards.judge',
  versioned: true,
  params: CardParams,
  body: z.object({ reason: z.string().min(5).max(4000), applicantWord: ApplicantWord }),
  answer: CardView,
})

/** Server-sent events: `event: card` with a CardRow for every card raised or changed; `event: alive` every 15 s. */
export const watchCards = endpoint({
  name: 'watchCards',
  method: 'GET',
  path: '/api/cards/stream',
  summary: { zh: '实时牌', en: 'Live cards' },
  guard: 'cards.read',
  kind: 'events',
  query: LogQuery,
})

export const listRules = endpoint({
  name: 'listRules',
  method: 'GET',
  path: '/api/rules',
  summary: { zh: '监察规则', en: 'Rules' },
  guard: 'rules.read',
  query: LogQuery,
  answer: z.object({ rows: z.array(RuleRow) }),
})

export const getRule = endpoint({
  name: 'getRule',
  method: 'GET',
  path: '/api/rules/{rule}',
  summary: { zh: '一条规则：依据、数值、例子', en: 'One rule: basis, numbers, examples' },
  guard: 'rules.read',
  params: RuleParams,
  query: LogQuery,
  answer: RuleView,
})

export const replayRule = endpoint({
  name: 'replayRule',
  method: 'POST',
  path: '/api/rules/{rule}/replay',
  summary: { zh: '试算：数值改变会怎样', en: 'Replay with other numbers' },
  guard: 'rules.replay',
  params: RuleParams,
  body: z.object({
    log: z.string().max(60),
    set: z.record(z.string().max(60), z.number()),
    at: InstantText.optional(),
  }),
  answer: ReplayView,
})

export const getOverview = endpoint({
  name: 'getOverview',
  method: 'GET',
  path: '/api/overview',
  summary: { zh: '总览', en: 'Overview' },
  guard: 'cases.read',
  query: LogQuery,
  answer: Overview,
})

export const listUnitFigures = endpoint({
  name: 'listUnitFigures',
  method: 'GET',
  path: '/api/overview/units',
  summary: { zh: '各单位情况', en: 'Units compared' },
  guard: 'cases.read',
  query: LogQuery,
  answer: z.object({ rows: z.array(UnitFigures), minimumCell: z.number().int() }),
})

/** A State Council notice loaded by an administrator; every open clock is computed anew, with a journal entry. */
export const loadHolidayNotice = endpoint({
  name: 'loadHolidayNotice',
  method: 'POST',
  path: '/api/calendar/notices',
  summary: { zh: '录入放假通知并重算在途时限', en: 'Load a holiday notice and re-project open clocks' },
  guard: 'calendar.write',
  status: 202,
  body: z.object({
    year: z.number().int().min(2007).max(2100),
    title: z.string().min(1).max(200),
    source: z.string().min(1).max(300),
    issuedOn: DayText,
    days: z
      .array(z.object({ day: DayText, name: z.string().max(40), kind: z.enum(['off', 'work']) }))
      .min(1)
      .max(120),
  }),
  answer: z.object({ openClocks: z.number().int(), changed: z.number().int() }),
})

export const getCalendar = endpoint({
  name: 'getCalendar',
  method: 'GET',
  path: '/api/calendar/{year}',
  summary: { zh: '某年工作日历', en: 'The working-day calendar of a year' },
  guard: 'cases.read',
  params: z.object({ year: z.coerce.number().int().min(2007).max(2100) }),
  answer: z.object({
    year: z.number().int(),
    announced: z.boolean(),
    workingDays: z.number().int(),
    days: z.array(
      z.object({ day: DayText, kind: z.string(), why: BilingualText, source: z.string().nullable() }),
    ),
  }),
})

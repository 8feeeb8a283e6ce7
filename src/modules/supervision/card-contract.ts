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

/** One log, or all of them. */
export const LogQuery = z.object({ log: z.string().max(60).optional() })

export const Level = z.enum(['notice', 'yellow', 'red'])
export type Level = z.infer<typeof Level>

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
  /** The version of the rule that raised it, where the office made one; null: as the platform brings it. */
  ruleVersion: z.number().int().nullable(),
  /** Who is asked first: the officer on whose desk it lay, or the head. */
  addressee: z.enum(['officer', 'head']),
  basis: BilingualText,
  /** On whose desk the case lay when the fault was complete, as far as its events name people. */
  person: z.string().nullable(),
  evidence: z.array(EvidenceItem),
  /** The finding that an upheld card opened or joined. */
  finding: z.string().nullable(),
  objection: z
    .object({
      grounds: z.string(),
      decideBy: DayText,
      decided: z.object({ outcome: z.enum(['kept', 'withdrawn']), reason: z.string() }).nullable(),
    })
    .nullable(),
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
      action: z.enum(['answer', 'judge', 'withdraw', 'object', 'decideObjection']),
      open: z.boolean(),
      whyNot: BilingualText.nullable(),
    }),
  ),
})
export type CardView = z.infer<typeof CardView>

/** Needed to let inaction rest in a case that was withdrawn or handed back: what the applicant said, and where it is. */
const ApplicantWord = z.string().min(5).max(500).optional()

const CardParams = z.object({ card: z.string().max(80) })

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
    /** 免责情形, needed to excuse: only what stands on the list does. */
    ground: z.string().max(40).optional(),
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

export const objectToCard = endpoint({
  name: 'objectToCard',
  method: 'POST',
  path: '/api/cards/{card}/objection',
  summary: { zh: '单位对认定提出异议', en: 'The unit objects to the judgement' },
  guard: 'cards.answer',
  versioned: true,
  params: CardParams,
  body: z.object({ grounds: z.string().min(5).max(4000) }),
  answer: CardView,
})

export const decideObjection = endpoint({
  name: 'decideObjection',
  method: 'POST',
  path: '/api/cards/{card}/objection/decision',
  summary: { zh: '另一监察人员对异议作出决定', en: 'Another supervisor decides on the objection' },
  guard: 'cards.judge',
  versioned: true,
  params: CardParams,
  body: z.object({ outcome: z.enum(['kept', 'withdrawn']), reason: z.string().min(5).max(4000) }),
  answer: CardView,
})

export const ObjectionRow = z.object({
  card: z.string(),
  unit: z.string().nullable(),
  grounds: z.string(),
  objectedOn: DayText,
  decideBy: DayText,
  outcome: z.enum(['kept', 'withdrawn']).nullable(),
  overdue: z.boolean(),
})
export type ObjectionRow = z.infer<typeof ObjectionRow>

/** Those that wait first, the most urgent first; at most 300. */
export const listObjections = endpoint({
  name: 'listObjections',
  method: 'GET',
  path: '/api/objections',
  summary: { zh: '对牌的异议', en: 'Objections to cards' },
  guard: 'cards.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(ObjectionRow) }),
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

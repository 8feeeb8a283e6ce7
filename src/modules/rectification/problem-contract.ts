import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { MeasureView } from './measure-contract.ts'
import { FLAGS, SEVERITIES, SOURCES, STATES, STYLES, TRIAGES } from './terms.ts'

const Unit = z.object({ unit: z.string(), name: BilingualText })
const Reason = z.string().max(1000)
/** What somebody did, when, and his words. */
const Act = z.object({ at: InstantText, by: z.string(), text: z.string() })

export const ProblemRow = z.object({
  problem: z.string(),
  unit: Unit,
  source: z.enum(SOURCES),
  category: z.enum(STYLES),
  severity: z.enum(SEVERITIES),
  triage: z.enum(TRIAGES).nullable(),
  state: z.enum(STATES),
  fact: z.string(),
  happenedOn: DayText,
  /** The age is counted from here. */
  firstEnteredOn: DayText,
  ageDays: z.number().int(),
  period: z.string().nullable(),
  /** How many told of it. */
  voices: z.number().int(),
  /** How much people want it mended, in the order of work. */
  need: z.number(),
  relapses: z.number().int(),
  measures: z.number().int(),
  /** The first date of a measure that is not verified. */
  dueOn: DayText.nullable(),
  limitOn: DayText.nullable(),
  flags: z.array(z.enum(FLAGS)),
})
export type ProblemRow = z.infer<typeof ProblemRow>

export const ProblemView = ProblemRow.extend({
  sourceId: z.string(),
  finding: z.string().nullable(),
  matter: z.string().nullable(),
  likeOf: z.string().nullable(),
  apartBecause: z.string(),
  sealed: z.boolean(),
  raised: z.boolean(),
  /** For whoever raised it; only the office may hand it out. */
  code: z.string().nullable(),
  joined: z.array(
    z.object({ source: z.enum(SOURCES), sourceId: z.string(), fact: z.string(), at: InstantText }),
  ),
  contract: z
    .object({
      leader: z.string(),
      milestones: z.array(z.object({ text: z.string(), dueOn: DayText, reachedAt: InstantText.nullable() })),
      reports: z.array(Act),
    })
    .nullable(),
  replies: z.array(Act),
  opinions: z.array(Act.extend({ solved: z.boolean() })),
  lookBackOn: DayText.nullable(),
  measuresShown: z.array(MeasureView),
  /** Who may be named in a measure: the staff of its unit. */
  staff: z.array(z.object({ account: z.string(), name: z.string() })),
  /** Everything that happened to it and to its measures, the newest first. */
  timeline: z.array(z.object({ at: InstantText, by: z.string(), what: BilingualText, text: z.string() })),
  /** How much happened in each week since it was entered, the oldest first. */
  activity: z.array(z.object({ week: DayText, count: z.number().int() })),
  may: z.object({
    plan: z.boolean(),
    triage: z.boolean(),
    close: z.boolean(),
    lookBack: z.boolean(),
    reply: z.boolean(),
    report: z.boolean(),
    keep: z.boolean(),
  }),
})
export type ProblemView = z.infer<typeof ProblemView>

const Params = z.object({ problem: z.string().max(30) })

export const listProblems = endpoint({
  name: 'listProblems',
  method: 'GET',
  path: '/api/rectification/problems',
  summary: { zh: '问题清单', en: 'The register of problems' },
  guard: 'rectification.read',
  query: z.object({
    unit: z.string().max(80).optional(),
    category: z.enum(STYLES).optional(),
    source: z.enum(SOURCES).optional(),
    triage: z.enum(TRIAGES).optional(),
    state: z.enum(STATES).optional(),
    flag: z.enum(FLAGS).optional(),
    period: z.string().max(80).optional(),
    search: z.string().max(80).optional(),
    /** `need`: in the order in which they are to be mended. */
    order: z.enum(['newest', 'need', 'age']).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  answer: z.object({ rows: z.array(ProblemRow), total: z.number().int() }),
})

export const getProblem = endpoint({
  name: 'getProblem',
  method: 'GET',
  path: '/api/rectification/problems/{problem}',
  summary: { zh: '一个问题的全过程', en: 'One problem, from its first entry on' },
  guard: 'rectification.read',
  params: Params,
  answer: ProblemView,
})

/** 登记问题: one entry per problem. What stands already is joined; what was closed and comes back is opened again. */
export const enterProblem = endpoint({
  name: 'enterProblem',
  method: 'POST',
  path: '/api/rectification/problems',
  summary: { zh: '登记一个问题', en: 'Enter one problem' },
  guard: 'rectification.act',
  body: z.object({
    unit: z.string().max(80),
    source: z.enum(SOURCES),
    sourceId: z.string().max(120).default(''),
    matter: z.string().max(120).nullable().default(null),
    category: z.enum(STYLES),
    severity: z.enum(SEVERITIES).default('ordinary'),
    fact: z.string().max(1000),
    happenedOn: DayText,
    firstEnteredOn: DayText.nullable().default(null),
    period: z.string().max(80).nullable().default(null),
    apartBecause: z.string().max(500).default(''),
    /** Whoever raised it: kept in the vault, told by a message. */
    raiser: z
      .object({ phone: z.string().max(20) })
      .nullable()
      .default(null),
  }),
  answer: ProblemView.extend({ as: z.enum(['new', 'same', 'relapse']) }),
})

const changes = <Body extends z.ZodType>(
  name: string,
  {
    path,
    guard,
    summary,
    body,
  }: { path: string; guard: string; summary: { zh: string; en: string }; body: Body },
) =>
  endpoint({
    ...{ name, method: 'POST', path: `/api/rectification/problems/{problem}/${path}`, summary, guard },
    ...{ params: Params, body, answer: ProblemView },
  })

export const triageProblem = changes('triageProblem', {
  path: 'triage',
  guard: 'rectification.decide',
  summary: { zh: '诊断：急症、重症、顽症、疑难', en: 'Say what class it is' },
  body: z.object({ triage: z.enum(TRIAGES), reason: Reason.default('') }),
})

export const rewordProblem = changes('rewordProblem', {
  path: 'wording',
  guard: 'rectification.keep',
  summary: { zh: '修改表述（原表述保留）', en: 'Other words; what stood before stays' },
  body: z.object({ fact: z.string().max(1000), reason: Reason }),
})

export const reclassifyProblem = changes('reclassifyProblem', {
  path: 'category',
  guard: 'rectification.keep',
  summary: { zh: '改分类', en: 'Another class of style' },
  body: z.object({ category: z.enum(STYLES), reason: Reason }),
})

export const carryOverProblem = changes('carryOverProblem', {
  path: 'carry-over',
  guard: 'rectification.keep',
  summary: { zh: '结转到下一次活动', en: 'Carry it over into another campaign' },
  body: z.object({ period: z.string().max(80), reason: Reason, dueOn: DayText }),
})

export const takeOnProblem = changes('takeOnProblem', {
  path: 'contract',
  guard: 'rectification.decide',
  summary: { zh: '领导包案', en: 'A leader takes it on, with milestones' },
  body: z.object({
    leader: z.string().max(80),
    milestones: z.array(z.object({ text: z.string().trim().min(2).max(300), dueOn: DayText })).max(30),
  }),
})

export const reportProblem = changes('reportProblem', {
  path: 'reports',
  guard: 'rectification.decide',
  summary: { zh: '包案领导报告进展、节点完成', en: 'The leader in charge reports' },
  body: z.object({ text: Reason, milestone: z.number().int().min(0).max(29).nullable().default(null) }),
})

export const nameRaiser = changes('nameRaiser', {
  path: 'raisers',
  guard: 'rectification.keep',
  summary: { zh: '登记反映人', en: 'Enter who raised it' },
  body: z.object({ phone: z.string().max(20) }),
})

export const replyToRaiser = changes('replyToRaiser', {
  path: 'replies',
  guard: 'rectification.act',
  summary: { zh: '答复反映人', en: 'Reply to whoever raised it' },
  body: z.object({ text: Reason }),
})

export const closeProblem = changes('closeProblem', {
  path: 'closure',
  guard: 'rectification.decide',
  summary: { zh: '销号', en: 'Close it out' },
  body: z.object({ text: Reason, signed: Reason.default('') }),
})

export const lookBackAtProblem = changes('lookBackAtProblem', {
  path: 'look-backs',
  guard: 'rectification.decide',
  summary: { zh: '回头看', en: 'Look at it again' },
  body: z.object({ holds: z.boolean(), view: Reason.default(''), text: Reason }),
})

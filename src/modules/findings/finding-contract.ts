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
import {
  DISPOSITIONS,
  FINDING_KINDS,
  FINDING_SOURCES,
  FINDING_STATES,
  REVIEW_OUTCOMES,
  SEVERITIES,
  STYLE_CLASSES,
} from './terms.ts'

const Named = z.object({ id: z.string(), name: BilingualText })
export const Reason = z.string().min(1).max(4000)

/** 问题发现: one fact, however many sources told it. */
export const FindingRow = z.object({
  finding: z.string(),
  unit: Named,
  /** Whom it concerns in the unit, by name; null: the unit as such. */
  person: z.string().nullable(),
  badge: z.string().nullable(),
  matter: z.string().nullable(),
  /** What the matter is about, where it is a case of this office. */
  matterName: BilingualText.nullable(),
  conduct: z.string(),
  conductName: BilingualText,
  style: z.enum(STYLE_CLASSES).nullable(),
  kind: z.enum(FINDING_KINDS),
  severity: z.enum(SEVERITIES),
  status: z.enum(FINDING_STATES),
  sealed: z.boolean(),
  sources: z.array(z.enum(FINDING_SOURCES)),
  fact: z.string(),
  happenedOn: DayText,
  disposeBy: InstantText,
  overdue: z.boolean(),
  disposition: z.enum(DISPOSITIONS).nullable(),
  handler: z.string().nullable(),
  /** Somebody was harmed, and has no remedy yet. */
  remedyOwed: z.boolean(),
  remedyBy: DayText.nullable(),
  version: z.number().int(),
})
export type FindingRow = z.infer<typeof FindingRow>

const EvidenceShape = z.object({
  text: z.string().min(1).max(1000),
  reference: z.string().max(300).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

const FindingAction = z.enum([
  'take',
  'answer',
  'release',
  'dispose',
  'remedy',
  'askReview',
  'decideReview',
  'withdraw',
])
export type FindingAction = z.infer<typeof FindingAction>

export const FindingView = FindingRow.extend({
  replyBy: InstantText.nullable(),
  harms: z.boolean(),
  told: z.array(
    z.object({
      source: z.enum(FINDING_SOURCES),
      sourceId: z.string(),
      severity: z.enum(SEVERITIES),
      fact: z.string(),
      evidence: z.array(EvidenceShape),
      sealed: z.boolean(),
      at: InstantText,
      withdrawn: z.string().nullable(),
    }),
  ),
  disposed: z
    .object({
      reason: z.string(),
      ground: BilingualText.nullable(),
      reference: z.string().nullable(),
      reviewUntil: InstantText.nullable(),
      /** 屡教不改: earlier findings of the kind that were ended by educating. */
      educatedBefore: z.array(z.string()),
    })
    .nullable(),
  review: z
    .object({ grounds: z.string(), decideBy: InstantText, outcome: z.enum(REVIEW_OUTCOMES).nullable() })
    .nullable(),
  remedy: z.object({ what: z.string(), on: DayText, proof: z.string() }).nullable(),
  history: z.array(z.object({ at: InstantText, by: z.string(), what: BilingualText, text: z.string() })),
  /** What this reader may do now, and for the rest why not. */
  actions: z.array(z.object({ action: FindingAction, open: z.boolean(), whyNot: BilingualText.nullable() })),
})
export type FindingView = z.infer<typeof FindingView>

const FindingParams = z.object({ finding: z.string().max(40) })

export const listFindings = endpoint({
  name: 'listFindings',
  method: 'GET',
  path: '/api/findings',
  summary: { zh: '问题发现', en: 'Findings' },
  guard: 'findings.read',
  recorded: 'listed',
  query: PageQuery.extend({
    ...PurposeQuery.shape,
    unit: z.string().max(80).optional(),
    account: z.string().max(80).optional(),
    badge: z.string().max(80).optional(),
    matter: z.string().max(200).optional(),
    conduct: z.string().max(40).optional(),
    source: z.enum(FINDING_SOURCES).optional(),
    state: z.enum(FINDING_STATES).optional(),
    disposition: z.enum(DISPOSITIONS).optional(),
    from: DayText.optional(),
    until: DayText.optional(),
  }),
  answer: pageOf(FindingRow),
})

export const getFinding = endpoint({
  name: 'getFinding',
  method: 'GET',
  path: '/api/findings/{finding}',
  summary: { zh: '一个问题：事实、证据、经过', en: 'One finding: facts, evidence, history' },
  guard: 'findings.read',
  recorded: 'opened',
  versioned: true,
  params: FindingParams,
  query: PurposeQuery,
  answer: FindingView,
})

export const openFinding = endpoint({
  name: 'openFinding',
  method: 'POST',
  path: '/api/findings',
  summary: { zh: '登记问题（同一事实并为一个）', en: 'Open a finding; the same fact is joined' },
  guard: 'findings.open',
  body: z.object({
    source: z.enum(FINDING_SOURCES),
    sourceId: z.string().min(1).max(200),
    unit: z.string().min(1).max(80),
    account: z.string().max(80).optional(),
    post: z.string().max(80).optional(),
    badge: z.string().max(80).optional(),
    matter: z.string().max(200).optional(),
    conduct: z.string().max(40),
    severity: z.enum(SEVERITIES).optional(),
    fact: Reason,
    happenedOn: DayText,
    evidence: z.array(EvidenceShape).max(50).optional(),
    sealed: z.boolean().optional(),
  }),
  answer: FindingView.extend({ sameFactAs: z.string().nullable() }),
})

/** One act on a finding. */
const act = <Body extends z.ZodType>(
  name: string,
  path: string,
  { zh, en, guard, body }: { zh: string; en: string; guard: string; body: Body },
) =>
  endpoint({
    ...{ name, method: 'POST', path: `/api/findings/{finding}/${path}`, summary: { zh, en }, guard },
    ...{ versioned: true, params: FindingParams, body, answer: FindingView },
  })

export const takeFinding = act('takeFinding', 'handler', {
  zh: '申报有无回避情形并承办',
  en: 'Declare whether anything stands between, and handle it',
  guard: 'findings.dispose',
  /** Null: there is no relation to the unit or the person. */
  body: z.object({
    relation: z.enum(['kin', 'marriage', 'served', 'interest', 'friend', 'other']).nullable(),
    note: z.string().max(500),
  }),
})
export const answerFinding = act('answerFinding', 'answer', {
  zh: '单位说明或申辩',
  en: 'The unit answers',
  guard: 'findings.answer',
  body: z.object({ text: Reason }),
})
export const releaseFinding = act('releaseFinding', 'release', {
  zh: '向单位公开',
  en: 'Let the unit know of it',
  guard: 'findings.dispose',
  body: z.object({}),
})
export const disposeFinding = act('disposeFinding', 'disposition', {
  zh: '处置',
  en: 'Dispose of it',
  guard: 'findings.dispose',
  body: z.object({
    disposition: z.enum(DISPOSITIONS),
    reason: Reason,
    reference: z.string().max(200).optional(),
    ground: z.string().max(40).optional(),
    remedyBy: DayText.optional(),
  }),
})
export const remedyFinding = act('remedyFinding', 'remedy', {
  zh: '登记对受损人的补救',
  en: 'Enter the remedy to whoever was harmed',
  guard: 'findings.dispose',
  body: z.object({ what: Reason, on: DayText, proof: Reason }),
})
export const withdrawFinding = act('withdrawFinding', 'withdrawal', {
  zh: '撤销（记录保留）',
  en: 'Withdraw; the record stays',
  guard: 'findings.dispose',
  body: z.object({ reason: Reason, sourceId: z.string().max(200).optional() }),
})
export const askReview = act('askReview', 'review', {
  zh: '单位申请复核（30 日内）',
  en: 'The unit asks for review, within 30 days',
  guard: 'findings.answer',
  body: z.object({ grounds: Reason }),
})
export const decideReview = act('decideReview', 'review/decision', {
  zh: '由他人作出复核决定',
  en: 'Another person decides on the review',
  guard: 'findings.dispose',
  body: z.object({ outcome: z.enum(REVIEW_OUTCOMES), reason: Reason }),
})

/** The taxonomy and the list of exemptions as they hold today: the supervised may know them. */
export const getFindingTerms = endpoint({
  name: 'getFindingTerms',
  method: 'GET',
  path: '/api/finding-terms',
  summary: { zh: '问题分类和免责清单', en: 'The taxonomy and the list of exemptions' },
  guard: 'findings.read',
  answer: z.object({
    conducts: z.array(
      z.object({
        code: z.string(),
        name: BilingualText,
        style: z.enum(STYLE_CLASSES),
        kind: z.enum(FINDING_KINDS),
        severity: z.enum(SEVERITIES),
        harms: z.boolean(),
      }),
    ),
    exemptions: z.array(z.object({ code: z.string(), name: BilingualText, basis: z.string() })),
  }),
})
export type FindingTerms = z.infer<typeof getFindingTerms.answer>

const Share = z.object({
  account: z.string(),
  name: z.string(),
  findings: z.number().int(),
  disposed: z.number().int(),
  overdue: z.number().int(),
  withoutConsequence: z.number().int(),
  educatedAgain: z.number().int(),
  /** Of what he disposed of; null before anything was. */
  share: z.number().nullable(),
  /** Findings sheets of his own visits, and those that were not there in time. */
  sheets: z.number().int(),
  sheetsLate: z.number().int(),
})
export type FindingShare = z.infer<typeof Share>

/** 只查不处: for leaders, per supervisor; and whom he spares. */
export const getFindingShares = endpoint({
  name: 'getFindingShares',
  method: 'GET',
  path: '/api/finding-shares',
  summary: { zh: '各监督人员的处置情况', en: 'What each supervisor’s findings led to' },
  guard: 'findings.shares',
  recorded: 'listed',
  answer: z.object({
    rows: z.array(Share),
    /** 碍于情面: far more without consequence toward one unit than toward the others. */
    lenient: z.array(
      z.object({
        account: z.string(),
        name: z.string(),
        unit: Named,
        disposed: z.number().int(),
        withoutConsequence: z.number().int(),
        elsewhere: z.number().nullable(),
      }),
    ),
  }),
})

import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { MEASURE_STATES, STATES, TRIAGES } from './terms.ts'

const Unit = z.object({ unit: z.string(), name: BilingualText })
const Where = { jurisdiction: z.string().max(40).optional() }

export const Commitment = z.object({
  measure: z.string(),
  unit: Unit,
  problem: z.string(),
  action: z.string(),
  result: z.string(),
  /** Who answers for it, as on the door of the office. */
  leader: z.string(),
  officer: z.string(),
  dueOn: DayText,
  state: z.enum(MEASURE_STATES),
  overdue: z.boolean(),
  /** How many readers say that it is not solved. */
  notSolved: z.number().int(),
  changed: z.number().int(),
})
export type Commitment = z.infer<typeof Commitment>

export const CommitmentView = Commitment.extend({
  /** What was public before, the newest first. */
  history: z.array(
    z.object({
      at: InstantText,
      problem: z.string(),
      action: z.string(),
      result: z.string(),
      dueOn: DayText,
    }),
  ),
  /** What readers wrote and the office has answered. */
  answered: z.array(z.object({ at: InstantText, solved: z.boolean(), text: z.string(), answer: z.string() })),
})
export type CommitmentView = z.infer<typeof CommitmentView>

export const listCommitments = endpoint({
  name: 'listCommitments',
  method: 'GET',
  path: '/api/commitments',
  summary: { zh: '整改公开承诺', en: 'Public commitments' },
  guard: 'public',
  query: z.object({ ...Where, unit: z.string().max(80).optional(), overdue: z.enum(['yes']).optional() }),
  answer: z.object({ rows: z.array(Commitment) }),
})

export const getCommitment = endpoint({
  name: 'getCommitment',
  method: 'GET',
  path: '/api/commitments/{measure}',
  summary: { zh: '一条公开承诺', en: 'One public commitment' },
  guard: 'public',
  params: z.object({ measure: z.string().max(30) }),
  query: z.object(Where),
  answer: CommitmentView,
})

export const commentOnCommitment = endpoint({
  name: 'commentOnCommitment',
  method: 'POST',
  path: '/api/commitments/{measure}/comments',
  summary: { zh: '对公开承诺提意见、反映没有解决', en: 'Comment, or say that it is not solved' },
  guard: 'public',
  params: z.object({ measure: z.string().max(30) }),
  body: z.object({ ...Where, solved: z.boolean(), text: z.string().trim().max(500).default('') }),
  answer: CommitmentView,
})

export const RaisedProblem = z.object({
  problem: z.string(),
  unit: Unit,
  fact: z.string(),
  state: z.enum(STATES),
  /** People are told what class their matter is, and by when it is mended. */
  triage: z.enum(TRIAGES).nullable(),
  limitOn: DayText.nullable(),
  replies: z.array(z.object({ at: InstantText, text: z.string() })),
  opinions: z.array(z.object({ at: InstantText, solved: z.boolean(), text: z.string() })),
  /** There is a reply, or it is closed: one's view is asked for. */
  maySpeak: z.boolean(),
})
export type RaisedProblem = z.infer<typeof RaisedProblem>

const Params = z.object({ problem: z.string().max(30) })
const Proof = { ...Where, code: z.string().min(4).max(20) }

export const getRaisedProblem = endpoint({
  name: 'getRaisedProblem',
  method: 'GET',
  path: '/api/raised-problems/{problem}',
  summary: { zh: '凭编号和查询码看自己反映的问题', en: 'What one raised, by number and code' },
  guard: 'public',
  params: Params,
  query: z.object(Proof),
  answer: RaisedProblem,
})

export const speakOnProblem = endpoint({
  name: 'speakOnProblem',
  method: 'POST',
  path: '/api/raised-problems/{problem}/opinions',
  summary: { zh: '反映人表态：解决了没有', en: 'Whoever raised it says whether it is solved' },
  guard: 'public',
  params: Params,
  body: z.object({ ...Proof, solved: z.boolean(), text: z.string().trim().max(500).default('') }),
  answer: RaisedProblem,
})

export const listOwnProblems = endpoint({
  name: 'listOwnProblems',
  method: 'GET',
  path: '/api/own/problems',
  summary: { zh: '我反映的问题', en: 'The problems I raised' },
  guard: 'own.apply',
  answer: z.object({ rows: z.array(RaisedProblem.extend({ code: z.string() })) }),
})

import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText, PurposeQuery } from '#kernel/endpoint.ts'
import { AppealStep } from './instrument-shape.ts'
import {
  AUTHORITIES,
  CLOSINGS,
  FAMILIES,
  HEARINGS,
  LEVELS,
  RANKS,
  RESULTS,
  STAGES,
  STATUSES,
} from './terms.ts'

const Named = z.object({ id: z.string(), name: BilingualText })
const Person = z.object({ account: z.string(), name: z.string() })
const Text = z.string().trim().min(1).max(4000)
const Reason = z.string().max(1000)
const FileParams = z.object({ file: z.string().max(20) })

export const MeasureSubject = z.object({
  kind: z.enum(['unit', 'person']),
  unit: Named,
  person: Person.nullable(),
  post: z.string().nullable(),
  status: z.enum(STATUSES).nullable(),
  rank: z.enum(RANKS).nullable(),
})

/** What the reader may do with the file now; pages show these and no others. */
export const MEASURE_ACTS = [
  ...['notice', 'drop', 'state', 'hear', 'decide', 'serve', 'withdraw', 'answer', 'judge', 'extend'],
  ...['talk', 'check', 'apologise', 'confirm', 'circulate', 'result', 'receive', 'appeal', 'judgeAppeal'],
] as const
export const MeasureAct = z.string()

/** 提示: what somebody should look at; nothing follows from it by itself. */
export const MeasureSignal = z.object({ code: z.string(), text: BilingualText })
export type MeasureSignal = z.infer<typeof MeasureSignal>

export const MeasureRow = z.object({
  file: z.string(),
  stage: z.enum(STAGES),
  subject: MeasureSubject,
  instrument: z.object({
    code: z.string(),
    name: BilingualText,
    family: z.enum(FAMILIES),
    grade: z.number(),
  }),
  conduct: z.string(),
  conductName: BilingualText,
  proposedOn: DayText,
  decidedOn: DayText.nullable(),
  number: z.string().nullable(),
  dueOn: DayText.nullable(),
  until: DayText.nullable(),
  /** Carried out and its period ended, or come to nothing. */
  over: z.boolean(),
  signals: z.array(MeasureSignal),
})
export type MeasureRow = z.infer<typeof MeasureRow>

export const MeasureView = MeasureRow.extend({
  authority: z.enum(AUTHORITIES),
  hearing: z.enum(HEARINGS),
  closes: z.enum(CLOSINGS),
  period: z.string().nullable(),
  severity: z.enum(['light', 'ordinary', 'grave']),
  findings: z.array(z.string()),
  facts: z.string(),
  basis: z.string(),
  evidence: z.array(
    z.object({ text: z.string(), reference: z.string().nullable(), sha256: z.string().nullable() }),
  ),
  table: z.object({ instrument: BilingualText, because: z.array(z.string()) }),
  /** Why another than the table's was chosen. */
  deviation: z.string().nullable(),
  raisedFrom: z.string().nullable(),
  unitFirst: z.string().nullable(),
  casework: z.string().nullable(),
  inquiry: z.string().nullable(),
  proposedBy: Person,
  deciders: z.array(Person),
  stateBy: DayText.nullable(),
  returned: z.string().nullable(),
  statement: z.object({ text: z.string(), hearing: z.boolean(), at: InstantText }).nullable(),
  hearingHeld: z.object({ on: DayText, minutes: z.string() }).nullable(),
  agreed: z.array(z.object({ by: Person, reason: z.string(), at: InstantText })),
  decision: z
    .object({
      number: z.string(),
      on: DayText,
      heard: z.boolean(),
      level: z.enum(LEVELS),
      named: z.boolean(),
      hash: z.string(),
    })
    .nullable(),
  served: z.object({ on: DayText, way: z.string() }).nullable(),
  personnelReceivedAt: InstantText.nullable(),
  answers: z.array(
    z.object({
      text: z.string(),
      proof: z.array(z.string()),
      at: InstantText,
      by: Person,
      likeness: z.object({ percent: z.number(), file: z.string() }).nullable(),
      judged: z.object({ accepted: z.boolean(), reason: z.string(), by: Person }).nullable(),
    }),
  ),
  extended: z.object({ until: DayText, reason: z.string() }).nullable(),
  ranOut: DayText.nullable(),
  talk: z
    .object({
      on: DayText,
      interviewer: z.string(),
      factsShown: z.string(),
      promises: z.string(),
      checkBy: DayText,
      signedBy: z.string(),
    })
    .nullable(),
  check: z.object({ on: DayText, kept: z.boolean(), note: z.string(), by: Person }).nullable(),
  apology: z
    .object({ text: z.string(), channel: z.string(), on: DayText, link: z.string().nullable() })
    .nullable(),
  confirmed: z.object({ seen: z.boolean(), how: z.string() }).nullable(),
  circular: z
    .object({
      text: z.string(),
      reach: z.array(
        z.object({ unit: Named, readAt: InstantText.nullable(), changes: z.string().nullable() }),
      ),
    })
    .nullable(),
  result: z
    .object({
      outcome: z.enum(RESULTS),
      on: DayText,
      document: z.string(),
      post: z.string().nullable(),
      rank: z.enum(RANKS).nullable(),
      reason: z.string(),
      swapped: z.enum(['sideways', 'promotion']).nullable(),
    })
    .nullable(),
  appealWay: z.array(AppealStep),
  appealBy: DayText.nullable(),
  appeals: z.array(
    z.object({
      step: z.number(),
      grounds: z.string(),
      on: DayText,
      decideBy: DayText,
      decided: z
        .object({ outcome: z.enum(['upheld', 'cleared']), reasons: z.string(), by: Person, at: InstantText })
        .nullable(),
    }),
  ),
  ended: z.object({ reason: z.string(), by: Person, at: InstantText }).nullable(),
  acts: z.array(MeasureAct),
})
export type MeasureView = z.infer<typeof MeasureView>

export const listMeasures = endpoint({
  name: 'listAccountabilityMeasures',
  method: 'GET',
  path: '/api/accountability/files',
  summary: {
    zh: '问责案卷：本人（本单位）的，或者全部',
    en: 'Files on measures, as far as the reader may see them',
  },
  guard: 'accountability.read',
  recorded: 'listed',
  query: PurposeQuery.extend({
    unit: z.string().max(80).optional(),
    account: z.string().max(80).optional(),
    instrument: z.string().max(60).optional(),
    stage: z.enum(STAGES).optional(),
    kind: z.enum(['unit', 'person']).optional(),
    /** With those that are over: ordinary views leave them out. */
    over: z.enum(['yes']).optional(),
  }),
  answer: z.object({ rows: z.array(MeasureRow) }),
})

export const getMeasure = endpoint({
  name: 'getAccountabilityMeasure',
  method: 'GET',
  path: '/api/accountability/files/{file}',
  summary: { zh: '一份问责案卷', en: 'One file on a measure' },
  guard: 'accountability.read',
  recorded: 'opened',
  params: FileParams,
  answer: MeasureView,
})

export const NewMeasure = z.object({
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unit'), unit: z.string().max(80) }),
    z.object({
      kind: z.literal('person'),
      unit: z.string().max(80),
      account: z.string().max(80),
      post: z.string().max(80).nullable().default(null),
      status: z.enum(STATUSES),
      rank: z.enum(RANKS),
    }),
  ]),
  /** The table's choice where it is left out. */
  instrument: z.string().max(60).nullable().default(null),
  deviation: Reason.nullable().default(null),
  findings: z.array(z.string().max(40)).max(50),
  facts: z.string().max(4000),
  basis: z.string().max(500),
  evidence: z
    .array(
      z.object({
        text: z.string().min(2).max(500),
        reference: z.string().max(200).nullable().default(null),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .nullable()
          .default(null),
      }),
    )
    .max(50),
  unitAside: Reason.nullable().default(null),
  period: z.string().max(10).nullable().default(null),
})

export const proposeMeasure = endpoint({
  name: 'proposeMeasure',
  method: 'POST',
  path: '/api/accountability/files',
  summary: { zh: '提出处理', en: 'Propose a measure' },
  guard: 'accountability.propose',
  body: NewMeasure,
  answer: MeasureView,
})

/** What the table gives for such findings, before anything is proposed. */
export const suggestMeasure = endpoint({
  name: 'suggestMeasure',
  method: 'GET',
  path: '/api/accountability/suggestion',
  summary: { zh: '对照表给出的处理', en: 'What the table gives' },
  guard: 'accountability.propose',
  query: z.object({
    kind: z.enum(['unit', 'person']),
    unit: z.string().max(80),
    account: z.string().max(80).optional(),
    status: z.enum(STATUSES).optional(),
    finding: z.string().max(40),
  }),
  answer: z.object({
    instrument: z.object({ code: z.string(), name: BilingualText, grade: z.number() }),
    because: z.array(z.string()),
    raisedFrom: z.string().nullable(),
  }),
})

const act = <Body extends z.ZodType>(
  name: string,
  path: string,
  { zh, en, guard, body }: { zh: string; en: string; guard: string; body: Body },
) =>
  endpoint({
    name,
    method: 'POST',
    path: `/api/accountability/files/{file}/${path}`,
    summary: { zh, en },
    guard,
    params: FileParams,
    body,
    answer: MeasureView,
  })

const PROPOSE = 'accountability.propose'
const DECIDE = 'accountability.decide'
const STATE = 'accountability.state'
const PERSONNEL = 'accountability.personnel'
const reason = z.object({ reason: Reason })

export const noticeMeasure = act('noticeMeasure', 'notice', {
  ...{ zh: '告知当事人并报请决定', en: 'Tell the subject and put it before its deciders', guard: PROPOSE },
  body: z.object({ deciders: z.array(z.string().max(80)).min(1).max(5) }),
})
export const dropMeasure = act('dropMeasure', 'drop', {
  ...{ zh: '不予处理', en: 'Drop the proposal', guard: PROPOSE, body: reason },
})
export const stateMeasure = act('stateMeasure', 'statement', {
  ...{ zh: '陈述申辩', en: 'State a case', guard: STATE },
  body: z.object({ text: z.string().max(4000), hearing: z.boolean().default(false) }),
})
export const hearMeasure = act('hearMeasure', 'hearing', {
  ...{ zh: '登记听证', en: 'Enter the hearing', guard: PROPOSE },
  body: z.object({ on: DayText, minutes: z.string().max(4000) }),
})
export const decideMeasure = act('decideMeasure', 'decision', {
  ...{ zh: '同意或者退回', en: 'Agree, or give it back', guard: DECIDE },
  body: z.object({
    agrees: z.boolean(),
    reason: Reason,
    level: z.enum(LEVELS).default('none'),
    named: z.boolean().default(false),
  }),
})
export const serveMeasure = act('serveMeasure', 'service', {
  ...{ zh: '登记送达', en: 'Enter the service', guard: PROPOSE },
  body: z.object({ on: DayText, way: z.string().max(200) }),
})
export const withdrawMeasure = act('withdrawMeasure', 'withdrawal', {
  ...{ zh: '撤回已作出的处理', en: 'Withdraw a measure', guard: PROPOSE, body: reason },
})
export const answerMeasure = act('answerMeasure', 'answer', {
  ...{ zh: '答复、检查材料或者整改证明', en: 'Reply, text or proof', guard: STATE },
  body: z.object({
    text: z.string().max(8000),
    proof: z.array(z.string().min(2).max(300)).max(20).default([]),
  }),
})
export const judgeMeasureAnswer = act('judgeMeasureAnswer', 'judgement', {
  ...{ zh: '接受或者退回答复', en: 'Accept an answer, or send it back', guard: PROPOSE },
  body: z.object({ accepted: z.boolean(), reason: Reason }),
})
export const extendMeasure = act('extendAccountabilityMeasure', 'extension', {
  ...{ zh: '延期一次', en: 'Extend it once', guard: PROPOSE },
  body: z.object({ until: DayText, reason: Reason }),
})
export const talkMeasure = act('talkMeasure', 'talk', {
  ...{ zh: '登记谈话', en: 'Enter the talk', guard: PROPOSE },
  body: z.object({
    on: DayText,
    interviewer: Text,
    factsShown: z.string().max(2000),
    promises: z.string().max(2000),
    checkBy: DayText,
    signedBy: z.string().max(100),
  }),
})
export const checkMeasureTalk = act('checkMeasureTalk', 'check', {
  ...{ zh: '谈话后检查', en: 'Check after the talk', guard: PROPOSE },
  body: z.object({ on: DayText, kept: z.boolean(), note: Reason }),
})
export const apologiseMeasure = act('apologiseMeasure', 'apology', {
  ...{ zh: '登记公开道歉', en: 'Enter the apology', guard: STATE },
  body: z.object({
    text: z.string().max(4000),
    channel: Text,
    on: DayText,
    link: z.string().max(300).nullable().default(null),
  }),
})
export const confirmMeasureApology = act('confirmMeasureApology', 'confirmation', {
  ...{ zh: '受影响的人是否看到道歉', en: 'Whether the harmed saw the apology', guard: PROPOSE },
  body: z.object({ seen: z.boolean(), how: z.string().max(300), harmed: z.string().max(100) }),
})
export const circulateMeasure = act('circulateMeasure', 'circular', {
  ...{ zh: '发出通报', en: 'Send the circular', guard: PROPOSE },
  body: z.object({ text: z.string().max(4000), reach: z.array(z.string().max(80)).max(500) }),
})
export const returnMeasureResult = act('returnMeasureResult', 'result', {
  ...{ zh: '回告结果', en: 'Return what came of it', guard: PERSONNEL },
  body: z.object({
    outcome: z.enum(RESULTS),
    on: DayText,
    document: z.string().max(200),
    post: z.string().max(100).nullable().default(null),
    rank: z.enum(RANKS).nullable().default(null),
    reason: Reason.default(''),
  }),
})
export const receiveMeasure = act('receiveMeasure', 'receipt', {
  ...{ zh: '签收处理决定', en: 'Receive the decision', guard: PERSONNEL, body: z.object({}) },
})
export const appealMeasure = act('appealMeasure', 'appeal', {
  ...{ zh: '申请复核、申诉', en: 'Appeal', guard: STATE },
  body: z.object({ grounds: z.string().max(4000) }),
})
export const judgeMeasureAppeal = act('judgeMeasureAppeal', 'appeal-decision', {
  ...{ zh: '决定复核、申诉', en: 'Decide an appeal', guard: DECIDE },
  body: z.object({ outcome: z.enum(['upheld', 'cleared']), reasons: z.string().max(2000) }),
})

/** 通报阅签: by the units that it went to, without the file behind it. */
export const CircularRow = z.object({
  file: z.string(),
  number: z.string(),
  on: DayText,
  text: z.string(),
  readAt: InstantText.nullable(),
  changes: z.string().nullable(),
})
export type CircularRow = z.infer<typeof CircularRow>
export const listMeasureCirculars = endpoint({
  name: 'listMeasureCirculars',
  method: 'GET',
  path: '/api/accountability/circulars',
  summary: { zh: '发给本单位的通报', en: 'Circulars to the own unit' },
  guard: 'accountability.state',
  answer: z.object({ rows: z.array(CircularRow) }),
})
export const readMeasureCircular = endpoint({
  name: 'readMeasureCircular',
  method: 'POST',
  path: '/api/accountability/circulars/{file}/reading',
  summary: { zh: '阅签通报，写明本单位改什么', en: 'Acknowledge a circular, and say what changes' },
  guard: 'accountability.state',
  params: FileParams,
  body: z.object({ changes: z.string().max(1000) }),
  answer: z.object({ rows: z.array(CircularRow) }),
})

export const measurePaper = endpoint({
  name: 'measurePaper',
  method: 'GET',
  path: '/api/accountability/files/{file}/paper',
  summary: { zh: '处理决定书（PDF）', en: 'The decision as a paper (PDF)' },
  guard: 'accountability.read',
  recorded: 'opened',
  kind: 'stream',
  params: FileParams,
})

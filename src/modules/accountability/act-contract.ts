import { z } from 'zod'
import { DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { MeasureView } from './measure-contract.ts'
import { LEVELS, RANKS, RESULTS } from './terms.ts'

const Text = z.string().trim().min(1).max(4000)
const Reason = z.string().max(1000)
const FileParams = z.object({ file: z.string().max(20) })

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
  ...{ zh: '不予处理', en: 'Drop the proposal', guard: DECIDE, body: reason },
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
  ...{ zh: '提出撤回已作出的处理', en: 'Propose to withdraw a measure', guard: DECIDE, body: reason },
})
export const decideMeasureWithdrawal = act('decideMeasureWithdrawal', 'withdrawal/decision', {
  ...{ zh: '确认或者不同意撤回', en: 'Confirm the withdrawal of a measure, or refuse it', guard: DECIDE },
  body: z.object({ agrees: z.boolean(), reason: Reason }),
})
export const nameAppealJudge = act('nameMeasureAppealJudge', 'appeal-judge', {
  ...{ zh: '密封案卷：指定申诉决定人', en: 'In a sealed file: name who decides the appeal', guard: DECIDE },
  body: z.object({ judge: z.string().max(80) }),
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
    /** Everybody may be shown it: an address of the web and no other. */
    link: z
      .string()
      .max(300)
      .regex(/^https?:\/\//)
      .nullable()
      .default(null),
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
  body: z.object({
    grounds: z.string().max(4000),
    /** 不经复核，直接申诉. */
    direct: z.boolean().default(false),
  }),
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

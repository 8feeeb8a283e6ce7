import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { FLAGS, MEASURE_STATES, TREATS } from './terms.ts'

const Reason = z.string().max(1000)
const Account = z.string().max(80)
const Person = z.object({ account: z.string(), name: z.string() })

export const MeasureView = z.object({
  measure: z.string(),
  unit: z.string(),
  unitName: BilingualText,
  problems: z.array(z.string()),
  state: z.enum(MEASURE_STATES),
  action: z.string(),
  result: z.string(),
  treats: z.enum(TREATS),
  changes: z.object({ kind: z.enum(['rule', 'process']), document: z.string() }).nullable(),
  atOnce: z.boolean(),
  leader: Person,
  officer: Person,
  dueOn: DayText,
  firstDueOn: DayText,
  overdue: z.boolean(),
  /** The office sees who answered for it before; nobody takes a line away. */
  owners: z.array(
    z.object({
      at: InstantText,
      by: z.string(),
      leader: z.string(),
      officer: z.string(),
      reason: z.string(),
    }),
  ),
  extensions: z.array(
    z.object({ at: InstantText, by: z.string(), from: DayText, to: DayText, reason: z.string() }),
  ),
  proofs: z.array(
    z.object({
      file: z.string(),
      name: z.string(),
      sha256: z.string(),
      text: z.string(),
      at: InstantText,
      by: z.string(),
    }),
  ),
  handedIn: z.object({ at: InstantText, by: z.string(), text: z.string() }).nullable(),
  verified: z.object({ at: InstantText, by: z.string(), text: z.string() }).nullable(),
  returned: z.array(z.object({ at: InstantText, by: z.string(), text: z.string() })),
  checklist: z.array(
    z.object({
      point: z.string(),
      passed: z.boolean().nullable(),
      note: z.string(),
      by: z.string().nullable(),
    }),
  ),
  published: z
    .object({ problem: z.string(), action: z.string(), result: z.string(), dueOn: DayText, at: InstantText })
    .nullable(),
  editions: z.number().int(),
  /** What readers wrote goes to the office, not to the unit: there it is null. */
  comments: z
    .array(
      z.object({
        comment: z.string(),
        at: InstantText,
        solved: z.boolean(),
        text: z.string(),
        answer: z.string().nullable(),
      }),
    )
    .nullable(),
  checks: z.array(
    z.object({ round: z.string(), at: InstantText, by: z.string(), stands: z.boolean(), text: z.string() }),
  ),
  flags: z.array(z.enum(FLAGS)),
  may: z.object({
    prove: z.boolean(),
    handIn: z.boolean(),
    verify: z.boolean(),
    extend: z.boolean(),
    changeOwners: z.boolean(),
    publish: z.boolean(),
  }),
})
export type MeasureView = z.infer<typeof MeasureView>

const Params = z.object({ measure: z.string().max(30) })
const path = '/api/rectification/measures'

/** 制定措施: against one problem or several. */
export const planMeasure = endpoint({
  name: 'planMeasure',
  method: 'POST',
  path,
  summary: { zh: '制定整改措施', en: 'Plan a measure' },
  guard: 'rectification.act',
  body: z.object({
    unit: z.string().max(80),
    problems: z.array(z.string().max(30)).max(50),
    action: z.string().trim().min(4).max(1000),
    result: z.string().trim().min(4).max(1000),
    treats: z.enum(TREATS),
    changes: z
      .object({ kind: z.enum(['rule', 'process']), document: z.string().trim().min(2).max(200) })
      .nullable()
      .default(null),
    atOnce: z.boolean().default(false),
    leader: Account,
    officer: Account,
    /** A day; anything else is refused with what to do. */
    dueOn: z.string().max(20),
  }),
  answer: MeasureView,
})

export const getMeasure = endpoint({
  name: 'getMeasure',
  method: 'GET',
  path: `${path}/{measure}`,
  summary: { zh: '一条整改措施', en: 'One measure' },
  guard: 'rectification.read',
  params: Params,
  answer: MeasureView,
})

const changes = <Body extends z.ZodType>(
  name: string,
  given: { path: string; guard: string; summary: { zh: string; en: string }; body: Body },
) =>
  endpoint({
    ...{
      name,
      method: 'POST',
      path: `${path}/{measure}/${given.path}`,
      summary: given.summary,
      guard: given.guard,
    },
    ...{ params: Params, body: given.body, answer: MeasureView },
  })

export const linkMeasure = changes('linkMeasure', {
  path: 'problems',
  guard: 'rectification.act',
  summary: { zh: '同一措施解决另一问题', en: 'The same measure mends another problem' },
  body: z.object({ problem: z.string().max(30) }),
})

export const changeOwners = changes('changeOwners', {
  path: 'owners',
  guard: 'rectification.act',
  summary: { zh: '更换责任人', en: 'Change who answers for it' },
  body: z.object({ leader: Account, officer: Account, reason: Reason }),
})

export const extendMeasure = changes('extendMeasure', {
  path: 'extensions',
  guard: 'rectification.keep',
  summary: { zh: '延长整改时限', en: 'Give more time, with the reason' },
  body: z.object({ dueOn: z.string().max(20), reason: Reason }),
})

export const handInMeasure = changes('handInMeasure', {
  path: 'hand-in',
  guard: 'rectification.act',
  summary: { zh: '报请验收', en: 'Hand it in to be verified' },
  body: z.object({ text: Reason.default(''), deviation: Reason.default('') }),
})

export const verifyMeasure = changes('verifyMeasure', {
  path: 'verification',
  guard: 'rectification.verify',
  summary: { zh: '验收', en: 'Verify it, or give it back' },
  body: z.object({ passed: z.boolean(), text: Reason }),
})

export const markMeasure = changes('markMeasure', {
  path: 'marks',
  guard: 'rectification.verify',
  summary: { zh: '质量清单逐条评定', en: 'Mark a point of the checklist' },
  body: z.object({ point: z.string().max(60), passed: z.boolean(), note: z.string().max(300).default('') }),
})

export const publishMeasure = changes('publishMeasure', {
  path: 'publication',
  guard: 'rectification.act',
  summary: { zh: '公开承诺', en: 'Publish it as a commitment' },
  body: z.object({
    problem: z.string().trim().min(4).max(1000),
    action: z.string().trim().min(4).max(1000),
    result: z.string().trim().min(4).max(1000),
  }),
})

export const answerReader = changes('answerReader', {
  path: 'answers',
  guard: 'rectification.keep',
  summary: { zh: '答复群众意见', en: 'Answer what a reader wrote' },
  body: z.object({ comment: z.string().max(40), text: Reason }),
})

export const checkMeasure = changes('checkMeasure', {
  path: 'checks',
  guard: 'rectification.keep',
  summary: { zh: '抽查已销号措施', en: 'Check a closed measure that was drawn' },
  body: z.object({
    round: z.string().max(80),
    stands: z.boolean(),
    text: Reason,
    /** The days that the papers shown bear. */
    papersOn: z.array(DayText).max(50).default([]),
  }),
})

export const addProof = endpoint({
  name: 'addProof',
  method: 'POST',
  path: `${path}/{measure}/proofs`,
  summary: { zh: '上传整改证明', en: 'Hand in a proof' },
  guard: 'rectification.act',
  kind: 'upload',
  params: Params,
  query: z.object({ name: z.string().min(1).max(200), text: z.string().max(300).default('') }),
  answer: MeasureView,
})

export const readProof = endpoint({
  name: 'readProof',
  method: 'GET',
  path: `${path}/{measure}/proofs/{file}`,
  summary: { zh: '看整改证明', en: 'Read a proof' },
  guard: 'rectification.read',
  kind: 'stream',
  recorded: 'opened',
  params: Params.extend({ file: z.string().max(80) }),
  query: z.object({ purpose: z.string().min(2).max(200) }),
})

import { z } from 'zod'
import { DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { FileParams, FileView, HandedIn } from './file-contract.ts'

const Limit = z.string().regex(/^\d{1,3}(W|D|h|WH)$/)

/** What a refusal cites (ITEM-12, CASE-36). */
const CitedGrounds = {
  /** Codes of the published conditions that are not met. */
  unmet: z.array(z.string().max(60)).max(60).default([]),
  /** 解释性不予: the clause as it is read, and the lawful way that stays open. */
  interpretation: z
    .object({ clause: z.string().max(500), alternative: z.string().max(1000) })
    .nullable()
    .default(null),
}

/** What a desk does with a file: one address each, and the file as it stands afterwards. */
export const deskAct = <B extends z.ZodType>(
  name: string,
  path: string,
  zh: string,
  en: string,
  guard: string,
  body: B,
) =>
  endpoint({
    name,
    method: 'POST',
    path: `/api/files/{caseNo}/${path}`,
    summary: { zh, en },
    guard,
    params: FileParams,
    body,
    versioned: true,
    answer: FileView,
  })
export const supplementNotice = deskAct(
  'supplementNotice',
  'supplement-notice',
  '一次性补正告知',
  'The one supplement notice',
  'files.handle',
  z.object({
    missing: z.array(z.string().max(60)).max(200),
    /** What is wrong with one that was handed in, or worth saying of one that was not; by code. */
    wrong: z.record(z.string().max(60), z.string().max(500)).default({}),
    /** The applicant stood there and said that he understood what to bring. */
    understood: z.boolean().default(false),
    orally: z.boolean().default(false),
    exception: z.string().max(500).nullable().default(null),
  }),
)
export const supplyMaterials = deskAct(
  'supplyMaterials',
  'materials',
  '补交材料',
  'Hand in what was missing',
  'files.handle',
  z.object({ materials: z.array(HandedIn).max(200) }),
)
export const acceptFile = deskAct(
  'acceptFile',
  'acceptance',
  '受理',
  'Accept',
  'files.handle',
  z.object({ notOnTheSpot: z.string().max(500).optional(), promisedUntil: InstantText.optional() }),
)
export const declineFile = deskAct(
  'declineFile',
  'refusal',
  '不予受理',
  'Decline',
  'files.handle',
  z.object({
    reason: z.string().max(2000),
    basis: z.string().max(500),
    nextStep: z.string().max(1000),
    /** No licence is needed, not within this office's power, or a condition of the guide. */
    ground: z.enum(['notNeeded', 'notOurs', 'condition']).nullable().default(null),
    ...CitedGrounds,
  }),
)
export const finishStep = deskAct(
  'finishStep',
  'steps',
  '环节办结',
  'Finish a step',
  'files.handle',
  z.object({
    step: z.string().max(60),
    outcome: z.enum(['agreed', 'objected']),
    opinion: z.string().max(2000).default(''),
  }),
)
export const sendBack = deskAct(
  'sendBack',
  'sent-back',
  '退回上一环节（内部）',
  'Send back to an earlier desk of the office',
  'files.handle',
  z.object({ from: z.string().max(60), to: z.string().max(60), reason: z.string().max(1000) }),
)
export const suspendFile = deskAct(
  'suspendFile',
  'suspension',
  '进入特别程序',
  'Suspend for a listed ground',
  'files.handle',
  z.object({
    ground: z.string().max(60),
    document: z.string().max(200),
    told: z.boolean(),
    /** 所需时间 that the applicant is told in writing (行政许可法 45); left out: what the guide announced. */
    needs: Limit.nullable().default(null),
  }),
)
export const resumeFile = deskAct(
  'resumeFile',
  'resumption',
  '特别程序结束',
  'Resume',
  'files.handle',
  z.object({ document: z.string().max(200) }),
)
export const askExtension = deskAct(
  'askExtension',
  'extension-request',
  '申请延期',
  'Ask for an extension',
  'files.handle',
  z.object({ by: Limit, reason: z.string().max(1000) }),
)
export const grantExtension = deskAct(
  'grantExtension',
  'extension',
  '批准延期（上级）',
  'Grant the extension, above the unit',
  'files.extend',
  z.object({ told: z.boolean() }),
)
export const refuseExtension = deskAct(
  'refuseExtension',
  'extension-refusal',
  '不批准延期',
  'Refuse the extension',
  'files.extend',
  z.object({ reason: z.string().max(1000) }),
)
export const decideFile = deskAct(
  'decideFile',
  'decision',
  '作出决定',
  'Decide',
  'files.handle',
  z.object({
    outcome: z.enum(['granted', 'denied']),
    reasons: z.string().max(4000).default(''),
    basis: z.string().max(1000).default(''),
    result: z.string().max(200).nullable().default(null),
    /** After a hearing: how what was heard is taken into account. */
    heard: z.string().max(4000).optional(),
    /** The number printed on the licence; one is drawn where it is left out. */
    licenceNumber: z.string().max(60).nullable().default(null),
    /** 隐瞒有关情况或者提供虚假材料: what was found, with a denial (行政许可法 78). */
    falseMaterial: z.string().max(1000).nullable().default(null),
    ...CitedGrounds,
    /** 裁量基准: the grade that applies, where the item has a table. */
    grade: z.string().max(60).nullable().default(null),
    /** Why it came so early or so late among like cases. */
    timing: z.string().max(500).nullable().default(null),
    /** 落款日期, where the paper bears one: today and no other day. */
    dated: DayText.nullable().default(null),
  }),
)
export const deliverFile = deskAct(
  'deliverFile',
  'delivery',
  '送达',
  'Deliver',
  'files.handle',
  z.object({
    way: z.enum(['inPerson', 'post', 'electronic']),
    proof: z.string().max(200),
    /** The postmark, for what went by post: the day of posting counts as the day of delivery. */
    postedOn: DayText.nullable().default(null),
  }),
)
export const correctFile = deskAct(
  'correctFile',
  'correction',
  '更正或撤销决定',
  'Correct or revoke the decision',
  'files.handle',
  z.object({
    subject: z.enum(['reasons', 'result', 'revoked']),
    to: z.string().max(4000).default(''),
    reason: z.string().max(1000),
  }),
)

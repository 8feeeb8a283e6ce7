import { z } from 'zod'
import { DayText, endpoint } from '#kernel/endpoint.ts'
import { KeptFile } from '#modules/vault/contract.ts'
import { MEETING_KINDS, OPINION_RESULTS, RULINGS } from './branch-shape.ts'
import { FileParams } from './file-contract.ts'
import { JointView } from './joint-shape.ts'
import { TrackedFile, TrackedProof } from './portal-contract.ts'

const Branch = z.string().max(60)
const Said = z.string().max(4000)

export const getJoint = endpoint({
  name: 'getJoint',
  method: 'GET',
  path: '/api/joint/{caseNo}',
  summary: {
    zh: '联合审批：牵头部门看全部分支，参加部门看自己的分支',
    en: 'Joint handling: all branches for the lead, its own for a department that takes part',
  },
  guard: 'joint.read',
  recorded: 'opened',
  params: FileParams,
  versioned: true,
  answer: JointView,
})

export const jointUploads = endpoint({
  name: 'jointUploads',
  method: 'GET',
  path: '/api/joint/{caseNo}/uploads',
  summary: {
    zh: '申请人交的文件，各参加部门共用一份',
    en: 'What the applicant sent, one set for all departments',
  },
  guard: 'joint.read',
  params: FileParams,
  answer: z.object({ rows: z.array(KeptFile.extend({ material: z.string() })) }),
})

export const readJointUpload = endpoint({
  name: 'readJointUpload',
  method: 'GET',
  path: '/api/joint/{caseNo}/uploads/{file}',
  summary: {
    zh: '参加部门查看文件（留痕）',
    en: 'A department that takes part reads a file, which is recorded',
  },
  guard: 'files.handle',
  params: FileParams.extend({ file: z.string().max(60) }),
  query: z.object({ purpose: z.string().min(2).max(200) }),
  kind: 'stream',
})

const jointAct = <B extends z.ZodType>(
  name: string,
  path: string,
  [zh, en]: readonly [string, string],
  guard: string,
  body: B,
) =>
  endpoint({
    ...{ name, method: 'POST', path: `/api/joint/{caseNo}/${path}`, summary: { zh, en }, guard },
    ...{ params: FileParams, body, versioned: true, answer: JointView },
  })

const Spoken = z.object({
  result: z.enum(OPINION_RESULTS),
  reason: Said.default(''),
  basis: z.string().max(500).default(''),
  conditions: Said.default(''),
})

export const giveOpinion = jointAct(
  'giveOpinion',
  'opinions',
  ['出具分支意见', 'Give the opinion of a branch'],
  'files.handle',
  Spoken.extend({ branch: Branch }),
)

export const waitForBranch = jointAct(
  'waitForBranch',
  'waiting',
  [
    '以等待其他部门为由不办（没有列明依赖的不准）',
    'Wait for another department, which is refused unless it is listed',
  ],
  'files.handle',
  z.object({ branch: Branch, other: Branch, reason: z.string().max(500).default('') }),
)

export const askPapers = jointAct(
  'askPapers',
  'papers',
  ['需要补充的材料向牵头部门提出', 'Ask the lead department for papers; the applicant carries none'],
  'files.handle',
  z.object({
    branch: Branch,
    papers: z.string().max(1000),
    from: z.enum(['lead', 'applicant']).default('lead'),
  }),
)

export const callMeeting = jointAct(
  'callMeeting',
  'meetings',
  ['通知联合会审、踏勘', 'Call a joint meeting or site survey'],
  'files.handle',
  z.object({
    kind: z.enum(MEETING_KINDS),
    on: DayText,
    place: z.string().max(200),
    matter: z.string().max(1000),
    units: z.array(z.string().max(80)).max(40),
  }),
)

export const holdMeeting = jointAct(
  'holdMeeting',
  'minutes',
  ['登记会审、踏勘结果', 'Enter what came of the meeting or survey'],
  'files.handle',
  z.object({
    meeting: z.string().max(20),
    heldOn: DayText,
    attended: z.array(z.object({ unit: z.string().max(80), people: z.string().max(200) })).max(40),
    absent: z.array(z.string().max(80)).max(40),
    opinions: z
      .array(Spoken.extend({ unit: z.string().max(80) }))
      .max(40)
      .default([]),
    result: Said,
  }),
)

export const ruleConflict = jointAct(
  'ruleConflict',
  'ruling',
  ['裁定不一致的意见', 'Rule on opinions that conflict'],
  'joint.rule',
  z.object({ outcome: z.enum(RULINGS), reason: Said, basis: z.string().max(500) }),
)

export const assembleJoint = jointAct(
  'assembleJoint',
  'assembly',
  ['牵头部门汇总意见', 'The lead department assembles the opinions'],
  'files.handle',
  z.object({ summary: Said }),
)

const tracked = <B extends z.ZodRawShape>(
  name: string,
  path: string,
  [zh, en]: readonly [string, string],
  body: B,
) =>
  endpoint({
    ...{ name, method: 'POST', path: `/api/track/{caseNo}/${path}`, summary: { zh, en }, guard: 'public' },
    ...{ params: FileParams, body: TrackedProof.extend(body), answer: TrackedFile },
  })

export const withdrawBranchTracked = tracked(
  'withdrawBranchTracked',
  'branch-withdrawal',
  ['申请人撤回一个分支，其余照常办理', 'The applicant withdraws one branch; the others go on'],
  { branch: Branch, reason: z.string().max(500).default('') },
)

export const reportCarryingTracked = tracked(
  'reportCarryingTracked',
  'carrying',
  ['反映被要求自己在部门之间送材料', 'Say that one was told to carry papers between departments'],
  { where: z.string().max(500) },
)

import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText, pageOf, PageQuery } from '#kernel/endpoint.ts'
import { ApplicantFields, KeptFile, PersonFields } from '#modules/vault/contract.ts'
import { ACTIONS, CHANNELS, GRADES, STATUSES } from './terms.ts'

/** `cases` is what supervision calls its watched cases of every log; files handled on the platform live under `/api/files`. */
const Text = (max = 2000) => z.string().trim().min(1).max(max)
const CaseNo = z.string().min(3).max(60)
const FileParams = z.object({ caseNo: CaseNo })
const Limit = z.string().regex(/^\d{1,3}(W|D|h|WH)$/)

export const HandedIn = z.object({
  code: z.string().max(60),
  form: z.enum(['original', 'copy', 'electronic', 'shared']),
  copies: z.number().int().min(0).max(99).default(1),
  files: z.array(z.string().max(80)).max(20).default([]),
})

export const FileClock = z.object({
  clock: z.string(),
  limit: z.enum(['answer', 'statutory', 'committed', 'delivery', 'step']),
  step: z.string().nullable(),
  unit: z.string(),
  status: z.enum(['open', 'suspended', 'stopped', 'expired']),
  dueAt: InstantText.nullable(),
  provisional: z.boolean(),
  expiredAt: InstantText.nullable(),
  /** Working days left until the due day, today not counted; negative when past; null while suspended. */
  daysLeft: z.number().int().nullable(),
})
export type FileClock = z.infer<typeof FileClock>

export const FileRow = z.object({
  caseNo: z.string(),
  item: z.string(),
  itemName: BilingualText,
  unit: z.string(),
  status: z.enum(STATUSES),
  channel: z.enum(CHANNELS),
  applicant: z.string(),
  receivedAt: InstantText,
  acceptedAt: InstantText.nullable(),
  endedAt: InstantText.nullable(),
  outcome: z.enum(['granted', 'denied']).nullable(),
  dueAt: InstantText.nullable(),
  daysLeft: z.number().int().nullable(),
  provisional: z.boolean(),
  version: z.number().int(),
})
export type FileRow = z.infer<typeof FileRow>

/** 我的工作: something that one desk has to do now. */
export const WorkRow = z.object({
  caseNo: z.string(),
  kind: z.enum(['answer', 'step', 'decide', 'deliver', 'extension']),
  step: z.string().nullable(),
  title: BilingualText,
  item: z.string(),
  itemName: BilingualText,
  applicant: z.string(),
  unit: z.string(),
  post: z.string().nullable(),
  status: z.enum(STATUSES),
  since: InstantText,
  dueAt: InstantText.nullable(),
  daysLeft: z.number().int().nullable(),
  provisional: z.boolean(),
  /** Mine as holder; borrowed while the holder is away; or another's of my unit. */
  whose: z.enum(['mine', 'borrowed', 'unit']),
  sentBack: z.number().int(),
})
export type WorkRow = z.infer<typeof WorkRow>

export const FileStep = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  post: z.string(),
  group: z.number().int(),
  status: z.enum(['waiting', 'open', 'done']),
  since: InstantText.nullable(),
  doneAt: InstantText.nullable(),
  doneBy: z.string().nullable(),
  outcome: z.enum(['agreed', 'objected']).nullable(),
  opinion: z.string(),
  sentBack: z.number().int(),
})

export const FileMaterial = z.object({
  code: z.string(),
  name: z.string(),
  necessity: z.enum(['necessary', 'whenApplicable', 'mayFollow']),
  guidance: z.string(),
  handedIn: HandedIn.nullable(),
})

export const FileEvent = z.object({
  version: z.number().int(),
  type: z.string(),
  at: InstantText,
  recordedAt: InstantText,
  actor: z.string(),
  text: BilingualText,
  /** The paper that went out with it. */
  notice: z.object({ notice: z.string(), number: z.string() }).nullable(),
})

export const OfferedAction = z.object({
  action: z.enum(ACTIONS),
  whyNot: BilingualText.nullable(),
  steps: z.array(z.string()),
})

export const FileView = FileRow.extend({
  itemVersion: z.number().int(),
  counter: z.string().nullable(),
  onTheSpot: z.boolean(),
  materials: z.array(FileMaterial),
  steps: z.array(FileStep),
  clocks: z.array(FileClock),
  supplement: z
    .object({
      at: InstantText,
      missing: z.array(z.string()),
      times: z.number().int(),
      suppliedAt: InstantText.nullable(),
    })
    .nullable(),
  suspension: z.object({ since: InstantText, ground: z.string(), text: BilingualText }).nullable(),
  /** What the rule of the statutory clock allows as grounds for a suspension. */
  suspensionGrounds: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  extension: z
    .object({
      status: z.enum(['asked', 'granted', 'refused']),
      by: z.string(),
      reason: z.string(),
      askedBy: z.string(),
    })
    .nullable(),
  deemedAccepted: z.boolean(),
  decision: z
    .object({
      at: InstantText,
      by: z.string(),
      outcome: z.enum(['granted', 'denied']),
      deemed: z.boolean(),
      reasons: z.string(),
      basis: z.string(),
      result: z.string().nullable(),
      revoked: z.boolean(),
    })
    .nullable(),
  deliveredAt: InstantText.nullable(),
  rating: z.object({ grade: z.enum(GRADES), tags: z.array(z.string()), text: z.string() }).nullable(),
  timeline: z.array(FileEvent),
  actions: z.array(OfferedAction),
})
export type FileView = z.infer<typeof FileView>

/** A clock as a ribbon and the reasons for its date. `days` has the shape of the watch's ribbon: one drawing for all. */
export const FileClockPanel = z.object({
  clock: z.string(),
  limit: FileClock.shape.limit,
  step: z.string().nullable(),
  title: BilingualText,
  /** Row of the statutory table. */
  rule: z.string().nullable(),
  basis: z.string(),
  /** As in `20W`. */
  length: z.string(),
  status: FileClock.shape.status,
  startedAt: InstantText,
  stoppedAt: InstantText.nullable(),
  dueAt: InstantText.nullable(),
  provisional: z.boolean(),
  reasons: z.array(BilingualText),
  days: z.array(
    z.object({
      day: DayText,
      kind: z.enum(['trigger', 'working', 'resting', 'unannounced']),
      counts: z.boolean(),
      /** 第几日, where the day counts. */
      count: z.number().int().nullable(),
      suspended: z.boolean(),
      extended: z.boolean(),
      madeUp: z.boolean(),
      why: BilingualText,
      source: z.string().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      at: InstantText,
      from: InstantText.nullable(),
      to: InstantText.nullable(),
      why: BilingualText,
    }),
  ),
})
export type FileClockPanel = z.infer<typeof FileClockPanel>

export const ReceiveFile = z.object({
  item: z.string().max(80),
  channel: z.enum(CHANNELS),
  counter: z.string().max(40).nullable().default(null),
  applicant: ApplicantFields,
  agent: ApplicantFields.extend({ mandate: Text(200) })
    .nullable()
    .default(null),
  materials: z.array(HandedIn).max(200).default([]),
  /** Accept in the same breath when everything necessary is there: one command, one receipt. */
  acceptIfComplete: z.boolean().default(false),
})

export const Received = z.object({
  file: FileView,
  /** For the applicant alone: with the number it opens the tracking page. */
  trackingCode: z.string(),
})

const write = <B extends z.ZodType>(
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

export const listWork = endpoint({
  name: 'listWork',
  method: 'GET',
  path: '/api/work',
  summary: { zh: '我的工作（急的在前）', en: 'My work, urgent first' },
  guard: 'files.read',
  recorded: 'listed',
  query: PageQuery.extend({
    whose: z.enum(['mine', 'unit']).optional(),
    kind: z.enum(['answer', 'step', 'decide', 'deliver', 'extension']).optional(),
  }),
  answer: pageOf(WorkRow),
})

export const listFiles = endpoint({
  name: 'listFiles',
  method: 'GET',
  path: '/api/files',
  summary: { zh: '办件列表', en: 'Files' },
  guard: 'files.read',
  recorded: 'listed',
  query: PageQuery.extend({
    status: z.enum(STATUSES).optional(),
    item: z.string().max(80).optional(),
    search: z.string().max(60).optional(),
  }),
  answer: pageOf(FileRow),
})

export const getFile = endpoint({
  name: 'getFile',
  method: 'GET',
  path: '/api/files/{caseNo}',
  summary: { zh: '办件', en: 'One file' },
  guard: 'files.read',
  recorded: 'opened',
  params: FileParams,
  versioned: true,
  answer: FileView,
})

/** 为什么是这一天, for each clock of a case. */
export const fileClocks = endpoint({
  name: 'fileClocks',
  method: 'GET',
  path: '/api/files/{caseNo}/clocks',
  summary: {
    zh: '办件的时限带和“为什么是这一天”',
    en: 'The clocks of a file day by day, and why they end when they do',
  },
  guard: 'files.read',
  params: FileParams,
  query: z.object({ asOf: InstantText.optional() }),
  answer: z.object({ rows: z.array(FileClockPanel) }),
})

/** Files that the applicant sent, by name; reading one is another act. */
export const fileUploads = endpoint({
  name: 'fileUploads',
  method: 'GET',
  path: '/api/files/{caseNo}/uploads',
  summary: { zh: '申请人上传的文件', en: 'Files that the applicant sent' },
  guard: 'files.read',
  params: FileParams,
  answer: z.object({ rows: z.array(KeptFile.extend({ material: z.string() })) }),
})

/** 查看上传的文件: who read it and what for is recorded before it is given. */
export const readUpload = endpoint({
  name: 'readUpload',
  method: 'GET',
  path: '/api/files/{caseNo}/uploads/{file}',
  summary: { zh: '查看上传的文件（留痕）', en: 'Read a file that was sent, which is recorded' },
  guard: 'files.handle',
  params: FileParams.extend({ file: z.string().max(60) }),
  query: z.object({ purpose: z.string().min(2).max(200) }),
  kind: 'stream',
})

export const receiveFile = endpoint({
  name: 'receiveFile',
  method: 'POST',
  path: '/api/files',
  summary: { zh: '窗口收件（可同时受理）', en: 'Receive at the counter, and accept when complete' },
  guard: 'files.handle',
  body: ReceiveFile,
  answer: Received,
})

/** 查看申请人信息: the purpose is recorded before the values are shown. */
export const revealApplicant = endpoint({
  name: 'revealApplicant',
  method: 'POST',
  path: '/api/files/{caseNo}/applicant',
  summary: {
    zh: '查看申请人信息（须写明目的，留痕）',
    en: 'Show the applicant, for a stated purpose that is recorded',
  },
  guard: 'files.handle',
  params: FileParams,
  body: z.object({ purpose: Text(200) }),
  answer: PersonFields,
})

export const supplementNotice = write(
  'supplementNotice',
  'supplement-notice',
  '一次性补正告知',
  'The one supplement notice',
  'files.handle',
  z.object({
    missing: z.array(z.string().max(60)).max(200),
    orally: z.boolean().default(false),
    exception: z.string().max(500).nullable().default(null),
  }),
)
export const supplyMaterials = write(
  'supplyMaterials',
  'materials',
  '补交材料',
  'Hand in what was missing',
  'files.handle',
  z.object({ materials: z.array(HandedIn).max(200) }),
)
export const acceptFile = write(
  'acceptFile',
  'acceptance',
  '受理',
  'Accept',
  'files.handle',
  z.object({ notOnTheSpot: z.string().max(500).optional(), promisedUntil: InstantText.optional() }),
)
export const declineFile = write(
  'declineFile',
  'refusal',
  '不予受理',
  'Decline',
  'files.handle',
  z.object({ reason: z.string().max(2000), basis: z.string().max(500), nextStep: z.string().max(1000) }),
)
export const finishStep = write(
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
export const sendBack = write(
  'sendBack',
  'sent-back',
  '退回上一环节（内部）',
  'Send back to an earlier desk of the office',
  'files.handle',
  z.object({ from: z.string().max(60), to: z.string().max(60), reason: z.string().max(1000) }),
)
export const suspendFile = write(
  'suspendFile',
  'suspension',
  '进入特别程序',
  'Suspend for a listed ground',
  'files.handle',
  z.object({ ground: z.string().max(60), document: z.string().max(200), told: z.boolean() }),
)
export const resumeFile = write(
  'resumeFile',
  'resumption',
  '特别程序结束',
  'Resume',
  'files.handle',
  z.object({ document: z.string().max(200) }),
)
export const askExtension = write(
  'askExtension',
  'extension-request',
  '申请延期',
  'Ask for an extension',
  'files.handle',
  z.object({ by: Limit, reason: z.string().max(1000) }),
)
export const grantExtension = write(
  'grantExtension',
  'extension',
  '批准延期（上级）',
  'Grant the extension, above the unit',
  'files.extend',
  z.object({ told: z.boolean() }),
)
export const refuseExtension = write(
  'refuseExtension',
  'extension-refusal',
  '不批准延期',
  'Refuse the extension',
  'files.extend',
  z.object({ reason: z.string().max(1000) }),
)
export const decideFile = write(
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
  }),
)
export const deliverFile = write(
  'deliverFile',
  'delivery',
  '送达',
  'Deliver',
  'files.handle',
  z.object({ way: z.enum(['inPerson', 'post', 'electronic']), proof: z.string().max(200) }),
)
export const correctFile = write(
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

/** What an applicant sees by number and code, or as the one who is signed in: no inner opinions, no account names. */
export const TrackedFile = z.object({
  caseNo: z.string(),
  item: z.string(),
  itemName: BilingualText,
  unitName: BilingualText,
  status: z.enum(STATUSES),
  /** Where it stands and what comes next, in one sentence. */
  nextStep: BilingualText,
  receivedAt: InstantText,
  endedAt: InstantText.nullable(),
  outcome: z.enum(['granted', 'denied']).nullable(),
  deemedAccepted: z.boolean(),
  clocks: z.array(FileClock),
  missing: z.array(z.object({ code: z.string(), name: z.string(), guidance: z.string() })),
  steps: z.array(
    z.object({
      name: z.string(),
      unitName: BilingualText,
      status: z.enum(['waiting', 'open', 'done']),
      doneAt: InstantText.nullable(),
    }),
  ),
  timeline: z.array(
    z.object({
      at: InstantText,
      text: BilingualText,
      notice: z.object({ notice: z.string(), number: z.string() }).nullable(),
    }),
  ),
  mayRate: z.boolean(),
  rated: z.enum(GRADES).nullable(),
  mayWithdraw: z.boolean(),
  maySupply: z.boolean(),
})
export type TrackedFile = z.infer<typeof TrackedFile>

const Proof = z.object({ caseNo: CaseNo, code: z.string().min(4).max(20) })
const jurisdiction = { jurisdiction: z.string().max(40).optional() }

export const trackFile = endpoint({
  name: 'trackFile',
  method: 'GET',
  path: '/api/track/{caseNo}',
  summary: { zh: '凭编号和查询码查办件', en: 'Track a file by its number and code' },
  guard: 'public',
  params: FileParams,
  query: z.object({ code: z.string().min(4).max(20), ...jurisdiction }),
  answer: TrackedFile,
})

export const rateFile = endpoint({
  name: 'rateFile',
  method: 'POST',
  path: '/api/track/{caseNo}/rating',
  summary: { zh: '评价（一件一评）', en: 'Rate, once' },
  guard: 'public',
  params: FileParams,
  body: Proof.omit({ caseNo: true }).extend({
    ...jurisdiction,
    grade: z.enum(GRADES),
    tags: z.array(z.string().max(30)).max(10).default([]),
    text: z.string().max(500).default(''),
  }),
  answer: TrackedFile,
})

export const withdrawFile = endpoint({
  name: 'withdrawFile',
  method: 'POST',
  path: '/api/track/{caseNo}/withdrawal',
  summary: { zh: '申请人撤回申请', en: 'The applicant withdraws' },
  guard: 'public',
  params: FileParams,
  body: Proof.omit({ caseNo: true }).extend({ ...jurisdiction, reason: z.string().max(500).default('') }),
  answer: TrackedFile,
})

/** From the portal: by whoever is signed in as a resident. */
export const applyOnline = endpoint({
  name: 'applyOnline',
  method: 'POST',
  path: '/api/own/files',
  summary: { zh: '网上申请', en: 'Apply on the portal' },
  guard: 'own.apply',
  body: z.object({
    item: z.string().max(80),
    channel: z.enum(['web', 'phone']).default('web'),
    applicant: ApplicantFields,
    materials: z.array(HandedIn).max(200).default([]),
  }),
  answer: z.object({ file: TrackedFile, trackingCode: z.string() }),
})

export const ownFiles = endpoint({
  name: 'ownFiles',
  method: 'GET',
  path: '/api/own/files',
  summary: { zh: '我的办件', en: 'My files' },
  guard: 'own.apply',
  answer: z.object({ rows: z.array(TrackedFile.extend({ trackingCode: z.string() })) }),
})

export const supplyOwn = endpoint({
  name: 'supplyOwn',
  method: 'POST',
  path: '/api/own/files/{caseNo}/materials',
  summary: { zh: '补交材料', en: 'Hand in what was missing' },
  guard: 'own.apply',
  params: FileParams,
  body: z.object({ materials: z.array(HandedIn).max(200) }),
  answer: TrackedFile,
})

const CodeQuery = z.object({ code: Proof.shape.code, ...jurisdiction })

/** The days of each clock, as the applicant may see them: limits of single steps stay inside the office. */
export const trackClocks = endpoint({
  name: 'trackClocks',
  method: 'GET',
  path: '/api/track/{caseNo}/clocks',
  summary: { zh: '凭编号和查询码看时限带', en: 'The clocks of a file day by day, by number and code' },
  guard: 'public',
  params: FileParams,
  query: CodeQuery,
  answer: z.object({ today: DayText, rows: z.array(FileClockPanel) }),
})

export const trackPaper = endpoint({
  name: 'trackPaper',
  method: 'GET',
  path: '/api/track/{caseNo}/papers/{notice}',
  summary: { zh: '凭编号和查询码取文书 PDF', en: 'A paper of the file as PDF, by number and code' },
  guard: 'public',
  params: FileParams.extend({ notice: z.string().max(60) }),
  query: CodeQuery,
  kind: 'stream',
})

const FileName = z.string().min(1).max(200)

/** Up to 20 MB; the kind is what the content says. The answer's `file` goes into `materials[].files`. */
export const uploadTracked = endpoint({
  name: 'uploadTracked',
  method: 'POST',
  path: '/api/track/{caseNo}/uploads',
  summary: { zh: '凭编号和查询码上传补交的材料', en: 'Send a file that was missing, by number and code' },
  guard: 'public',
  params: FileParams,
  query: CodeQuery.extend({ name: FileName }),
  answer: KeptFile,
  kind: 'upload',
})

export const supplyTracked = endpoint({
  name: 'supplyTracked',
  method: 'POST',
  path: '/api/track/{caseNo}/materials',
  summary: { zh: '凭编号和查询码补交材料', en: 'Hand in what was missing, by number and code' },
  guard: 'public',
  params: FileParams,
  body: z.object({ code: Proof.shape.code, ...jurisdiction, materials: z.array(HandedIn).max(200) }),
  answer: TrackedFile,
})

export const uploadOwn = endpoint({
  name: 'uploadOwn',
  method: 'POST',
  path: '/api/own/uploads',
  summary: { zh: '上传申请材料', en: 'Send a file for an application' },
  guard: 'own.apply',
  query: z.object({ item: z.string().max(80), name: FileName }),
  answer: KeptFile,
  kind: 'upload',
})

import { z } from 'zod'
import { DayText, endpoint, InstantText, pageOf, PageQuery } from '#kernel/endpoint.ts'
import { FormAnswers } from '#modules/catalogue/contract.ts'
import { ApplicantFields, KeptFile, PersonFields } from '#modules/vault/contract.ts'
import { finishAtOnce } from './spot-contract.ts'
import { FileClockPanel, FileParams, FileRow, FileView, HandedIn, WorkRow } from './file-contract.ts'
import { CHANNELS, STATUSES, WORK_KINDS } from './terms.ts'

const Text = (max = 2000) => z.string().trim().min(1).max(max)

export const ReceiveFile = z.object({
  item: z.string().max(80),
  channel: z.enum(CHANNELS),
  counter: z.string().max(40).nullable().default(null),
  applicant: ApplicantFields,
  /** Who applies in the applicant's place, with the document of the mandate and the last day on which it holds. */
  agent: ApplicantFields.extend({ mandate: Text(200), mandateUntil: DayText.nullable().default(null) })
    .nullable()
    .default(null),
  materials: z.array(HandedIn).max(200).default([]),
  /** 延续: the number of the licence that is to be renewed, by its holder. */
  renews: z.string().max(60).nullable().default(null),
  /** Left out where the form came on paper. */
  form: FormAnswers.optional(),
  /** Accept in the same breath when everything necessary is there: one command, one receipt. */
  acceptIfComplete: z.boolean().default(false),
  /** Why an on-the-spot item that is accepted cannot be finished on the spot. */
  notOnTheSpot: z.string().max(500).optional(),
  /** 告知承诺: the applicant was told the conditions and signed at the counter. */
  pledged: z.boolean().default(false),
  /** 当场办结: decided and handed over in the same breath, by whoever may. */
  finish: finishAtOnce.body.nullable().default(null),
})

export const Received = z.object({
  file: FileView,
  /** For the applicant alone: with the number it opens the tracking page. */
  trackingCode: z.string(),
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
    kind: z.enum(WORK_KINDS).optional(),
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

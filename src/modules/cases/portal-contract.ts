import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { FormAnswers } from '#modules/catalogue/contract.ts'
import { ApplicantFields, KeptFile } from '#modules/vault/contract.ts'
import { CaseNo, FileClock, FileClockPanel, FileParams, HandedIn } from './file-contract.ts'
import { TrackedHearing } from './hearing-shape.ts'
import { TrackedOfficer } from './responsibility-shape.ts'
import { TrackedBranch } from './joint-shape.ts'
import { GRADES, STATUSES } from './terms.ts'
import { URGENCY_GROUNDS, URGENCY_STATUSES } from './urgency-shape.ts'

const Refusal = z.object({
  reasons: z.string(),
  basis: z.string(),
  unmet: z.array(BilingualText),
  clause: z.string().nullable(),
  alternative: z.string().nullable(),
})

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
  /** 不予的理由: the published conditions that are not met, how the clause is read, and the lawful way that stays open. */
  refusal: Refusal.nullable(),
  /** 告知承诺: it was granted on the applicant's word, which is checked. */
  pledgedAt: InstantText.nullable(),
  urgency: z.enum(URGENCY_STATUSES).nullable(),
  clocks: z.array(FileClock),
  missing: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      guidance: z.string(),
      wrong: z.string(),
      sample: z.boolean(),
    }),
  ),
  /** Whom to ask how to supply it; null where the item names nobody. */
  contact: z.object({ phone: z.string(), address: z.string() }).nullable(),
  /** 已确认看懂补正要求; null where nothing is asked for. */
  understood: z.boolean().nullable(),
  steps: z.array(
    z.object({
      name: z.string(),
      unitName: BilingualText,
      status: z.enum(['waiting', 'open', 'done']),
      doneAt: InstantText.nullable(),
    }),
  ),
  /** 联合审批: each department's part; empty where there is none. */
  branches: z.array(TrackedBranch),
  timeline: z.array(
    z.object({
      at: InstantText,
      text: BilingualText,
      notice: z.object({ notice: z.string(), number: z.string() }).nullable(),
    }),
  ),
  hearing: TrackedHearing.nullable(),
  /** 全程服务人员: whom to ask until it is done; null where nobody is named yet. */
  officer: TrackedOfficer.nullable(),
  mayRate: z.boolean(),
  rated: z.enum(GRADES).nullable(),
  mayWithdraw: z.boolean(),
  maySupply: z.boolean(),
  /** When the application form was filled in; null where there is none on the platform. */
  formAt: InstantText.nullable(),
})
export type TrackedFile = z.infer<typeof TrackedFile>

const Proof = z.object({ caseNo: CaseNo, code: z.string().min(4).max(20) })
const jurisdiction = { jurisdiction: z.string().max(40).optional() }
/** What an applicant shows with a command on his case. */
export const TrackedProof = Proof.omit({ caseNo: true }).extend(jurisdiction)

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
    /** 办这件事是否找过熟人、托过关系; may stay unanswered. */
    connections: z.boolean().optional(),
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

/** 申请人确认已看懂要补什么 (CASE-05). */
export const confirmSupplement = endpoint({
  name: 'confirmSupplement',
  method: 'POST',
  path: '/api/track/{caseNo}/understood',
  summary: {
    zh: '申请人确认已看懂补正要求',
    en: 'The applicant says that the supplement notice is understood',
  },
  guard: 'public',
  params: FileParams,
  body: Proof.omit({ caseNo: true }).extend(jurisdiction),
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
    /** Checked against the questions of the item version in force. */
    form: FormAnswers.default({}),
    /** 延续: the number of the licence that is to be renewed, by its holder. */
    renews: z.string().max(60).nullable().default(null),
    /** 告知承诺: the text of the item's pledge was read and signed. */
    pledged: z.boolean().default(false),
    /** 申请按急件办理: on a listed ground, with what shows it. */
    urgent: z
      .object({ ground: z.enum(URGENCY_GROUNDS), reason: z.string().max(1000) })
      .nullable()
      .default(null),
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
  body: z.object({ materials: z.array(HandedIn).max(200), form: FormAnswers.optional() }),
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
  body: z.object({
    ...{ code: Proof.shape.code, ...jurisdiction, materials: z.array(HandedIn).max(200) },
    /** The whole form once more, where something in it was wrong. */
    form: FormAnswers.optional(),
  }),
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

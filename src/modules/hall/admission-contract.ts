import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { Code, UnitName } from './hall-shapes.ts'

const said = (zh: string, en: string) => ({ zh, en })

/** 进驻情况: where an item of the catalogue stands with a hall. */
export const ADMISSION_STATES = ['entered', 'approved', 'requested', 'exempt', 'outside'] as const
export type AdmissionState = (typeof ADMISSION_STATES)[number]
export const ADMISSION_STATE_NAMES: Record<AdmissionState, { zh: string; en: string }> = {
  entered: said('已进驻', 'In the hall'),
  approved: said('已核准待进驻', 'Approved, not yet in'),
  requested: said('已申请', 'Requested'),
  exempt: said('经批准不进驻', 'Exempt'),
  outside: said('在厅外', 'Outside'),
}

export const ADMISSION_FLAGS = [
  'elsewhere',
  'noCase',
  'followUpDue',
  'exemptionOver',
  'unexplained',
  'outsideOverdue',
] as const
export type AdmissionFlag = (typeof ADMISSION_FLAGS)[number]
export const ADMISSION_FLAG_NAMES: Record<AdmissionFlag, { zh: string; en: string }> = {
  elsewhere: said('进驻后仍在厅外受理', 'Still received elsewhere'),
  noCase: said('宣布进驻后没有办件', 'Announced, and no case since'),
  followUpDue: said('该回访而未回访', 'Follow-up is due'),
  exemptionOver: said('豁免已到期', 'The exemption is over'),
  unexplained: said('应进未进，没有说明', 'Outside without a reason'),
  outsideOverdue: said('超过进驻期限', 'Past the day it should be in'),
}

export const AdmissionRow = z.object({
  item: z.string(),
  name: BilingualText,
  unit: UnitName,
  state: z.enum(ADMISSION_STATES),
  request: z.object({ on: DayText, reason: z.string() }).nullable(),
  approval: z
    .object({
      on: DayText,
      document: z.string(),
      entryOn: DayText,
      counter: z.string(),
      batch: z.string().nullable(),
    })
    .nullable(),
  exemption: z
    .object({ approver: z.string(), document: z.string(), reason: z.string(), until: DayText })
    .nullable(),
  outside: z.object({ reason: z.string(), dueOn: DayText }).nullable(),
  followUp: z.object({ on: DayText, note: z.string() }).nullable(),
  followUpOn: DayText.nullable(),
  /** Since the day of entry; null before it. */
  cases: z
    .object({ inHall: z.number().int(), elsewhere: z.number().int(), firstAt: InstantText.nullable() })
    .nullable(),
  flags: z.array(z.enum(ADMISSION_FLAGS)),
})
export type AdmissionRow = z.infer<typeof AdmissionRow>

export const BatchRow = z.object({
  batch: z.string(),
  items: z.number().int(),
  /** By the first case handled in the hall. */
  confirmed: z.number().int(),
  entryOn: DayText,
  followUpOn: DayText,
  followedUp: z.number().int(),
  withoutCase: z.array(z.string()),
})
export type BatchRow = z.infer<typeof BatchRow>

export const AdmissionList = z.object({
  rows: z.array(AdmissionRow),
  counts: z.record(z.enum(ADMISSION_STATES), z.number().int()),
  batches: z.array(BatchRow),
  /** Stationed, and none of their items is in the hall. */
  emptyDepartments: z.array(UnitName),
  /** The reader arranges this hall. */
  mayArrange: z.boolean(),
})
export type AdmissionList = z.infer<typeof AdmissionList>

const HallParams = z.object({ hall: Code })
const Items = z.array(z.string().max(80)).min(1).max(1000)
const Recorded = z.object({ items: Items })

export const listAdmissions = endpoint({
  name: 'listAdmissions',
  method: 'GET',
  path: '/api/hall/halls/{hall}/admissions',
  summary: {
    zh: '应进必进：清单事项与进驻情况对照、缺口、批次',
    en: 'Items of the catalogue held against the hall: admissions, gaps, batches',
  },
  guard: 'hall.read',
  params: HallParams,
  answer: AdmissionList,
})

export const requestAdmission = endpoint({
  name: 'requestAdmission',
  method: 'POST',
  path: '/api/hall/halls/{hall}/admissions',
  summary: { zh: '申请事项进驻', en: 'Ask for items to enter the hall' },
  guard: 'hall.arrange',
  params: HallParams,
  body: z.object({ items: Items, reason: z.string().min(2).max(500) }),
  answer: Recorded,
})

export const approveAdmission = endpoint({
  name: 'approveAdmission',
  method: 'POST',
  path: '/api/hall/halls/{hall}/admissions/approvals',
  summary: {
    zh: '核准进驻：文号、进驻日、窗口、批次',
    en: 'Approve admission: document, day, window, batch',
  },
  guard: 'catalogue.publish',
  params: HallParams,
  body: z.object({
    items: Items,
    document: z.string().min(2).max(200),
    entryOn: DayText,
    counter: Code,
    batch: z.string().min(1).max(80).nullable(),
  }),
  answer: Recorded,
})

export const exemptItems = endpoint({
  name: 'exemptItems',
  method: 'POST',
  path: '/api/hall/halls/{hall}/admissions/exemptions',
  summary: { zh: '批准暂不进驻：批准人和截止日', en: 'Exempt items from the hall: by whom and until when' },
  guard: 'catalogue.publish',
  params: HallParams,
  body: z.object({
    items: Items,
    approver: z.string().max(200),
    document: z.string().max(200),
    reason: z.string().max(500),
    until: DayText.nullable(),
  }),
  answer: Recorded,
})

export const explainOutside = endpoint({
  name: 'explainOutside',
  method: 'POST',
  path: '/api/hall/halls/{hall}/admissions/outside',
  summary: {
    zh: '说明为何还在厅外、何时进驻',
    en: 'Say why items are still outside, and by when they enter',
  },
  guard: 'hall.arrange',
  params: HallParams,
  body: z.object({ items: Items, reason: z.string().min(2).max(500), dueOn: DayText }),
  answer: Recorded,
})

export const followUpEntry = endpoint({
  name: 'followUpEntry',
  method: 'POST',
  path: '/api/hall/halls/{hall}/admissions/follow-ups',
  summary: { zh: '进驻一个月回访', en: 'Follow up on items that entered' },
  guard: 'hall.arrange',
  params: HallParams,
  body: z.object({ items: Items, note: z.string().min(2).max(500) }),
  answer: Recorded,
})

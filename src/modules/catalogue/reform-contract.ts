import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint } from '#kernel/endpoint.ts'
import { ItemParams } from './draft-contract.ts'
import {
  BackDoor,
  Change,
  CompareRow,
  Disposition,
  Handover,
  LAW_STATES,
  LawRow,
  OUTCOMES,
  PowerDetail,
  PowerRow,
  Question,
  ReviewedItem,
  Revival,
  RoundHead,
  RoundRow,
} from './reform-shapes.ts'

const Where = z.object({ jurisdiction: z.string().max(40).optional() })
const RoundParams = z.object({ round: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/) })

export const RoundView = RoundHead.extend({
  rows: z.array(RoundRow),
  /** Added to the catalogue since it began, past the review. */
  backDoor: z.array(BackDoor),
})
export type RoundView = z.infer<typeof RoundView>

export const PendingRow = ReviewedItem.extend({
  round: z.string(),
  question: Question,
  waitingDays: z.number().int(),
  daysLeft: z.number().int(),
  overdue: z.boolean(),
  forever: z.boolean(),
})
export type PendingRow = z.infer<typeof PendingRow>

/** What the public reads of a review: no question and no contact. */
export const ReviewRow = ReviewedItem.extend({
  round: z.string(),
  outcome: z.enum(OUTCOMES),
  document: z.string(),
  decidedOn: DayText,
  effectiveOn: DayText.nullable(),
  notice: z.string().nullable(),
  /** The guide is published. */
  published: z.boolean(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

export const openRound = endpoint({
  name: 'openRound',
  method: 'PUT',
  path: '/api/reform/rounds/{round}',
  summary: { zh: '开始一轮事项清理', en: 'Open a round of review' },
  guard: 'catalogue.publish',
  params: RoundParams,
  body: z.object({
    name: z.string().min(2).max(200),
    document: z.string().min(2).max(200),
    dueOn: DayText,
    /** The whole catalogue of today is reviewed. */
    catalogue: z.boolean(),
    /** Besides: what is applied without standing in the catalogue, or the only ones reviewed. */
    items: z.array(ReviewedItem).max(5000),
  }),
  answer: RoundHead,
})

export const listRounds = endpoint({
  name: 'listRounds',
  method: 'GET',
  path: '/api/reform/rounds',
  summary: { zh: '事项清理', en: 'Rounds of review' },
  guard: 'catalogue.read',
  answer: z.object({ rows: z.array(RoundHead) }),
})

export const getRound = endpoint({
  name: 'getRound',
  method: 'GET',
  path: '/api/reform/rounds/{round}',
  summary: {
    zh: '一轮清理：每个事项的结论、平衡和问题',
    en: 'A round with the outcome of each item, its balance and what contradicts it',
  },
  guard: 'catalogue.read',
  params: RoundParams,
  answer: RoundView,
})

export const disposeItems = endpoint({
  name: 'disposeItems',
  method: 'POST',
  path: '/api/reform/rounds/{round}/dispositions',
  summary: { zh: '对一个或多个事项作出清理结论', en: 'Say what becomes of one item or of many alike' },
  guard: 'catalogue.publish',
  params: RoundParams,
  body: z.object({ items: z.array(z.string().max(80)).min(1).max(1000), disposition: Disposition }),
  answer: RoundHead,
})

export const closeRound = endpoint({
  name: 'closeRound',
  method: 'POST',
  path: '/api/reform/rounds/{round}/closing',
  summary: { zh: '结束清理：须每项都有结论', en: 'Close a round: every item has an outcome' },
  guard: 'catalogue.publish',
  params: RoundParams,
  answer: RoundHead,
})

export const listPending = endpoint({
  name: 'listPending',
  method: 'GET',
  path: '/api/reform/pending',
  summary: {
    zh: '待上级答复的事项，等得最久的在前',
    en: 'Items pending with the superior, the oldest first',
  },
  guard: 'catalogue.read',
  answer: z.object({ rows: z.array(PendingRow) }),
})

export const listReview = endpoint({
  name: 'listReview',
  method: 'GET',
  path: '/api/catalogue/review',
  summary: {
    zh: '清理结果：保留、取消、调整……（公开）',
    en: 'Results of reviews: kept, cancelled, adjusted … (public)',
  },
  guard: 'public',
  query: Where,
  answer: z.object({ rows: z.array(ReviewRow) }),
})

export const listRevivals = endpoint({
  name: 'listRevivals',
  method: 'GET',
  path: '/api/reform/revivals',
  summary: {
    zh: '疑似换个名字继续审批的已取消事项',
    en: 'Cancelled items that seem to go on under another name',
  },
  guard: 'catalogue.read',
  answer: z.object({ rows: z.array(Revival) }),
})

export const movePower = endpoint({
  name: 'movePower',
  method: 'PUT',
  path: '/api/reform/powers/{item}',
  summary: { zh: '下放或上收事权，自某日起', en: 'Move the power over an item from a day on' },
  guard: 'catalogue.publish',
  params: ItemParams,
  body: Handover.extend({ on: DayText, document: z.string().min(2).max(200) }),
  answer: PowerRow,
})

export const handOverSeal = endpoint({
  name: 'handOverSeal',
  method: 'POST',
  path: '/api/reform/powers/{item}/seal',
  summary: { zh: '印章已移交', en: 'The seal was handed over' },
  guard: 'catalogue.publish',
  params: ItemParams,
  body: z.object({ on: DayText }),
  answer: PowerRow,
})

export const listPowers = endpoint({
  name: 'listPowers',
  method: 'GET',
  path: '/api/catalogue/powers',
  summary: {
    zh: '事权划分表：调整过的事项由哪一级办（公开）',
    en: 'Powers that moved, and which level acts now (public)',
  },
  guard: 'public',
  query: Where,
  answer: z.object({ rows: z.array(PowerRow) }),
})

export const getPower = endpoint({
  name: 'getPower',
  method: 'GET',
  path: '/api/reform/powers/{item}',
  summary: {
    zh: '一项下放的前后：办件量、时限、疑点',
    en: 'A transfer of power: volumes and limits before and after, and what contradicts it',
  },
  guard: 'catalogue.read',
  params: ItemParams,
  answer: PowerDetail,
})

export const compareItem = endpoint({
  name: 'compareItem',
  method: 'GET',
  path: '/api/catalogue/items/{item}/comparison',
  summary: {
    zh: '同一事项在各地的时限、材料、跑动次数和收费（公开）',
    en: 'The same item in other places: days, materials, visits, fees (public)',
  },
  guard: 'public',
  params: ItemParams,
  query: Where,
  answer: z.object({ item: z.string(), basicCode: z.string().nullable(), rows: z.array(CompareRow) }),
})

/** What publishing the draft would mean, before it is done. */
export const DraftImpact = z.object({
  item: z.string(),
  /** Null: never published. */
  version: z.number().int().nullable(),
  openCases: z.array(z.object({ version: z.number().int(), from: DayText, cases: z.number().int() })),
  changes: z.array(Change),
  /** Cancelled items that the draft resembles. */
  resembles: z.array(z.object({ item: z.string(), name: Text, likeness: z.number() })),
})
export type DraftImpact = z.infer<typeof DraftImpact>

export const previewImpact = endpoint({
  name: 'previewImpact',
  method: 'GET',
  path: '/api/catalogue/drafts/{item}/impact',
  summary: {
    zh: '公布前的影响：哪些在办件用哪一版、改了什么',
    en: 'Impact before publishing: which open cases use which version, and what changes',
  },
  guard: 'catalogue.read',
  params: ItemParams,
  answer: DraftImpact,
})

export const setLaw = endpoint({
  name: 'setLaw',
  method: 'PUT',
  path: '/api/reform/laws',
  summary: { zh: '登记法规、规章的清理结果', en: 'Register what became of a law or rule' },
  guard: 'catalogue.publish',
  body: z.object({
    law: z.string().min(2).max(200),
    state: z.enum(LAW_STATES),
    from: DayText,
    document: z.string().min(2).max(200),
  }),
  answer: LawRow,
})

export const listLaws = endpoint({
  name: 'listLaws',
  method: 'GET',
  path: '/api/reform/laws',
  summary: { zh: '法规清理和因此停办的事项', en: 'Laws reviewed, and the items stopped by that' },
  guard: 'catalogue.read',
  answer: z.object({ rows: z.array(LawRow) }),
})

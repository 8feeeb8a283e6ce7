import { z } from 'zod'
import { BilingualText as Text, DayText } from '#kernel/endpoint.ts'
import { LimitShape } from './item-contract.ts'
import { codesOf, levels } from './terms.ts'

const said = (zh: string, en: string) => ({ zh, en })

/** 清理结论: what becomes of an item that was reviewed. */
export const OUTCOMES = [
  'kept',
  'pendingSuperior',
  'cancelled',
  'merged',
  'adjusted',
  'exempted',
  'toFiling',
  'delegated',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_NAMES: Record<Outcome, { zh: string; en: string }> = {
  kept: said('决定保留', 'Kept'),
  pendingSuperior: said('须与上级对接待定', 'Pending with the superior'),
  cancelled: said('取消', 'Cancelled'),
  merged: said('合并', 'Merged'),
  adjusted: said('调整', 'Adjusted'),
  exempted: said('减免', 'Made lighter'),
  toFiling: said('审批改备案', 'From approval to filing'),
  delegated: said('下放', 'Devolved'),
}

/** What stands in a round against what the catalogue and its cases say. */
export const REVIEW_FLAGS = [
  'notInCatalogue',
  'keptUnpublished',
  'keptWithoutBasis',
  'pendingOverdue',
  'pendingForever',
  'notCarriedOut',
] as const
export type ReviewFlag = (typeof REVIEW_FLAGS)[number]

export const REVIEW_FLAG_NAMES: Record<ReviewFlag, { zh: string; en: string }> = {
  notInCatalogue: said('在办而不在清单', 'Applied, and not in the catalogue'),
  keptUnpublished: said('保留而未公布', 'Kept, and not published'),
  keptWithoutBasis: said('保留而无有效依据', 'Kept without a law in force'),
  pendingOverdue: said('上级逾期未答复', 'The superior is late'),
  pendingForever: said('久拖不决', 'Pending without end'),
  notCarriedOut: said('已到日期而未执行', 'Due, and not carried out'),
}

/** 请示: what was asked of the superior. */
export const Question = z.object({
  text: z.string().max(1000),
  sentOn: DayText,
  to: z.string().max(200),
  contact: z.string().max(200),
  replyBy: DayText,
})
export type Question = z.infer<typeof Question>

/** 承接条件: a power goes down together with the people who use it. */
export const Handover = z.object({
  toUnit: z.string().max(80),
  level: z.enum(codesOf(levels)),
  trainedOn: DayText.nullable(),
  trained: z.number().int().min(0).max(10_000),
  staff: z.number().int().min(0).max(10_000),
  /** 印章移交; null: still above. */
  sealOn: DayText.nullable(),
})
export type Handover = z.infer<typeof Handover>

export const Disposition = z.object({
  outcome: z.enum(OUTCOMES),
  reason: z.string().max(1000),
  /** The number of the decision. */
  document: z.string().max(200),
  decidedOn: DayText,
  /** From when the catalogue says so; null for what changes nothing. */
  effectiveOn: DayText.nullable(),
  /** 公告: where the public was told. */
  notice: z.string().max(200).nullable(),
  question: Question.nullable(),
  /** Merged: the item that goes on. */
  into: z.string().max(80).nullable(),
  handover: Handover.nullable(),
})
export type Disposition = z.infer<typeof Disposition>

export const ReviewedItem = z.object({
  item: z.string().max(80),
  name: z.string().min(1).max(300),
  unit: z.string().max(80),
})
export type ReviewedItem = z.infer<typeof ReviewedItem>

export const Balance = z.object({
  reviewed: z.number().int(),
  outcomes: z.record(z.enum(OUTCOMES), z.number().int()),
  /** Reviewed, and nobody said what becomes of them. */
  missing: z.number().int(),
  balanced: z.boolean(),
})
export type Balance = z.infer<typeof Balance>

export const RoundHead = z.object({
  round: z.string(),
  name: z.string(),
  document: z.string(),
  openedOn: DayText,
  dueOn: DayText,
  closedOn: DayText.nullable(),
  balance: Balance,
})
export type RoundHead = z.infer<typeof RoundHead>

export const RoundRow = ReviewedItem.extend({
  disposition: Disposition.nullable(),
  flags: z.array(z.enum(REVIEW_FLAGS)),
})
export type RoundRow = z.infer<typeof RoundRow>

/** An item that resembles a cancelled one: 换个名字继续审批. */
export const Revival = z.object({
  cancelled: z.object({ item: z.string(), name: Text, from: DayText }),
  item: z.string(),
  name: Text,
  unit: z.string(),
  publishedFrom: DayText,
  /** 0 to 1, and what of it is alike. */
  likeness: z.number(),
  alike: z.object({ name: z.number(), basis: z.number(), materials: z.number() }),
  cases: z.number().int(),
})
export type Revival = z.infer<typeof Revival>

/** Added to the catalogue since a round began, and reviewed by nobody. */
export const BackDoor = z.object({
  item: z.string(),
  name: Text,
  unit: z.string(),
  from: DayText,
  publishedBy: z.string(),
})
export type BackDoor = z.infer<typeof BackDoor>

export const POWER_FLAGS = ['sealAbove', 'stepAbove', 'decidedAbove', 'bounced', 'noStaff'] as const
export type PowerFlag = (typeof POWER_FLAGS)[number]

export const POWER_FLAG_NAMES: Record<PowerFlag, { zh: string; en: string }> = {
  sealAbove: said('权已下放，章仍在上级', 'The power went down, the seal stayed above'),
  stepAbove: said('流程仍有上级环节', 'A step is still taken above'),
  decidedAbove: said('下放后仍由上级决定', 'Still decided above'),
  bounced: said('上下级之间来回推', 'Sent to and fro between levels'),
  noStaff: said('承接单位没有人手', 'The receiver has nobody for it'),
}

export const PowerRow = z.object({
  item: z.string(),
  name: Text,
  level: z.enum(codesOf(levels)),
  unit: z.string(),
  unitName: Text,
  since: DayText,
  /** Who had it before; null: it was always there. */
  before: z.object({ level: z.enum(codesOf(levels)), unit: z.string(), unitName: Text }).nullable(),
  document: z.string(),
})
export type PowerRow = z.infer<typeof PowerRow>

/** Cases of a span before and after a transfer. */
export const Volume = z.object({
  unit: z.string(),
  received: z.number().int(),
  decided: z.number().int(),
  /** From acceptance to decision, the middle one; null: none was decided. */
  medianDays: z.number().nullable(),
})
export const PowerDetail = PowerRow.extend({
  trainedOn: DayText.nullable(),
  trained: z.number().int(),
  staff: z.number().int(),
  sealOn: DayText.nullable(),
  days: z.number().int(),
  volumes: z.object({ before: z.array(Volume), after: z.array(Volume) }),
  limits: z.object({ before: LimitShape.nullable(), after: LimitShape.nullable() }),
  flags: z.array(z.enum(POWER_FLAGS)),
  /** Cases that one level turned away and the other received or turned away as well. */
  bounced: z.array(z.array(z.string())),
})
export type PowerDetail = z.infer<typeof PowerDetail>

/** One place's way of doing an item. `better`: of what another place shows that less is possible. */
export const CompareRow = z.object({
  jurisdiction: z.string(),
  item: z.string(),
  name: Text,
  unit: z.string(),
  actingBody: Text,
  statutory: LimitShape.nullable(),
  committed: LimitShape.nullable(),
  materials: z.number().int(),
  visits: z.number().int(),
  fees: z.array(Text),
  worse: z.array(z.enum(['committed', 'materials', 'visits', 'fees'])),
})
export type CompareRow = z.infer<typeof CompareRow>

/** What a version would change, as people read it. */
export const CHANGE_KINDS = ['added', 'removed', 'changed'] as const
export const Change = z.object({ what: Text, kind: z.enum(CHANGE_KINDS), before: Text, after: Text })
export type Change = z.infer<typeof Change>

export const LAW_STATES = ['valid', 'amended', 'repealed'] as const
export const LAW_STATE_NAMES: Record<(typeof LAW_STATES)[number], { zh: string; en: string }> = {
  valid: said('有效', 'In force'),
  amended: said('已修改', 'Amended'),
  repealed: said('已废止', 'Repealed'),
}
export const LawRow = z.object({
  law: z.string(),
  state: z.enum(LAW_STATES),
  from: DayText,
  document: z.string(),
  items: z.array(z.object({ item: z.string(), name: Text, stopped: z.boolean() })),
})

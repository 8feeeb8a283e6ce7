import type { Bilingual } from '#kernel/refusal.ts'

/** 村级代理 from a village, 全程代办 at a desk of the hall. */
export const AGENCY_KINDS = ['village', 'hall'] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]
export const AGENCY_KIND_WORDS: Readonly<Record<AgencyKind, Bilingual>> = {
  village: { zh: '村级代理', en: 'Village agency' },
  hall: { zh: '全程代办', en: 'Full-course agency' },
}

export const AGENCY_STAGES = [
  'taken',
  'handedOver',
  'arrived',
  'filed',
  'returned',
  'delivered',
  'ended',
] as const
export type AgencyStage = (typeof AGENCY_STAGES)[number]
export const AGENCY_STAGE_WORDS: Readonly<Record<AgencyStage, Bilingual>> = {
  taken: { zh: '已受托，材料在代办员处', en: 'Taken on; the papers are with the agent' },
  handedOver: { zh: '已送出，等待镇中心签收', en: 'On the way to the township' },
  arrived: { zh: '镇中心已签收', en: 'Arrived at the township' },
  filed: { zh: '已收件办理', en: 'The case is being handled' },
  returned: { zh: '结果已取回，待送交', en: 'The agent has the result' },
  delivered: { zh: '已送交', en: 'Delivered' },
  ended: { zh: '已终止', en: 'Ended' },
}

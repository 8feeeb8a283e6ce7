import type { Bilingual } from '#kernel/refusal.ts'

/** 急件情形: a closed list, so that a favour cannot be called an emergency. */
export const URGENCY_GROUNDS = [
  'lifeAndHealth',
  'disaster',
  'statutoryDay',
  'perishable',
  'livelihood',
  'projectStart',
] as const
export type UrgencyGround = (typeof URGENCY_GROUNDS)[number]

export const URGENCY_NAMES: Readonly<Record<UrgencyGround, Bilingual>> = {
  lifeAndHealth: { zh: '危及生命健康', en: 'life or health is at stake' },
  disaster: { zh: '抢险救灾', en: 'disaster relief' },
  statutoryDay: { zh: '逾期将失去法定权利', en: 'a right is lost after a day set by law' },
  perishable: { zh: '鲜活易腐、季节性生产', en: 'perishable goods or a season' },
  livelihood: { zh: '困难群众基本生活', en: 'the bare living of somebody in need' },
  projectStart: { zh: '开工、投产、投标等时点已定', en: 'a fixed day of starting work or tendering' },
}

export const URGENCY_STATUSES = ['asked', 'granted', 'refused'] as const
export type UrgencyStatus = (typeof URGENCY_STATUSES)[number]

export const AUDIT_NAMES: Readonly<Record<'sound' | 'favour', Bilingual>> = {
  sound: { zh: '确属急件', en: 'urgent indeed' },
  favour: { zh: '以急件之名给方便', en: 'a favour by another name' },
}

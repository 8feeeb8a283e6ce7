import type { Bilingual } from '#kernel/refusal.ts'

/** What a step does with the case in law: said of each step, so that no step is taken without the power. */
export const POWERS = ['accept', 'review', 'opinion', 'decide', 'deliver'] as const
export type Power = (typeof POWERS)[number]

export const POWER_NAMES: Readonly<Record<Power, Bilingual>> = {
  accept: { zh: '受理', en: 'accept' },
  review: { zh: '审查', en: 'examine' },
  opinion: { zh: '出具意见', en: 'give an opinion' },
  decide: { zh: '决定', en: 'decide' },
  deliver: { zh: '送达', en: 'deliver' },
}

/** 一审一核: exactly two people, one who examines and another who approves. */
export const PERSONS = ['any', 'examinerAndApprover'] as const
export type Persons = (typeof PERSONS)[number]

export const GATE_KINDS = ['fork', 'join'] as const

/** No code of a step looks like these. */
export const START = '(start)'
export const END = '(end)'

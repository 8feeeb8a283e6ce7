/**
 * What an activity of a log means to the rules, whatever it is called there.
 *
 * The number is the place in the digest's columns; the name is what a profile writes.
 */
export const MEANINGS = [
  'received',
  'accepted',
  'declined',
  'supplementNotice',
  'supplemented',
  'returned',
  'withdrawn',
  'suspended',
  'resumed',
  'extensionAsked',
  'extended',
  'step',
  'decided',
  'concluded',
  'delivered',
  'archived',
  'returnAttempted',
  'chargeFault',
  'lateOpinion',
  'jointBreach',
  'beyondList',
] as const

export type Meaning = (typeof MEANINGS)[number]

/** The place of an activity that means nothing to any rule. */
export const NO_MEANING = MEANINGS.length

export const meaning = {
  received: 0,
  accepted: 1,
  declined: 2,
  supplementNotice: 3,
  supplemented: 4,
  returned: 5,
  withdrawn: 6,
  suspended: 7,
  resumed: 8,
  extensionAsked: 9,
  extended: 10,
  step: 11,
  decided: 12,
  concluded: 13,
  delivered: 14,
  archived: 15,
  returnAttempted: 16,
  chargeFault: 17,
  lateOpinion: 18,
  jointBreach: 19,
  beyondList: 20,
} as const satisfies Record<Meaning, number>

export const isMeaning = (text: string): text is Meaning => (MEANINGS as readonly string[]).includes(text)

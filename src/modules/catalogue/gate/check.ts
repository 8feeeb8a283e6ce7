import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Finding, ItemContent, ItemVersion } from '../contract.ts'

/** What a check may know besides the draft. */
export interface Surroundings {
  /** The day from which the draft is to be in force, or today while that is open. */
  readonly from: Day
  /** The version now in force, if there is one. */
  readonly before: ItemContent | undefined
  /** Items of the same basic code elsewhere. */
  readonly namesakes: readonly Pick<ItemVersion, 'item' | 'content'>[]
  /** Numbers at which the acting unit itself answers, as its other items name them. */
  readonly ownPhones?: readonly string[]
}

export type Found = Omit<Finding, 'check'>

/** One question of the publish gate, with examples that a test runs. It is pure and never throws. */
export interface Check {
  readonly code: string
  readonly title: Bilingual
  /** The law or standard behind it. */
  readonly basis: string
  check(content: ItemContent, around: Surroundings): Found[]
  readonly examples: readonly Example[]
}

/** A sound item, changed in one way: the check must fire on it, or must not. */
export interface Example {
  readonly why: string
  readonly fires: boolean
  change(sound: ItemContent): ItemContent
  readonly around?: (sound: ItemContent) => Partial<Surroundings>
}

type Said = readonly [zh: string, en: string]
const bilingual = ([zh, en]: Said): Bilingual => ({ zh, en })

export const blocking = (place: string, text: Said, todo: Said): Found => ({
  level: 'blocking',
  place,
  text: bilingual(text),
  todo: bilingual(todo),
})

export const warning = (place: string, text: Said, todo: Said): Found => ({
  ...blocking(place, text, todo),
  level: 'warning',
})

/** The findings of each place of a list. */
export const each = <One>(
  list: readonly One[],
  place: string,
  find: (one: One, at: string, index: number) => Found[],
): Found[] => list.flatMap((one, index) => find(one, `${place}.${index}`, index))

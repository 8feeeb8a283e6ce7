import type { HallPlace } from './contract.ts'

export type PlaceEvent = { readonly type: 'HallRegistered' } & HallPlace

/** A hall as it is described now; described again it changes, and the same again says nothing. */
export const describeHall = (before: HallPlace | undefined, given: HallPlace): PlaceEvent[] =>
  before && same(before, given) ? [] : [{ type: 'HallRegistered', ...given }]

export const same = (one: object, other: object): boolean => {
  const [left, right] = [one, other] as [Record<string, unknown>, Record<string, unknown>]
  return Object.keys(right).every((key) => JSON.stringify(left[key]) === JSON.stringify(right[key]))
}

export const evolvePlace = (_: HallPlace | undefined, { type: _type, ...place }: PlaceEvent): HallPlace =>
  place

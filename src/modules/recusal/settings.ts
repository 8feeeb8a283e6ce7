import type { Day } from '#kernel/day.ts'

/**
 * † So long after leaving a unit nobody handles it: no law sets the time. Each line holds from its day; an office that
 * decides otherwise adds one.
 */
const SERVED_WITHIN = [{ from: '2000-01-01', value: '3Y' }] as const

export const servedWithin = (today: Day): string =>
  (SERVED_WITHIN.findLast(({ from }) => from <= today) ?? SERVED_WITHIN[0]).value

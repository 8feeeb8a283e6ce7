import { type Day, dayNumber, dayOfNumber } from '#kernel/day.ts'

/** 一个月后回访: a proposal, with the day from which it holds. */
const FOLLOW_UP: readonly { readonly from: Day; readonly days: number }[] = [
  { from: '2000-01-01' as Day, days: 30 },
]

export function followUpDay(entryOn: Day): Day {
  const days = FOLLOW_UP.findLast(({ from }) => from <= entryOn)?.days ?? 0
  return dayOfNumber(dayNumber(entryOn) + days)
}

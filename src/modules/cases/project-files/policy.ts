import type { Day } from '#kernel/day.ts'

/** 周报 †: the company hears from its agent every so many calendar days. Local practice, by the day from which it holds. */
const REPORT_EVERY: readonly { readonly from: string; readonly days: number }[] = [
  { from: '2000-01-01', days: 7 },
]

export const reportEvery = (today: Day): number =>
  REPORT_EVERY.findLast(({ from }) => from <= today)?.days ?? 7

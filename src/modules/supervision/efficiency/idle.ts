import { type Calendar, workingDaysWithin } from '#engines/calendar/index.ts'

/** Day numbers, both ends counted. */
export interface DaySpan {
  readonly first: number
  readonly last: number
}

/**
 * 空转日: working days after `first` up to `last` on which the office did nothing although nobody outside was awaited.
 * Days on which something was done do not count; neither do those of `awaited`, which lie in order and apart.
 */
export function idleDays(
  { first, last }: DaySpan,
  { acts, awaited }: { readonly acts: readonly number[]; readonly awaited: readonly DaySpan[] },
  calendar: Calendar,
): number {
  const days = [...new Set(acts.filter((day) => day > first && day <= last))].sort((a, b) => a - b)
  let idle = 0
  let from = first
  for (const day of [...days, last + 1]) {
    if (day - 1 > from) idle += freeWithin({ first: from + 1, last: day - 1 }, awaited, calendar)
    from = day
  }
  return idle
}

function freeWithin({ first, last }: DaySpan, awaited: readonly DaySpan[], calendar: Calendar): number {
  let free = workingDaysWithin(calendar, first - 1, last)
  for (const span of awaited) {
    const [from, to] = [Math.max(first, span.first), Math.min(last, span.last)]
    if (from <= to) free -= workingDaysWithin(calendar, from - 1, to)
  }
  return free
}

/** Working days of the spans that lie after `first`, up to `last`. */
export const awaitedDays = (
  { first, last }: DaySpan,
  awaited: readonly DaySpan[],
  calendar: Calendar,
): number =>
  awaited.reduce((sum, span) => {
    const [from, to] = [Math.max(first + 1, span.first), Math.min(last, span.last)]
    return from <= to ? sum + workingDaysWithin(calendar, from - 1, to) : sum
  }, 0)

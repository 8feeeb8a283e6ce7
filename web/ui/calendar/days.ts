import type { z } from 'zod'
import type { getCalendar } from '#modules/supervision/contract.ts'
import { weekdayOf } from '../language/dates.ts'

export type CalendarDay = z.infer<(typeof getCalendar)['answer']>['days'][number]

export const KIND_WORDS = {
  weekday: '工作日',
  weekend: '公休日',
  holiday: '放假',
  shiftedWorkingDay: '调休上班',
  halfDay: '半天',
  unannounced: '未公布',
} as const

export const kindOf = (day: CalendarDay): keyof typeof KIND_WORDS =>
  day.kind in KIND_WORDS ? (day.kind as keyof typeof KIND_WORDS) : 'weekday'

/** Ordinary weekdays and weekends are quiet; only what differs from its weekday is listed. */
export const isSpecial = (day: CalendarDay): boolean =>
  ['holiday', 'shiftedWorkingDay', 'halfDay'].includes(day.kind)

/** Nobody is there to do what falls due on it. */
export const isOff = (day: CalendarDay): boolean => ['weekend', 'holiday'].includes(day.kind)

/** A month as weeks from Monday to Sunday, with null before the first and after the last day. */
export function weeksOf(days: readonly CalendarDay[]): Array<Array<CalendarDay | null>> {
  const first = days[0]
  const leading = first ? (weekdayOf(first.day) + 6) % 7 : 0
  const cells: Array<CalendarDay | null> = [...Array<null>(leading).fill(null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

export const monthsOf = (days: readonly CalendarDay[]): CalendarDay[][] =>
  Array.from({ length: 12 }, (_, month) => days.filter(({ day }) => Number(day.slice(5, 7)) === month + 1))

import { type Day, dayNumber, dayOfNumber } from '#kernel/day.ts'
import { type Calendar, citeNotice, explainDay, type HolidayNotice } from '#engines/calendar/index.ts'
import type { z } from 'zod'
import type * as contract from './contract.ts'

type CalendarView = z.infer<(typeof contract.getCalendar)['answer']>

/** A year, day by day, with what each day is and who says so. */
export function calendarView(year: number, calendar: Calendar): CalendarView {
  const first = dayNumber(`${year}-01-01` as Day)
  const last = dayNumber(`${year}-12-31` as Day)
  const days = Array.from({ length: last - first + 1 }, (_, index) =>
    explainDay(dayOfNumber(first + index), calendar),
  )
  return {
    year,
    announced: last <= calendar.announcedThrough,
    workingDays: days.filter(({ working }) => working).length,
    days: days.map(({ day, kind, because, notice }) => ({
      day,
      kind,
      why: because,
      source: notice ? citeNotice(notice) : null,
    })),
  }
}

interface GivenNotice {
  readonly year: number
  readonly title: string
  readonly source: string
  readonly issuedOn: string
  readonly days: readonly { readonly day: string; readonly name: string; readonly kind: 'off' | 'work' }[]
}

/** A notice as an administrator enters it, in the form of the paper: one arrangement a holiday. */
export function noticeOf({ year, title, source, issuedOn, days }: GivenNotice): HolidayNotice {
  const names = [...new Set(days.map(({ name }) => name))]
  const daysOf = (name: string, kind: 'off' | 'work') =>
    days
      .filter((one) => one.name === name && one.kind === kind)
      .map(({ day }) => day)
      .sort()
      .join(' ')
  return {
    year,
    title,
    source,
    publishedOn: issuedOn,
    holidays: names.map((name) => {
      const [off, work] = [daysOf(name, 'off'), daysOf(name, 'work')]
      return { name, ...(off ? { off } : {}), ...(work ? { work } : {}) }
    }),
  }
}

import { dayOfNumber } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Calendar, dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { chainOf, dueDate, parseLimit } from '#engines/clocks/index.ts'
import { readCalendars } from '#engines/clocks/stored/index.ts'
import type { NewNotice } from './issue.ts'
import type { NoticeData } from './notice-events.ts'

/** The way from acceptance to the promised day, as it was known when the paper went out. */
export interface PaperDays {
  readonly from: string
  readonly committedDueOn: string | null
  readonly statutoryDueOn: string | null
  /** Some of it lies beyond the last holiday notice (T-10). */
  readonly provisional: boolean
  readonly days: readonly PaperDay[]
}

export interface PaperDay {
  readonly day: string
  readonly kind: string
  /** 第几日, for the days that count. */
  readonly number: number | null
}

/** A ribbon longer than this would fill the page and tell nobody anything. */
const MOST_DAYS = 100

/** An acceptance says by which day the answer is due, and why that day: every day of the way is printed on it. */
export const withDays = async (db: Db, given: NewNotice): Promise<NoticeData> =>
  saysDays(given) ? withDaysBy((await readCalendars(db)).current('cn'), given) : given.data

const saysDays = ({ kind }: NewNotice): boolean => kind === 'acceptanceReceipt' || kind === 'deemedNotice'

export function withDaysBy(calendar: Calendar, given: NewNotice): NoticeData {
  const { data } = given
  const { countsFrom, committedLimit, statutoryLimit, clock } = data
  if (!saysDays(given)) return data
  if (typeof countsFrom !== 'number' || clock !== undefined) return data
  return { ...data, clock: paperDays(countsFrom, { committedLimit, statutoryLimit }, calendar) }
}

export function paperDays(
  countsFrom: number,
  { committedLimit, statutoryLimit }: { readonly committedLimit: unknown; readonly statutoryLimit: unknown },
  calendar: Calendar,
): PaperDays {
  const from = dayOfNumber(dayNumberAt(DEFAULT_ZONE, countsFrom))
  const [committed, statutory] = [committedLimit, statutoryLimit].map((text) =>
    questionOf(text, from, calendar),
  )
  const dueOf = (question: typeof committed) => (question ? dueDate(question).due : null)
  const [promised, statutoryDueOn] = [dueOf(committed), dueOf(statutory)]
  // In long holidays a promise in working days can pass a law's limit in calendar days; it then ends with that.
  const passes = promised !== null && statutoryDueOn !== null && promised > statutoryDueOn
  const shown = passes ? statutory : (committed ?? statutory)
  const chain = shown ? chainOf(shown) : []
  return {
    from,
    committedDueOn: passes ? statutoryDueOn : promised,
    statutoryDueOn,
    provisional: chain.some(({ provisional }) => provisional),
    days:
      chain.length > MOST_DAYS
        ? []
        : chain.map(({ day, kind, number }) => ({ day, kind, number: number ?? null })),
  }
}

/** An item without a limit, or with one in hours, has no ribbon of days; the paper says the limit in words. */
function questionOf(text: unknown, from: string, calendar: Calendar) {
  if (typeof text !== 'string') return undefined
  try {
    const limit = parseLimit(text)
    return ['workingDays', 'calendarDays'].includes(limit.unit) && limit.length > 0
      ? { from, limit, calendar }
      : undefined
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { type Db, EVERY_JURISDICTION } from '#kernel/sql.ts'
import { findJurisdictions } from '#modules/organisation/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Calendar, chinaCalendar } from '#engines/calendar/index.ts'
import { type Calendars, calendarsFor, readCalendars } from '#engines/clocks/stored/index.ts'

const CHINA = 'cn'

/** The calendar a writing transaction works by: no other edition comes in between until it ends. */
export const calendarFor = async (db: Db): Promise<Calendar> => (await calendarsFor(db)).current(CHINA)

/** The calendar for looking only. */
export const calendarNow = async (db: Db): Promise<Calendar> => (await readCalendars(db)).current(CHINA)

/** The calendar as it was known at an instant. */
export const calendarKnownAt = async (db: Db, at: EpochMs): Promise<Calendar> =>
  (await readCalendars(db)).knownAt(CHINA, at)

/** The last day that every government here knows to work or to rest: the shipped notices and what each has loaded. */
export async function calendarHorizon(database: Database): Promise<Day> {
  const everyone = await database.read({ jurisdiction: EVERY_JURISDICTION }, findJurisdictions)
  let horizon = Infinity
  for (const { id } of everyone) {
    const calendar = await database.read({ jurisdiction: id }, calendarNow)
    horizon = Math.min(horizon, calendar.announcedThrough)
  }
  return dayOfNumber(Number.isFinite(horizon) ? horizon : chinaCalendar().announcedThrough)
}

const HOUR_MS = 3_600_000
let kept: { readonly calendars: Calendars; readonly byHour: Map<number, Calendar> } | undefined

/**
 * The calendar by which something was computed when it was recorded; for rebuilds, which pass through many instants.
 * Where nothing was ever loaded there is only one. A notice takes effect in the lists within the hour it was loaded in.
 */
export async function calendarThen(db: Db, at: EpochMs): Promise<Calendar> {
  const calendars = await readCalendars(db)
  const current = calendars.current(CHINA)
  if (current === chinaCalendar()) return current
  if (kept?.calendars !== calendars) kept = { calendars, byHour: new Map() }
  const hour = Math.ceil(at / HOUR_MS)
  let calendar = kept.byHour.get(hour)
  if (!calendar) kept.byHour.set(hour, (calendar = calendars.knownAt(CHINA, at)))
  return calendar
}

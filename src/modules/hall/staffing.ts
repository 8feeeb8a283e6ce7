import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, explainDay, instantOf } from '#engines/calendar/index.ts'
import { todayOf } from './commands.ts'
import type { DutyCalendar, StaffingRow } from './contract.ts'
import { declaredHalves, declaredSpans, isWorkingDay, lengthOf, staffedTime } from './hours.ts'
import { refuse } from './refusals.ts'
import { findBadgesOf } from './badge-store.ts'
import { findCounters } from './counter-store.ts'
import { findDuty, findSittings } from './duty-store.ts'
import { calendarOf } from './views.ts'

export interface DutySpan {
  readonly hall: string | undefined
  readonly from: Day
  readonly until: Day
}

const MOST_DAYS = 62

/** The days of a span, both ends included. */
export function daysOf({ from, until }: DutySpan): Day[] {
  const [first, last] = [dayNumber(from), dayNumber(until)]
  if (last < first || last - first >= MOST_DAYS) throw refuse('hall.bad-span', { most: MOST_DAYS })
  return Array.from({ length: last - first + 1 }, (_, index) => dayOfNumber(first + index))
}

/** 值班表, and the declared half days for which nobody is named. A closed counter needs nobody. */
export async function dutyCalendar(db: Db, span: DutySpan): Promise<DutyCalendar> {
  const days = daysOf(span)
  const counters = await findCounters(db, span.hall)
  const calendar = await calendarOf(db)
  const byCode = new Map(counters.map((counter) => [counter.counter, counter]))
  const duty = (await findDuty(db, span.from, span.until)).filter(({ counter }) => byCode.has(counter))
  const badges = await findBadgesOf(
    db,
    duty.map(({ account }) => account),
  )
  const badgeOf = new Map(badges.map((badge) => [badge.account, badge]))
  const named = new Set(duty.map(({ day, half, counter }) => `${day}/${half}/${counter}`))
  const needed = counters.filter(({ state }) => state !== 'closed')
  return {
    days: days.map((day) => {
      const { state, working, because } = explainDay(day, calendar)
      return { day, works: working, announced: state !== 'unannounced', because }
    }),
    rows: duty.map((row) => ({
      ...row,
      counterName: { zh: byCode.get(row.counter)?.nameZh ?? '', en: byCode.get(row.counter)?.nameEn ?? '' },
      badge: badgeOf.get(row.account)?.badge ?? null,
      name: badgeOf.get(row.account)?.name ?? null,
    })),
    gaps: days.flatMap((day) =>
      needed.flatMap((counter) =>
        declaredHalves(counter, day, calendar)
          .filter((half) => !named.has(`${day}/${half}/${counter.counter}`))
          .map((half) => ({ day, half, counter: counter.counter, everyDay: counter.restHours !== null })),
      ),
    ),
  }
}

export type CountByCounter = (
  db: Db,
  from: EpochMs,
  until: EpochMs,
) => Promise<readonly { readonly counter: string; readonly day: string; readonly cases: number }[]>

const MINUTE = 60_000

/**
 * 在岗时间: of the hours that a counter has declared, how long somebody sat there, up to now; rest days apart, since
 * that is where a 365-day window is put to the test. Judged by the hours that are declared at present.
 */
export async function staffing(
  db: Db,
  span: DutySpan,
  { now, cases }: { readonly now: EpochMs; readonly cases: Awaited<ReturnType<CountByCounter>> },
): Promise<StaffingRow[]> {
  const days = daysOf(span).filter((day) => day <= todayOf(now))
  const [from, until] = [startOf(span.from), endOf(span.until)]
  const calendar = await calendarOf(db)
  const sittings = await findSittings(db, from, until)
  const handled = new Map(cases.map((row) => [`${row.counter}/${row.day}`, row.cases]))
  return (await findCounters(db, span.hall)).map((row) => {
    const sat = sittings
      .filter(({ counter }) => counter === row.counter)
      .map(({ takenAt, leftAt }) => [takenAt, Math.min(leftAt ?? endOf(todayOf(takenAt)), now)] as const)
    const perDay = days
      .filter((day) => day >= todayOf(row.registeredAt))
      .map((day) => {
        const declared = declaredSpans(row, day, calendar)
          .map(([opens, closes]) => [opens, Math.min(closes, now)] as const)
          .filter(([opens, closes]) => opens < closes)
        return {
          day,
          works: isWorkingDay(calendar, day),
          declared: lengthOf(declared),
          staffed: staffedTime(declared, sat),
          cases: handled.get(`${row.counter}/${day}`) ?? 0,
        }
      })
    return {
      counter: row.counter,
      name: { zh: row.nameZh, en: row.nameEn },
      everyDay: row.restHours !== null,
      workingDays: summed(perDay.filter(({ works }) => works)),
      restDays: summed(perDay.filter(({ works }) => !works)),
      shut: perDay
        .filter(({ day, declared, staffed }) => declared > 0 && staffed === 0 && day < todayOf(now))
        .map(({ day }) => day),
    }
  })
}

interface DayStaffed {
  readonly declared: number
  readonly staffed: number
  readonly cases: number
}

const summed = (days: readonly DayStaffed[]) => ({
  declaredMinutes: Math.round(days.reduce((sum, { declared }) => sum + declared, 0) / MINUTE),
  staffedMinutes: Math.round(days.reduce((sum, { staffed }) => sum + staffed, 0) / MINUTE),
  cases: days.reduce((sum, { cases }) => sum + cases, 0),
})

export const startOf = (day: Day): EpochMs => instantOf(DEFAULT_ZONE, dayNumber(day))
/** The first instant that is no longer in it. */
export const endOf = (day: Day): EpochMs => instantOf(DEFAULT_ZONE, dayNumber(day) + 1)

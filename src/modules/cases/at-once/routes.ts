import { day, dayNumber, type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { type Calendar, dayNumberAt, DEFAULT_ZONE, workingDaysWithin } from '#engines/calendar/index.ts'
import * as contract from '../contract.ts'
import type { AtOnceCase } from '../contract.ts'
import { type ListNames, listNames } from '../kinds/people.ts'
import { isSameDay, shareOf, sharesBy } from '../kinds/shares.ts'
import { findAtOnce, type ListedOutcome } from '../outcomes/store.ts'
import { calendarOf } from '../views.ts'

/** 当场办结日报 for whoever runs the hall, 当日办结率 for heads of sections. */
export const shareRoutes = (): Route[] => [
  route(contract.onTheSpotDay, (call) =>
    call.read(async (db) => {
      const on = day(call.query.day)
      const rows = (await findAtOnce(db, on, on)).filter(({ onTheSpot }) => onTheSpot)
      return {
        total: shareOf(rows),
        counters: sharesBy(rows, ({ counter }) => counter).map(({ key, ...share }) => ({
          counter: key,
          ...share,
        })),
        exceptions: await left(db, rows, call.now),
      }
    }),
  ),
  route(contract.sameDayShares, (call) =>
    call.read(async (db) => {
      const { from, to } = call.query
      const rows = await findAtOnce(db, day(from), day(to))
      const names = await namesOf(db, rows)
      return {
        total: shareOf(rows),
        officers: sharesBy(rows, officerOf).map(({ key, ...share }) => ({
          officer: names.by(key),
          ...share,
        })),
        left: await left(db, rows, call.now),
      }
    }),
  ),
]

/** Whoever decided, or has let it lie since it was accepted. */
const officerOf = ({ decidedBy, acceptedBy }: ListedOutcome) => decidedBy ?? acceptedBy

const namesOf = (db: Db, rows: readonly ListedOutcome[]) =>
  listNames(db, { units: rows.map(({ unit }) => unit), accounts: rows.map(officerOf) })

/** Those not finished on their day, the longest first: with the reason that was given then, or without any. */
async function left(db: Db, rows: readonly ListedOutcome[], now: EpochMs): Promise<AtOnceCase[]> {
  const late = rows.filter((row) => !isSameDay(row) && !isToday(row, now))
  const names = await namesOf(db, late)
  const calendar = await calendarOf(db)
  return late
    .map((row) => caseOf(row, names, daysOf(row, now, calendar)))
    .sort((a, b) => b.days - a.days || a.caseNo.localeCompare(b.caseNo))
}

/** What was accepted today and is not decided yet may still be finished today, unless somebody said that it cannot. */
const isToday = ({ acceptedOn, decidedOn, facts }: ListedOutcome, now: EpochMs): boolean =>
  decidedOn === null && acceptedOn === dayAt(now) && facts.notOnTheSpot === null

const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

/** Working days after the one of acceptance. */
function daysOf({ acceptedOn, decidedOn, endedAt }: ListedOutcome, now: EpochMs, calendar: Calendar): number {
  if (acceptedOn === null) return 0
  const until = dayNumber(decidedOn ?? (endedAt ? dayAt(endedAt.getTime()) : dayAt(now)))
  return workingDaysWithin(calendar, dayNumber(acceptedOn), until)
}

const caseOf = (row: ListedOutcome, names: ListNames, days: number): AtOnceCase => ({
  ...{ caseNo: row.caseNo, item: row.item, itemName: { zh: row.itemNameZh, en: row.itemNameEn } },
  ...{ unit: row.unit, unitName: names.unit(row.unit), counter: row.counter },
  acceptedOn: row.acceptedOn ?? '',
  decidedOn: row.decidedOn,
  officer: names.by(officerOf(row)),
  reason: row.facts.notOnTheSpot ?? '',
  days,
})

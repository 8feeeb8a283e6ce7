import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Calendar, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { readCalendars } from '#engines/clocks/stored/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { todayOf } from './commands.ts'
import type { BadgeView, CounterView, HallView, SeatView } from './contract.ts'
import { standingOf } from './badge.ts'
import { declaredSpans, isWithin, isWorkingDay } from './hours.ts'
import { refuse } from './refusals.ts'
import { type CounterRow, findCounter, findSeatsOf } from './counter-store.ts'
import { findBadge, findBadgesOf } from './badge-store.ts'
import { findDuty } from './duty-store.ts'
import { type findHalls } from './store.ts'

export const calendarOf = async (db: Db): Promise<Calendar> => (await readCalendars(db)).current('cn')
export const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

export type UnitNames = (unit: string) => { readonly unit: string; readonly name: { zh: string; en: string } }

export async function unitNames(db: Db, units: readonly string[]): Promise<UnitNames> {
  const titles = await findUnitTitles(db, [...new Set(units)])
  const found = new Map(titles.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]))
  return (unit) => ({ unit, name: found.get(unit) ?? { zh: unit, en: unit } })
}

export const hallView = ({
  nameZh,
  nameEn,
  ...rest
}: Awaited<ReturnType<typeof findHalls>>[number]): HallView => ({ ...rest, name: { zh: nameZh, en: nameEn } })

interface Seeing {
  readonly now: EpochMs
  readonly calendar: Calendar
  readonly names: UnitNames
}

/** A counter as the public sees it. Who has not signed off yesterday does not serve today. */
export function counterView(row: CounterRow, { now, calendar, names }: Seeing): CounterView {
  const today = todayOf(now)
  const spans = declaredSpans(row, today, calendar)
  const declaredNow = isWithin(spans, now)
  const seated = row.seatedAt !== null && todayOf(row.seatedAt) === today
  return {
    counter: row.counter,
    hall: row.hall,
    name: { zh: row.nameZh, en: row.nameEn },
    place: row.place,
    units: row.units.map(names),
    state: row.state,
    reason: row.stateReason,
    since: instantText(row.stateSince),
    everyDay: row.restHours !== null,
    hoursToday: isWorkingDay(calendar, today) ? row.workingHours : row.restHours,
    declaredNow,
    clerk:
      seated && row.badge !== null && row.seatedAt !== null
        ? { badge: row.badge, name: row.badgeName ?? '', since: instantText(row.seatedAt) }
        : null,
    unstaffed: row.state === 'open' && declaredNow && !seated,
    conduct: { zh: row.conductZh, en: row.conductEn },
    complaint:
      row.complaintUnit === '' ? null : { phone: row.complaintPhone, unit: names(row.complaintUnit) },
  }
}

export async function counterViews(
  db: Db,
  rows: readonly CounterRow[],
  now: EpochMs,
): Promise<CounterView[]> {
  const names = await unitNames(
    db,
    rows.flatMap(({ units, complaintUnit }) => [...units, ...(complaintUnit ? [complaintUnit] : [])]),
  )
  const calendar = await calendarOf(db)
  return rows.map((row) => counterView(row, { now, calendar, names }))
}

/** What the public may know of whoever serves them: as printed on the plate, and where that person serves now. */
export async function badgeView(db: Db, typed: string, now: EpochMs): Promise<BadgeView> {
  const found = await findBadge(db, typed)
  if (!found) throw refuse('hall.no-such-badge', { badge: typed })
  const { badge } = found
  const standing = standingOf(found, todayOf(now))
  if (standing !== 'valid')
    return { badge, valid: false, standing, name: null, unit: null, duties: null, counter: null }
  const seat = (await findSeatsOf(db, found.account)).find((one) => isSeatOf(one, now) && one.badge === badge)
  return {
    badge,
    valid: true,
    standing,
    name: found.name,
    unit: (await unitNames(db, [found.unit]))(found.unit),
    duties: { zh: found.dutiesZh, en: found.dutiesEn },
    counter: seat
      ? { counter: seat.counter, name: { zh: seat.nameZh, en: seat.nameEn }, place: seat.place }
      : null,
  }
}

const isSeatOf = ({ seatedAt }: CounterRow, now: EpochMs) =>
  seatedAt !== null && todayOf(seatedAt) === todayOf(now)

/** Where somebody sits at this moment, the badge worn there, and whether the counter has hours on rest days (365 窗口). */
export async function seatOf(db: Db, account: string, now: EpochMs) {
  const seat = await seatRow(db, account, now)
  return seat && { counter: seat.counter, badge: seat.badge, everyDay: seat.restHours != null }
}

/** The counter at which somebody sits at this moment. */
export const seatRow = async (db: Db, account: string, now: EpochMs): Promise<CounterRow | undefined> =>
  (await findSeatsOf(db, account)).find((one) => isSeatOf(one, now))

/** 365 窗口: a counter with declared hours on rest days. */
export const servesEveryDay = async (db: Db, counter: string): Promise<boolean> =>
  (await findCounter(db, counter))?.restHours != null

export async function seatView(db: Db, account: string, now: EpochMs): Promise<SeatView> {
  const today = todayOf(now)
  const seat = (await findSeatsOf(db, account)).find((one) => isSeatOf(one, now))
  const duty = (await findDuty(db, today, today)).filter((one) => one.account === account)
  return {
    badge: (await findBadgesOf(db, [account], today))[0]?.badge ?? null,
    counter: seat
      ? {
          counter: seat.counter,
          name: { zh: seat.nameZh, en: seat.nameEn },
          since: instantText(seat.seatedAt ?? now),
        }
      : null,
    duty: duty.map(({ half, counter }) => ({ half, counter })),
  }
}

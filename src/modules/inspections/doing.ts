import { randomInt } from 'node:crypto'
import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type Calendar,
  dayNumberAt,
  DEFAULT_ZONE,
  formatInstant,
  nthWorkingDayAfter,
} from '#engines/calendar/index.ts'
import { readCalendars } from '#engines/clocks/stored/index.ts'
import type { Call } from '#platform/http/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'

export type Doer = Pick<Call, 'caller' | 'now'>

/** Whoever acts is found by his own name; how far the module looks for him is decided here, not by his role. */
export const REACH = { reach: 'jurisdiction' } as const

export const doingOf = ({ caller, now }: Doer) => ({ actor: caller.account, now })
export const todayAt = (now: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))
export const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)
export const calendarNow = async (db: Db): Promise<Calendar> => (await readCalendars(db)).current('cn')

/** The n-th working day after a day, provisionally beyond the last notice. */
export const workingDaysAfter = (calendar: Calendar, from: Day, count: number): Day =>
  dayOfNumber(nthWorkingDayAfter(calendar, dayNumber(from), count))

/** By chance, so that no number tells of another that is sealed: `R261122-048091`. */
export const newNumber = (letter: string, today: Day): string =>
  `${letter}${today.slice(2).replaceAll('-', '')}-${String(randomInt(1_000_000)).padStart(6, '0')}`

export type UnitNames = (unit: string) => Bilingual

export async function unitNames(db: Db, units: readonly string[]): Promise<UnitNames> {
  const titles = await findUnitTitles(db, [...new Set(units)])
  const found = new Map(titles.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]))
  return (unit) => found.get(unit) ?? { zh: unit, en: unit }
}

export type PeopleNames = (account: string) => string

export async function peopleNames(db: Db, accounts: readonly string[]): Promise<PeopleNames> {
  const found = new Map(
    (await findPeople(db, [...new Set(accounts)])).map(({ account, name }) => [account, name]),
  )
  return (account) => found.get(account) ?? account
}

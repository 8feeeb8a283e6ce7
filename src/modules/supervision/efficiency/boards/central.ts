import { type Day, dayNumber } from '#kernel/day.ts'
import type { VersionFigures } from '#modules/catalogue/index.ts'
import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { casesOfUnitBy, numberAt, saidAt } from './cases.ts'

/** 集中办公率 of a department in a month (HALL-04), in items. */
export interface CentralMonth {
  readonly unit: string
  readonly month: string
  /** Items that should be handled in the hall: everything of the department that the public may apply for. */
  readonly items: readonly string[]
  /** With cases decided in the month, none of which left the hall. */
  readonly wholly: readonly string[]
  /** With a case that left it. */
  readonly partly: readonly string[]
  /** Used within the last year, but not decided in this month: they say nothing about it. */
  readonly unused: readonly string[]
  /** Not used for so many months as were set: they never count for the department. */
  readonly dead: readonly string[]
  /** Cases of the month behind `wholly` and behind `partly`. */
  readonly whollyCases: readonly number[]
  readonly partlyCases: readonly number[]
}

/**
 * The rate is `wholly` of all items less the unused ones. A dead item stays below the line and never comes above it, so
 * a list is not padded by what nobody asks for.
 */
export const centralRate = ({ items, wholly, unused }: CentralMonth): number | null =>
  items.length === unused.length ? null : wholly.length / (items.length - unused.length)

export function centralMonth(
  { columns, by: { settings } }: Measures,
  { unit, month }: { readonly unit: string; readonly month: string },
  versions: readonly VersionFigures[],
): CentralMonth {
  const { first, last } = monthDays(month)
  const aliveSince = monthDays(monthBefore(month, settings.number('deadMonths') - 1)).first
  const items = itemsInForce(versions, unit, last)
  const cases = casesOfUnitBy(columns, unit, (index) => {
    const received = numberAt(columns, 'receivedDay', index)
    const counts = received <= last && (received >= aliveSince || decidedIn(index))
    return counts ? saidAt(columns, 'item', index) : undefined
  })
  function decidedIn(index: number): boolean {
    const day = numberAt(columns, 'decidedDay', index)
    return day >= first && day <= last
  }
  const decidedOf = (item: string) => (cases.get(item) ?? []).filter(decidedIn)
  const left = (index: number) => numberAt(columns, 'isWholly', index) !== 1
  const dead = items.filter((item) => !cases.has(item))
  const used = items.filter((item) => decidedOf(item).length > 0)
  const partly = used.filter((item) => decidedOf(item).some(left))
  const wholly = used.filter((item) => !partly.includes(item))
  return {
    ...{ unit, month, items, wholly, partly, dead },
    unused: items.filter((item) => !dead.includes(item) && !used.includes(item)),
    whollyCases: wholly.flatMap(decidedOf),
    partlyCases: partly.flatMap(decidedOf),
  }
}

/** Items of a department that the public may apply for on a day. */
export const itemsInForce = (versions: readonly VersionFigures[], unit: string, day: number): string[] =>
  versions
    .filter(
      (one) =>
        one.unit === unit &&
        one.isPublic &&
        dayNumber(one.from) <= day &&
        (one.until === null || dayNumber(one.until) > day) &&
        (one.cancelledFrom === null || dayNumber(one.cancelledFrom) > day),
    )
    .map(({ item }) => item)

export function monthDays(month: string): { readonly first: number; readonly last: number } {
  const first = dayNumber(`${month}-01` as Day)
  return { first, last: dayNumber(`${monthBefore(month, -1)}-01` as Day) - 1 }
}

/** The month so many before another; later ones with a negative number. */
export function monthBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 - count
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

export const centralSignals = (rows: readonly CentralMonth[]): Signal[] =>
  rows
    .filter(({ dead }) => dead.length > 0)
    .map(({ unit, items, dead }) => ({
      code: 'deadItems' as const,
      unit,
      subject: '',
      because: {
        zh: `清单 ${items.length} 项中有 ${dead.length} 项长期没有办件，不计入集中办理`,
        en: `${dead.length} of ${items.length} items have had no case for long; they do not count as handled in the hall`,
      },
      cases: [],
    }))

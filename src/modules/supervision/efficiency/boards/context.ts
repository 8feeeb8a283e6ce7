import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { findVersionFigures, type VersionFigures } from '#modules/catalogue/index.ts'
import { countVisited, findCounters, findDepartments, findHalls } from '#modules/hall/index.ts'
import { findUnitKinds } from '#modules/organisation/index.ts'
import { type Measures, measuresFor } from '../shelf.ts'
import { type Source, sourcesOf } from '../sources/sources.ts'
import type { Visited } from './burden.ts'
import { type Days, daysOf } from './cases.ts'

/** Everything that boards and signals are made of, for one reader and one span. */
export interface Boards {
  readonly measures: Measures
  readonly span: Days
  readonly versions: readonly VersionFigures[]
  /** Departments that sit in a hall or are served there. */
  readonly stationed: readonly string[]
  /** Levels at which there is a hall, a station, a township or a village. */
  readonly tiers: readonly string[]
  readonly visited: Visited
  readonly sources: readonly Source[]
  readonly today: Day
}

interface Reading {
  readonly from: Day
  readonly until: Day
  readonly now: EpochMs
  /** Only what concerns one unit; undefined: everything. */
  readonly unit: string | undefined
}

export async function boardsFor(db: Db, { from, until, now, unit }: Reading): Promise<Boards> {
  const measures = await measuresFor(db, now)
  const { calendar, settings } = measures.by
  const mine = (one: { readonly unit: string }) => unit === undefined || one.unit === unit
  const visits = await countVisited(db, { from, until })
  return {
    measures,
    span: daysOf({ from, until }),
    versions: (await findVersionFigures(db)).filter(mine),
    stationed: (await stationedIn(db)).filter((one) => mine({ unit: one })),
    tiers: unit === undefined ? await tiersOf(db, measures) : [],
    visited: {
      served: new Map(visits.map((row) => [row.item, row.served])),
      advised: new Map(visits.map((row) => [row.item, row.advised])),
    },
    sources: (await sourcesOf(db, { now, calendar, settings })).filter(mine),
    today: dayOfNumber(dayNumberAt(DEFAULT_ZONE, now)),
  }
}

async function stationedIn(db: Db): Promise<string[]> {
  const units = new Set((await findCounters(db)).flatMap((counter) => counter.units))
  for (const { hall } of await findHalls(db))
    for (const { unit } of await findDepartments(db, hall)) units.add(unit)
  return [...units].sort()
}

const ORDER = ['city', 'district', 'county', 'township', 'village']

async function tiersOf(db: Db, { by }: Measures): Promise<string[]> {
  const levels = new Set<string>((await findHalls(db)).map(({ level }) => level))
  for (const { id } of await findUnitKinds(db)) levels.add(by.levelOfUnit(id))
  return ORDER.filter((level) => levels.has(level))
}

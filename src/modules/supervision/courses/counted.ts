import type { Db } from '#kernel/sql.ts'
import { pairsOf, readHolder } from './course.ts'
import {
  areAllCounted,
  countItems,
  findHolders,
  findHoldings,
  findVariants,
  MOST_ROWS,
  rankVariants,
} from './reading-store.ts'
import { figuresOf, unpackWaits, type WaitFigures, type Waits } from './waits.ts'

/** What the counts say of a log, or of one item of it: nothing is read from the ledger. */
export interface CountedVariants {
  readonly totalVariants: number
  /** The most frequent ones, in falling order. */
  readonly variants: readonly { readonly path: readonly string[]; readonly cases: number }[]
  /** How long their cases lay between two steps; the medians are those of `Waits`. */
  readonly pairs: readonly (WaitFigures & { readonly from: string; readonly to: string })[]
  readonly items: readonly { readonly value: string; readonly cases: number }[]
}

export interface CountsAsked {
  readonly log: string
  readonly item: string | undefined
}

/** Undefined where not every case was counted, as in a log that is older than the counts and was not rebuilt since. */
export async function countedVariants(
  db: Db,
  { log, item }: CountsAsked,
  most: { readonly variants: number; readonly items: number },
): Promise<CountedVariants | undefined> {
  if (!(await areAllCounted(db, log))) return undefined
  const ranked = await rankVariants(db, log, item, most.variants)
  const rows = await findVariants(db, log, { item, marks: ranked.map(({ mark }) => mark) })
  if (rows.length === MOST_ROWS) return undefined
  const cases = new Map<string, number>()
  const numbers = numbering()
  const waits: Waits = new Map()
  for (const row of rows) {
    cases.set(row.mark, (cases.get(row.mark) ?? 0) + row.cases)
    const places = pairsOf(JSON.parse(row.path) as string[]).map(({ from, to }) => numbers.of(from, to))
    unpackWaits(waits, row.waits, (place) => places[place])
  }
  return {
    totalVariants: ranked[0]?.total ?? 0,
    variants: ranked.map(({ mark, path }) => ({
      path: JSON.parse(path) as string[],
      cases: cases.get(mark) ?? 0,
    })),
    pairs: numbers.named(figuresOf(waits)),
    items: await countItems(db, log, most.items),
  }
}

/** Numbers for pairs of texts, and the pairs of the numbers. */
function numbering() {
  const numbers = new Map<string, number>()
  const pairs: { readonly from: string; readonly to: string }[] = []
  return {
    of(from: string, to: string): number {
      const key = JSON.stringify([from, to])
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, pairs.push({ from, to }) - 1)
      return pairs.length - 1
    },
    named: <Figures>(figures: ReadonlyMap<number, Figures>) =>
      [...figures].map(([number, one]) => ({ ...one, ...(pairs[number] ?? { from: '', to: '' }) })),
  }
}

export interface CountedHandOver extends WaitFigures {
  readonly from: string
  readonly to: string
  readonly cases: number
}

/** To which units people belong; whoever is not known, or of no unit, is left out. */
export type UnitsOf = (people: readonly string[]) => Promise<ReadonlyMap<string, string>>

const MOST_HOLDERS = 20_000

/** 移交: what went from unit to unit; undefined where there are too many paths to read them. */
export async function countedHandOvers(
  db: Db,
  { log, item }: CountsAsked,
  unitsOf: UnitsOf,
): Promise<CountedHandOver[] | undefined> {
  const units = await unitsOfHolders(await findHolders(db, log, MOST_HOLDERS), unitsOf)
  if (new Set(units.values()).size < 2) return []
  const rows = await findHoldings(db, log, item)
  if (rows.length === MOST_ROWS) return undefined
  const numbers = numbering()
  const waits: Waits = new Map()
  const cases = new Map<number, number>()
  for (const row of rows) {
    const takers = takersOf(JSON.parse(row.path) as string[], units)
    if (takers.size === 0) continue
    const places = new Map([...takers].map(([place, { from, to }]) => [place, numbers.of(from, to)]))
    for (const pair of new Set(places.values())) cases.set(pair, (cases.get(pair) ?? 0) + row.cases)
    unpackWaits(waits, row.waits, (place) => places.get(place))
  }
  const figures = [...figuresOf(waits)].map(
    ([pair, one]) => [pair, { ...one, cases: cases.get(pair) ?? 0 }] as const,
  )
  return numbers.named(new Map(figures))
}

async function unitsOfHolders(
  holders: readonly { readonly holder: string }[],
  unitsOf: UnitsOf,
): Promise<Map<string, string>> {
  const read = holders.map(({ holder }) => ({ holder, ...readHolder(holder) }))
  const people = await unitsOf(read.flatMap((one) => ('person' in one ? [one.person] : [])))
  return new Map(
    read.flatMap((one) => {
      const unit = 'unit' in one ? one.unit : people.get(one.person)
      return unit === undefined || unit === '' ? [] : [[one.holder, unit] as const]
    }),
  )
}

/** Where on a path another unit took over than the last one known before. */
function takersOf(
  path: readonly string[],
  units: ReadonlyMap<string, string>,
): Map<number, { readonly from: string; readonly to: string }> {
  const takers = new Map<number, { from: string; to: string }>()
  let held: string | undefined
  path.forEach((holder, place) => {
    const unit = units.get(holder)
    if (unit === undefined) return
    if (held !== undefined && unit !== held) takers.set(place, { from: held, to: unit })
    held = unit
  })
  return takers
}

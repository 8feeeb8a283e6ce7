import type { Bilingual } from '#kernel/refusal.ts'
import { wilson } from '../measures/index.ts'
import type { Institution, Measure } from './definition.ts'
import type { Entry } from './entry.ts'
import { evaluate, holdsFor, type Surroundings } from './evaluate.ts'
import type { Value } from './expression.ts'

/** A figure over entries, which opens to them again. */
export interface RegisterFigure {
  readonly code: string
  readonly title: Bilingual
  readonly kind: Measure['kind']
  /** The value of the field it is told by; null for the one figure of a measure without. */
  readonly group: string | null
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
  readonly low: number | null
  readonly high: number | null
  /** Ids of the entries: of the numerator of a share, and of all that count. */
  readonly hits: readonly string[]
  readonly subjects: readonly string[]
}

export async function figuresOf(
  institution: Institution,
  entries: readonly Entry[],
  around: Surroundings,
): Promise<RegisterFigure[]> {
  const figures: RegisterFigure[] = []
  for (const measure of institution.measures) {
    const counted = await countedBy(measure, entries, around)
    for (const [group, values] of groupsOf(measure, counted)) figures.push(figureOf(measure, group, values))
  }
  return figures
}

interface Counted {
  readonly entry: Entry
  readonly value: Value | null
}

async function countedBy({ of, value }: Measure, entries: readonly Entry[], around: Surroundings) {
  const counted: Counted[] = []
  for (const entry of entries)
    if (await holdsFor(of, { entry, around }))
      counted.push({ entry, value: await evaluate(value, { entry, around }) })
  return counted
}

/** By the values of the field that a measure is told by; an entry that holds several counts under each. */
function groupsOf({ per }: Measure, counted: readonly Counted[]): Map<string | null, Counted[]> {
  if (per === undefined) return new Map([[null, [...counted]]])
  const groups = new Map<string | null, Counted[]>()
  for (const one of counted)
    for (const name of [one.entry.values[per] ?? ''].flat().map(String))
      groups.set(name, [...(groups.get(name) ?? []), one])
  return new Map([...groups].sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1)))
}

function figureOf(measure: Measure, group: string | null, counted: readonly Counted[]): RegisterFigure {
  const { code, title, kind } = measure
  const of = { code, title, kind, group }
  if (kind === 'count' || kind === 'share') {
    const hits = kind === 'count' ? counted : counted.filter(({ value }) => value === true)
    return {
      ...of,
      ...(kind === 'count'
        ? { value: counted.length, low: null, high: null }
        : {
            value: counted.length === 0 ? null : hits.length / counted.length,
            ...wilson(hits.length, counted.length),
          }),
      numerator: hits.length,
      denominator: counted.length,
      hits: hits.map(({ entry }) => entry.id),
      subjects: counted.map(({ entry }) => entry.id),
    }
  }
  return { ...of, ...overValues(kind, counted) }
}

/** Entries whose value is not known do not count. */
function overValues(kind: 'sum' | 'mean' | 'median', counted: readonly Counted[]) {
  const known = counted.filter((one): one is Counted & { value: number } => typeof one.value === 'number')
  const values = known.map(({ value }) => value).sort((one, other) => one - other)
  const sum = values.reduce((total, value) => total + value, 0)
  const ids = known.map(({ entry }) => entry.id)
  const value = { sum, mean: sum / values.length, median: middleOf(values) }[kind]
  return {
    value: values.length === 0 ? (kind === 'sum' ? 0 : null) : value,
    numerator: sum,
    denominator: values.length,
    low: null,
    high: null,
    hits: ids,
    subjects: ids,
  }
}

function middleOf(sorted: readonly number[]): number {
  const upper = sorted[sorted.length >> 1] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? 0)) / 2
}

import { isDay } from '#kernel/day.ts'
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
  /** The month or quarter it is told for, `2026-03`, `2026Q1`; null where time does not matter. */
  readonly period: string | null
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
    for (const { group, period, values } of groupsOf(measure, counted))
      figures.push({ ...figureOf(measure, group, values), period })
  }
  return figures
}

interface Counted {
  readonly entry: Entry
  readonly value: Value | null
  readonly period: string | null
}

async function countedBy({ of, value, over }: Measure, entries: readonly Entry[], around: Surroundings) {
  const counted: Counted[] = []
  for (const entry of entries)
    if (await holdsFor(of, { entry, around }))
      counted.push({
        entry,
        value: await evaluate(value, { entry, around }),
        period: over ? periodOf(await evaluate(over.day, { entry, around }), over.by) : null,
      })
  return counted
}

const periodOf = (on: Value | null, by: 'month' | 'quarter'): string => {
  if (typeof on !== 'string' || !isDay(on)) return '–'
  return by === 'month' ? on.slice(0, 7) : `${on.slice(0, 4)}Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`
}

interface Group {
  readonly group: string | null
  readonly period: string | null
  readonly values: Counted[]
}

/** By the values of the field that a measure is told by, and by time; an entry that holds several counts under each. */
function groupsOf({ per, over }: Measure, counted: readonly Counted[]): Group[] {
  if (per === undefined && over === undefined) return [{ group: null, period: null, values: [...counted] }]
  const groups = new Map<string, Group>()
  for (const one of counted)
    for (const group of per === undefined ? [null] : [one.entry.values[per] ?? ''].flat().map(String)) {
      const key = `${group ?? ''}\n${one.period ?? ''}`
      const known = groups.get(key) ?? { group, period: one.period, values: [] }
      known.values.push(one)
      groups.set(key, known)
    }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group)
}

function figureOf(
  measure: Measure,
  group: string | null,
  counted: readonly Counted[],
): Omit<RegisterFigure, 'period'> {
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

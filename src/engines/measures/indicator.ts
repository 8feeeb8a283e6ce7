import type { Bilingual } from '#kernel/refusal.ts'
import { wilson } from './interval.ts'
import type { Subject } from './subject.ts'

/**
 * An indicator says of each subject whether it counts, and what it adds. Nothing is stored: a figure is made of its
 * subjects and opens to them again.
 */
export type Indicator = {
  readonly code: string
  readonly title: Bilingual
} & (
  | {
      readonly unit: 'share'
      /** True or false for subjects that count, undefined for the others. */
      readonly holds: (subject: Subject) => boolean | undefined
    }
  | {
      readonly unit: 'workingDays' | 'per100'
      readonly of: 'mean' | 'median'
      readonly value: (subject: Subject) => number | undefined
    }
)

export interface Figure {
  readonly indicator: string
  readonly title: Bilingual
  readonly unit: Indicator['unit']
  /** Null where no subject counts. */
  readonly value: number | null
  /** Of shares: the subjects for which it holds. Of others: the sum. */
  readonly numerator: number
  readonly denominator: number
  readonly low: number | null
  readonly high: number | null
  /** Fewer subjects than the minimum cell: shown as small and never ranked. */
  readonly isSmall: boolean
  /** Ids of the cases in the numerator of a share (of all that count, else), and of all that count. */
  readonly subjects: { readonly numerator: readonly string[]; readonly denominator: readonly string[] }
}

export const MINIMUM_CELL = 10

export function measure(
  subjects: readonly Subject[],
  indicator: Indicator,
  minimumCell: number = MINIMUM_CELL,
): Figure {
  const { code, title, unit } = indicator
  const made = indicator.unit === 'share' ? shareOf(subjects, indicator.holds) : valueOf(subjects, indicator)
  return { indicator: code, title, unit, ...made, isSmall: made.denominator < minimumCell }
}

function shareOf(subjects: readonly Subject[], holds: (subject: Subject) => boolean | undefined) {
  const counted = subjects.filter((subject) => holds(subject) !== undefined)
  const kept = counted.filter((subject) => holds(subject))
  return {
    value: counted.length === 0 ? null : kept.length / counted.length,
    numerator: kept.length,
    denominator: counted.length,
    ...wilson(kept.length, counted.length),
    subjects: { numerator: kept.map(caseId), denominator: counted.map(caseId) },
  }
}

function valueOf(subjects: readonly Subject[], indicator: Extract<Indicator, { of: string }>) {
  const counted = subjects.filter((subject) => indicator.value(subject) !== undefined)
  const values = counted.map((subject) => indicator.value(subject) ?? 0).sort((a, b) => a - b)
  const sum = values.reduce((total, value) => total + value, 0)
  const ids = counted.map(caseId)
  return {
    value: values.length === 0 ? null : indicator.of === 'mean' ? sum / values.length : middleOf(values),
    numerator: sum,
    denominator: counted.length,
    low: null,
    high: null,
    subjects: { numerator: ids, denominator: ids },
  }
}

const caseId = (subject: Subject): string => subject.caseId

function middleOf(sorted: readonly number[]): number {
  const upper = sorted[sorted.length >> 1] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? 0)) / 2
}

/** The same indicator for every unit, item or channel; subjects that name none stand under the empty name. */
export function measureBy(
  subjects: readonly Subject[],
  indicator: Indicator,
  by: 'unit' | 'item' | 'channel',
  minimumCell: number = MINIMUM_CELL,
): ReadonlyMap<string, Figure> {
  const groups = new Map<string, Subject[]>()
  for (const subject of subjects) {
    const name = subject[by] ?? ''
    const group = groups.get(name)
    if (group) group.push(subject)
    else groups.set(name, [subject])
  }
  return new Map([...groups].map(([name, group]) => [name, measure(group, indicator, minimumCell)]))
}

import type { CaseHistory } from '#engines/histories/index.ts'
import { addCourse, type Course, holdingOf, markOf, variantOf } from './course.ts'
import type { Waits } from './waits.ts'

/** By what a case is counted on the map: its unit, by which it is seen, and its item. */
export interface CaseKind {
  readonly unit: string | null
  readonly item: string | null
}

/** A change of the counts of one path. */
export interface CourseChange {
  readonly unit: string
  readonly item: string
  readonly mark: string
  readonly path: string
  cases: number
  readonly waits: Waits
}

export interface HolderChange {
  readonly unit: string
  readonly holder: string
  cases: number
}

/** Changes of counts that were not written yet, path by path. */
export interface CourseTally {
  readonly variants: Map<string, CourseChange>
  readonly holdings: Map<string, CourseChange>
  /** Everybody who held one of the cases. */
  readonly holders: Map<string, HolderChange>
  /** How many buckets are kept at most: what they take in memory. */
  buckets: number
}

export const newCourseTally = (): CourseTally => ({
  variants: new Map(),
  holdings: new Map(),
  holders: new Map(),
  buckets: 0,
})

export interface CountedCase {
  readonly history: CaseHistory
  readonly kind: CaseKind
  /** The attribute by which events name the unit that holds the case. */
  readonly unitAttribute: string | undefined
}

/** Counts a case, or takes it out again. */
export function countCase(
  tally: CourseTally,
  { history, kind, unitAttribute }: CountedCase,
  by: 1 | -1,
): void {
  countCourse(tally, tally.variants, { course: variantOf(history), kind, by })
  const holding = holdingOf(history, unitAttribute)
  countCourse(tally, tally.holdings, { course: holding, kind, by })
  const unit = kind.unit ?? ''
  for (const holder of new Set(holding.path)) {
    const key = `${unit}\n${holder}`
    const change = tally.holders.get(key) ?? { unit, holder, cases: 0 }
    change.cases += by
    tally.holders.set(key, change)
  }
}

function countCourse(
  tally: CourseTally,
  changes: CourseTally['variants'],
  { course, kind, by }: { readonly course: Course; readonly kind: CaseKind; readonly by: 1 | -1 },
): void {
  const path = JSON.stringify(course.path)
  const { unit, item } = { unit: kind.unit ?? '', item: kind.item ?? '' }
  const key = `${unit}\n${item}\n${path}`
  const known = changes.get(key)
  const change = known ?? { unit, item, path, mark: markOf(path), cases: 0, waits: new Map() }
  if (!known) changes.set(key, change)
  const before = change.waits.size
  change.cases += by
  addCourse(change.waits, course, by)
  tally.buckets += change.waits.size - before + (known ? 0 : 1)
}

/** What really changed, in the order of the key: rows are always locked in one order. */
export const changesIn = (changes: CourseTally['variants']): CourseChange[] =>
  [...changes.values()]
    .filter(
      ({ cases, waits }) =>
        cases !== 0 || [...waits.values()].some(({ count, sum }) => count !== 0 || sum !== 0),
    )
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))

const orderOf = ({ unit, item, mark }: CourseChange): string => `${unit}\n${item}\n${mark}`

/** Likewise. */
export const holdersIn = ({ holders }: CourseTally): HolderChange[] =>
  [...holders]
    .filter(([, { cases }]) => cases !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change)

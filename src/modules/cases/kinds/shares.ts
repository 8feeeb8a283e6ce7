import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { ListedOutcome } from '../outcomes/store.ts'

/** What a list of shares needs of a case. */
export type AtOnce = Pick<ListedOutcome, 'acceptedOn' | 'decidedOn' | 'facts'>

export interface Share {
  readonly done: number
  readonly all: number
}

/** 当日办结: decided on the day on which it was complete, which acceptance says it is. */
export const isSameDay = ({
  acceptedOn,
  decidedOn,
}: Pick<ListedOutcome, 'acceptedOn' | 'decidedOn'>): boolean =>
  acceptedOn !== null && acceptedOn === decidedOn

export const shareOf = (rows: readonly AtOnce[]): Share => ({
  done: rows.filter(isSameDay).length,
  all: rows.length,
})

/** The share of each group, the lowest first: whoever is behind is seen first. */
export function sharesBy<Row extends AtOnce, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Share & { readonly key: Key })[] {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...shareOf(group) }))
    .sort((a, b) => a.done / a.all - b.done / b.all || b.all - a.all)
}

export interface Decided {
  readonly caseNo: string
  readonly grade: string | null
  readonly gradeName: Bilingual | null
  readonly outcome: 'granted' | 'denied'
  /** Working days from acceptance to the decision. */
  readonly days: number
  readonly timing: string | null
  readonly decidedBy: string | null
}

export interface ComparedGrade {
  readonly grade: string
  readonly gradeName: Bilingual
  readonly granted: number
  readonly denied: number
  readonly medianDays: number
  readonly divided: boolean
}

export interface Unlike extends Decided {
  readonly how: 'otherResult' | 'early' | 'late'
}

/**
 * 类案比对 (ITEM-35): decisions under one grade are alike. Where both results stand under it the rarer one is shown; a
 * decision far from the median of its grade is early or late. A tie of results shows both: nobody knows which is right.
 */
export function compareLike(
  decisions: readonly Decided[],
  { early, late }: { readonly early: number; readonly late: number },
): { readonly grades: ComparedGrade[]; readonly unlike: Unlike[] } {
  const groups = new Map<string, Decided[]>()
  for (const one of decisions) {
    if (one.grade === null) continue
    groups.set(one.grade, [...(groups.get(one.grade) ?? []), one])
  }
  const grades: ComparedGrade[] = []
  const unlike: Unlike[] = []
  for (const [grade, group] of groups) {
    const granted = group.filter(({ outcome }) => outcome === 'granted').length
    const denied = group.length - granted
    const medianDays = median(group.map(({ days }) => days))
    const divided = granted > 0 && denied > 0
    const gradeName = group[0]?.gradeName ?? { zh: grade, en: grade }
    grades.push({ grade, gradeName, granted, denied, medianDays, divided })
    for (const one of group) {
      const same = one.outcome === 'granted' ? granted : denied
      if (divided && same <= group.length - same) unlike.push({ ...one, how: 'otherResult' })
      if (group.length < COMPARABLE || medianDays === 0) continue
      if (one.days < medianDays * early) unlike.push({ ...one, how: 'early' })
      else if (one.days > medianDays * late) unlike.push({ ...one, how: 'late' })
    }
  }
  return { grades, unlike }
}

/** Of two cases neither is the rule. */
const COMPARABLE = 3

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** First day and first day after of a month `2026-03`, or of a quarter `2026-Q1`. */
export function spanOf(text: string): { readonly from: Day; readonly to: Day } {
  const [year = '', part = ''] = text.split('-')
  const quarter = part.startsWith('Q') ? Number(part.slice(1)) : undefined
  const first = quarter === undefined ? Number(part) : quarter * 3 - 2
  const next = first + (quarter === undefined ? 1 : 3)
  return { from: firstOf(Number(year), first), to: firstOf(Number(year), next) }
}

const firstOf = (year: number, month: number): Day =>
  `${month > 12 ? year + 1 : year}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-01` as Day

import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { CaseHistory } from '#engines/histories/index.ts'
import { isOpenCard } from './card-list.ts'
import type { ListedCard } from './card-store.ts'
import type { CaseFacts } from './case-facts.ts'
import { type CaseOfRule, type ListedCase, putCases, putCasesOfRules } from './case-store.ts'
import {
  type CardCell,
  type CaseCell,
  caseCellNumber,
  changesOf,
  count,
  newTally,
  type Tally,
} from './cells.ts'
import { cardCell } from './card-list.ts'
import { writeCourses } from './courses/course-store.ts'
import { type CaseKind, countCase, type CourseTally, newCourseTally } from './courses/tally.ts'
import { addToCardCells, addToCaseCells, addToDurations, addToSteps, widenSpan } from './tally-store.ts'
import { addToCardTotals, addToTotals } from './total-store.ts'
import { cardTotalsOf, caseTotalsOf } from './totals.ts'
import type { WatchedLog } from './watched-log.ts'

/**
 * What one batch changes in the lists of one log: rows as they were and as they will be. Counts are written once, as
 * the difference between the two, last in the transaction and in one order, so that the few rows everybody counts in
 * are locked for no longer than a commit takes.
 */
export interface LogChanges {
  readonly log: string
  readonly before: ReadonlyMap<string, ListedCase>
  readonly after: Map<string, ListedCase>
  readonly steps: Map<string, { from: string; to: string; moves: number; seconds: number }>
  readonly span: { first: EpochMs; last: EpochMs }
  /** Histories of the cases that were looked at, as they were counted until now and as they are to be counted. */
  readonly courses: Map<string, { readonly before: CaseHistory | undefined; readonly after: CaseHistory }>
  /** The attribute by which events name a unit: another one before where the log was read otherwise until now. */
  readonly unitAttribute: { readonly before: string | undefined; readonly after: string | undefined }
}

export const newChanges = (
  { log, profile }: Pick<WatchedLog, 'log' | 'profile'>,
  before: readonly ListedCase[],
  earlier = profile,
): LogChanges => ({
  log,
  courses: new Map(),
  unitAttribute: { before: earlier.event.unit, after: profile.event.unit },
  before: new Map(before.map((row) => [row.caseId, row])),
  after: new Map(),
  steps: new Map(),
  span: { first: Infinity, last: -Infinity },
})

/** The row of a case on new facts; what its cards say stays. */
export function setFacts(changes: LogChanges, facts: CaseFacts): void {
  const { firstAt, turnsAt: _turnsAt, ...rest } = facts
  const kept = changes.after.get(facts.caseId) ?? changes.before.get(facts.caseId)
  const row = { ...rest, openCards: kept?.openCards ?? 0, rules: kept?.rules ?? [] }
  changes.after.set(facts.caseId, { ...row, cell: caseCellNumber(cellOf(changes.log, row, '')) })
  changes.span.first = Math.min(changes.span.first, firstAt)
  changes.span.last = Math.max(changes.span.last, facts.lastAt)
}

/** The row of a case after its cards changed. */
export function setCards(changes: LogChanges, caseId: string, cards: readonly ListedCard[]): void {
  const row = changes.after.get(caseId) ?? changes.before.get(caseId)
  if (!row) return
  const rules = [
    ...new Set(cards.filter(({ status }) => status !== 'withdrawn').map(({ rule }) => rule)),
  ].sort()
  changes.after.set(caseId, { ...row, openCards: cards.filter(isOpenCard).length, rules })
}

/** A case is counted by this history from now on; until now, where it was counted, by the one before. */
export function setCourse(changes: LogChanges, after: CaseHistory, before?: CaseHistory): void {
  const { caseId } = after
  const known = changes.courses.get(caseId)
  const counted = changes.before.has(caseId) ? after : undefined
  changes.courses.set(caseId, { before: known ? known.before : (before ?? counted), after })
}

/** The directly-follows graph gains the steps of one history and loses those of an earlier one. */
export function addSteps(changes: LogChanges, history: CaseHistory, sign: 1 | -1): void {
  let before: CaseHistory['events'][number] | undefined
  for (const event of history.events) {
    addStep(changes, before?.activity ?? '', event.activity, { sign, ms: before ? event.at - before.at : 0 })
    before = event
  }
  if (before) addStep(changes, before.activity, '', { sign, ms: 0 })
}

function addStep(
  changes: LogChanges,
  from: string,
  to: string,
  { sign, ms }: { sign: 1 | -1; ms: number },
): void {
  const key = `${from}\n${to}`
  const step = changes.steps.get(key) ?? { from, to, moves: 0, seconds: 0 }
  step.moves += sign
  step.seconds += sign * Math.round(ms / 1000)
  changes.steps.set(key, step)
}

const cellOf = (log: string, row: Omit<ListedCase, 'cell'>, rule: string): CaseCell => ({
  log,
  unit: row.unit,
  state: row.state,
  colour: row.colour,
  late: row.late,
  timed: row.timed,
  early: row.early,
  rule,
})

/**
 * Writes rows, then counts. Whoever writes many batches one after the other holds the counts of courses back and writes
 * them in the end: each is a row with all waits of its cases.
 */
export async function writeChanges(db: Db, changes: LogChanges, held?: CourseTally): Promise<void> {
  const { log, before, after, steps, span } = changes
  if (after.size === 0) return
  const rows = [...after.values()]
  await putCases(db, log, rows)
  await writeRules(db, changes)
  const tally = newTally<CaseCell>()
  for (const row of rows) {
    countRow(tally, log, before.get(row.caseId), -1)
    countRow(tally, log, row, 1)
  }
  const courses = held ?? newCourseTally()
  countCourses(courses, changes)
  if (!held || courses.buckets > MOST_BUCKETS_HELD) await writeCourses(db, log, courses)
  const moved = [...steps.values()]
    .filter(({ moves, seconds }) => moves !== 0 || seconds !== 0)
    .sort((a, b) => (`${a.from}\n${a.to}` < `${b.from}\n${b.to}` ? -1 : 1))
  await addToSteps(db, log, moved)
  await addToDurations(db, log, durationChanges(changes))
  if (span.last >= span.first) await widenSpan(db, log, span)
  const cells = changesOf(tally)
  await addToTotals(db, log, caseTotalsOf(cells))
  await addToCaseCells(db, cells)
}

/** About a hundred bytes each. */
const MOST_BUCKETS_HELD = 1_000_000

function countCourses(tally: CourseTally, { before, after, courses, unitAttribute }: LogChanges): void {
  for (const [caseId, course] of courses) {
    const [was, is] = [before.get(caseId), after.get(caseId)]
    if (!is || (was && sameCourse(was, is, course) && unitAttribute.before === unitAttribute.after)) continue
    if (was && course.before)
      countCase(tally, { history: course.before, kind: was, unitAttribute: unitAttribute.before }, -1)
    countCase(tally, { history: course.after, kind: is, unitAttribute: unitAttribute.after }, 1)
  }
}

const sameCourse = (
  was: CaseKind,
  is: CaseKind,
  { before, after }: { readonly before: CaseHistory | undefined; readonly after: CaseHistory },
): boolean => before === after && was.unit === is.unit && was.item === is.item

function countRow(tally: Tally<CaseCell>, log: string, row: ListedCase | undefined, sign: 1 | -1): void {
  if (!row) return
  for (const rule of ['', ...row.rules]) {
    const cell = cellOf(log, row, rule)
    count(tally, caseCellNumber(cell), cell, { count: sign, events: rule === '' ? sign * row.events : 0 })
  }
}

async function writeRules(db: Db, { log, before, after }: LogChanges): Promise<void> {
  const gone: { caseId: string; rule: string }[] = []
  const rows: CaseOfRule[] = []
  for (const [caseId, row] of after) {
    const old = before.get(caseId)
    for (const rule of old?.rules ?? []) if (!row.rules.includes(rule)) gone.push({ caseId, rule })
    for (const rule of row.rules) {
      const cell = caseCellNumber(cellOf(log, row, rule))
      rows.push({ caseId, rule, cell, sortAt: row.sortAt, dueAt: row.dueAt, unit: row.unit })
    }
  }
  await putCasesOfRules(db, log, gone, rows)
}

function durationChanges({ before, after }: LogChanges) {
  const changes = new Map<string, { unit: string; usedDays: number; count: number }>()
  const add = (row: ListedCase | undefined, sign: 1 | -1) => {
    if (!row || row.usedDays === null) return
    const unit = row.unit ?? ''
    const key = `${unit}\n${row.usedDays}`
    const change = changes.get(key) ?? { unit, usedDays: row.usedDays, count: 0 }
    change.count += sign
    changes.set(key, change)
  }
  for (const [caseId, row] of after) {
    add(before.get(caseId), -1)
    add(row, 1)
  }
  return [...changes.values()]
    .filter(({ count: by }) => by !== 0)
    .sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.usedDays - b.usedDays))
}

/** Counts of cards as the difference between what they were and what they are. */
export async function writeCardCounts(
  db: Db,
  before: readonly ListedCard[],
  after: readonly ListedCard[],
): Promise<void> {
  const tally = newTally<CardCell>()
  for (const card of before) count(tally, card.cell, cardCell(card), { count: -1 })
  for (const card of after) count(tally, card.cell, cardCell(card), { count: 1 })
  const cells = changesOf(tally)
  await addToCardTotals(db, cardTotalsOf(cells))
  await addToCardCells(db, cells)
}

import { dayAt } from './acting.ts'
import { flagsOfProblem, type Looking } from './flags.ts'
import { alikeAcrossUnits, likeness, pairsOf } from './likeness.ts'
import { isOverdue, type Measure } from './measure.ts'
import { type Problem, stateOf, triageOf } from './problem.ts'
import { daysBetween, type Settings } from './settings.ts'
import type { Flag, UnitFlag } from './terms.ts'
import type { UnitState } from './closing.ts'

/** A problem with its measures and what is noticed of it. */
export interface Row {
  readonly problem: Problem
  readonly measures: readonly Measure[]
  readonly flags: readonly Flag[]
}

interface Everything {
  readonly problems: readonly Problem[]
  readonly measures: readonly Measure[]
}

/** 共性问题 (RECT-19): open problems of one class in several units that read alike. */
export interface Cluster {
  readonly problems: readonly string[]
  readonly units: readonly string[]
  /** The measure that mends it in all of them; null: each unit by itself. */
  readonly measure: string | null
}

export function clustersOf({ problems, measures }: Everything, settings: Settings): Cluster[] {
  const open = problems.filter(({ closed, withdrawn, sealed }) => !closed && !withdrawn && !sealed)
  const known = open.map((one) => ({ one, pairs: pairsOf(one.fact) }))
  const taken = new Set<string>()
  const found: Cluster[] = []
  for (const { one, pairs } of known) {
    if (taken.has(one.problem)) continue
    const alike = known.filter(
      ({ one: other, pairs: others }) =>
        !taken.has(other.problem) &&
        other.category === one.category &&
        (other.problem === one.problem || likeness(pairs, others) >= settings.number('likeness')),
    )
    const units = [...new Set(alike.map(({ one: { unit } }) => unit))].sort()
    if (units.length < settings.number('commonUnits')) continue
    const numbers = alike.map(({ one: { problem } }) => problem)
    for (const number of numbers) taken.add(number)
    const above = measures.find((measure) => numbers.every((number) => measure.problems.includes(number)))
    found.push({ problems: numbers, units, measure: above?.measure ?? null })
  }
  return found
}

/** Everything beside what is noticed of it. */
export function rowsOf(all: Everything, { today, settings }: Pick<Looking, 'today' | 'settings'>): Row[] {
  const byProblem = new Map<string, Measure[]>()
  for (const measure of all.measures)
    for (const problem of measure.problems)
      byProblem.set(problem, [...(byProblem.get(problem) ?? []), measure])
  const alike = alikeAcrossUnits(
    all.measures
      .filter(({ units }) => units.length === 1)
      .map(({ measure, unit, action, result }) => ({ id: measure, unit, text: `${action}${result}` })),
    settings.number('boilerplate'),
  )
  const alone = clustersOf(all, settings).filter(({ measure }) => measure === null)
  const commonAlone = new Set(alone.flatMap(({ problems }) => problems))
  return all.problems.map((problem) => {
    const measures = byProblem.get(problem.problem) ?? []
    const flags = flagsOfProblem(problem, measures, { today, settings, alike, commonAlone })
    return { problem, measures, flags }
  })
}

const countBy = <T>(rows: readonly T[], of: (row: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[of(row)] = (counts[of(row)] ?? 0) + 1
  return counts
}

/** 突击销号 (RECT-25): so many closed within three days, when nothing had happened for as long as silence counts. */
export function rushedClosures(rows: readonly Row[], settings: Settings): boolean {
  const closings = rows
    .flatMap(({ problem }) => (problem.closed ? [{ at: problem.closed.at, problem }] : []))
    .sort((a, b) => a.at - b.at)
  return closings.some(({ at }, index) => {
    const inRow = closings.slice(index).filter((one) => daysBetween(dayAt(at), dayAt(one.at)) < 3)
    if (inRow.length < settings.number('rushClosures')) return false
    const acts = inRow.flatMap(({ problem }) => {
      const before = rows.find((row) => row.problem === problem)?.measures ?? []
      return before.flatMap((one) => [one.at, ...one.proofs.map((proof) => proof.at)])
    })
    const earlier = acts.filter((act) => daysBetween(dayAt(act), dayAt(at)) > 3)
    const last = Math.max(...earlier)
    return earlier.length > 0 && daysBetween(dayAt(last), dayAt(at)) > settings.number('silenceDays')
  })
}

export interface UnitRow {
  readonly unit: string
  readonly problems: number
  readonly open: number
  readonly closed: number
  readonly measures: number
  readonly overdue: number
  readonly atOnce: number
  readonly relapses: number
  /** Each weighs as much as the number in force says. */
  readonly falseClosures: number
  readonly grave: number
  /** Findings and complaints that others know of. */
  readonly heard: number
  readonly signedOn: string | null
  readonly flags: readonly UnitFlag[]
}

export interface AboutUnit {
  readonly heard: number
  readonly signatures: UnitState['signatures']
}

export function unitRow(
  unit: string,
  rows: readonly Row[],
  { heard, signatures }: AboutUnit,
  settings: Settings,
): UnitRow {
  const own = rows.filter(({ problem }) => problem.withdrawn === null)
  const measures = [...new Map(own.flatMap((row) => row.measures).map((one) => [one.measure, one])).values()]
  const falsely = measures.flatMap(({ checks }) => checks).filter(({ stands }) => !stands).length
  const numbers = own.map(({ problem }) => problem.problem).sort()
  const signed = signatures.at(-1)
  const isSigned = signed !== undefined && numbers.every((number) => signed.problems.includes(number))
  const others = own.filter(({ problem }) => problem.category === 'other').length
  const outOfOrder = own.filter(({ problem }) => problem.wentFirst !== null).length
  const flags: (UnitFlag | false)[] = [
    own.length === 0 && heard > 0 && 'zeroProblems',
    own.length > 0 && !isSigned && 'unsigned',
    own.length > 1 && others * 100 > own.length * settings.number('otherShare') && 'mostlyOther',
    rushedClosures(own, settings) && 'rushedClosures',
    outOfOrder * 2 > own.length && 'easyFirst',
  ]
  return {
    unit,
    problems: own.length,
    closed: own.filter(({ problem }) => problem.closed).length,
    open: own.filter(({ problem }) => !problem.closed).length,
    measures: measures.length,
    overdue: own.filter(({ flags: noticed }) => noticed.includes('overdue')).length,
    atOnce: measures.filter(({ atOnce }) => atOnce).length,
    relapses: own.reduce((sum, { problem }) => sum + problem.relapses.length, 0),
    falseClosures: falsely * settings.number('falseWeight'),
    grave: own.filter(({ problem }) => triageOf(problem) === 'grave').length,
    heard,
    signedOn: isSigned ? signed.on : null,
    flags: flags.filter((flag) => flag !== false),
  }
}

/** The whole register in numbers that add up: each problem once in every way of counting. */
export function totalsOf(rows: readonly Row[]) {
  const standing = rows.filter(({ problem }) => problem.withdrawn === null)
  const measures = [
    ...new Map(standing.flatMap((row) => row.measures).map((one) => [one.measure, one])).values(),
  ]
  return {
    problems: standing.length,
    measures: measures.length,
    withoutMeasure: standing.filter((row) => row.measures.length === 0).length,
    overdueMeasures: measures.filter(isOverdue).length,
    atOnce: measures.filter(({ atOnce }) => atOnce).length,
    atOnceDone: measures.filter(({ atOnce, verified }) => atOnce && verified).length,
    published: measures.filter(({ published }) => published.length > 0).length,
    byUnit: countBy(standing, ({ problem }) => problem.unit),
    byCategory: countBy(standing, ({ problem }) => problem.category),
    bySource: countBy(standing, ({ problem }) => problem.source),
    byTriage: countBy(standing, ({ problem }) => triageOf(problem) ?? 'untriaged'),
    byState: countBy(standing, (row) => stateOf(row.problem, row.measures.length)),
    byFlag: countBy(
      standing.flatMap(({ flags }) => flags),
      (flag) => flag,
    ),
  }
}

import type { Day } from '#kernel/day.ts'
import { dayAt } from './acting.ts'
import { comesBack } from './closing.ts'
import { weakerThanInternal } from './committing.ts'
import { isOverdue, type Measure } from './measure.ts'
import { isLate, tickedInBulk } from './planning.ts'
import { type Problem, triageOf } from './problem.ts'
import { daysBetween, type Settings } from './settings.ts'
import type { Flag } from './terms.ts'

export interface Looking {
  readonly today: Day
  readonly settings: Settings
  /** Measures that read like one of another unit, by number. */
  readonly alike: ReadonlyMap<string, readonly string[]>
  /** Problems that stand in several units, without a measure a tier above. */
  readonly commonAlone: ReadonlySet<string>
}

/** What is noticed of a measure. Computed whenever it is looked at: it stays until the facts change. */
export function flagsOfMeasure(state: Measure, { today, settings, alike }: Looking): Flag[] {
  const lastText = state.published.findLast(({ weaker }) => weaker.length > 0)
  const checked = state.checks.filter(({ stands }) => !stands)
  const found: (Flag | false)[] = [
    (isOverdue(state) || (state.verified === null && isLate(state, today))) && 'overdue',
    alike.has(state.measure) && 'boilerplate',
    state.extensions.length >= settings.number('moves') && 'movedOften',
    lastText !== undefined && 'weakened',
    weakerThanInternal(state).length > 0 && 'weakerThanInternal',
    tickedInBulk(state, settings.list('checklist'), settings.number('tickSeconds')) && 'tickedInBulk',
    state.comments.some(({ solved, answered }) => !solved && answered === null) && 'notSolvedSaid',
    state.atOnce && state.proofs.length === 0 && today > state.firstDueOn && 'atOnceWithoutProof',
    madeForTheVisit(state) && 'madeForTheVisit',
    checked.length > 0 && 'falseClosure',
  ]
  return found.filter((flag) => flag !== false)
}

/** Papers that bear a day on or after the draw, or were handed in between the draw and the check. */
function madeForTheVisit({ checks, proofs }: Measure): boolean {
  return checks.some(
    ({ drawnAt, at, papersOn }) =>
      papersOn.some((on) => on >= dayAt(drawnAt)) ||
      proofs.some((proof) => proof.at >= drawnAt && proof.at <= at),
  )
}

export function flagsOfProblem(state: Problem, measures: readonly Measure[], looking: Looking): Flag[] {
  if (state.withdrawn) return []
  const { today } = looking
  const open = state.closed === null
  const triage = triageOf(state)
  const limit = state.carriedOver.at(-1)?.dueOn ?? state.triages.at(-1)?.dueOn
  const onceGrave = state.triages.some((one) => one.triage === 'grave')
  const found: (Flag | false)[] = [
    open && measures.length === 0 && 'noMeasure',
    open && limit !== undefined && limit < today && 'classOverdue',
    state.likeOf !== null && 'likeAnother',
    (state.likeOf !== null || state.earlierWords.length > 0) &&
      state.firstEnteredOn < dayAt(state.at) &&
      'renamed',
    state.relapses.length > 0 && 'relapsed',
    triage !== null && triage !== 'acute' && isInterest(state, looking.settings) && 'acuteInSlowClass',
    onceGrave && triage !== 'grave' && 'downgraded',
    state.relapses.length > 0 && !measures.some(({ changes }) => changes !== null) && 'returning',
    open &&
      comesBack(state) &&
      measures.length > 0 &&
      !measures.some(({ treats }) => treats === 'cause') &&
      'onlySymptoms',
    open && looking.commonAlone.has(state.problem) && 'commonAlone',
    state.wentFirst !== null && 'outOfOrder',
    state.closed !== null && state.raisers.length > 0 && state.opinions.length === 0 && 'answeredByNobody',
    ...(open ? inCharge(state, looking) : []),
    open && isSilent(state, measures, looking) && 'silent',
  ]
  const ofMeasures = measures.flatMap((measure) => flagsOfMeasure(measure, looking))
  return [...new Set([...found.filter((flag) => flag !== false), ...ofMeasures])]
}

const isInterest = ({ fact }: Problem, settings: Settings): boolean =>
  settings.list('interests').some((word) => fact.includes(word))

/** 疑难: with a leader, milestones that are not over, and a report as often as the office asks. */
function inCharge(state: Problem, { today, settings }: Looking): (Flag | false)[] {
  if (triageOf(state) !== 'hard') return []
  const { contract } = state
  if (!contract) return ['parked']
  const missed = contract.milestones.some(({ dueOn, reached }) => reached === null && dueOn < today)
  const reportedOn = dayAt(contract.reports.at(-1)?.at ?? contract.at)
  return [
    missed && 'parked',
    daysBetween(reportedOn, today) > settings.number('reportDays') && 'reportMissing',
  ]
}

/** 虎头蛇尾: open, and nothing has happened to it or to its measures for a month. */
function isSilent(state: Problem, measures: readonly Measure[], { today, settings }: Looking): boolean {
  const last = Math.max(state.touchedAt, ...measures.map(({ touchedAt }) => touchedAt))
  return daysBetween(dayAt(last), today) > settings.number('silenceDays')
}

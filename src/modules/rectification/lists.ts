import {
  anyFolding,
  changeFolded,
  type Changed,
  type Folding,
  foldingLists,
  type Told,
} from '#engines/ledger/index.ts'
import type { Db } from '#kernel/sql.ts'
import { evolveUnit, type UnitEvent, type UnitState } from './closing.ts'
import { evolveMeasure, MEASURE, type Measure, type MeasureEvent } from './measure.ts'
import {
  evolvePeriod,
  evolveRound,
  type Period,
  type PeriodEvent,
  type Round,
  type RoundEvent,
} from './periods.ts'
import { evolveProblem, PROBLEM, type Problem, type ProblemEvent } from './problem.ts'
import { evolveSettings, type SettingEvent, type SettingsState } from './settings.ts'
import {
  findMeasure,
  findProblem,
  findRecord,
  putMeasure,
  putProblem,
  putRecord,
  type RecordKind,
} from './store.ts'

const problems: Folding<Problem, ProblemEvent> = {
  prefix: PROBLEM,
  evolve: evolveProblem,
  find: findProblem,
  put: putProblem,
}

const measures: Folding<Measure, MeasureEvent> = {
  prefix: MEASURE,
  evolve: evolveMeasure,
  find: findMeasure,
  put: putMeasure,
}

const records = <State, Event extends { readonly type: string }>(
  kind: RecordKind,
  evolve: (state: State | undefined, event: Event, told: Told) => State | undefined,
): Folding<State, Event> => ({
  prefix: `rectification-${kind}/`,
  evolve,
  find: findRecord<State>(kind),
  put: putRecord<State>(kind),
})

const units = records<UnitState, UnitEvent>('unit', evolveUnit)
const periods = records<Period, PeriodEvent>('period', evolvePeriod)
const rounds = records<Round, RoundEvent>('round', evolveRound)
const settings = records<SettingsState, SettingEvent>('settings', evolveSettings)

export const rectificationLists = foldingLists(
  'rectification',
  ['rectification_problem', 'rectification_measure', 'rectification_record'],
  [problems, measures, units, periods, rounds, settings].map((one) => anyFolding(one as never)),
)

const changing =
  <State, Event extends { readonly type: string }>(folding: Folding<State, Event>) =>
  (db: Db, id: string, decide: (state: State | undefined) => readonly Event[], changed: Changed) =>
    changeFolded<State, Event>(db, { ...folding, lists: rectificationLists }, id, decide, changed)

/** Decide on one of them as its stream tells it, and record what follows. */
export const changeProblem = changing(problems)
export const changeMeasure = changing(measures)
export const changeUnit = changing(units)
export const changePeriod = changing(periods)
export const changeRound = changing(rounds)
export const changeSettings = changing(settings)

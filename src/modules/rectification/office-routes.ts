import { randomInt } from 'node:crypto'
import { day, type Day, dayNumber, dayOfNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { countFindingsByUnit, findAllFindings } from '#modules/findings/index.ts'
import { findUnitKinds } from '#modules/organisation/index.ts'
import type { Deciding } from './acting.ts'
import { dayAt, isHeadOf } from './acting.ts'
import { type AboutUnit, clustersOf, type Row, totalsOf, unitRow } from './board.ts'
import { signList, type UnitState } from './closing.ts'
import * as contract from './contract.ts'
import type { PeriodView, RoundView } from './contract.ts'
import { styleOf } from './follow.ts'
import { changePeriod, changeSettings, changeUnit } from './lists.ts'
import { type Observed, type Period, pictureOf, type Round, takeBaseline, takeEnd } from './periods.ts'
import { allRows } from './reading.ts'
import { refuseOffice } from './office-refusals.ts'
import { drawChecks } from './rounds.ts'
import { decidingOf, REACH } from './services.ts'
import { makeSetting, settingsOn, SETTINGS_RECORD, type SettingsState } from './settings.ts'
import { SETTING_NAMES, settingTerm } from './setting-shapes.ts'
import { findMeasures, findRecord, findRecords } from './store.ts'
import { STYLES } from './terms.ts'
import { calledIn, commentsOf, instantText, unitRowView } from './views.ts'

/** 监察室: the board, signed lists, readers, rounds, baselines and numbers. */
export const officeRoutes = (): Route[] => [
  ...boardRoutes(),
  ...roundRoutes(),
  ...periodRoutes(),
  ...settingRoutes(),
]

/** What is known of each unit besides its problems. */
async function aboutUnits(db: Db): Promise<(unit: string) => AboutUnit> {
  const heard = await countFindingsByUnit(db)
  const signed = new Map((await findRecords<UnitState>(db, 'unit')).map(({ id, state }) => [id, state]))
  return (unit) => ({ heard: heard.get(unit) ?? 0, signatures: signed.get(unit)?.signatures ?? [] })
}

/** Units that have problems or findings; of whoever sees one unit only that one. */
async function unitRowsOf(db: Db, rows: readonly Row[], { settings }: Deciding) {
  const about = await aboutUnits(db)
  const byUnit = new Map<string, Row[]>()
  for (const row of rows) byUnit.set(row.problem.unit, [...(byUnit.get(row.problem.unit) ?? []), row])
  const units =
    db.scope.reach === 'unit' ? [db.scope.unit ?? ''] : (await findUnitKinds(db)).map(({ id }) => id)
  const found = []
  for (const unit of units) {
    const row = unitRow(unit, byUnit.get(unit) ?? [], about(unit), settings)
    if (row.problems + row.heard > 0) found.push(row)
  }
  return found
}

const boardRoutes = (): Route[] => [
  route(contract.rectificationBoard, (call) =>
    call.read(async (db) => {
      const deciding = await decidingOf(db, call)
      const { settings, actor } = deciding
      const { period } = call.query
      const rows = (await allRows(db, deciding)).filter(
        ({ problem }) => period === undefined || problem.period === period,
      )
      const units = await unitRowsOf(db, rows, deciding)
      const all = {
        problems: rows.map(({ problem }) => problem),
        measures: rows.flatMap(({ measures }) => measures),
      }
      const clusters = clustersOf(all, settings)
      const called = await calledIn(db, {
        units: [...units.map(({ unit }) => unit), ...clusters.flatMap((one) => one.units)],
      })
      const totals = totalsOf(rows)
      return {
        ...totals,
        mostlyOther: (totals.byCategory.other ?? 0) * 100 > totals.problems * settings.number('otherShare'),
        units: units.map((row) => unitRowView(row, called)),
        clusters: clusters.map(({ problems, units: of, measure }) => ({
          ...{ problems: [...problems], measure, units: of.map(called.unit) },
          fact: all.problems.find(({ problem }) => problem === problems[0])?.fact ?? '',
        })),
        maySign: isHeadOf(actor, actor.unit ?? ''),
      }
    }),
  ),
  route(contract.signList, (call) =>
    call.transaction(async (db) => {
      const deciding = await decidingOf(db, call)
      const { unit } = call.params
      const own = (await allRows(db, deciding)).filter(
        ({ problem }) => problem.unit === unit && !problem.withdrawn,
      )
      const numbers = own.map(({ problem }) => problem.problem)
      const acting = { actor: deciding.actor.account, now: deciding.now }
      await changeUnit(db, unit, () => signList(unit, numbers, deciding), acting)
      const row = unitRow(unit, own, (await aboutUnits(db))(unit), deciding.settings)
      return unitRowView(row, await calledIn(db, { units: [unit] }))
    }),
  ),
  route(contract.listReaders, (call) =>
    call.read(async (db) => {
      const told = (await findMeasures(db)).filter(({ comments }) => comments.length > 0)
      const called = await calledIn(db, { units: told.map(({ unit }) => unit) })
      const rows = told.flatMap((state) =>
        commentsOf(state).map((one) => ({
          ...{ ...one, measure: state.measure, unit: called.unit(state.unit), action: state.action },
        })),
      )
      return { rows: rows.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 500) }
    }),
  ),
]

async function roundViews(db: Db, rounds: readonly Round[]): Promise<RoundView[]> {
  const measures = new Map((await findMeasures(db)).map((one) => [one.measure, one]))
  const called = await calledIn(db, { units: [...measures.values()].map(({ unit }) => unit) })
  return rounds.map(({ round, title, drawnAt, by, seed, from, measures: drawn }) => {
    const rows = drawn.flatMap((number) => {
      const state = measures.get(number)
      const check = state?.checks.find((one) => one.round === round)
      return state
        ? [
            {
              measure: number,
              unit: called.unit(state.unit),
              action: state.action,
              stands: check?.stands ?? null,
            },
          ]
        : []
    })
    const falseClosures = rows.filter(({ stands }) => stands === false).length
    return { round, title, by, seed, from, drawnAt: instantText(drawnAt), measures: rows, falseClosures }
  })
}

const roundRoutes = (): Route[] => [
  route(contract.listRounds, (call) =>
    call.read(async (db) => {
      const rounds = (await findRecords<Round>(db, 'round')).map(({ state }) => state)
      return { rows: await roundViews(db, rounds.slice(0, 50)) }
    }),
  ),
  route(contract.drawRound, (call) =>
    call.transaction(async (db) => {
      const seed = call.body.seed ?? randomInt(2 ** 31)
      const round = await drawChecks(db, { title: call.body.title, seed }, await decidingOf(db, call))
      const [view] = await roundViews(db, round ? [round] : [])
      return view as RoundView
    }, REACH),
  ),
]

/** Findings of a span, and problems that came from none, by class. */
const observedIn = async (db: Db, span: { readonly from: Day; readonly until: Day }): Promise<Observed[]> =>
  (await findAllFindings(db, span)).map(({ conduct, sources, happenedOn }) => ({
    category: styleOf(conduct),
    source: sources[0]?.source ?? 'register',
    on: happenedOn,
  }))

const periodRoutes = (): Route[] => [
  route(contract.listPeriods, async (call) => {
    const periods = await call.read((db) => findRecords<Period>(db, 'period'))
    return { rows: periods.map(({ state }) => periodView(state)) }
  }),
  route(contract.takeBaseline, (call) =>
    call.transaction(async (db) => {
      const { actor, now, today } = await decidingOf(db, call)
      const { period, title } = call.body
      const [from, until] = [day(call.body.from), day(call.body.until)]
      const lookedFrom = dayOfNumber(dayNumber(today) - Math.max(1, dayNumber(until) - dayNumber(from)))
      const observed = [
        ...(await observedIn(db, { from: lookedFrom, until: today })),
        ...(await typedIn(db, call)),
      ]
      const picture = pictureOf(observed, { from: lookedFrom, until: today })
      const given = { period, title, from, until, lookedFrom, classes: [...STYLES], picture }
      const acting = { actor: actor.account, now }
      const after = await changePeriod(db, period, (state) => takeBaseline(state, given, today), acting)
      return periodView(after as Period)
    }, REACH),
  ),
  route(contract.takeEnd, (call) =>
    call.transaction(async (db) => {
      const { actor, now, today } = await decidingOf(db, call)
      const { period } = call.params
      const begun = (await findRecord<Period>('period')(db, period))?.state
      if (!begun) throw refuseOffice('period.not-found', { period })
      const span = { from: begun.from, until: today }
      const observed = [...(await observedIn(db, span)), ...(await typedIn(db, call))]
      const picture = pictureOf(observed, { ...span, classes: begun.classes })
      const classes = call.body.classes ?? begun.classes
      const reclassified = await reclassifiedSince(db, call, begun.from)
      const given = { period, classes, picture, reclassified }
      const after = await changePeriod(db, period, (state) => takeEnd(state, given), {
        actor: actor.account,
        now,
      })
      return periodView(after as Period)
    }, REACH),
  ),
]

type OfficeCall = Parameters<typeof decidingOf>[1]

const typedIn = async (db: Db, call: OfficeCall): Promise<Observed[]> =>
  (await allRows(db, await decidingOf(db, call))).flatMap(({ problem }) =>
    problem.finding === null && problem.withdrawn === null
      ? [{ category: problem.category, source: problem.source, on: problem.happenedOn }]
      : [],
  )

const reclassifiedSince = async (db: Db, call: OfficeCall, from: Day): Promise<number> =>
  (await allRows(db, await decidingOf(db, call))).filter(({ problem }) =>
    problem.earlierClasses.some(({ at }) => dayAt(at) >= from),
  ).length

function periodView({ takenAt, end, classes, ...period }: Period): PeriodView {
  return {
    ...period,
    classes: [...classes],
    takenAt: instantText(takenAt),
    end: end && { ...end, at: instantText(end.at) },
  }
}

async function settingViews(db: Db, today: Day) {
  const made = (await findRecord<SettingsState>('settings')(db, SETTINGS_RECORD))?.state ?? { made: [] }
  const inForce = settingsOn(made, today)
  return {
    rows: SETTING_NAMES.map((name) => {
      const { zh, en, usual } = settingTerm(name)
      const value = typeof usual === 'number' ? inForce.number(name) : inForce.list(name).join(',')
      const own = made.made.filter((one) => one.name === name)
      const shown = own.map(({ from, value: set, reason, by }) => ({ from, value: set, reason, by }))
      return { name, title: { zh, en }, value, usual, made: shown.reverse() }
    }),
  }
}

const settingRoutes = (): Route[] => [
  route(contract.listSettings, (call) => call.read(async (db) => settingViews(db, dayAt(call.now)))),
  route(contract.makeSetting, (call) =>
    call.transaction(async (db) => {
      const today = dayAt(call.now)
      const given = { ...call.body, from: day(call.body.from) }
      const acting = { actor: call.caller.account, now: call.now }
      await changeSettings(db, SETTINGS_RECORD, () => makeSetting(given, today), acting)
      return settingViews(db, today)
    }),
  ),
]

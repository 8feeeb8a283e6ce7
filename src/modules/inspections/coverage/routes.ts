import { type Day, day, dayNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { workingDaysWithin } from '#engines/calendar/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { findItemsInForce } from '#modules/catalogue/index.ts'
import { findAllFindings, standing } from '#modules/findings/index.ts'
import { findUnitKinds } from '#modules/organisation/index.ts'
import * as contract from '../contract.ts'
import type { Coverage } from '../contract.ts'
import { calendarNow, doingOf, instantText, REACH, todayAt, unitNames } from '../doing.ts'
import { sections, years } from '../lists.ts'
import { numbersOn } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import * as store from '../store.ts'
import { shareOf, undetectedOf } from './coverage.ts'
import { frameFaults, type SectionEvent } from './section.ts'

/** Units with items in force for enterprises: they belong into the sampling frame. */
const servingEnterprises = async (db: Db, today: Day): Promise<ReadonlySet<string>> =>
  new Set(
    (await findItemsInForce(db, today))
      .filter(({ summary }) => summary.clients.includes('enterprise'))
      .map(({ unit }) => unit),
  )

/** The sampling frame, and what of the whole was looked at. */
export const coverageRoutes: Route[] = [
  route(contract.listSections, (call) =>
    call.transaction(async (db) => {
      const rows = (await store.findSections(db)).map(({ state }) => state)
      const today = todayAt(call.now)
      const serving = await servingEnterprises(db, today)
      const { stale, missing } = frameFaults(rows, serving, Number(today.slice(0, 4)))
      const names = await unitNames(db, [...rows.map(({ unit }) => unit), ...missing])
      return {
        rows: rows.map((row) => ({ ...row, posts: [...row.posts], name: names(row.unit) })),
        stale: stale.map(({ unit, section }) => ({ unit, section })),
        missing: missing.map((unit) => ({ unit, name: names(unit) })),
      }
    }, REACH),
  ),
  route(contract.listSection, ({ params: { unit, section }, body, ...call }) =>
    call.transaction(async (db) => {
      const known = (await findUnitKinds(db)).some(({ id }) => id === unit)
      if (!known) throw refuse('inspection.unknown-unit', { unit })
      const year = Number(todayAt(call.now).slice(0, 4))
      await told(db, `${unit}/${section}`, { type: 'SectionListed', ...body, year }, call)
      return {}
    }, REACH),
  ),
  route(contract.confirmSections, ({ body, ...call }) =>
    call.transaction(async (db) => {
      const year = Number(todayAt(call.now).slice(0, 4))
      for (const { unit, section } of body.rows)
        await told(db, await known(db, unit, section), { type: 'SectionConfirmed', year }, call)
      for (const { unit, section, reason } of body.struck)
        await told(db, await known(db, unit, section), { type: 'SectionStruck', reason }, call)
      return {}
    }, REACH),
  ),
  route(contract.getCoverage, ({ params: { year }, ...call }) =>
    call.read((db) => coverageOf(db, year, call.now)),
  ),
  route(contract.tellYear, ({ params: { year }, body, ...call }) =>
    call.transaction(async (db) => {
      const coverage = await coverageOf(db, year, call.now)
      if (!coverage.undetected) throw refuse('inspection.found-is-not-all', { sample: coverage.sample })
      const event = { type: 'YearTold', text: body.text, figures: figuresOf(coverage) } as const
      await changeFolded(db, years, String(year), () => [event], doingOf(call))
      return coverageOf(db, year, call.now)
    }),
  ),
]

const told = (db: Db, id: string, event: SectionEvent, call: Pick<Call, 'caller' | 'now'>) =>
  changeFolded(db, sections, id, () => [event], doingOf(call))

async function known(db: Db, unit: string, section: string): Promise<string> {
  const id = `${unit}/${section}`
  if (!(await store.findSection(db, id))) throw refuse('inspection.section-not-in-frame', { unit, section })
  return id
}

const HOUR_MS = 3_600_000

const METHOD = {
  zh: '查没查到的推算：只用随机抽取的检查，问题率取 Wilson 95% 区间，乘以抽样框得出预计有问题的对象数，减去已经发现的；因线索去查的不参与推算。覆盖面只计在编部门、乡镇和大厅。',
  en: 'The remainder is estimated from random visits only: the share with a problem (Wilson, 95 %) times the frame gives the places expected to have one, less those found; visits made on suspicion do not count. Coverage is of departments, townships and halls.',
}

const CHECKED_KINDS = new Set(['department', 'township', 'hall'])

async function coverageOf(db: Db, year: number, now: number): Promise<Coverage> {
  const span = { from: day(`${year}-01-01`), until: day(`${year}-12-31`) }
  const visited = (await store.findVisits(db, span))
    .map(({ state }) => state)
    .filter(({ started }) => started)
  const units = (await findUnitKinds(db)).filter(({ kind }) => CHECKED_KINDS.has(kind))
  const frame = (await store.findSections(db))
    .map(({ state }) => state)
    .filter(({ struck }) => struck === null)
  const seenUnits = new Set(visited.map(({ unit }) => unit))
  const seenSections = frame.filter(({ unit, section }) =>
    visited.some((visit) => visit.unit === unit && visit.section === section),
  )
  const random = visited.filter((visit) => visit.random)
  const upheld = await upheldFindings(db, span)
  const problems = new Set(upheld.map(({ unit }) => unit))
  const stands = new Set(upheld.map(({ finding }) => finding))
  const framed = await drawnFrom(db, span)
  const randomUnits = [...new Set(random.map(({ unit }) => unit))]
  const numberOf = await numbersOn(db, todayAt(now))
  const smallest = numberOf('smallSample')
  const wrong = (unit: string) =>
    random.some((one) => one.unit === unit && one.findings.some(({ finding }) => stands.has(finding)))
  const sampled = {
    ...{ sample: randomUnits.length, withProblem: randomUnits.filter(wrong).length },
    ...{ places: framed.size, found: [...framed].filter((unit) => problems.has(unit)).length },
  }
  const toldYear = (await store.findYear(db, String(year)))?.state
  return {
    year,
    units: shareOf(units.filter(({ id }) => seenUnits.has(id)).length, units.length),
    sections: shareOf(seenSections.length, frame.length),
    posts: shareOf(count(seenSections), count(frame)),
    hours: shareOf(
      await hoursOf(visited),
      (await workingDays(db, span, now)) * numberOf('hoursADay') * units.length,
    ),
    found: units.filter(({ id }) => problems.has(id)).length,
    undetected: sampled.sample < smallest ? null : undetectedOf(sampled),
    ...{ sample: sampled.sample, smallest, method: METHOD },
    visits: visited.map(({ visit }) => visit),
    unvisited: units
      .filter(({ id }) => !seenUnits.has(id))
      .map(({ id, name, nameEn }) => ({ unit: id, name: { zh: name, en: nameEn } })),
    told: toldYear ? { at: instantText(toldYear.at), by: toldYear.by, text: toldYear.text } : null,
  }
}

const count = (rows: readonly { readonly posts: readonly string[] }[]) =>
  rows.reduce((sum, { posts }) => sum + posts.length, 0)

const hoursOf = async (
  visited: readonly {
    readonly started: { deviceAt: number } | null
    readonly ended: { deviceAt: number } | null
  }[],
) =>
  visited.reduce(
    (sum, { started, ended }) => sum + (started && ended ? (ended.deviceAt - started.deviceAt) / HOUR_MS : 0),
    0,
  )

/** Working days of the year so far. */
async function workingDays(db: Db, { from, until }: Days, now: number): Promise<number> {
  const today = todayAt(now)
  const last = today < until ? today : until
  if (dayNumber(last) <= dayNumber(from)) return 0
  return workingDaysWithin(await calendarNow(db), dayNumber(from), dayNumber(last))
}

interface Days {
  readonly from: Day
  readonly until: Day
}

/** Findings of whatever source that nobody withdrew. */
const upheldFindings = async (db: Db, { from, until }: Days) =>
  (await findAllFindings(db, { from, until })).filter((one) => standing(one).length > 0)

/** Units in the lists that random lots were drawn from: of others the sample says nothing. */
async function drawnFrom(db: Db, span: Days): Promise<ReadonlySet<string>> {
  const drawn = (await store.findRounds(db, span)).filter(
    ({ state }) => state.lots && state.committed?.sample,
  )
  return new Set(drawn.flatMap(({ state }) => state.places.map(({ unit }) => unit)))
}

const figuresOf = ({ units, sections: seen, posts, found, undetected }: Coverage) => [
  {
    code: 'units',
    title: { zh: '单位覆盖面', en: 'units covered' },
    value: units.share,
    low: null,
    high: null,
  },
  {
    code: 'sections',
    title: { zh: '处室覆盖面', en: 'sections covered' },
    value: seen.share,
    low: null,
    high: null,
  },
  {
    code: 'posts',
    title: { zh: '岗位覆盖面', en: 'posts covered' },
    value: posts.share,
    low: null,
    high: null,
  },
  {
    code: 'found',
    title: { zh: '查到有问题的单位', en: 'units found with a problem' },
    value: found,
    low: null,
    high: null,
  },
  {
    code: 'undetected',
    title: { zh: '推算没有查到的比例', en: 'estimated share not found' },
    value: undetected?.undetected.share ?? null,
    low: undetected?.undetected.low ?? null,
    high: undetected?.undetected.high ?? null,
  },
]

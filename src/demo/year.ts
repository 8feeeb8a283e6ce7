import { setImmediate as breathe } from 'node:timers/promises'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { calendarsFor, clockList } from '#engines/clocks/stored/index.ts'
import { append, appendMany, readStream } from '#engines/ledger/index.ts'
import {
  caseLists,
  type CasePlan,
  caseStream,
  planOf,
  type ToldCases,
  toldCases,
} from '#modules/cases/index.ts'
import { itemForDay } from '#modules/catalogue/index.ts'
import { licenceLists } from '#modules/licences/index.ts'
import {
  type BySeries,
  issueNotice,
  noticeLists,
  reserveNumbers,
  type ToldNotices,
  toldNotices,
} from '#modules/notices/index.ts'
import { maskName, type Vault } from '#modules/vault/index.ts'
import type { Database } from '#platform/database/index.ts'
import { z } from 'zod'
import { company, resident } from './applicants.ts'
import { CITY_SCOPE, cityItems } from './city.ts'
import { government } from './government.ts'
import { seedAccountability } from './accountability.ts'
import { seedAgencies, seedProject } from './agency.ts'
import { seedCasework } from './casework.ts'
import { seedFindings } from './findings.ts'
import { seedConference } from './conference.ts'
import { seedRules } from './rules.ts'
import { seedKinds } from './kinds.ts'
import { seedJoint, seedPermitMap } from './joint.ts'
import { registerLicences } from './licences.ts'
import { seedInspections } from './inspections.ts'
import { seedMoney } from './money.ts'
import { openHall } from './hall.ts'
import { storiesOf, tellYear } from './history.ts'
import { seedRectification } from './rectification.ts'
import { seedReform } from './reform.ts'
import { seedRegisters } from './registers.ts'
import { seedResponsibility } from './responsibility.ts'
import { staffOf } from './staff.ts'
import type { Story } from './teller.ts'

/** What was loaded already; a load that was broken off goes on from there. */
const STREAM = 'demo/city'
const SEED = 20_260_701
const ORDINARY_CASES = 1750
const CASES_PER_PART = 40
const [RESIDENTS, COMPANIES] = [420, 80]

export interface LoadYear {
  readonly vault: Vault
  readonly now: () => EpochMs
  readonly signal?: AbortSignal
  /** Told after each part: how many cases there are of how many. */
  readonly progress?: (cases: number, of: number) => void
  /** Ordinary cases besides the planted ones; fewer in tests. */
  readonly cases?: number
}

const Planned = z.object({
  endsAt: z.number(),
  cases: z.number(),
  first: z.record(z.string(), z.number()),
})
type Planned = z.infer<typeof Planned>

/**
 * A year of living cases, told by the decisions of the module `cases` and loaded in parts, each in a transaction of its
 * own; numbers of papers are reserved first. Stopped at any moment, it goes on where it was; done, it changes nothing.
 */
export async function loadYear(database: Database, options: LoadYear): Promise<readonly Story[]> {
  const { progress, signal, now } = options
  const before = await progressSoFar(database)
  if (before.planned && before.parts.size >= partsOf(before.planned.cases)) return []
  const endsAt = before.planned?.endsAt ?? now()
  const applicants = await keepApplicants(database, options.vault, endsAt)
  await database.transaction(CITY_SCOPE, async (db) => {
    await registerLicences(db, options.vault, applicants, endsAt)
    await seedMoney(db, endsAt)
    await seedAgencies(db, applicants, endsAt)
    await seedPermitMap(db, endsAt)
    await seedProject(db, applicants[RESIDENTS], endsAt)
  })
  const cast = await castOf(database, { endsAt, applicants, cases: options.cases ?? ORDINARY_CASES })
  let year = await told(cast, before.planned?.first ?? {})
  const planned = before.planned ?? (await plan(database, year.notices, cast, now()))
  if (Object.values(planned.first).some((first) => first !== 1)) year = await told(cast, planned.first)
  const { stories } = cast
  for (let part = 0; part < partsOf(stories.length) && !signal?.aborted; part++) {
    if (before.parts.has(part)) continue
    const some = stories.slice(part * CASES_PER_PART, (part + 1) * CASES_PER_PART)
    const last = part === partsOf(stories.length) - 1
    await database.transaction(CITY_SCOPE, async (db) => {
      await loadPart(db, part, some, year, now())
      if (last) await seedKinds(db, { ...staffed(), at: endsAt })
      if (last) await seedJoint(db, { ...staffed(), applicants, papers: { issue: issueNotice }, now: endsAt })
      if (last) await seedRegisters(db, { applicants, now: endsAt })
      if (last) await seedRectification(db, { now: endsAt })
      if (last) await seedFindings(db, { now: endsAt })
      if (last) await seedCasework(db, { now: endsAt })
      if (last) await seedConference(db, { now: endsAt })
      if (last) await seedRules(db, { now: endsAt })
      if (last) await seedAccountability(db, { now: endsAt })
      if (last) await seedInspections(db, { now: endsAt, vault: options.vault })
    })
    progress?.(Math.min(stories.length, (part + 1) * CASES_PER_PART), stories.length)
    await breathe()
  }
  return stories
}

function staffed() {
  const units = government(cityItems())
  return { staff: staffOf(units), units: units.map(({ id }) => id) }
}

const partsOf = (cases: number): number => Math.ceil(cases / CASES_PER_PART)

async function progressSoFar(database: Database) {
  const events = await database.read(CITY_SCOPE, (db) => readStream(db, STREAM))
  const planned = events.find(({ type }) => type === 'YearPlanned')?.payload
  const parts = events
    .filter(({ type }) => type === 'PartLoaded')
    .map(({ payload }) => Number(payload['part']))
  return { planned: planned && Planned.parse(planned), parts: new Set(parts) }
}

const KEPT_AT_ONCE = 50

/** With documents that were checked: who is known by his document stays the same person. */
async function keepApplicants(database: Database, vault: Vault, at: EpochMs): Promise<Story['applicant'][]> {
  const all = [
    ...Array.from({ length: RESIDENTS }, (_, index) => resident(index)),
    ...Array.from({ length: COMPANIES }, (_, index) => company(index)),
  ]
  const kept: Story['applicant'][] = []
  for (let start = 0; start < all.length; start += KEPT_AT_ONCE) {
    await database.transaction(CITY_SCOPE, async (db) => {
      for (const fields of all.slice(start, start + KEPT_AT_ONCE)) {
        const person = await vault.keepPerson(db, fields, { identity: 'checked', by: 'demo', at })
        kept.push({ person, masked: fields.kind === 'legal' ? fields.name : maskName(fields.name) })
      }
    })
  }
  return kept
}

interface Casting {
  readonly endsAt: EpochMs
  readonly applicants: readonly Story['applicant'][]
  readonly cases: number
}

/** Everything the stories need, looked up once. */
export async function castOf(database: Database, { endsAt, applicants, cases }: Casting) {
  const items = cityItems()
  const units = government(items)
  const { plans, calendars } = await database.transaction(CITY_SCOPE, async (db) => {
    const staff = staffOf(units)
    await seedResponsibility(db, staff, endsAt)
    await openHall(db, (unit) => staff.clerk(unit, false).account, {
      now: endsAt,
      deciderOf: (unit) => staff.holder({ unit, post: 'decision' }).account,
    })
    await seedReform(db, { now: endsAt })
    const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, endsAt))
    const found: CasePlan[] = []
    for (const { item } of items) found.push(await planOf(db, await itemForDay(db, item, today)))
    return { plans: found, calendars: await calendarsFor(db) }
  })
  const calendar = calendars.current('cn')
  const stories = storiesOf({ seed: SEED, now: endsAt, calendar, plans, applicants, cases })
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return {
    endsAt,
    stories,
    calendars,
    calendar,
    staff: staffOf(units),
    unitName: (id: string) => names.get(id) ?? id,
  }
}

type Cast = Awaited<ReturnType<typeof castOf>>

interface Year {
  readonly desk: ToldCases
  readonly notices: ToldNotices
}

export async function told(
  { endsAt: now, stories, calendars, calendar, staff, unitName }: Cast,
  first: BySeries,
): Promise<Year> {
  const notices = toldNotices({ jurisdiction: CITY_SCOPE.jurisdiction, calendar, unitName, first })
  const desk = toldCases(calendars, notices)
  await tellYear(stories, { desk, staff, now, calendar, seed: SEED })
  return { desk, notices }
}

async function plan(
  database: Database,
  notices: ToldNotices,
  { endsAt, stories }: Cast,
  now: EpochMs,
): Promise<Planned> {
  return database.transaction(CITY_SCOPE, async (db) => {
    const planned = { endsAt, cases: stories.length, first: await reserveNumbers(db, notices.counts()) }
    await note(db, 0, { type: 'YearPlanned', payload: planned }, now)
    return planned
  })
}

async function loadPart(
  db: Db,
  part: number,
  stories: readonly Story[],
  { desk, notices }: Year,
  now: EpochMs,
) {
  const streams = stories.flatMap(({ caseNo }) => [
    ...desk.streamsOf(caseNo),
    ...notices.streamsAbout(caseStream(caseNo)),
  ])
  const stored = await appendMany(db, { streams, recordedAt: now })
  for (const list of [caseLists, clockList, noticeLists, licenceLists]) await list.apply(db, stored)
  await note(db, 'any', { type: 'PartLoaded', payload: { part, cases: stories.length } }, now)
}

const note = (
  db: Db,
  expectedVersion: number | 'any',
  event: { readonly type: string; readonly payload: object },
  now: EpochMs,
) =>
  append(db, {
    stream: STREAM,
    expectedVersion,
    recordedAt: now,
    events: [{ type: event.type, payload: { ...event.payload }, actor: 'demo', occurredAt: now }],
  })

import { type Day, day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { type Random, seeded } from '#kernel/random.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, dayNumberAt, instantOf } from '#engines/calendar/index.ts'
import {
  type Acting,
  type Entry,
  type Example,
  type Field,
  findEntries,
  type Institution,
  openEntry,
  takeStep,
} from '#engines/registers/index.ts'
import { findWork } from '#modules/cases/index.ts'
import { findBadges, findCounters } from '#modules/hall/index.ts'
import { codedInstitutions, registers } from '../registers.ts'
import { cityItems } from './city.ts'
import { HALL_UNIT } from './government.ts'
import type { Story } from './teller.ts'

const SEED = 20_260_704

interface Seeding {
  readonly applicants: readonly Story['applicant'][]
  readonly now: EpochMs
}

/** What entries point to: things of this city in place of those that examples invent. */
interface City extends Seeding {
  readonly db: Db
  readonly random: Random
  readonly items: readonly string[]
  readonly counters: readonly string[]
  readonly badges: readonly string[]
  readonly cases: readonly string[]
  /** Entries so far, by institution, for those that point to them. */
  readonly entries: Map<string, Entry[]>
}

/**
 * Every institution with a few entries: its own examples, lived by people of this city in the last months. Those that
 * show a refusal are left out, and whatever this city refuses ends there: nothing is stored past a condition.
 */
export async function seedRegisters(db: Db, seeding: Seeding): Promise<void> {
  if ((await findEntries(db, 'hall-rules')).length > 0) return
  const question = { units: ['planning', 'market'], desks: [], onlyMine: false, limit: 60, offset: 0 }
  const city: City = {
    ...{ db, random: seeded(SEED), entries: new Map(), ...seeding },
    items: likeTheExamples(),
    counters: (await findCounters(db, 'city')).map(({ counter }) => counter),
    badges: (await findBadges(db)).map(({ badge }) => badge),
    cases: (await findWork(db, { ...question, kind: 'step' })).map(({ caseNo }) => caseNo),
  }
  const unfinished: (() => Promise<void>)[] = []
  for (const institution of codedInstitutions)
    for (const example of institution.examples)
      if (example.refused === undefined) await live(city, institution, example, unfinished)
  // What waited for an entry of another register, such as a session for the matters raised at it.
  for (const again of unfinished) await again()
}

/** Eight working days and free, as the examples tell people: otherwise every answer of theirs would contradict a guide. */
function likeTheExamples(): string[] {
  const items = cityItems()
  const like = items.filter(
    ({ content: { limits, fee } }) =>
      limits.committed?.unit === 'workingDays' && limits.committed.length === 8 && !fee.charged,
  )
  return (like.length > 0 ? like : items).map(({ item }) => item)
}

/** Opens an entry and takes its steps as far as they are not refused; the rest is tried once more at the end. */
async function live(
  city: City,
  institution: Institution,
  { acts, seenOn }: Example,
  unfinished: (() => Promise<void>)[],
): Promise<void> {
  const moved = shiftOf(city, day(seenOn ?? acts.at(-1)?.on ?? ''))
  const cast = new Map<string, string>()
  const played = acts.map((act, at) => ({
    step: act.step,
    given: givenOf(city, institution, act.values ?? {}, moved),
    acting: actingOf(act, { cast, at, on: moved(day(act.on)) }),
  }))
  let entry: Entry | undefined
  const play = async (): Promise<void> => {
    for (let next = played.shift(); next; next = played.shift()) {
      const after = await tried(city, institution, entry, next)
      if (!after) return void played.unshift(next)
      entry = after
    }
  }
  await play()
  if (entry) remember(city, entry)
  if (entry && played.length > 0) unfinished.push(play)
}

interface Played {
  readonly step: string
  readonly given: Readonly<Record<string, unknown>>
  readonly acting: Acting
}

async function tried(
  { db }: City,
  { code: institution }: Institution,
  entry: Entry | undefined,
  { step, given, acting }: Played,
): Promise<Entry | undefined> {
  try {
    return entry
      ? await takeStep(db, registers, { institution, entry: entry.id, step, given }, acting)
      : await openEntry(db, registers, { institution, given }, acting)
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

const remember = ({ entries }: City, entry: Entry): void =>
  void entries.set(entry.institution, [...(entries.get(entry.institution) ?? []), entry])

/** Whole weeks, so that nobody works on a Sunday who did not in the example; the end lies within the last months. */
function shiftOf({ now, random }: City, end: Day): (on: Day) => Day {
  const today = dayNumberAt(DEFAULT_ZONE, now)
  const weeks = Math.floor((today - 1 - dayNumber(end)) / 7) - random.between(0, 5)
  return (on) => dayOfNumber(dayNumber(on) + weeks * 7)
}

function givenOf(
  city: City,
  { fields }: Institution,
  values: Readonly<Record<string, unknown>>,
  moved: (on: Day) => Day,
): Record<string, unknown> {
  const ofCity = (field: Field | undefined, value: unknown): unknown => {
    if (field === undefined || typeof value !== 'string' || value === '') return value
    return field.kind === 'day' ? moved(day(value)) : (thingOf(city, field, value) ?? value)
  }
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [
      code,
      ofCity(
        fields.find((field) => field.code === code),
        value,
      ),
    ]),
  )
}

const UNITS: Readonly<Record<string, string>> = {
  'hall-office': HALL_UNIT,
  government: 'county-government',
  'station-1': 'shuanghe-shanghe',
  'urban-management': 'market',
  justice: 'planning',
  'audit-office': 'market',
  'party-office': 'county-government',
  'government-office': 'supervision',
}
/** The efficiency supervisor of the demo, who belongs to no unit. */
const OBSERVER = 'lin.guan'
const unitOf = (unit: string): string => UNITS[unit] ?? unit

/** The first is the head of the unit. */
const STAFF: Readonly<Record<string, readonly string[]>> = {
  planning: ['wang.fang', 'li.wei', 'lin.xia'],
  market: ['song.yan', 'su.wen'],
  [HALL_UNIT]: ['tan.ming', 'he.qing'],
  supervision: ['zhang.min'],
  'county-government': ['chen.jie'],
  'shuanghe-shanghe': ['qiu.cun'],
}

function thingOf(
  { random, items, counters, badges, cases, applicants, entries }: City,
  { kind, of = '' }: Field,
  value: string,
) {
  switch (kind) {
    case 'unit':
      return unitOf(value)
    case 'account':
      return value === 'observer' ? OBSERVER : value === 'head' ? 'tan.ming' : 'li.wei'
    case 'item':
      return random.pick(items)
    case 'hall':
      return 'city'
    case 'counter':
      return counters.length === 0 ? undefined : random.pick(counters)
    case 'badge':
      return badges[0]
    case 'case':
      return cases.length === 0 ? undefined : random.pick(cases)
    case 'person':
      return random.pick(applicants).person
    case 'entry':
      return standing(entries.get(of) ?? [])?.id
    default:
      return undefined
  }
}

/** What is in force or still open is what others point to. */
const standing = (entries: readonly Entry[]): Entry | undefined =>
  entries.find(({ state }) => state === 'inForce' || state === 'held') ?? entries[0]

type Act = Example['acts'][number]

const ROLES: Readonly<Record<string, string>> = {
  head: 'unitHead',
  anyHead: 'unitHead',
  supervision: 'supervisor',
  leader: 'leader',
  resident: 'resident',
}

interface Playing {
  /** Who plays whom: two people of an example are two people here. */
  readonly cast: Map<string, string>
  readonly at: number
  readonly on: Day
}

function actingOf({ by, as, unit: given = 'planning' }: Act, { cast, at, on }: Playing): Acting {
  if (typeof as === 'object' && 'role' in as)
    return { actor: { account: OBSERVER, unit: null, unitKind: null, roles: [as.role] }, now: hourOf(on, at) }
  const role = typeof as === 'string' ? (ROLES[as] ?? 'officer') : 'officer'
  const unit = role === 'resident' ? null : unitOf(given)
  const staff = STAFF[unit ?? ''] ?? []
  const free = staff.filter((one) => ![...cast.values()].includes(one))
  const chosen = role === 'unitHead' ? free[0] : (free.at(-1) ?? staff[0])
  const account = cast.get(by) ?? chosen ?? `${unit ?? 'resident'}/${by}`
  cast.set(by, account)
  const unitKind = typeof as === 'object' && 'unitKind' in as ? as.unitKind : 'department'
  return { actor: { account, unit, unitKind, roles: [role] }, now: hourOf(on, at) }
}

/** Acts of an example follow each other by the hour. */
const hourOf = (on: Day, at: number): EpochMs =>
  instantOf(DEFAULT_ZONE, dayNumber(on), (9 + Math.min(at, 8)) * 3_600_000)

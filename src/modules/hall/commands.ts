import { day, type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE, officeHours } from '#engines/calendar/index.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import { getUnit } from '#modules/organisation/index.ts'
import * as badges from './badge.ts'
import type { CounterContent, HallPlace } from './contract.ts'
import * as counters from './counter.ts'
import * as duties from './duty.ts'
import * as departments from './department.ts'
import { BADGE, COUNTER, DEPARTMENT, DUTY, hallLists, PLACE, said } from './lists.ts'
import { describeHall, evolvePlace, type PlaceEvent } from './place.ts'
import { refuse } from './refusals.ts'
import { findBadge, findBadgesOf } from './badge-store.ts'
import { findCounter, findSeatsOf } from './counter-store.ts'
import { findDuty } from './duty-store.ts'
import { findHalls } from './store.ts'
import type { BadgeEnding, CounterState, Half } from './terms.ts'

export interface Doing {
  readonly by: string
  readonly at: EpochMs
}

export const todayOf = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

interface Change<State, Event> {
  readonly stream: string
  readonly empty: State
  readonly evolve: (state: State, event: Event) => State
  readonly decide: (state: State) => readonly Event[]
}

/** Decides on what the ledger holds, appends what follows, and brings the lists along. */
async function change<State, Event extends { readonly type: string }>(
  db: Db,
  { by, at }: Doing,
  { stream, empty, evolve, decide }: Change<State, Event>,
): Promise<void> {
  const stored = await readStream(db, stream)
  const events = decide(stored.map(said<Event>).reduce(evolve, empty))
  await record(db, [hallLists], {
    stream,
    expectedVersion: stored.length,
    recordedAt: at,
    events: events.map(({ type, ...payload }) => ({ type, payload, actor: by, occurredAt: at })),
  })
}

export async function registerHall(db: Db, hall: string, given: HallPlace, doing: Doing): Promise<void> {
  await getUnit(db, given.unit)
  await change<HallPlace | undefined, PlaceEvent>(db, doing, {
    stream: PLACE + hall,
    empty: undefined,
    evolve: evolvePlace,
    decide: (state) => describeHall(state, given),
  })
}

const changeDepartment = (
  db: Db,
  { hall, unit }: { readonly hall: string; readonly unit: string },
  doing: Doing,
  decide: Change<departments.Stationed | undefined, departments.DepartmentEvent>['decide'],
) =>
  change<departments.Stationed | undefined, departments.DepartmentEvent>(db, doing, {
    stream: `${DEPARTMENT}${hall}/${unit}`,
    empty: undefined,
    evolve: departments.evolveDepartment,
    decide,
  })

/** 进驻. */
export async function stationDepartment(
  db: Db,
  where: { readonly hall: string; readonly unit: string },
  given: departments.Stationed,
  doing: Doing,
): Promise<void> {
  await getHall(db, where.hall)
  await getUnit(db, where.unit)
  await changeDepartment(db, where, doing, (state) => departments.station(state, given))
}

export const unstationDepartment = (
  db: Db,
  where: { readonly hall: string; readonly unit: string; readonly reason: string },
  doing: Doing,
): Promise<void> => changeDepartment(db, where, doing, (state) => departments.unstation(state, where))

export async function getHall(db: Db, hall: string) {
  const found = (await findHalls(db)).find((one) => one.hall === hall)
  if (!found) throw refuse('hall.no-such-hall', { hall })
  return found
}

export async function getCounter(db: Db, counter: string) {
  const found = await findCounter(db, counter)
  if (!found) throw refuse('hall.no-such-counter', { counter })
  return found
}

const changeCounter = (
  db: Db,
  counter: string,
  doing: Doing,
  decide: Change<counters.Counter | undefined, counters.CounterEvent>['decide'],
) =>
  change<counters.Counter | undefined, counters.CounterEvent>(db, doing, {
    stream: COUNTER + counter,
    empty: undefined,
    evolve: counters.evolveCounter,
    decide,
  })

const known = (state: counters.Counter | undefined, counter: string): counters.Counter => {
  if (!state) throw refuse('hall.no-such-counter', { counter })
  return state
}

export async function registerCounter(
  db: Db,
  counter: string,
  given: CounterContent,
  doing: Doing,
): Promise<void> {
  await getHall(db, given.hall)
  for (const unit of [...given.units, ...(given.complaint ? [given.complaint.unit] : [])])
    await getUnit(db, unit)
  for (const hours of [given.workingHours, given.restHours]) if (hours !== null) officeHours(hours)
  await changeCounter(db, counter, doing, (state) => counters.registerCounter(state, counter, given))
}

export const setCounterState = (
  db: Db,
  given: {
    readonly counter: string
    readonly state: CounterState
    readonly reason: string
    /** Runs the hall, or is the system's own setup. */
    readonly manager: boolean
  },
  doing: Doing,
): Promise<void> =>
  changeCounter(db, given.counter, doing, (state) =>
    counters.setState(known(state, given.counter), {
      ...given,
      account: doing.by,
      today: todayOf(doing.at),
    }),
  )

/** `isAccount` belongs to the module of accounts and is handed in by the routes. */
export async function issueBadge(
  db: Db,
  badge: string,
  { lentUntil = null, ...given }: Omit<badges.Badge, 'lentUntil'> & { readonly lentUntil?: Day | null },
  doing: Doing,
): Promise<void> {
  await getUnit(db, given.unit)
  const today = todayOf(doing.at)
  const otherBadge = (await findBadgesOf(db, [given.account], today)).find(
    (one) => one.badge !== badge,
  )?.badge
  await change<badges.BadgeState | undefined, badges.BadgeEvent>(db, doing, {
    stream: BADGE + badge,
    empty: undefined,
    evolve: badges.evolveBadge,
    decide: (state) => badges.issueBadge(state, { ...given, lentUntil, badge, otherBadge, today }),
  })
}

/** A withdrawn badge serves nowhere: whoever sits with it is signed off. */
export async function withdrawBadge(
  db: Db,
  { badge, ...why }: { readonly badge: string; readonly reason: string; readonly how: BadgeEnding },
  doing: Doing,
): Promise<void> {
  const worn = await findBadge(db, badge)
  await change<badges.BadgeState | undefined, badges.BadgeEvent>(db, doing, {
    stream: BADGE + badge,
    empty: undefined,
    evolve: badges.evolveBadge,
    decide: (state) => badges.withdrawBadge(state, { badge, ...why }),
  })
  if (worn) await leaveOthers(db, { account: worn.account, doing })
}

interface DayDuty {
  readonly day: string
  readonly counter: string
  readonly account: string | null
}

export const setDuty = (
  db: Db,
  { half, ...given }: DayDuty & { readonly half: Half },
  doing: Doing,
): Promise<void> => setDutyOf(db, { ...given, halves: [half] }, doing)

/** One person at one counter for one or both halves of a day. */
export async function setDutyOf(
  db: Db,
  { halves, ...given }: DayDuty & { readonly halves: readonly Half[] },
  doing: Doing,
): Promise<void> {
  const on = day(given.day)
  await getCounter(db, given.counter)
  const badge = given.account === null ? undefined : (await findBadgesOf(db, [given.account], on))[0]?.badge
  await change<duties.DutyDay, duties.DutyEvent>(db, doing, {
    stream: DUTY + on,
    empty: new Map(),
    evolve: duties.evolveDuty,
    decide: (state) =>
      halves.flatMap((half) =>
        duties.setDuty(state, { ...given, half, day: on, today: todayOf(doing.at), badge }),
      ),
  })
}

/** 上岗: whoever sat at another counter leaves it in the same breath. */
export async function takeSeat(
  db: Db,
  { counter, badge: number }: { readonly counter: string; readonly badge: string },
  doing: Doing,
): Promise<void> {
  const [row, worn, today] = [await getCounter(db, counter), await findBadge(db, number), todayOf(doing.at)]
  if (!worn) throw refuse('hall.no-such-badge', { badge: number })
  const { unit: hallUnit } = await getHall(db, row.hall)
  const duty = await findDuty(db, today, today)
  const onDuty = duty.some((one) => one.counter === counter && one.account === doing.by)
  const standing = badges.standingOf(worn, today)
  const badge = { number, account: worn.account, unit: worn.unit, standing }
  await changeCounter(db, counter, doing, (state) =>
    counters.takeSeat(known(state, counter), {
      counter,
      account: doing.by,
      today,
      badge,
      hallUnit,
      onDuty,
    }),
  )
  await leaveOthers(db, { account: doing.by, doing, except: counter })
}

async function leaveOthers(
  db: Db,
  { account, doing, except }: { readonly account: string; readonly doing: Doing; readonly except?: string },
): Promise<void> {
  const today = todayOf(doing.at)
  for (const { counter, seatedAt } of await findSeatsOf(db, account)) {
    if (counter === except || seatedAt === null || todayOf(seatedAt) !== today) continue
    await changeCounter(db, counter, doing, (state) =>
      counters.leaveSeat(known(state, counter), { counter, account, today, why: 'moved' }),
    )
  }
}

export const leaveSeat = (db: Db, counter: string, doing: Doing): Promise<void> =>
  changeCounter(db, counter, doing, (state) =>
    counters.leaveSeat(known(state, counter), {
      counter,
      account: doing.by,
      today: todayOf(doing.at),
      why: 'signedOff',
    }),
  )

import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { todayOf } from '../commands.ts'
import type { QueueSettings } from '../queue-shapes.ts'
import { type CounterRow, findCounters } from '../counter-store.ts'
import type { Lane } from '../terms.ts'
import { expectedWaits, usualLength } from './estimate.ts'
import { inOrder, type Placed } from './order.ts'
import { calls, settingsOn } from './settings.ts'
import { findLive, findPace, type TicketRow } from './store.ts'

const MINUTE = 60_000

/** The queue of a hall at a moment: who waits, who serves, and how long it usually takes. */
export interface Line {
  readonly hall: string
  readonly day: Day
  readonly now: EpochMs
  readonly settings: QueueSettings
  readonly waiting: readonly TicketRow[]
  readonly called: readonly TicketRow[]
  readonly missed: readonly TicketRow[]
  /** Counters where somebody has signed on today and that are not paused. */
  readonly counters: readonly CounterRow[]
  readonly allCounters: readonly CounterRow[]
  readonly pace: Awaited<ReturnType<typeof findPace>>
}

export async function readLine(db: Db, hall: string, now: EpochMs): Promise<Line> {
  const day = todayOf(now)
  const settings = await settingsOn(db, hall, day)
  const live = await findLive(db, hall, day)
  const allCounters = await findCounters(db, hall)
  return {
    ...{ hall, day, now, settings, allCounters },
    waiting: live.filter(({ state }) => state === 'waiting'),
    called: live.filter(({ state }) => state === 'called'),
    missed: live.filter(({ state }) => state === 'missed'),
    counters: allCounters.filter(
      ({ state, seatedAt }) => state === 'open' && seatedAt !== null && todayOf(seatedAt) === day,
    ),
    pace: await findPace(db, hall, day),
  }
}

/** Lanes of the last calls, the last one last: what decides whose turn it is after several priority numbers. */
function lanesCalled({ pace, called, missed }: Line, of: (group: string) => boolean): Lane[] {
  return [...pace, ...called, ...missed]
    .flatMap(({ lane, calledAt, group }) =>
      lane !== null && calledAt !== null && of(group) ? [{ lane, calledAt }] : [],
    )
    .sort((a, b) => a.calledAt - b.calledAt)
    .map(({ lane }) => lane)
}

/** Those whom a counter may call, in their order. */
export function lineOf(line: Line, served: readonly string[]): Placed<TicketRow>[] {
  const { settings, now, waiting } = line
  const own = waiting.filter((ticket) => calls(settings, served, ticket))
  const groups = new Set(own.map(({ group }) => group))
  return inOrder(own, {
    now,
    priorityInARow: settings.priorityInARow,
    called: lanesCalled(line, (group) => groups.has(group)),
  })
}

export interface Expectation extends Placed<TicketRow> {
  readonly ahead: number
  readonly expectedMinutes: number | null
}

/** Everybody who waits, in order, with how many stand before and how long it may take. */
export function expectations(line: Line): Expectation[] {
  const { settings, now, waiting } = line
  const placed = inOrder(waiting, {
    ...{ now, priorityInARow: settings.priorityInARow },
    called: lanesCalled(line, () => true),
  })
  const waits = waitsOf(
    line,
    placed.map(({ ticket }) => ticket),
  )
  const before = new Map<string, number>()
  return placed.map((one, index) => {
    const { group } = one.ticket
    const ahead = before.get(group) ?? 0
    before.set(group, ahead + 1)
    return { ...one, ahead, expectedMinutes: minutes(waits[index] ?? null) }
  })
}

/** Those of the same group who stand before a number, whichever counter calls them. */
export function aheadOf(line: Line, { number, group }: TicketRow): Expectation[] {
  const placed = expectations(line)
  return placed
    .slice(
      0,
      Math.max(
        0,
        placed.findIndex(({ ticket }) => ticket.number === number),
      ),
    )
    .filter(({ ticket }) => ticket.group === group)
}

type Matter = Pick<TicketRow, 'group' | 'unit'>

function waitsOf(line: Line, queue: readonly Matter[]): (number | null)[] {
  const { settings, now, counters, called } = line
  const length = lengths(line)
  const busySince = new Map(called.map(({ counter, calledAt }) => [counter, calledAt]))
  return expectedWaits(
    queue.length,
    {
      now,
      lengthOf: (index) => length(queue[index]?.group ?? ''),
      counters: counters.map(({ counter, units }) => ({
        busySince: busySince.get(counter) ?? null,
        takes: (index) => calls(settings, units, queue[index] ?? { group: '', unit: null }),
      })),
    },
    length(''),
  )
}

/** How long one takes, by group; of a group without figures, as long as people take at all. */
function lengths({ settings, pace }: Line): (group: string) => number {
  const all = pace.map(({ ms }) => ms)
  const known = new Map<string, number>()
  return (group) => {
    const found = known.get(group)
    if (found !== undefined) return found
    const own = pace.filter((one) => one.group === group).map(({ ms }) => ms)
    const length = usualLength(own, all, settings.minutesEach * MINUTE)
    known.set(group, length)
    return length
  }
}

const minutes = (ms: number | null) => (ms === null ? null : Math.round(ms / 6000) / 10)

/** What whoever takes a number now is told: how many stand before, and the minutes. */
export function expectedNow(line: Line, matter: Matter): { ahead: number; expectedMinutes: number | null } {
  const queue = expectations(line).map(({ ticket }) => ticket)
  const waits = waitsOf(line, [...queue, matter])
  return {
    ahead: queue.filter(({ group }) => group === matter.group).length,
    expectedMinutes: minutes(waits.at(-1) ?? null),
  }
}

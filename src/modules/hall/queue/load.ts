import { dayNumber, dayOfNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Doing, getHall, todayOf } from '../commands.ts'
import type { HallCapacity } from '../figure-contract.ts'
import { staffing } from '../staffing.ts'
import { findCounters } from '../counter-store.ts'
import { type Expected, expectedOf, lacking, type Load, whatIf, type WhatIf } from './capacity.ts'
import { mean, median } from './estimate.ts'
import { rounded, type Span, waitOf } from './figures.ts'
import { refuse } from './refusals.ts'
import { settingsOn } from './settings.ts'
import { findTickets, type TicketRow } from './store.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** 窗口负荷和场地容量 (HALL-06): what each counter carried, whether the hall holds it, and what more would come to. */
export async function hallCapacity(db: Db, span: Span & WhatIf, now: number): Promise<HallCapacity> {
  const { hall } = span
  await getHall(db, hall)
  const { mostCounters, seats, minutesEach } = await settingsOn(db, hall, span.today)
  const tickets = await findTickets(db, hall, span.from, span.until)
  const windows = await windowsOf(db, span, tickets, now)
  const load = loadOf(tickets, windows, minutesEach)
  const counters = (await findCounters(db, hall)).length
  const after = whatIf(load, span)
  return {
    ...{ mostCounters, seats, counters, mostWaiting: mostWaiting(tickets) },
    perHour: rounded(load.perHour) ?? 0,
    minutesEach: rounded(load.minutesEach) ?? 0,
    now: shown(expectedOf(load)),
    whatIf: shown(after),
    lacking: lacking({ mostCounters, seats, counters }, { counters: span.moreCounters }, after.waiting),
    windows,
  }
}

/** An endless number has no place in JSON; a queue without counters is as busy as can be. */
const shown = (expected: Expected) => ({
  ...expected,
  busy: Number.isFinite(expected.busy) ? expected.busy : null,
})

async function windowsOf(db: Db, { hall, from, until }: Span, tickets: readonly TicketRow[], now: number) {
  const rows = await staffing(db, { hall, from, until }, { now, cases: [] })
  return rows.map(({ counter, name, workingDays, restDays }) => {
    const own = tickets.filter((ticket) => ticket.counter === counter)
    const staffedHours = (workingDays.staffedMinutes + restDays.staffedMinutes) / 60
    return {
      ...{ counter, name, visits: own.length, staffedHours: rounded(staffedHours) ?? 0 },
      perHour: staffedHours === 0 ? null : rounded(own.length / staffedHours),
      waitMedian: rounded(median(own.map(waitOf).filter((wait) => wait !== null))),
    }
  })
}

/** The hall is open as long as its longest counter; the others count by the part of that time they were staffed. */
function loadOf(
  tickets: readonly TicketRow[],
  windows: readonly { readonly staffedHours: number }[],
  assumed: number,
): Load {
  const open = Math.max(0, ...windows.map(({ staffedHours }) => staffedHours))
  const hours = windows.reduce((sum, { staffedHours }) => sum + staffedHours, 0)
  if (open === 0) return loadOfCalls(tickets, assumed)
  return {
    perHour: tickets.length / open,
    minutesEach: mean(lengthsOf(tickets)) ?? assumed,
    counters: Math.max(1, Math.round(hours / open)),
  }
}

const lengthsOf = (tickets: readonly TicketRow[]): number[] =>
  tickets.flatMap(({ calledAt, endedAt, state }) =>
    state === 'served' && calledAt !== null && endedAt !== null ? (endedAt - calledAt) / MINUTE : [],
  )

/** Where nobody signed on, the hours in which somebody was called stand for the hours of opening. */
function loadOfCalls(tickets: readonly TicketRow[], assumed: number): Load {
  const called = tickets.flatMap(({ calledAt, counter }) =>
    calledAt === null || counter === null ? [] : { hour: Math.floor(calledAt / HOUR), counter },
  )
  const hours = new Set(called.map(({ hour }) => hour)).size
  const worked = new Set(called.map(({ hour, counter }) => `${hour}/${counter}`)).size
  return {
    perHour: hours === 0 ? 0 : tickets.length / hours,
    minutesEach: mean(lengthsOf(tickets)) ?? assumed,
    counters: hours === 0 ? 0 : Math.max(1, Math.round(worked / hours)),
  }
}

/** The most who waited at the same time: what seats are held against. */
export function mostWaiting(
  tickets: readonly Pick<TicketRow, 'issuedAt' | 'firstCalledAt' | 'endedAt'>[],
): number {
  const changes = tickets
    .flatMap(({ issuedAt, firstCalledAt, endedAt }) => [
      [issuedAt, 1] as const,
      [firstCalledAt ?? endedAt ?? issuedAt + 8 * HOUR, -1] as const,
    ])
    .sort(([a, plus], [b, minus]) => a - b || plus - minus)
  let waiting = 0
  let most = 0
  for (const [, change] of changes) most = Math.max(most, (waiting += change))
  return most
}

/** What a hall holds and has, for whoever decides on admission. */
export async function capacityOf(db: Db, hall: string, { at }: Pick<Doing, 'at'>) {
  const { mostCounters, seats } = await settingsOn(db, hall, todayOf(at))
  const counters = (await findCounters(db, hall)).length
  const free = mostCounters === null ? null : Math.max(0, mostCounters - counters)
  return { mostCounters, seats, counters, free }
}

const LOOKED_BACK_DAYS = 30

/**
 * 超容量进驻: refuses counters that the hall does not hold, and whoever would come into a hall in which more waited at one
 * time than there are seats. Departments that are admitted state how many counters they bring.
 */
export async function mustFit(
  db: Db,
  hall: string,
  more: { readonly counters: number },
  { at }: Pick<Doing, 'at'>,
): Promise<void> {
  const room = await capacityOf(db, hall, { at })
  const today = todayOf(at)
  const since = dayOfNumber(dayNumber(today) - LOOKED_BACK_DAYS)
  const waiting = room.seats === null ? 0 : mostWaiting(await findTickets(db, hall, since, today))
  const lack = lacking(room, more, waiting)
  if (!lack.fits) throw refuse('queue.no-room', { counters: lack.counters, seats: lack.seats ?? 0 })
}

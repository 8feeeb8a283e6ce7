import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { getHall } from '../commands.ts'
import type { QueueBoard, TicketView } from '../queue-shapes.ts'
import { instantText } from '../views.ts'
import { type Expectation, expectations, expectedNow, type Line, readLine } from './line.ts'
import { itemNames } from './item-names.ts'
import { calls } from './settings.ts'
import type { TicketRow } from './store.ts'

const NEXT_SHOWN = 3

export async function boardOfQueue(db: Db, hall: string, now: EpochMs): Promise<QueueBoard> {
  await getHall(db, hall)
  return boardOf(await readLine(db, hall, now))
}

function boardOf(line: Line): QueueBoard {
  const { hall, day, now, settings, counters, allCounters, called } = line
  const placed = expectations(line)
  return {
    ...{ at: instantText(now), hall, day },
    serving: [...called]
      .sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0))
      .flatMap((ticket) => {
        const counter = allCounters.find((one) => one.counter === ticket.counter)
        if (!counter) return []
        return {
          ...{ number: ticket.number, counter: counter.counter, place: counter.place, calls: ticket.calls },
          counterName: { zh: counter.nameZh, en: counter.nameEn },
          calledAt: instantText(ticket.calledAt ?? now),
        }
      }),
    groups: settings.groups.map(({ group, name }) => {
      const own = placed.filter(({ ticket }) => ticket.group === group)
      return {
        ...{ group, name, waiting: own.length },
        counters: counters.filter(({ units }) => calls(settings, units, { group, unit: null })).length,
        expectedMinutes: expectedNow(line, { group, unit: null }).expectedMinutes,
        next: own.slice(0, NEXT_SHOWN).map(({ ticket }) => ticket.number),
      }
    }),
  }
}

/** A number as its holder sees it: how many stand before, how long it may take, and why it stands where it stands. */
export async function ticketView(db: Db, ticket: TicketRow, now: EpochMs): Promise<TicketView> {
  const line = await readLine(db, ticket.hall, now)
  const view = await viewing(db, line, [ticket])
  return view(ticket)
}

/** Shows numbers of a queue, the names of whose items are read together. */
export async function viewing(
  db: Db,
  line: Line,
  tickets: readonly TicketRow[],
): Promise<(ticket: TicketRow) => TicketView> {
  const names = await itemNames(
    db,
    tickets.map(({ item }) => item),
    line.day,
  )
  const placed = new Map(expectations(line).map((one) => [one.ticket.number, one]))
  return (ticket) =>
    viewOf(ticket, { line, names, placed: ticket.day === line.day ? placed.get(ticket.number) : undefined })
}

interface Seeing {
  readonly line: Line
  readonly names: ReadonlyMap<string, Bilingual>
  readonly placed: Expectation | undefined
}

function viewOf(ticket: TicketRow, { line: { settings }, names, placed }: Seeing): TicketView {
  const { hall, day, number, group, item, channel, priority, booking, state, calls, counter } = ticket
  return {
    ...{ hall, day, number, group, item, channel, priority, booking, state, calls, counter },
    groupName: settings.groups.find((one) => one.group === group)?.name ?? { zh: group, en: group },
    itemName: (item !== null && names.get(item)) || null,
    dueAt: ticket.dueAt === null ? null : instantText(ticket.dueAt),
    issuedAt: instantText(ticket.issuedAt),
    calledAt: ticket.calledAt === null ? null : instantText(ticket.calledAt),
    ahead: placed?.ahead ?? null,
    expectedMinutes: placed?.expectedMinutes ?? null,
    saidMinutes: ticket.saidMinutes,
    because: placed?.because ?? null,
    lane: placed?.lane ?? ticket.lane,
  }
}

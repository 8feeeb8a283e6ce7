import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readGuide } from '#modules/catalogue/index.ts'
import { getHall } from '../commands.ts'
import type { QueueBoard, TicketView } from '../queue-shapes.ts'
import { instantText } from '../views.ts'
import { type Expectation, expectations, expectedNow, type Line, readLine } from './line.ts'
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
  const placed = expectations(line).find((one) => one.ticket.number === ticket.number)
  return viewOf(db, line, { ticket, placed: line.day === ticket.day ? placed : undefined })
}

/** All that somebody at the hall's counters may see of a queue, in order. */
export async function lineView(db: Db, line: Line): Promise<TicketView[]> {
  const views: TicketView[] = []
  for (const placed of expectations(line))
    views.push(await viewOf(db, line, { ticket: placed.ticket, placed }))
  return views
}

export async function viewOf(
  db: Db,
  { settings, day }: Pick<Line, 'settings' | 'day'>,
  { ticket, placed }: { readonly ticket: TicketRow; readonly placed: Expectation | undefined },
): Promise<TicketView> {
  const { hall, number, group, item, channel, priority, booking, state, calls, counter } = ticket
  const guide = item === null ? undefined : await readGuide(db, item, day).catch(() => undefined)
  return {
    ...{ hall, day: ticket.day, number, group, item, channel, priority, booking, state, calls, counter },
    groupName: settings.groups.find((one) => one.group === group)?.name ?? { zh: group, en: group },
    itemName: guide?.guide.content.name ?? null,
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

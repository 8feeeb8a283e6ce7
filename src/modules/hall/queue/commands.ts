import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import { readGuide } from '#modules/catalogue/index.ts'
import { type Doing, getHall, todayOf } from '../commands.ts'
import type { QueueSettings } from '../queue-shapes.ts'
import { type CounterRow, findCounters } from '../counter-store.ts'
import type { PriorityReason, TicketChannel } from '../terms.ts'
import { seatRow } from '../views.ts'
import { aheadOf, expectedNow, type Line, lineOf, readLine } from './line.ts'
import { type BlockLeased, NUMBERS, QUEUE, type QueueArranged, queueLists, ticketStream } from './lists.ts'
import { QUEUE_CHANNEL } from './live.ts'
import { type Block, groupOf, nextBlock, nextNumber, placeOf, ticketNumber } from './numbers.ts'
import { laneOf, type Placed } from './order.ts'
import { refuse } from './refusals.ts'
import { calls, checkSettings, getGroup, groupOfUnit, settingsOn } from './settings.ts'
import { findBlocks, findLastNumber, findTicket, lockQueue, type TicketRow } from './store.ts'
import * as decide from './ticket.ts'
import type { Matter, Ticket, TicketEvent } from './ticket.ts'

/** Wakes whoever shows the queue of this hall, once the change is there to be read. */
const tell = (db: Db, hall: string) => db.notify(QUEUE_CHANNEL, JSON.stringify([db.scope.jurisdiction, hall]))

/** 取号规则: from a day on, never for days that have passed. */
export async function arrangeQueue(
  db: Db,
  hall: string,
  given: { readonly from: Day; readonly settings: QueueSettings },
  { by, at }: Doing,
): Promise<void> {
  await getHall(db, hall)
  if (given.from < todayOf(at)) throw refuse('queue.settings-past')
  const payload: Omit<QueueArranged, 'type'> = { from: given.from, settings: checkSettings(given.settings) }
  await record(db, [queueLists], {
    ...{ stream: QUEUE + hall, expectedVersion: 'any', recordedAt: at },
    events: [{ type: 'QueueArranged', payload: { ...payload }, actor: by, occurredAt: at }],
  })
  tell(db, hall)
}

interface Where {
  readonly hall: string
  readonly day: Day
  readonly number: string
}

export interface Act extends Doing {
  /** When it happened, where that was before it could be told. */
  readonly happenedAt?: number
  readonly key?: string
}

/** Decides on what the ledger holds of a number, and appends what follows. A key that is there already changes nothing. */
export async function changeTicket(
  db: Db,
  where: Where,
  { by, at, happenedAt = at, key }: Act,
  choose: (given: readonly [Ticket | undefined, string]) => TicketEvent[],
): Promise<boolean> {
  const stream = ticketStream(where.hall, where.day, where.number)
  const stored = await readStream(db, stream)
  const state = stored
    .map(({ type, payload }) => ({ type, ...payload }) as unknown as TicketEvent)
    .reduce<Ticket | undefined>(decide.evolveTicket, undefined)
  if (key !== undefined && state?.keys.includes(key)) return false
  const events = choose([state, where.number])
  await record(db, [queueLists], {
    ...{ stream, expectedVersion: stored.length, recordedAt: at },
    events: events.map(({ type, ...payload }) => ({
      ...{ type, actor: by, occurredAt: happenedAt },
      payload: { ...payload, ...(key === undefined ? {} : { key }) },
    })),
  })
  tell(db, where.hall)
  return true
}

/** The matter of an item: its unit, and the group in which one queues for it at this hall. */
export async function matterOf(db: Db, hall: string, item: string, day: Day): Promise<Matter> {
  const settings = await settingsOn(db, hall, day)
  return matterIn(db, { day, settings, allCounters: await findCounters(db, hall) }, item)
}

/** The same where the queue was read already. */
async function matterIn(
  db: Db,
  { day, settings, allCounters }: Pick<Line, 'day' | 'settings' | 'allCounters'>,
  item: string,
): Promise<Matter> {
  const { unit } = (await readGuide(db, item, day)).guide
  const group = groupOfUnit(settings, unit)
  const taken = allCounters.some(({ units }) => units.includes(unit))
  if (!group || !taken) throw refuse('queue.not-in-hall')
  return { group: group.group, item, unit }
}

export interface Wish {
  readonly hall: string
  /** One of the two; with an item the counter that is called is sure to take it. */
  readonly item?: string | undefined
  readonly group?: string | undefined
  readonly channel: TicketChannel
  readonly priority: PriorityReason | null
  readonly booking?: { readonly booking: string; readonly dueAt: number } | undefined
  readonly visit?: string | undefined
}

/** 取号. */
export async function issueTicket(db: Db, wish: Wish, doing: Doing): Promise<TicketRow> {
  const { hall } = wish
  await getHall(db, hall)
  const day = todayOf(doing.at)
  await lockQueue(db, hall, day)
  const line = await readLine(db, hall, doing.at)
  const matter = await matterOfWish(db, line, wish)
  const last = await findLastNumber(db, { hall, day, group: matter.group })
  const number = ticketNumber(matter.group, nextNumber(last, line.settings))
  const where = { hall, day, number }
  const issued = issuedOf(line, matter, wish)
  await changeTicket(db, where, doing, (given) => decide.issue(given, issued))
  return getTicket(db, where)
}

async function matterOfWish(db: Db, line: Line, { item, group }: Wish): Promise<Matter> {
  if (item !== undefined) return matterIn(db, line, item)
  return { group: getGroup(line.settings, group ?? '').group, item: null, unit: null }
}

function issuedOf(line: Line, matter: Matter, { channel, priority, booking, visit }: Wish): decide.Issued {
  if (priority !== null && !line.settings.priorityReasons.includes(priority))
    throw refuse('queue.no-priority', { reason: priority })
  const { ahead, expectedMinutes } = expectedNow(line, matter)
  return {
    ...matter,
    ...{ channel, priority, ahead, saidMinutes: expectedMinutes, visit: visit ?? null },
    booking: booking?.booking ?? null,
    dueAt: booking?.dueAt ?? null,
  }
}

export async function getTicket(db: Db, { hall, day, number }: Where): Promise<TicketRow> {
  const found = await findTicket(db, hall, day, number)
  if (!found) throw refuse('queue.no-such-ticket', { number })
  return found
}

/** The counter at which somebody has signed on: numbers are called from nowhere else. */
export async function seatedAt(
  db: Db,
  { by, at }: Doing,
): Promise<{ counter: CounterRow; badge: string | null }> {
  const counter = await seatRow(db, by, at)
  if (!counter) throw refuse('queue.sign-on-first')
  return { counter, badge: counter.badge }
}

/** 叫下一个: ends whom the counter serves and calls whoever comes next by the rule; a named number needs a reason. */
export async function callTicket(
  db: Db,
  asked: { readonly number?: string | undefined; readonly reason: string },
  doing: Act,
): Promise<TicketRow> {
  const { counter, badge } = await seatedAt(db, doing)
  const day = todayOf(doing.at)
  await lockQueue(db, counter.hall, day)
  const line = await readLine(db, counter.hall, doing.at)
  await endServed(db, line, counter.counter, doing)
  const queue = lineOf(line, counter.units)
  const chosen = await chosenOf(db, queue, { ...asked, day, hall: counter.hall, now: doing.at })
  const where = { hall: counter.hall, day, number: chosen.ticket.number }
  const at = queue.findIndex(({ ticket }) => ticket.number === where.number)
  // A number of another counter's line is held against that line: help is no way around it.
  const before = at < 0 ? aheadOf(line, chosen.ticket) : queue.slice(0, at)
  const overtook = before.map(({ ticket }) => ticket.number)
  const { lane, because } = chosen
  await changeTicket(db, where, doing, (given) =>
    decide.callTicket(given, {
      counter: counter.counter,
      badge,
      lane,
      because,
      overtook,
      reason: asked.reason,
    }),
  )
  return getTicket(db, where)
}

type Chosen = Placed<TicketRow> | { ticket: TicketRow; lane: Placed<TicketRow>['lane']; because: null }

interface ChosenFrom {
  readonly number?: string | undefined
  readonly hall: string
  readonly day: Day
  readonly now: number
}

/** Whoever is first, or the number that was asked for, also one that this counter would not have called. */
async function chosenOf(
  db: Db,
  queue: readonly Placed<TicketRow>[],
  { number, now, ...where }: ChosenFrom,
): Promise<Chosen> {
  const found = number === undefined ? queue[0] : queue.find(({ ticket }) => ticket.number === number)
  if (found) return number === undefined || found === queue[0] ? found : { ...found, because: null }
  if (number === undefined) throw refuse('queue.nobody-waits')
  const ticket = await getTicket(db, { ...where, number })
  return { ticket, lane: laneOf(ticket, now), because: null }
}

/** Whoever was still served here has been: nobody is served by a counter that calls the next. */
async function endServed(db: Db, line: Line, counter: string, doing: Act): Promise<void> {
  const { key: _, ...act } = doing
  for (const { number } of line.called.filter((ticket) => ticket.counter === counter))
    await changeTicket(db, { hall: line.hall, day: line.day, number }, act, (given) =>
      decide.serve(given, counter, null),
    )
}

/** What is done with the number that one's own counter serves. */
export async function actHere(
  db: Db,
  number: string,
  doing: Act,
  choose: (
    given: readonly [Ticket | undefined, string],
    at: CounterRow,
    rules: QueueSettings,
  ) => TicketEvent[],
): Promise<TicketRow> {
  const { counter } = await seatedAt(db, doing)
  const day = todayOf(doing.at)
  const where = { hall: counter.hall, day, number }
  const rules = await settingsOn(db, counter.hall, day)
  await changeTicket(db, where, doing, (given) => choose(given, counter, rules))
  return getTicket(db, where)
}

/** 转号: whether it was the wrong window is for the counter's units to say, not for whoever sends people on. */
export async function transferTicket(
  db: Db,
  { number, item, further }: { readonly number: string; readonly item: string; readonly further: boolean },
  doing: Doing,
): Promise<TicketRow> {
  const { counter } = await seatedAt(db, doing)
  const day = todayOf(doing.at)
  const matter = await matterOf(db, counter.hall, item, day)
  const rules = await settingsOn(db, counter.hall, day)
  const takenHere = calls(rules, counter.units, matter)
  const where = { hall: counter.hall, day, number }
  await changeTicket(db, where, doing, (given) =>
    decide.transfer(given, counter.counter, { matter, takenHere, further }),
  )
  return getTicket(db, where)
}

/** By whoever is at the hall's door: back into the queue, or out of it. */
export async function actAtDoor(
  db: Db,
  where: Omit<Where, 'day'>,
  doing: Doing,
  choose: (given: readonly [Ticket | undefined, string]) => TicketEvent[],
): Promise<TicketRow> {
  const at = { ...where, day: todayOf(doing.at) }
  await changeTicket(db, at, doing, choose)
  return getTicket(db, at)
}

/** 离线号段: numbers that a device may give out while the server is away. What it holds still is not given anew. */
export async function leaseBlock(
  db: Db,
  { hall, group, device }: { readonly hall: string; readonly group: string; readonly device: string },
  { by, at }: Doing,
): Promise<Block> {
  await getHall(db, hall)
  const day = todayOf(at)
  await lockQueue(db, hall, day)
  const settings = await settingsOn(db, hall, day)
  getGroup(settings, group)
  const leased = await findBlocks(db, hall, day)
  const block = nextBlock(leased, group, settings)
  if (!block) throw refuse('queue.no-block-left')
  const payload: Omit<BlockLeased, 'type'> = { ...block, device }
  await record(db, [queueLists], {
    ...{ stream: `${NUMBERS}${hall}/${day}`, expectedVersion: 'any', recordedAt: at },
    events: [{ type: 'BlockLeased', payload: { ...payload }, actor: by, occurredAt: at }],
  })
  return block
}

/** Whether a device holds this number today. */
export async function mustHold(db: Db, { hall, day, number }: Where, device: string): Promise<void> {
  const [group, place] = [groupOf(number), placeOf(number)]
  const held = (await findBlocks(db, hall, day)).some(
    (block) =>
      block.device === device && block.group === group && block.first <= place && place <= block.last,
  )
  if (!held) throw refuse('queue.not-leased', { number })
}

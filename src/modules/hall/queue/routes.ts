import { randomInt } from 'node:crypto'
import { day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { record, readStream } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Caller, eventsRoute, type Route, route } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import { getHall, todayOf } from '../commands.ts'
import { mustRun } from '../managers.ts'
import * as contract from '../queue-contract.ts'
import type { CounterQueue } from '../queue-contract.ts'
import { instantText } from '../views.ts'
import { ticketView, viewing } from './board.ts'
import * as commands from './commands.ts'
import { queueFigures } from './figures.ts'
import { evolveVisit, report, type Visit, type VisitEvent } from './greeting.ts'
import { lineOf, readLine } from './line.ts'
import { queueLists, VISIT } from './lists.ts'
import { liveQueue, readBoard } from './live.ts'
import { hallCapacity } from './load.ts'
import { reconcile } from './offline.ts'
import { refuse } from './refusals.ts'
import { calls, settingsOn } from './settings.ts'
import { findSettings } from './store.ts'
import * as decide from './ticket.ts'

export interface QueueServices {
  readonly database: Database
  /** Screens are told long after they asked, so the time is asked anew. */
  readonly now: () => EpochMs
}

interface Doer {
  readonly caller: Caller
  readonly now: EpochMs
}

const doing = ({ caller, now }: Doer) => ({ by: caller.account, at: now })

export const queueRoutes = (services: QueueServices): Route[] => [
  ...publicRoutes(services),
  ...counterRoutes,
  ...doorRoutes,
  ...greeterRoutes,
  ...managerRoutes,
]

function publicRoutes({ database, now: clock }: QueueServices): Route[] {
  const live = liveQueue(database, clock)
  const visiting = (jurisdiction: string) => ({ jurisdiction, account: '', reach: 'none' }) as const
  return [
    route(contract.getQueue, async ({ params: { hall }, query, now }) =>
      readBoard(database, { jurisdiction: await jurisdictionOf(database, query.jurisdiction), hall }, now),
    ),
    eventsRoute(contract.watchQueue, async ({ params: { hall }, query }, stream) => {
      const jurisdiction = await jurisdictionOf(database, query.jurisdiction)
      await database.read(visiting(jurisdiction), (db) => getHall(db, hall))
      await live.follow(jurisdiction, hall, stream)
    }),
    route(contract.getTicketPlace, async ({ params, query, now }) => {
      const jurisdiction = await jurisdictionOf(database, query.jurisdiction)
      return database.read(visiting(jurisdiction), async (db) =>
        ticketView(db, await commands.getTicket(db, { ...params, day: day(params.day) }), now),
      )
    }),
    route(contract.reportGreeter, async ({ params: { visit }, query, body, now }) => {
      const jurisdiction = await jurisdictionOf(database, query.jurisdiction)
      const scope = { jurisdiction, account: '', reach: 'none' } as const
      await database.transaction(scope, (db) =>
        changeVisit(db, visit, { by: 'visitor', at: now }, (state) => report(state, body)),
      )
      return { visit }
    }),
  ]
}

async function changeVisit(
  db: Db,
  visit: string,
  { by, at }: { readonly by: string; readonly at: EpochMs },
  choose: (state: Visit | undefined) => VisitEvent[],
): Promise<void> {
  const stored = await readStream(db, VISIT + visit)
  const state = stored
    .map(({ type, payload }) => ({ type, ...payload }) as unknown as VisitEvent)
    .reduce<Visit | undefined>(evolveVisit, undefined)
  await record(db, [queueLists], {
    ...{ stream: VISIT + visit, expectedVersion: stored.length, recordedAt: at },
    events: choose(state).map(({ type, ...payload }) => ({ type, payload, actor: by, occurredAt: at })),
  })
}

const counterRoutes: Route[] = [
  route(contract.getCounterQueue, (call) => call.read((db) => counterQueue(db, call))),
  route(contract.callNext, (call) =>
    call.transaction(async (db) =>
      ticketView(db, await commands.callTicket(db, call.body, doing(call)), call.now),
    ),
  ),
  route(contract.recallTicket, (call) =>
    call.transaction(async (db) => {
      const ticket = await commands.actHere(db, call.params.number, doing(call), (given, { counter }) =>
        decide.recall(given, counter),
      )
      return ticketView(db, ticket, call.now)
    }),
  ),
  route(contract.skipTicket, (call) =>
    call.transaction(async (db) => {
      const ticket = await commands.actHere(
        db,
        call.params.number,
        doing(call),
        (given, { counter }, rules) => decide.skip(given, counter, rules.callsBeforeSkip),
      )
      return ticketView(db, ticket, call.now)
    }),
  ),
  route(contract.serveTicket, (call) =>
    call.transaction(async (db) => {
      const ticket = await commands.actHere(db, call.params.number, doing(call), (given, { counter }) =>
        decide.serve(given, counter, null),
      )
      return ticketView(db, ticket, call.now)
    }),
  ),
  route(contract.transferTicket, (call) =>
    call.transaction(async (db) => {
      const asked = { number: call.params.number, ...call.body }
      return ticketView(db, await commands.transferTicket(db, asked, doing(call)), call.now)
    }),
  ),
]

async function counterQueue(db: Db, { caller, now }: Doer): Promise<CounterQueue> {
  const { counter } = await commands.seatedAt(db, doing({ caller, now }))
  const line = await readLine(db, counter.hall, now)
  const view = await viewing(db, line, [...line.waiting, ...line.called, ...line.missed])
  const serving = line.called.find((ticket) => ticket.counter === counter.counter)
  return {
    ...{ at: instantText(now), hall: counter.hall, counter: counter.counter },
    serving: serving ? view(serving) : null,
    waiting: lineOf(line, counter.units).map(({ ticket, because, lane }, ahead) => ({
      ...{ ...view(ticket), because, lane, ahead },
    })),
    missed: line.missed.filter((ticket) => ticket.counter === counter.counter).map(view),
    callsBeforeSkip: line.settings.callsBeforeSkip,
    groups: line.settings.groups
      .map(({ group }) => group)
      .filter((group) => calls(line.settings, counter.units, { group, unit: null })),
  }
}

const doorRoutes: Route[] = [
  route(contract.issueTicket, (call) =>
    call.transaction(async (db) => {
      const wish = { ...call.params, ...call.body }
      return ticketView(db, await commands.issueTicket(db, wish, doing(call)), call.now)
    }),
  ),
  route(contract.returnTicket, (call) =>
    call.transaction(async (db) =>
      ticketView(db, await commands.actAtDoor(db, call.params, doing(call), decide.returnTicket), call.now),
    ),
  ),
  route(contract.abandonTicket, (call) =>
    call.transaction(async (db) => {
      const left = await commands.actAtDoor(db, call.params, doing(call), (given) =>
        decide.abandon(given, 'left'),
      )
      return ticketView(db, left, call.now)
    }),
  ),
  route(contract.leaseNumbers, (call) =>
    call.transaction((db) => commands.leaseBlock(db, { ...call.params, ...call.body }, doing(call))),
  ),
  route(contract.reconcileQueue, (call) =>
    call.transaction(async (db) => {
      const seat = await commands.seatedAt(db, doing(call)).catch(() => undefined)
      const device = {
        ...{ hall: call.params.hall, device: call.body.device },
        ...{ counter: seat?.counter.counter ?? null, badge: seat?.badge ?? null },
      }
      return { results: await reconcile(db, device, call.body.acts, doing(call)) }
    }),
  ),
]

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** Read out and typed by hand: no letters that look like digits. */
const visitCode = (): string =>
  Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')

const greeterRoutes: Route[] = [
  route(contract.guideVisitor, async (call) => {
    const { hall } = call.params
    const { need, item, guidedTo, priority } = call.body
    const visit = visitCode()
    // Kept although it is refused: that somebody tried is what the hall manager must see.
    if (guidedTo === 'paidAgent') {
      await call.transaction(async (db) => {
        await getHall(db, hall)
        await changeVisit(db, visit, doing(call), () => [{ type: 'SteeringRefused', hall, need, item }])
        return { visit, ticket: null, guide: null }
      })
      throw refuse('queue.no-paid-agents')
    }
    return call.transaction(async (db) => {
      await getHall(db, hall)
      const wish = { hall, item: item ?? undefined, channel: 'greeter', priority, visit } as const
      const ticket = guidedTo === 'ticket' ? await commands.issueTicket(db, wish, doing(call)) : undefined
      await changeVisit(db, visit, doing(call), () => [
        { type: 'VisitorGuided', hall, need, item, guidedTo, number: ticket?.number ?? null },
      ])
      return {
        visit,
        ticket: ticket ? await ticketView(db, ticket, call.now) : null,
        guide: item === null ? null : `/guide/${item}`,
      }
    })
  }),
]

const managerRoutes: Route[] = [
  route(contract.getQueueSettings, ({ params: { hall }, now, read }) =>
    read((db) => settingsView(db, hall, now)),
  ),
  route(contract.putQueueSettings, (call) =>
    call.transaction(async (db) => {
      const { hall } = call.params
      mustRun(call.caller, (await getHall(db, hall)).unit)
      await commands.arrangeQueue(db, hall, { ...call.body, from: day(call.body.from) }, doing(call))
      return settingsView(db, hall, call.now)
    }),
  ),
  route(contract.getQueueFigures, ({ params: { hall }, query, now, read }) =>
    read((db) => queueFigures(db, { hall, ...spanOf(query), today: todayOf(now) })),
  ),
  route(contract.getHallCapacity, ({ params: { hall }, query, now, read }) => {
    const { morePerHour, moreCounters } = query
    const asked = { hall, ...spanOf(query), today: todayOf(now), morePerHour, moreCounters }
    return read((db) => hallCapacity(db, asked, now))
  }),
]

const spanOf = ({ from, until }: { readonly from: string; readonly until: string }) => ({
  from: day(from),
  until: day(until),
})

async function settingsView(db: Db, hall: string, now: EpochMs) {
  await getHall(db, hall)
  return { inForce: await settingsOn(db, hall, todayOf(now)), all: await findSettings(db, hall) }
}

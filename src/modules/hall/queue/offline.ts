import type { Db } from '#kernel/sql.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Doing, todayOf } from '../commands.ts'
import type { OfflineAct } from '../offline-contract.ts'
import { changeTicket, matterOf, mustHold } from './commands.ts'
import { groupOf } from './numbers.ts'
import { settingsOn } from './settings.ts'
import { findTicket, lockQueue } from './store.ts'
import * as decide from './ticket.ts'
import type { Matter, Ticket, TicketEvent } from './ticket.ts'
import { refuse } from './refusals.ts'

export interface Reconciled {
  readonly key: string
  /** `again`: it was taken in before. `refused`: another counter was faster, or the number is not this device's. */
  readonly outcome: 'taken' | 'again' | 'refused'
  readonly code: string | null
}

interface Device {
  readonly hall: string
  readonly device: string
  readonly counter: string | null
  readonly badge: string | null
}

/**
 * 离线补录: what a counter or kiosk did without the server, in the order in which it did it. Each act bears a key and is
 * taken in once, however often it is sent; what no longer holds is refused by itself and the rest goes on.
 */
export async function reconcile(
  db: Db,
  device: Device,
  acts: readonly OfflineAct[],
  doing: Doing,
): Promise<Reconciled[]> {
  const day = todayOf(doing.at)
  await lockQueue(db, device.hall, day)
  const results: Reconciled[] = []
  for (const act of acts) {
    try {
      const taken = await takeIn(db, device, act, doing)
      results.push({ key: act.key, outcome: taken ? 'taken' : 'again', code: null })
    } catch (error) {
      if (!isRefusal(error)) throw error
      results.push({ key: act.key, outcome: 'refused', code: error.code })
    }
  }
  return results
}

async function takeIn(db: Db, device: Device, act: OfflineAct, doing: Doing): Promise<boolean> {
  const { hall } = device
  const day = todayOf(doing.at)
  const happenedAt = Math.min(Date.parse(act.at), doing.at)
  if (todayOf(happenedAt) !== day) throw refuse('queue.no-such-ticket', { number: act.number })
  const where = { hall, day, number: act.number }
  // Whatever a page believes, nobody but the holder of a block gives out its numbers.
  if (act.kind === 'issued') await mustHold(db, where, device.device)
  const matter = await matterOfAct(db, hall, act, day)
  const rules = await settingsOn(db, hall, day)
  const ticket = await findTicket(db, hall, day, act.number)
  const lane = ticket?.priority == null ? 'ordinary' : 'priority'
  return changeTicket(db, where, { ...doing, happenedAt, key: act.key }, (given) =>
    chosen(given, { act, matter, device, lane, callsBeforeSkip: rules.callsBeforeSkip }),
  )
}

async function matterOfAct(
  db: Db,
  hall: string,
  act: OfflineAct,
  day: Parameters<typeof matterOf>[3],
): Promise<Matter> {
  if (act.item) return matterOf(db, hall, act.item, day)
  return { group: groupOf(act.number), item: null, unit: null }
}

interface Choosing {
  readonly act: OfflineAct
  readonly matter: Matter
  readonly device: Device
  readonly lane: 'ordinary' | 'priority'
  readonly callsBeforeSkip: number
}

function chosen(
  given: readonly [Ticket | undefined, string],
  { act, matter, device, lane, callsBeforeSkip }: Choosing,
): TicketEvent[] {
  if (act.kind === 'issued')
    return decide.issue(given, {
      ...matter,
      ...{ channel: 'offline', priority: act.priority, booking: null, dueAt: null, visit: null },
      ...{ ahead: act.ahead, saidMinutes: null },
    })
  const { counter, badge } = device
  if (counter === null) throw refuse('queue.sign-on-first')
  switch (act.kind) {
    case 'called':
      return decide.callTicket(given, {
        ...{ counter, badge, lane, because: null, overtook: act.overtook, reason: act.reason },
      })
    case 'recalled':
      return decide.recall(given, counter)
    case 'skipped':
      return decide.skip(given, counter, callsBeforeSkip)
    case 'served':
      return decide.serve(given, counter, act.item ?? null)
  }
}

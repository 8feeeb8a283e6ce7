import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '#kernel/sql.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { BATCH, nextBatch } from './batch.ts'
import { newBell } from './bell.ts'
import { type Line, lineOf, type LineOptions } from './following.ts'
import { LEDGER_CHANNEL } from './store.ts'
import { concerns, type Subscription } from './subscription.ts'
import { findBehind, findCheckpoint, moveCheckpoints, tryLockSubscription } from './subscription-store.ts'

/** Hands a subscription what it has not seen of one jurisdiction, and says how many events it was handed. */
export async function catchUp(
  database: Database,
  subscription: Subscription,
  jurisdiction: string,
): Promise<number> {
  let handled = 0
  for (;;) {
    const { count, more } = await database.transaction({ jurisdiction }, (db) => handleNext(db, subscription))
    handled += count
    if (!more) return handled
  }
}

async function handleNext(
  db: Db,
  subscription: Subscription,
): Promise<{ readonly count: number; readonly more: boolean }> {
  const { name } = subscription
  if (!(await tryLockSubscription(db, name))) return { count: 0, more: false }
  const { events, more } = await nextBatch(db, await findCheckpoint(db, name))
  const last = events.at(-1)
  if (!last) return { count: 0, more: false }
  const theirs = events.filter((event) => concerns(subscription, event))
  if (theirs.length > 0) await subscription.handle(db, theirs)
  const { transaction, position } = last
  await moveCheckpoints(db, [{ subscription: name, transaction, position }])
  return { count: theirs.length, more }
}

export interface Running {
  /** Lets the batch under way finish. */
  close(): Promise<void>
}

export interface RunOptions {
  readonly subscriptions: readonly Subscription[]
  /** Told when a handler failed; its batch is tried again after a while. */
  readonly failed: (error: unknown, subscription: string) => void
}

const IDLE_MS = 2000
/** An event is held back while an older transaction runs; that one need not tell us when it ends. */
const HELD_BACK_MS = 40
const FAILED_MS = 1000
/** Events that come one after the other are read together: each reading costs as much as a small command. */
const GATHER_MS = 20
/** How much is read again after a process was killed; nothing of it concerns whoever reads it. */
const STORE_EVERY_MS = 5000

/** Follows the ledger of every jurisdiction until closed. Any number of processes may do so. */
export async function runSubscriptions(database: Database, options: RunOptions): Promise<Running> {
  const bell = newBell()
  let closed = false
  const lines = openLines(database, options, () => closed)
  const unlisten = await database.listen(LEDGER_CHANNEL, bell.ring)
  let storing = false
  const timer = setInterval(() => (storing = true), STORE_EVERY_MS).unref()

  const turn = async (): Promise<number> => {
    const pause = await lines.advance()
    if (storing) await lines.store()
    storing = false
    return pause
  }

  const follow = async () => {
    while (!closed) {
      const pause = await turn().catch((error: unknown) => {
        options.failed(error, '')
        return FAILED_MS
      })
      if (!closed) await (pause <= GATHER_MS ? sleep(pause) : bell.wait(pause))
    }
  }
  const following = follow()
  return {
    async close() {
      closed = true
      clearInterval(timer)
      bell.ring()
      await following
      await lines.store().catch((error: unknown) => options.failed(error, ''))
      await unlisten()
    },
  }
}

/** All jurisdictions as this process follows them. */
function openLines(database: Database, { subscriptions, failed }: RunOptions, stopped: () => boolean) {
  const lines = new Map<string, Line>()
  // One that fails does not keep the others from what they follow.
  const resting = new Set<string>()
  const options: LineOptions = {
    subscriptions,
    isResting: (name, jurisdiction) => resting.has(`${name} ${jurisdiction}`),
    failed(error, name, jurisdiction) {
      failed(error, name)
      resting.add(`${name} ${jurisdiction}`)
      setTimeout(() => resting.delete(`${name} ${jurisdiction}`), FAILED_MS).unref()
    },
  }
  const lineFor = (jurisdiction: string): Line => {
    const line = lines.get(jurisdiction) ?? lineOf(database, jurisdiction, options)
    lines.set(jurisdiction, line)
    return line
  }
  const unread = (error: unknown) => {
    failed(error, '')
    return 0
  }
  return {
    /** Takes everybody one batch further, and says how long to rest: not at all while whole batches are there. */
    async advance(): Promise<number> {
      const fronts = [...lines].map(([jurisdiction, line]) => ({ jurisdiction, ...line.front() }))
      const behind = await database.read(EVERYWHERE, (db) => findBehind(db, fronts))
      if (behind.length === 0) return IDLE_MS
      let passed = 0
      for (const { jurisdiction } of behind)
        if (!stopped()) passed += await lineFor(jurisdiction).advance().catch(unread)
      // A whole batch ends with a stream, so it may have somewhat fewer than it could.
      if (passed > 0) return passed < BATCH / 2 ? GATHER_MS : 0
      return resting.size > 0 ? FAILED_MS : HELD_BACK_MS
    },
    async store(): Promise<void> {
      for (const line of lines.values()) await line.store()
    },
  }
}

const EVERYWHERE = { jurisdiction: EVERY_JURISDICTION }

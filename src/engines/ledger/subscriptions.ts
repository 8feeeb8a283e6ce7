import type { Db } from '#kernel/sql.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import type { Place, StoredEvent } from './event.ts'
import { findAfter, LEDGER_CHANNEL } from './store.ts'
import { findBehind, findCheckpoint, moveCheckpoint, tryLockSubscription } from './subscription-store.ts'

export interface Subscription {
  /** Stays the same for good: the checkpoint is kept under it. */
  readonly name: string
  /**
   * Gets every event of a jurisdiction once it is committed, those of a stream in the order of their versions, and what
   * was appended to a stream in one go together (up to the size of a batch).
   * What it does through `db` is committed together with the checkpoint, so it happens once; anything else may happen
   * twice and must bear that.
   */
  handle(db: Db, events: readonly StoredEvent[]): Promise<void>
}

const BATCH = 500

/** Hands a subscription what it has not seen of one jurisdiction, and says how many events that were. */
export async function catchUp(
  database: Database,
  subscription: Subscription,
  jurisdiction: string,
): Promise<number> {
  let handled = 0
  for (;;) {
    const { count, more } = await database.transaction({ jurisdiction }, (db) =>
      handleBatch(db, subscription, readAfter),
    )
    handled += count
    if (!more) return handled
  }
}

type Reading = (db: Db, after: Place) => Promise<ReadonlyArray<StoredEvent & Place>>

const readAfter: Reading = (db, after) => findAfter(db, after, BATCH)

/**
 * Followers mostly stand at the same place: what was read for one is handed to the next. For one turn only: what stood
 * before them a moment ago still does, but there may be more.
 */
function readOnce(): Reading {
  let last: { readonly of: string; readonly found: Awaited<ReturnType<Reading>> } | undefined
  return async (db, after) => {
    const of = `${db.scope.jurisdiction} ${after.transaction} ${after.position}`
    if (last?.of !== of) last = { of, found: await readAfter(db, after) }
    return last.found
  }
}

async function handleBatch(
  db: Db,
  { name, handle }: Subscription,
  read: Reading,
): Promise<{ count: number; more: boolean }> {
  if (!(await tryLockSubscription(db, name))) return { count: 0, more: false }
  const found = await read(db, await findCheckpoint(db, name))
  const more = found.length === BATCH
  const events = more ? wholeStreams(found) : found
  const last = events.at(-1)
  if (!last) return { count: 0, more: false }
  await handle(db, events)
  await moveCheckpoint(db, name, last)
  return { count: events.length, more }
}

/**
 * A batch does not end inside what was appended to a stream in one go: half of it would be judged as if the rest had not
 * happened. What is longer than a batch is cut all the same.
 */
function wholeStreams<Event extends { readonly stream: string }>(events: readonly Event[]): readonly Event[] {
  const cut = events.findLastIndex(({ stream }) => stream !== events.at(-1)?.stream)
  return cut < 0 ? events : events.slice(0, cut + 1)
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

/** Follows the ledger of every jurisdiction until closed. Any number of processes may do so. */
export async function runSubscriptions(
  database: Database,
  { subscriptions, failed }: RunOptions,
): Promise<Running> {
  const bell = newBell()
  let closed = false
  const resting = new Set<string>()
  // One that fails does not keep the others from what they follow.
  const rest = (follower: string) => {
    resting.add(follower)
    setTimeout(() => resting.delete(follower), FAILED_MS).unref()
  }
  const unlisten = await database.listen(LEDGER_CHANNEL, bell.ring)

  const once = async (): Promise<number> => {
    const behind = await database.read({ jurisdiction: EVERY_JURISDICTION }, (db) =>
      findBehind(
        db,
        subscriptions.map(({ name }) => name),
      ),
    )
    if (behind.length === 0) return IDLE_MS
    const read = readOnce()
    let handled = 0
    for (const { subscription: name, jurisdiction } of behind) {
      const subscription = subscriptions.find((one) => one.name === name)
      const follower = `${name} ${jurisdiction}`
      if (!subscription || closed || resting.has(follower)) continue
      try {
        const { count } = await database.transaction({ jurisdiction }, (db) =>
          handleBatch(db, subscription, read),
        )
        handled += count
      } catch (error) {
        failed(error, name)
        rest(follower)
      }
    }
    if (handled > 0) return 0
    return resting.size > 0 ? FAILED_MS : HELD_BACK_MS
  }

  const follow = async () => {
    while (!closed) {
      const pause = await once().catch((error: unknown) => {
        failed(error, '')
        return FAILED_MS
      })
      if (pause > 0 && !closed) await bell.wait(pause)
    }
  }
  const following = follow()
  return {
    async close() {
      closed = true
      bell.ring()
      await following
      await unlisten()
    },
  }
}

/** Waits for a ring or for a while; a ring while nobody waits is kept for the next. */
function newBell() {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    wait(atMostMs: number): Promise<void> {
      return new Promise((done) => {
        const timer = setTimeout(() => wake?.(), atMostMs)
        wake = () => {
          clearTimeout(timer)
          wake = undefined
          rung = false
          done()
        }
        if (rung) wake()
      })
    },
  }
}

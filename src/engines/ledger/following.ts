import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { nextBatch } from './batch.ts'
import { isBefore, later, type Place, type StoredEvent, THE_BEGINNING } from './event.ts'
import { concerns, type Subscription } from './subscription.ts'
import {
  findCheckpoint,
  findCheckpoints,
  moveCheckpoints,
  tryLockSubscription,
} from './subscription-store.ts'

/** The followers of one jurisdiction, as far as this process has taken them. */
export interface Line {
  /** Up to where the hindmost of those that are not resting has read. */
  front(): Place
  /** Reads what is new once for all who stand at the same place, and says how many events were passed. */
  advance(): Promise<number>
  /** Stores the places of those who passed over what does not concern them. */
  store(): Promise<void>
}

interface Standing {
  /** Its checkpoint, as it was last seen in the database. */
  readonly stored: Place
  /** Nothing from there up to here concerns it; at or after `stored`. */
  readonly seen: Place
}

export interface LineOptions {
  readonly subscriptions: readonly Subscription[]
  /** How many events are read at once; left out, as many as usual. */
  readonly batch?: number
  /** A failed follower waits; it does not keep the others from what they follow. */
  readonly isResting: (subscription: string, jurisdiction: string) => boolean
  readonly failed: (error: unknown, subscription: string, jurisdiction: string) => void
}

/**
 * Most events concern few followers. So they are read once and only the concerned open a transaction; how far the others
 * have passed is held in memory and stored now and then. What is read again after a restart does not concern them.
 */
export function lineOf(
  database: Database,
  jurisdiction: string,
  { subscriptions, batch, isResting, failed }: LineOptions,
): Line {
  const scope = { jurisdiction }
  /** Undefined until they are read, and when a checkpoint turned out to have been set back. */
  let standings: Map<string, Standing> | undefined
  const awake = () => subscriptions.filter(({ name }) => !isResting(name, jurisdiction))

  async function take({ at, group }: Group, now: Map<string, Standing>): Promise<number> {
    const { events } = await database.read(scope, (db) => nextBatch(db, at, batch))
    const last = events.at(-1)
    if (!last) return 0
    const given = { events, last: placeOf(last) }
    let moved = false
    for (const subscription of group) {
      const { name } = subscription
      const after = await pass(subscription, { ...given, from: now.get(name) ?? AT_THE_BEGINNING })
      if (after === 'wentBack') standings = undefined
      else if (after !== 'stayed') now.set(name, after)
      moved ||= after !== 'stayed'
    }
    return moved ? events.length : 0
  }

  /** Moves one follower over a batch; a transaction is opened only for what it follows. */
  async function pass(subscription: Subscription, { events, last, from }: Handing): Promise<Moved> {
    const theirs = events.filter((event) => concerns(subscription, event))
    if (theirs.length === 0) return { ...from, seen: last }
    const handing = { events: theirs, last, from }
    try {
      return await database.transaction(scope, (db) => handleOnce(db, subscription, handing))
    } catch (error) {
      failed(error, subscription.name, jurisdiction)
      return 'stayed'
    }
  }

  return {
    front() {
      const [first = THE_BEGINNING, ...rest] = standings ? awake().map(seenIn(standings)) : []
      return rest.reduce((least, one) => (isBefore(one, least) ? one : least), first)
    },
    async advance() {
      const now = (standings ??= await database.read(scope, (db) => findStandings(db, subscriptions)))
      let passed = 0
      for (const group of byPlace(awake(), seenIn(now))) passed += await take(group, now)
      return passed
    },
    async store() {
      const ahead = [...(standings ?? [])].filter(([, { stored, seen }]) => isBefore(stored, seen))
      if (ahead.length === 0) return
      const reached = ahead.map(([subscription, { seen }]) => ({ subscription, ...seen }))
      await database.transaction(scope, (db) => moveCheckpoints(db, reached))
      for (const [name, { seen }] of ahead) standings?.set(name, { stored: seen, seen })
    },
  }
}

const AT_THE_BEGINNING: Standing = { stored: THE_BEGINNING, seen: THE_BEGINNING }

const placeOf = ({ transaction, position }: Place): Place => ({ transaction, position })

const seenIn =
  (standings: ReadonlyMap<string, Standing>) =>
  ({ name }: Subscription): Place =>
    (standings.get(name) ?? AT_THE_BEGINNING).seen

async function findStandings(db: Db, subscriptions: readonly Subscription[]): Promise<Map<string, Standing>> {
  const names = subscriptions.map(({ name }) => name)
  const rows = await findCheckpoints(db, names)
  return new Map(rows.map((row) => [row.subscription, { stored: placeOf(row), seen: placeOf(row) }]))
}

interface Group {
  readonly at: Place
  readonly group: readonly Subscription[]
}

/** Followers mostly stand at the same place; one that failed for a while stands further back. */
function byPlace(subscriptions: readonly Subscription[], seen: (one: Subscription) => Place): Group[] {
  const groups = new Map<string, { readonly at: Place; readonly group: Subscription[] }>()
  for (const subscription of subscriptions) {
    const at = seen(subscription)
    const key = `${at.transaction} ${at.position}`
    const known = groups.get(key)
    if (known) known.group.push(subscription)
    else groups.set(key, { at, group: [subscription] })
  }
  return [...groups.values()]
}

interface Handing {
  readonly from: Standing
  readonly events: readonly (StoredEvent & Place)[]
  /** The last of all events that were read, whether or not it is among these. */
  readonly last: Place
}

/** `stayed`: it failed, or another process is at it; `wentBack`: its checkpoint is before where we saw it last. */
type Moved = Standing | 'stayed' | 'wentBack'

/**
 * Hands over what concerns a follower, in one transaction with its checkpoint. Another process may have handled some of
 * it since we last looked: what lies before the checkpoint as it stands now is done.
 */
async function handleOnce(db: Db, { name, handle }: Subscription, { from, events, last }: Handing) {
  if (!(await tryLockSubscription(db, name))) return 'stayed'
  const stored = await findCheckpoint(db, name)
  if (isBefore(stored, from.stored)) return 'wentBack'
  const left = events.filter((event) => isBefore(stored, event))
  if (left.length === 0) return { stored, seen: later(stored, last) }
  await handle(db, left)
  await moveCheckpoints(db, [{ subscription: name, ...last }])
  return { stored: last, seen: last }
}

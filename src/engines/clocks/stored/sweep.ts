import { setTimeout as sleep } from 'node:timers/promises'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import type { BulkStream } from '../../ledger/index.ts'
import type { ClockEvent } from '../clock.ts'
import { entered, recordStreams } from './change.ts'
import { type ClockRecord, type ClockRow, type ClockWarned, streamOf } from './clock-row.ts'
import { finishEveryReprojection } from './reproject.ts'
import { countHeld, findWaitingJurisdictions, lockDue, walkByKey } from './store.ts'

/** What a clock did by itself: its warning rung was passed, or it ran out. */
export interface Fired {
  /** The clock after it. */
  readonly clock: ClockRow
  readonly event: ClockWarned | Extract<ClockEvent, { type: 'ClockExpired' }>
}

/**
 * Told of what fired, in the transaction that records it: cards raised here exist exactly when the expiry does. The
 * event's `at` is the legal instant, however late the sweep came.
 */
export type OnFired = (db: Db, fired: readonly Fired[]) => Promise<void>

export interface SweepOptions {
  readonly now: EpochMs
  readonly onFired?: OnFired
  /** How many clocks one transaction takes. */
  readonly batch?: number
  readonly signal?: AbortSignal
}

export interface Swept {
  readonly warned: number
  readonly expired: number
  /** The longest time between a legal instant and this sweep, in ms. */
  readonly latest: number
}

const BATCH = 500
export const SWEEPER = 'system/clocks'

/**
 * Fires everything of one jurisdiction that has come due, each exactly once however many processes sweep: a clock is
 * held while it fires, others pass over it, and its stream takes each version once. Costs what is due, not what is open.
 */
export async function sweepClocks(
  database: Database,
  jurisdiction: string,
  { now, onFired, batch = BATCH, signal }: SweepOptions,
): Promise<Swept> {
  const total = { warned: 0, expired: 0, latest: 0 }
  for (;;) {
    const fired = await database.transaction({ jurisdiction, reach: 'jurisdiction' }, (db) =>
      fireBatch(db, now, batch, onFired),
    )
    for (const { event } of fired) {
      if (event.type === 'ClockExpired') total.expired++
      else total.warned++
      total.latest = Math.max(total.latest, now - event.at)
    }
    if (fired.length === 0 || signal?.aborted) return total
  }
}

async function fireBatch(db: Db, now: EpochMs, batch: number, onFired?: OnFired): Promise<Fired[]> {
  await walkByKey(db)
  const due = await lockDue(db, now, batch)
  if (due.length === 0) return []
  const firing = due.map((row) => ({ row, records: recordsFor(row, now) }))
  const streams = firing.map(({ row, records }): BulkStream => ({
    stream: streamOf(row.id),
    events: records.map((record) => entered(record, SWEEPER)),
  }))
  const after = new Map((await recordStreams(db, streams, now, due)).map((row) => [row.id, row]))
  const fired = firing.flatMap(({ row, records }) =>
    records.map(({ event }): Fired => ({ clock: after.get(row.id) ?? row, event: event as Fired['event'] })),
  )
  await onFired?.(db, fired)
  return fired
}

/** A clock that slept through both its rungs passes them in their order, each at its own instant. */
export function recordsFor(
  { state, subject, warned, warnAt, dueAt, provisional }: ClockRow,
  now: EpochMs,
): ClockRecord[] {
  const records: ClockRecord[] = []
  if (!warned && warnAt !== null && warnAt <= now) {
    records.push({ event: { type: 'ClockWarned', at: warnAt, noticedAt: now } })
  }
  if (dueAt !== null && dueAt <= now && !provisional) {
    const effect = state.terms.onExpiry ?? 'event'
    records.push({
      event: { type: 'ClockExpired', at: dueAt, noticedAt: now, effect },
      projected: null,
      subject,
    })
  }
  return records
}

export interface Sweeper {
  /** Lets the batch under way finish. */
  close(): Promise<void>
}

export interface SweeperOptions {
  readonly now: () => EpochMs
  readonly onFired?: OnFired
  readonly everyMs?: number
  /** Told of each sweep that fired something, for measuring. */
  readonly swept?: (jurisdiction: string, result: Swept) => void
  readonly failed: (error: unknown) => void
}

const EVERY_MS = 1000

/** Sweeps every jurisdiction again and again until it is closed; any number of processes may do so. */
export function runSweeper(database: Database, options: SweeperOptions): Sweeper {
  const stopping = new AbortController()
  const running = loop(database, options, stopping.signal)
  return {
    async close() {
      stopping.abort()
      await running
    },
  }
}

async function loop(database: Database, options: SweeperOptions, signal: AbortSignal): Promise<void> {
  const { everyMs = EVERY_MS, failed } = options
  // What a notice began to move is moved before anything expires by an old date.
  await finishEveryReprojection(database, options.now()).catch(failed)
  while (!signal.aborted) {
    try {
      await sweepAll(database, options, signal)
    } catch (error) {
      if (!signal.aborted) failed(error)
    }
    // A little early or late, so that many processes do not all ask at the same moment.
    const pause = everyMs * (0.75 + 0.5 * Math.random())
    await sleep(pause, undefined, { signal }).catch(() => undefined)
  }
}

async function sweepAll(database: Database, options: SweeperOptions, signal: AbortSignal): Promise<void> {
  const { now, onFired, swept } = options
  const places = await database.read({ jurisdiction: EVERY_JURISDICTION }, findWaitingJurisdictions)
  for (const { jurisdiction } of places) {
    if (signal.aborted) return
    const result = await sweepClocks(database, jurisdiction, { now: now(), onFired, signal })
    if (result.warned + result.expired > 0) swept?.(jurisdiction, result)
  }
}

/** How many clocks stand past a provisional end: they wait for a holiday notice to be loaded. */
export const countHeldClocks = (db: Db, now: EpochMs): Promise<number> => countHeld(db, now)

import { z } from 'zod'
import { conflict } from '#platform/database/index.ts'
import type { Db } from '#kernel/sql.ts'
import { sql } from '#kernel/sql.ts'
import { type Algorithm, type ChainedEvent, EMPTY_STREAM, type Head } from './chain.ts'
import type { Place, StoredEvent } from './event.ts'

export const LEDGER_CHANNEL = 'xiaoneng_ledger'

const Algorithms = z.enum(['sha256', 'sm3'])

const HeadRow = z.object({
  algorithm: Algorithms.nullable(),
  version: z.number().nullable(),
  hash: z.string().nullable(),
  newer: z.boolean().nullable(),
})

/**
 * The end of a stream and the algorithm of its jurisdiction (null: nothing was ever written there).
 *
 * Readers follow the ledger by transaction number, so a stream must never continue in an older transaction than the
 * one before: ours got its number too early then, and the whole transaction is run again with a new one.
 */
export async function findHead(
  db: Db,
  stream: string,
): Promise<{ head: Head; algorithm: Algorithm | undefined }> {
  const row = await db.one(
    HeadRow,
    sql`
    select ledger_chain.algorithm, head.version, head.hash, head.newer
      from (select 1) as always
      left join lateral (
             select algorithm
               from ledger_chain
              where jurisdiction = ${db.scope.jurisdiction}
              order by position
              limit 1) as ledger_chain on true
      left join lateral (
             select version, encode(hash, 'hex') as hash, transaction_id > pg_current_xact_id() as newer
               from ledger_event
              where jurisdiction = ${db.scope.jurisdiction}
                and stream = ${stream}
              order by version desc
              limit 1) as head on true`,
  )
  if (row?.newer) throw conflict('The stream was continued by a younger transaction')
  const head = row?.version && row.hash ? { version: row.version, hash: row.hash } : EMPTY_STREAM
  return { head, algorithm: row?.algorithm ?? undefined }
}

const StreamHeadRow = z.object({
  stream: z.string(),
  version: z.number(),
  hash: z.string(),
  newer: z.boolean(),
})

/** The ends of many streams at once; a stream that does not exist is not in the answer. */
export async function findHeads(db: Db, streams: readonly string[]): Promise<Map<string, Head>> {
  const rows = await db.rows(
    StreamHeadRow,
    sql`
    select asked.stream, head.version, head.hash, head.newer
      from unnest(${streams}::text[]) as asked (stream)
     cross join lateral (
           select version, encode(hash, 'hex') as hash, transaction_id > pg_current_xact_id() as newer
             from ledger_event
            where jurisdiction = ${db.scope.jurisdiction}
              and ledger_event.stream = asked.stream
            order by version desc
            limit 1) as head`,
  )
  if (rows.some(({ newer }) => newer)) throw conflict('A stream was continued by a younger transaction')
  return new Map(rows.map(({ stream, version, hash }) => [stream, { version, hash }]))
}

export const insertChain = (db: Db, algorithm: Algorithm, chosenAt: string) =>
  db.run(sql`
    insert into ledger_chain (jurisdiction, algorithm, chosen_at)
    values (${db.scope.jurisdiction}, ${algorithm}, ${chosenAt}::timestamptz)`)

const ChainRow = z.object({ algorithm: Algorithms })

export const findChain = (db: Db) =>
  db.one(
    ChainRow,
    sql`
    select algorithm
      from ledger_chain
     where jurisdiction = ${db.scope.jurisdiction}
     order by position
     limit 1`,
  )

/** First events may come at once, but never while the algorithm is being chosen. Held until the transaction ends. */
export const lockChain = (db: Db, how: 'together' | 'alone') =>
  how === 'alone'
    ? db.run(sql`select pg_advisory_xact_lock(hashtextextended(${db.scope.jurisdiction}, 8532))`)
    : db.run(sql`select pg_advisory_xact_lock_shared(hashtextextended(${db.scope.jurisdiction}, 8532))`)

const JurisdictionRow = z.object({ jurisdiction: z.string() })

/** Every jurisdiction that has a ledger; for the system role. */
export const findJurisdictions = (db: Db) =>
  db.rows(
    JurisdictionRow,
    sql`select distinct jurisdiction from ledger_chain order by jurisdiction limit 100000`,
  )

/** Writes chained events; their positions follow the order given. */
export const insertEvents = (db: Db, events: readonly ChainedEvent[]) =>
  db.run(sql`
    insert into ledger_event
           (jurisdiction, stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash)
    select given.jurisdiction, given.stream, given.version, given.type, given.occurred_at, given.recorded_at,
           given.actor, given.payload, decode(given.previous_hash, 'hex'), decode(given.hash, 'hex')
      from unnest(${column(events, 'jurisdiction')}::text[], ${column(events, 'stream')}::text[],
                  ${column(events, 'version')}::int[], ${column(events, 'type')}::text[],
                  ${column(events, 'occurredAt')}::timestamptz[], ${column(events, 'recordedAt')}::timestamptz[],
                  ${column(events, 'actor')}::text[], ${column(events, 'payload')}::json[],
                  ${column(events, 'previousHash')}::text[], ${column(events, 'hash')}::text[])
           as given (jurisdiction, stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash)`)

function column<Name extends keyof ChainedEvent>(events: readonly ChainedEvent[], name: Name) {
  return events.map((event) => event[name])
}

const EventRow = z.object({
  stream: z.string(),
  version: z.number(),
  type: z.string(),
  occurredAt: z.date().transform(Number),
  recordedAt: z.date().transform(Number),
  actor: z.string(),
  payload: z.record(z.string(), z.unknown()),
})

/** A whole stream, or what follows a version, oldest first. */
export const findStream = (db: Db, stream: string, afterVersion: number): Promise<StoredEvent[]> =>
  db.rows(
    EventRow,
    sql`
    select stream, version, type, occurred_at, recorded_at, actor, payload
      from ledger_event
     where jurisdiction = ${db.scope.jurisdiction}
       and stream = ${stream}
       and version > ${afterVersion}
     order by version
     limit 100000`,
  )

export const PlacedRow = EventRow.extend({ transaction: z.string(), position: z.number() })

/**
 * Events of the jurisdiction after a place, in the order in which all readers see them. It stops before the oldest
 * transaction still running: whatever that one commits will come after, so nothing is ever passed over.
 */
export const findAfter = (db: Db, after: Place, limit: number): Promise<Array<StoredEvent & Place>> =>
  db.rows(
    PlacedRow,
    sql`
    select stream, version, type, occurred_at, recorded_at, actor, payload,
           transaction_id::text as transaction, position
      from ledger_event
     where jurisdiction = ${db.scope.jurisdiction}
       and (transaction_id, position) > (${after.transaction}::xid8, ${after.position}::bigint)
       and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
     order by ledger_event.transaction_id, ledger_event.position
     limit ${limit}`,
  )

const CommandRow = z.object({ requestHash: z.string(), answer: z.unknown() })

export const findCommand = (db: Db, key: string) =>
  db.one(
    CommandRow,
    sql`
    select encode(request_hash, 'hex') as request_hash, answer
      from ledger_command
     where jurisdiction = ${db.scope.jurisdiction}
       and key = ${key}`,
  )

export const insertCommand = (db: Db, key: string, requestHash: string, answer: string) =>
  db.run(sql`
    insert into ledger_command (jurisdiction, key, request_hash, answer)
    values (${db.scope.jurisdiction}, ${key}, decode(${requestHash}, 'hex'), ${answer}::json)`)

const UNIQUE_VIOLATION = '23505'

/** Whether a statement failed because another transaction wrote the same key first. */
export const isTaken = (error: unknown, table: 'ledger_event' | 'ledger_command'): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === UNIQUE_VIOLATION &&
  'table' in error &&
  error.table === table

const LastRow = z.object({ last: z.number().nullable() })

/** The last position given out, over all jurisdictions; null before the first. Cheap at any size. */
export async function ledgerHead(db: Db): Promise<number | null> {
  const row = await db.one(LastRow, sql`select pg_sequence_last_value('ledger_position') as last`)
  return row?.last ?? null
}

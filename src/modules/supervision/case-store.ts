import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { copyOut } from '#platform/database/index.ts'
import { CASE_EVENT, caseStream } from './case-events.ts'
import type { CaseFacts } from './case-facts.ts'

const Instant = z.date().transform(Number)

/** A row of the list with what cards add to the facts. */
export interface ListedCase extends Omit<CaseFacts, 'firstAt' | 'turnsAt'> {
  readonly cell: number
  readonly openCards: number
  readonly rules: readonly string[]
}

const ListedCaseRow = z.object({
  caseId: z.string(),
  cell: z.number(),
  sortAt: Instant,
  dueAt: Instant,
  item: z.string().nullable(),
  unit: z.string().nullable(),
  channel: z.string().nullable(),
  state: z.enum(['open', 'suspended', 'concluded']),
  colour: z.enum(['quiet', 'soon', 'yellow', 'red']),
  late: z.boolean(),
  timed: z.boolean(),
  early: z.boolean(),
  startedAt: Instant.nullable(),
  concludedAt: Instant.nullable(),
  lastActivity: z.string(),
  lastAt: Instant,
  events: z.number(),
  usedDays: z.number().nullable(),
  committedDueAt: Instant.nullable(),
  statutoryDueAt: Instant.nullable(),
  provisional: z.boolean(),
  openCards: z.number(),
  rules: z.array(z.string()),
})

/** Cases about to change, locked in one order so that nobody waits in a circle. */
export const lockCases = (db: Db, log: string, caseIds: readonly string[]): Promise<ListedCase[]> =>
  db.rows(
    ListedCaseRow,
    sql`
    select case_id, cell, sort_at, due_at, item, unit, channel, state, colour, late, timed, early, started_at,
           concluded_at, last_activity, last_at, events, used_days, committed_due_at, statutory_due_at, provisional,
           open_cards, rules
      from watched_case
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and case_id = any (${caseIds}::text[])
     order by case_id
       for update`,
  )

/** Writes rows as they now stand, new or not. */
export const putCases = (db: Db, log: string, rows: readonly ListedCase[]) =>
  db.run(sql`
    insert into watched_case
           (jurisdiction, log, case_id, cell, sort_at, due_at, item, unit, channel, state, colour, late, timed, early,
            started_at, concluded_at, last_activity, last_at, events, used_days, committed_due_at, statutory_due_at,
            provisional, open_cards, rules)
    select ${db.scope.jurisdiction}, ${log}, given.case_id, given.cell, given.sort_at, given.due_at, given.item,
           given.unit, given.channel, given.state, given.colour, given.late, given.timed, given.early,
           given.started_at, given.concluded_at, given.last_activity, given.last_at, given.events, given.used_days,
           given.committed_due_at, given.statutory_due_at, given.provisional, given.open_cards, given.rules
      from json_to_recordset(${JSON.stringify(rows.map(columnsOf))}::json)
           as given (case_id text, cell bigint, sort_at timestamptz, due_at timestamptz, item text, unit text,
                     channel text, state text, colour text, late boolean, timed boolean, early boolean,
                     started_at timestamptz, concluded_at timestamptz, last_activity text, last_at timestamptz,
                     events integer, used_days integer, committed_due_at timestamptz, statutory_due_at timestamptz,
                     provisional boolean, open_cards integer, rules text[])
        on conflict (jurisdiction, log, case_id) do update
       set cell = excluded.cell, sort_at = excluded.sort_at, due_at = excluded.due_at, item = excluded.item,
           unit = excluded.unit, channel = excluded.channel, state = excluded.state, colour = excluded.colour,
           late = excluded.late, timed = excluded.timed, early = excluded.early, started_at = excluded.started_at,
           concluded_at = excluded.concluded_at, last_activity = excluded.last_activity, last_at = excluded.last_at,
           events = excluded.events, used_days = excluded.used_days, committed_due_at = excluded.committed_due_at,
           statutory_due_at = excluded.statutory_due_at, provisional = excluded.provisional,
           open_cards = excluded.open_cards, rules = excluded.rules`)

const text = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString())

const columnsOf = (row: ListedCase) => ({
  case_id: row.caseId,
  cell: row.cell,
  sort_at: text(row.sortAt),
  due_at: text(row.dueAt),
  item: row.item,
  unit: row.unit,
  channel: row.channel,
  state: row.state,
  colour: row.colour,
  late: row.late,
  timed: row.timed,
  early: row.early,
  started_at: text(row.startedAt),
  concluded_at: text(row.concludedAt),
  last_activity: row.lastActivity,
  last_at: text(row.lastAt),
  events: row.events,
  used_days: row.usedDays,
  committed_due_at: text(row.committedDueAt),
  statutory_due_at: text(row.statutoryDueAt),
  provisional: row.provisional,
  open_cards: row.openCards,
  rules: row.rules,
})

export interface CaseOfRule {
  readonly caseId: string
  readonly rule: string
  readonly cell: number
  readonly sortAt: EpochMs
  readonly dueAt: EpochMs
  readonly unit: string | null
}

/** Which rules found something in these cases: what stood there before is replaced. */
export async function putCasesOfRules(
  db: Db,
  log: string,
  gone: readonly { caseId: string; rule: string }[],
  rows: readonly CaseOfRule[],
): Promise<void> {
  if (gone.length > 0) {
    await db.run(sql`
      delete from watched_case_rule
       using unnest(${gone.map(({ caseId }) => caseId)}::text[], ${gone.map(({ rule }) => rule)}::text[]) as given (case_id, rule)
       where jurisdiction = ${db.scope.jurisdiction}
         and log = ${log}
         and watched_case_rule.case_id = given.case_id
         and watched_case_rule.rule = given.rule`)
  }
  if (rows.length === 0) return
  const given = rows.map(({ caseId, rule, cell, sortAt, dueAt, unit }) => ({
    case_id: caseId,
    rule,
    cell,
    sort_at: text(sortAt),
    due_at: text(dueAt),
    unit,
  }))
  await db.run(sql`
    insert into watched_case_rule (jurisdiction, log, case_id, rule, cell, sort_at, due_at, unit)
    select ${db.scope.jurisdiction}, ${log}, case_id, rule, cell, sort_at, due_at, unit
      from json_to_recordset(${JSON.stringify(given)}::json)
           as given (case_id text, rule text, cell bigint, sort_at timestamptz, due_at timestamptz, unit text)
        on conflict (jurisdiction, log, case_id, rule) do update
       set cell = excluded.cell, sort_at = excluded.sort_at, due_at = excluded.due_at, unit = excluded.unit`)
}

const EventRow = z.object({
  stream: z.string(),
  version: z.number(),
  type: z.string(),
  occurredAt: Instant,
  recordedAt: Instant,
  actor: z.string(),
  payload: z.record(z.string(), z.unknown()),
})

/** The streams of some cases up to a version each, oldest first. */
export const readCaseStreams = (
  db: Db,
  log: string,
  cases: readonly { readonly caseId: string; readonly through: number }[],
): Promise<StoredEvent[]> =>
  db.rows(
    EventRow,
    sql`
    select event.stream, event.version, event.type, event.occurred_at, event.recorded_at, event.actor, event.payload
      from unnest(${cases.map(({ caseId }) => caseStream(log, caseId))}::text[],
                  ${cases.map(({ through }) => through)}::int[]) as asked (stream, through)
      join ledger_event as event
        on event.jurisdiction = ${db.scope.jurisdiction}
       and event.stream = asked.stream
       and event.version <= asked.through
     where event.type = ${CASE_EVENT}
     order by event.stream, event.version
     limit 1000000`,
  )

/**
 * The events of every case of a log that the caller may see, case by case, oldest first, as COPY's binary form: case,
 * `occurred_at` in microseconds since 2000, payload as it was written. The cases lead the way into the ledger by its
 * key; the planner, which row-level security tells nothing of how many there are, would read all of the ledger instead.
 */
export async function streamCaseEvents(db: Db, log: string): Promise<Readable> {
  await db.run(sql`
    select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`)
  return copyOut(
    db,
    sql`
    copy (with asked as materialized (
               select case_id, ${caseStream(log, '')} || case_id as stream
                 from watched_case
                where jurisdiction = ${db.scope.jurisdiction}
                  and log = ${log}
                order by case_id)
          select asked.case_id, event.occurred_at, event.payload
            from asked
            join ledger_event as event
              on event.jurisdiction = ${db.scope.jurisdiction}
             and event.stream = asked.stream
             and event.type = ${CASE_EVENT}
           order by asked.case_id, event.version)
      to stdout (format binary)`,
  )
}

const OpenCase = z.object({ caseId: z.string() })

/** Cases of a log that were not concluded at an instant, in order, after one of them. */
export const findOpenCases = (
  db: Db,
  log: string,
  at: EpochMs,
  { after, limit }: { after: string; limit: number },
) =>
  db.rows(
    OpenCase,
    sql`
    select case_id
      from watched_case
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and case_id > ${after}
       and (state <> 'concluded' or concluded_at > ${new Date(at)})
     order by case_id
     limit ${limit}`,
  )

/** All cases of a log, in order, after one of them. */
export const findCaseIds = (db: Db, log: string, after: string, limit: number) =>
  db.rows(
    OpenCase,
    sql`
    select case_id
      from watched_case
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and case_id > ${after}
     order by case_id
     limit ${limit}`,
  )

export interface CaseTurn {
  readonly caseId: string
  readonly turnsAt: EpochMs | null
}

/** When these cases next change by the passing of time. */
export async function putTurns(db: Db, log: string, turns: readonly CaseTurn[]): Promise<void> {
  const never = turns.filter(({ turnsAt }) => turnsAt === null).map(({ caseId }) => caseId)
  const later = turns.flatMap(({ caseId, turnsAt }) =>
    turnsAt === null ? [] : [{ case_id: caseId, turn_at: text(turnsAt) }],
  )
  if (never.length > 0) {
    await db.run(sql`
      delete from case_turn
       where jurisdiction = ${db.scope.jurisdiction}
         and log = ${log}
         and case_id = any (${never}::text[])`)
  }
  if (later.length === 0) return
  await db.run(sql`
    insert into case_turn (jurisdiction, log, case_id, turn_at)
    select ${db.scope.jurisdiction}, ${log}, case_id, turn_at
      from json_to_recordset(${JSON.stringify(later)}::json) as given (case_id text, turn_at timestamptz)
        on conflict (jurisdiction, log, case_id) do update
       set turn_at = excluded.turn_at`)
}

const DueTurn = z.object({ log: z.string(), caseId: z.string(), turnAt: Instant })

/** Cases that have changed by now, claimed for this transaction; another process takes others. */
export const claimTurns = (db: Db, now: EpochMs, limit: number) =>
  db.rows(
    DueTurn,
    sql`
    select log, case_id, turn_at
      from case_turn
     where jurisdiction = ${db.scope.jurisdiction}
       and turn_at <= ${new Date(now)}
     order by turn_at, log, case_id
     limit ${limit}
       for update skip locked`,
  )

import type pg from 'pg'
import { z } from 'zod'
import type { ChainedEvent, Head } from './chain.ts'

/**
 * The statements of group commit. They run outside of `Db`: each is a whole transaction on a connection that the
 * appender keeps, so that a batch costs one message to the server and one write of its log to the disk.
 */

export interface AnsweredCommand {
  readonly key: string
  readonly requestHash: string
  readonly answer: string
}

/** Which jurisdiction the connection's next statements are for, as row-level security sees it. */
export const enterJurisdiction = (client: pg.ClientBase, jurisdiction: string) =>
  client.query({
    name: 'ledger_enter',
    text: `select set_config('xiaoneng.jurisdiction', $1, false)`,
    values: [jurisdiction],
  })

const INSERT_EVENTS = `
  insert into ledger_event
         (jurisdiction, stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash)
  select $1, given.stream, given.version, given.type, given.occurred_at, given.recorded_at,
         given.actor, given.payload::json, decode(given.previous_hash, 'hex'), decode(given.hash, 'hex')
    from unnest($2::text[], $3::int[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[],
                string_to_array($8, E'\\n'), $9::text[], $10::text[])
         as given (stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash)`

const INSERT_BOTH = `
  with answered as (
       insert into ledger_command (jurisdiction, key, request_hash, answer)
       select $1, given.key, decode(given.request_hash, 'hex'), given.answer::json
         from unnest($11::text[], $12::text[], string_to_array($13, E'\\n')) as given (key, request_hash, answer))
  ${INSERT_EVENTS}`

/**
 * Arrays in PostgreSQL's own text. The driver would quote and escape every element, the payloads with all their
 * quotation marks too, which cost as much as hashing them. Digits, hex and instants need no quotes; canonical JSON has
 * no line break, so texts of it are simply lines.
 */
const bare = (values: readonly (string | number)[]) => `{${values.join(',')}}`
const named = (values: readonly string[]) => `{${values.map(quotedName).join(',')}}`
const lines = (values: readonly string[]) => values.join('\n')

const TO_ESCAPE = /["\\]/
const quotedName = (name: string) =>
  TO_ESCAPE.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : `"${name}"`

/** All events and answers, or none: one statement is one transaction. */
export async function insertBatch(
  client: pg.ClientBase,
  jurisdiction: string,
  events: readonly ChainedEvent[],
  answers: readonly AnsweredCommand[],
): Promise<void> {
  const values = [
    jurisdiction,
    named(events.map(({ stream }) => stream)),
    bare(events.map(({ version }) => version)),
    named(events.map(({ type }) => type)),
    bare(events.map(({ occurredAt }) => occurredAt)),
    bare(events.map(({ recordedAt }) => recordedAt)),
    named(events.map(({ actor }) => actor)),
    lines(events.map(({ payload }) => payload)),
    bare(events.map(({ previousHash }) => previousHash)),
    bare(events.map(({ hash }) => hash)),
  ]
  if (answers.length === 0) {
    await client.query({ name: 'ledger_batch', text: INSERT_EVENTS, values })
    return
  }
  values.push(
    named(answers.map(({ key }) => key)),
    bare(answers.map(({ requestHash }) => requestHash)),
    lines(answers.map(({ answer }) => answer)),
  )
  await client.query({ name: 'ledger_batch_answers', text: INSERT_BOTH, values })
}

const HeadRow = z.object({ stream: z.string(), version: z.number(), hash: z.string() })

/** The ends of streams; those that do not exist are not in the answer. */
export async function readHeads(
  client: pg.ClientBase,
  jurisdiction: string,
  streams: readonly string[],
): Promise<Map<string, Head>> {
  const answer = await client.query({
    name: 'ledger_heads',
    text: `
      select asked.stream, head.version, encode(head.hash, 'hex') as hash
        from unnest($2::text[]) as asked (stream)
       cross join lateral (
             select version, hash
               from ledger_event
              where jurisdiction = $1
                and ledger_event.stream = asked.stream
              order by version desc
              limit 1) as head`,
    values: [jurisdiction, named(streams)],
  })
  return new Map(answer.rows.map((row) => HeadRow.parse(row)).map(({ stream, ...head }) => [stream, head]))
}

const AnswerRow = z.object({ key: z.string(), requestHash: z.string(), answer: z.unknown() })

/** The answers that keys were given before. */
export async function readAnswers(client: pg.ClientBase, jurisdiction: string, keys: readonly string[]) {
  const answer = await client.query({
    name: 'ledger_answers',
    text: `
      select key, encode(request_hash, 'hex') as "requestHash", answer
        from ledger_command
       where jurisdiction = $1
         and key = any($2::text[])`,
    values: [jurisdiction, named(keys)],
  })
  return new Map(answer.rows.map((row) => AnswerRow.parse(row)).map((row) => [row.key, row]))
}

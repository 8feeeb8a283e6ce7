import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const instant = (at: EpochMs) => new Date(at).toISOString()

export interface NewMessage {
  readonly message: string
  readonly person: string
  readonly kind: string
  readonly content: Buffer
  readonly at: EpochMs
}

export const insertMessage = (db: Db, { message, person, kind, content, at }: NewMessage) =>
  db.run(sql`
    insert into outbox_message (jurisdiction, message, person, kind, content, written_at, tries)
    values (${db.scope.jurisdiction}, ${message}, ${person}, ${kind}, ${content}, ${instant(at)}, 0)
  `)

const Waiting = z.object({
  message: z.string(),
  person: z.string(),
  kind: z.string(),
  content: z.instanceof(Buffer),
})

interface Taking {
  readonly limit: number
  readonly mostTries: number
  readonly now: EpochMs
  /** How long a message rests after its first try; each further one doubles it. */
  readonly pauseMs: number
}

/** Messages to be sent, counted as tried; those another process is sending, or that rest after a try, are passed over. */
export const takeWaiting = (db: Db, { limit, mostTries, now, pauseMs }: Taking) =>
  db.rows(
    Waiting,
    sql`
    update outbox_message m
       set tries = m.tries + 1,
           rests_until = ${instant(now)}::timestamptz + ${pauseMs} * power(2, m.tries) * interval '1 millisecond'
      from (select message
              from outbox_message
             where jurisdiction = ${db.scope.jurisdiction}
               and sent_at is null
               and tries < ${mostTries}
               and (rests_until is null or rests_until <= ${instant(now)})
             order by message
             limit ${limit}
               for update skip locked) as w
     where m.jurisdiction = ${db.scope.jurisdiction}
       and m.message = w.message
    returning m.message, m.person, m.kind, m.content
  `,
  )

export const markSent = (db: Db, message: string, at: EpochMs) =>
  db.run(sql`
    update outbox_message
       set sent_at = ${instant(at)}
     where jurisdiction = ${db.scope.jurisdiction}
       and message = ${message}
  `)

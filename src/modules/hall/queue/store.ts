import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { instant, text } from '../columns.ts'
import { DatedSettings, type QueueSettings } from '../queue-shapes.ts'
import { LANES, PRIORITY_REASONS, TICKET_CHANNELS, TICKET_STATES } from '../terms.ts'
import type { TicketEvent } from './ticket.ts'

const orNull = (at: EpochMs | null) => (at === null ? null : text(at))

/** One queue at a time: who calls next must see whom the others called. Held until the transaction ends. */
export const lockQueue = (db: Db, hall: string, day: Day) =>
  db.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`queue/${db.scope.jurisdiction}/${hall}/${day}`}, 8541))`,
  )

/** The rules in force on a day first, then the earlier ones; without a day all, the newest first. */
export const findSettings = (db: Db, hall: string, day?: Day): Promise<DatedSettings[]> =>
  db.rows(
    DatedSettings,
    sql`
    select effective_from as "from", settings
      from hall_queue_setting
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and (${day ?? null}::date is null or effective_from <= ${day ?? null}::date)
     order by effective_from desc
     limit 100`,
  )

export const putSettings = (db: Db, hall: string, from: string, settings: QueueSettings) =>
  db.run(sql`
    insert into hall_queue_setting (jurisdiction, hall, effective_from, settings)
    values (${db.scope.jurisdiction}, ${hall}, ${from}::date, ${JSON.stringify(settings)}::jsonb)
        on conflict (jurisdiction, hall, effective_from) do update
       set settings = excluded.settings`)

export const TicketRow = z.object({
  hall: z.string(),
  day: z.string(),
  number: z.string(),
  group: z.string(),
  item: z.string().nullable(),
  unit: z.string().nullable(),
  channel: z.enum(TICKET_CHANNELS),
  priority: z.enum(PRIORITY_REASONS).nullable(),
  booking: z.string().nullable(),
  dueAt: instant.nullable(),
  issuedAt: instant,
  issuedBy: z.string(),
  saidMinutes: z.number().nullable(),
  since: instant,
  state: z.enum(TICKET_STATES),
  calls: z.number(),
  lane: z.enum(LANES).nullable(),
  counter: z.string().nullable(),
  calledBy: z.string().nullable(),
  calledAt: instant.nullable(),
  firstCalledAt: instant.nullable(),
  endedAt: instant.nullable(),
})
export type TicketRow = z.infer<typeof TicketRow>

const columns = sql`
  hall, on_day as day, number, group_code as "group", item, for_unit as unit, channel, priority, booking, due_at,
  issued_at, issued_by, said_minutes, since, state, calls, lane, counter, called_by, called_at, first_called_at, ended_at`

/** Whoever waits, is served or was missed on a day. */
export const findLive = (db: Db, hall: string, day: Day): Promise<TicketRow[]> =>
  db.rows(
    TicketRow,
    sql`
    select ${columns}
      from hall_ticket
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and state in ('waiting', 'called', 'missed')
     order by since, number
     limit 5000`,
  )

const Pace = z.object({
  group: z.string(),
  lane: z.enum(LANES).nullable(),
  calledAt: instant,
  ms: z.number(),
})

/** The last ones served on a day: how long they took. */
export const findPace = (db: Db, hall: string, day: Day) =>
  db.rows(
    Pace,
    sql`
    select group_code as "group", lane, called_at, (extract(epoch from ended_at - called_at) * 1000)::float8 as ms
      from hall_ticket
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and state = 'served'
     order by ended_at desc
     limit 200`,
  )

export const findTicket = (db: Db, hall: string, day: string, number: string) =>
  db.one(
    TicketRow,
    sql`
    select ${columns}
      from hall_ticket
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and number = ${number}`,
  )

/** Numbers of a span for the figures of the manager, oldest first. */
export const findTickets = (db: Db, hall: string, from: Day, until: Day): Promise<TicketRow[]> =>
  db.rows(
    TicketRow,
    sql`
    select ${columns}
      from hall_ticket
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day between ${from}::date and ${until}::date
     order by issued_at, number
     limit 100000`,
  )

/** The server's own last number of a group: those of leased blocks and behind them stand apart. */
export const findLastNumber = async (
  db: Db,
  { hall, day, group }: { readonly hall: string; readonly day: Day; readonly group: string },
): Promise<number> => {
  const found = await db.one(
    z.object({ last: z.number().nullable() }),
    sql`
    select max(regexp_replace(number, '[^0-9]', '', 'g')::int) as last
      from hall_ticket
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and number ~ ('^' || ${group}::text || '[0-9]+$')
       and channel <> 'offline'`,
  )
  return found?.last ?? 0
}

interface At {
  readonly hall: string
  readonly day: string
  readonly number: string
}

export type Told = TicketEvent & {
  readonly version: number
  readonly at: EpochMs
  readonly actor: string
}

/** What an event changes of its number's row. */
export async function listTicket(db: Db, ticket: At, event: Told): Promise<void> {
  if (event.type === 'TicketIssued') return void (await insertTicket(db, ticket, event))
  await db.run(sql`
    update hall_ticket
       set ${changeOf(event)}, version = ${event.version}
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${ticket.hall}
       and on_day = ${ticket.day}::date
       and number = ${ticket.number}`)
  if (event.type === 'TicketCalled' && event.overtook.length > 0) await insertJump(db, ticket, event)
  if (event.type === 'TicketTransferred' && event.cause === 'wrongWindow')
    await insertWrongWindow(db, ticket, event)
}

const insertTicket = (db: Db, { hall, day, number }: At, event: Told & { readonly type: 'TicketIssued' }) =>
  db.run(sql`
    insert into hall_ticket
           (jurisdiction, hall, on_day, number, group_code, item, for_unit, channel, priority, booking, due_at, visit,
            issued_at, issued_by, ahead, said_minutes, since, state, calls, transfers, version)
    values (${db.scope.jurisdiction}, ${hall}, ${day}::date, ${number}, ${event.group}, ${event.item}, ${event.unit},
            ${event.channel}, ${event.priority}, ${event.booking}, ${orNull(event.dueAt)}, ${event.visit},
            ${text(event.at)}, ${event.actor}, ${event.ahead}, ${event.saidMinutes}, ${text(event.at)}, 'waiting', 0, 0,
            ${event.version})`)

function changeOf(event: Exclude<Told, { readonly type: 'TicketIssued' }>) {
  const at = text(event.at)
  switch (event.type) {
    case 'TicketCalled':
      return sql`state = 'called', calls = 1, counter = ${event.counter}, called_by = ${event.actor}, called_at = ${at},
                 first_called_at = coalesce(first_called_at, ${at}), lane = ${event.lane}`
    case 'TicketRecalled':
      return sql`calls = calls + 1`
    case 'TicketSkipped':
      return sql`state = 'missed', ended_at = ${at}`
    case 'TicketReturned':
      return sql`state = 'waiting', calls = 0, since = ${at}, ended_at = null`
    case 'TicketServed':
      return sql`state = 'served', ended_at = ${at}, item = coalesce(${event.item}, item)`
    case 'TicketAbandoned':
      return sql`state = 'abandoned', ended_at = ${at}`
    case 'TicketTransferred':
      // Whoever was sent to the wrong window has waited already: the place in the queue stays.
      return sql`state = 'waiting', calls = 0, counter = null, group_code = ${event.group}, item = ${event.item},
                 for_unit = ${event.unit}, transfers = transfers + 1,
                 since = case when ${event.cause}::text = 'wrongWindow' then since else ${at}::timestamptz end`
  }
}

const insertJump = (db: Db, { hall, day, number }: At, event: Told & { readonly type: 'TicketCalled' }) =>
  db.run(sql`
    insert into hall_queue_jump (jurisdiction, hall, on_day, number, version, at, counter, officer, overtook, reason)
    values (${db.scope.jurisdiction}, ${hall}, ${day}::date, ${number}, ${event.version}, ${text(event.at)},
            ${event.counter}, ${event.actor}, ${event.overtook}::text[], ${event.reason})`)

const insertWrongWindow = (
  db: Db,
  { hall, day, number }: At,
  event: Told & { readonly type: 'TicketTransferred' },
) =>
  db.run(sql`
    insert into hall_wrong_window
           (jurisdiction, hall, on_day, number, version, at, counter, officer, recorded, needed, issued_by, channel)
    select jurisdiction, hall, on_day, number, ${event.version}, ${text(event.at)}, ${event.counter}, ${event.actor},
           ${event.from.item}, ${event.item}, issued_by, channel
      from hall_ticket
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
       and number = ${number}`)

const Jump = z.object({
  day: z.string(),
  number: z.string(),
  at: instant,
  counter: z.string(),
  officer: z.string(),
  overtook: z.array(z.string()),
  reason: z.string(),
})

export const findJumps = (db: Db, hall: string, from: Day, until: Day) =>
  db.rows(
    Jump,
    sql`
    select on_day as day, number, at, counter, officer, overtook, reason
      from hall_queue_jump
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day between ${from}::date and ${until}::date
     order by at desc
     limit 2000`,
  )

const WrongWindow = z.object({
  week: z.string(),
  item: z.string().nullable(),
  issuedBy: z.string(),
  channel: z.enum(TICKET_CHANNELS),
  visits: z.number(),
})

/** Visitors at the wrong counter, by the week's Monday, the item they came for, and who gave the number. */
export const countWrongWindows = (db: Db, hall: string, from: Day, until: Day) =>
  db.rows(
    WrongWindow,
    sql`
    select date_trunc('week', on_day)::date as week, needed as item, issued_by, channel, count(*) as visits
      from hall_wrong_window
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day between ${from}::date and ${until}::date
     group by 1, 2, 3, 4
     order by week desc, visits desc, item
     limit 2000`,
  )

const BlockRow = z.object({
  group: z.string(),
  first: z.number(),
  last: z.number(),
  device: z.string(),
  account: z.string(),
})

export const findBlocks = (db: Db, hall: string, day: Day) =>
  db.rows(
    BlockRow,
    sql`
    select group_code as "group", first_number as first, last_number as last, device, account
      from hall_number_block
     where jurisdiction = ${db.scope.jurisdiction}
       and hall = ${hall}
       and on_day = ${day}::date
     order by group_code, first_number
     limit 1000`,
  )

export const putBlock = (
  db: Db,
  { hall, day }: { readonly hall: string; readonly day: string },
  block: z.infer<typeof BlockRow>,
) =>
  db.run(sql`
    insert into hall_number_block (jurisdiction, hall, on_day, group_code, first_number, last_number, device, account)
    values (${db.scope.jurisdiction}, ${hall}, ${day}::date, ${block.group}, ${block.first}, ${block.last},
            ${block.device}, ${block.account})`)

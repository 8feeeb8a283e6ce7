import { z } from 'zod'
import { BilingualText, DayText, InstantText } from '#kernel/endpoint.ts'
import { Code } from './hall-shapes.ts'
import { LANES, PLACE_REASONS, PRIORITY_REASONS, TICKET_CHANNELS, TICKET_STATES } from './terms.ts'

const Name = z.object({ zh: z.string().min(1).max(60), en: z.string().max(60) })
const Unit = z.string().max(80)

/** 取号组: items that people queue for together, by the units that answer for them. */
export const QueueGroup = z.object({
  /** The letter before the number: `A` gives A001. */
  group: z.string().regex(/^[A-Z]{1,2}$/),
  name: Name,
  /** None: every unit that no other group names. */
  units: z.array(Unit).max(200),
})
export type QueueGroup = z.infer<typeof QueueGroup>

const count = (most: number) => z.number().int().min(1).max(most)

/** 预约规则. Every number is the office's own proposal and dated. */
export const AppointmentRules = z.object({
  /** How far ahead one may book. */
  daysAhead: count(90).default(14),
  /** Bookings that one person may have open at a time, and one agent by his document. */
  openPerPerson: count(20).default(2),
  openPerAgent: count(100).default(5),
  /** A person counts as not come after so many minutes past the slot. */
  graceMinutes: count(240).default(15),
  /** The office has missed a slot when it does not call within so many minutes of it. */
  officeMinutes: count(240).default(15),
  /** So many times not come within so many days, and one books on the spot only for the next days. */
  noShows: count(20).default(3),
  withinDays: count(365).default(90),
  barredDays: count(365).default(30),
})
export type AppointmentRules = z.infer<typeof AppointmentRules>

/** 大厅取号规则: dated, so that a day is judged by what held on it. */
export const QueueSettings = z.object({
  groups: z.array(QueueGroup).min(1).max(26),
  priorityReasons: z.array(z.enum(PRIORITY_REASONS)).max(20),
  /** After so many in a row who go first by law, one of the others is called. */
  priorityInARow: count(20).default(2),
  /** A number is passed over only after so many calls. */
  callsBeforeSkip: count(10).default(2),
  /** Assumed until the day has figures of its own. */
  minutesEach: count(240).default(10),
  /** Numbers that kiosks and counters hold for an hour without the server begin here; before them are the server's. */
  leasedFrom: z.number().int().min(50).max(900).default(401),
  leasedUntil: z.number().int().min(100).max(998).default(700),
  leaseSize: count(200).default(50),
  /** 场地: how many counters fit into the hall and how many may wait seated; null: not measured. */
  mostCounters: count(2000).nullable().default(null),
  seats: count(20000).nullable().default(null),
  appointments: AppointmentRules.prefault({}),
})
export type QueueSettings = z.infer<typeof QueueSettings>

export const DatedSettings = z.object({ from: DayText, settings: QueueSettings })
export type DatedSettings = z.infer<typeof DatedSettings>

export const TicketNumber = z.string().regex(/^[A-Z]{1,2}\d{3,4}$/)
/** One day's number in one hall. */
export const TicketParams = z.object({ hall: Code, day: DayText, number: TicketNumber })

/** A number in the queue. Nothing in it says whose it is. */
export const TicketView = z.object({
  hall: z.string(),
  day: DayText,
  number: z.string(),
  group: z.string(),
  groupName: BilingualText,
  item: z.string().nullable(),
  itemName: BilingualText.nullable(),
  channel: z.enum(TICKET_CHANNELS),
  priority: z.enum(PRIORITY_REASONS).nullable(),
  booking: z.string().nullable(),
  dueAt: InstantText.nullable(),
  state: z.enum(TICKET_STATES),
  issuedAt: InstantText,
  calls: z.number().int(),
  counter: z.string().nullable(),
  calledAt: InstantText.nullable(),
  /** Numbers before this one among those it competes with; null when it does not wait. */
  ahead: z.number().int().nullable(),
  /** Expected minutes until it is called; null when it does not wait, or nobody serves it now. */
  expectedMinutes: z.number().nullable(),
  /** What was said when it was taken. */
  saidMinutes: z.number().nullable(),
  /** Why it stands where it stands. */
  because: z.enum(PLACE_REASONS).nullable(),
  lane: z.enum(LANES).nullable(),
})
export type TicketView = z.infer<typeof TicketView>

export const QueueBoard = z.object({
  at: InstantText,
  hall: z.string(),
  day: DayText,
  /** Called last first; those being served now. */
  serving: z.array(
    z.object({
      number: z.string(),
      counter: z.string(),
      counterName: BilingualText,
      place: z.string(),
      calledAt: InstantText,
      calls: z.number().int(),
    }),
  ),
  groups: z.array(
    z.object({
      group: z.string(),
      name: BilingualText,
      waiting: z.number().int(),
      /** Counters that call this group now. */
      counters: z.number().int(),
      /** For whoever takes a number now; null: nobody calls this group at the moment. */
      expectedMinutes: z.number().nullable(),
      next: z.array(z.string()),
    }),
  ),
})
export type QueueBoard = z.infer<typeof QueueBoard>

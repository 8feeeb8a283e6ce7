import type { EpochMs } from '#kernel/day.ts'
import type { ExpectedStream, NewEvent } from '../../ledger/index.ts'
import { type Extend, start, stop, type Suspend } from '../decide.ts'
import type { Calendars } from './calendars.ts'
import { type ClockAct, type Entered, eventsAfter, sidesOf, type StartClock, startOf } from './change.ts'
import { type ClockRow, projectRow, streamOf } from './clock-row.ts'
import { extending, type Resume, resuming, suspending, type Together, whoDecides } from './matter.ts'
import { refuse } from './refusals.ts'
import { type Fired, recordsFor, SWEEPER } from './sweep.ts'

/** What a matter asks of its clocks, wherever they are kept. */
export interface MatterClocks {
  start(clocks: readonly StartClock[], entered: Entered): Promise<void>
  /** Stops one clock of a matter, such as a step's share; one that has stopped already stays as it is. */
  stop(subject: string, id: string, outcome: string, entered: Entered): Promise<void>
  stopAll(subject: string, outcome: string, entered: Entered): Promise<void>
  suspend(subject: string, asked: Suspend, entered: Entered): Promise<void>
  resume(subject: string, asked: Resume, entered: Entered): Promise<void>
  extend(subject: string, asked: Extend, entered: Entered): Promise<void>
}

export interface ToldClocks extends MatterClocks {
  /** Goes on from clocks as they are stored. */
  hold(rows: readonly ClockRow[]): void
  /** The clocks of a matter as they are now. */
  rowsOf(subject: string): ClockRow[]
  /** When a clock of the matter next does something by itself; null: never, as things stand. */
  nextAt(subject: string): EpochMs | null
  /** Fires what is due first, at its own instant, if that is not after `until`. */
  fire(subject: string, until: EpochMs): readonly Fired[]
  /** Everything that happened to the clocks of a matter since they were held, to be appended. */
  streamsOf(subject: string): ExpectedStream[]
}

/**
 * Clocks decided on in memory, until the caller appends what happened to them: those of one command, or of matters whose
 * past is told at once. One teller for a matter; ids are the teller's care.
 */
export function toldClocks(calendars: Pick<Calendars, 'current'>): ToldClocks {
  const rows = new Map<string, ClockRow>()
  const streams = new Map<string, NewEvent[]>()
  const matters = new Map<string, Set<string>>()
  const begun = new Set<string>()

  function tell(id: string, events: readonly NewEvent[]): void {
    if (events.length === 0) return
    const told = streams.get(id) ?? []
    for (const event of events) {
      told.push(event)
      const before = rows.get(id)
      const place = {
        stream: streamOf(id),
        version: (before?.version ?? 0) + 1,
        recordedAt: event.occurredAt,
      }
      const row = projectRow(before, { ...event, ...place, payload: { ...event.payload } })
      if (row) rows.set(id, row)
    }
    streams.set(id, told)
  }
  function keep(subject: string, id: string): void {
    const known = matters.get(subject) ?? new Set()
    matters.set(subject, known.add(id))
  }
  const of = (subject: string): ClockRow[] =>
    [...(matters.get(subject) ?? [])].flatMap((id) => rows.get(id) ?? [])
  const going = (subject: string) => of(subject).filter(({ status }) => status !== 'stopped')
  const decide = (meant: readonly ClockRow[], act: ClockAct, { actor, now }: Entered) => {
    for (const row of meant) {
      const calendar = calendars.current(row.calendar)
      tell(row.id, eventsAfter(row, act(row.state, { calendar, now }), calendar, actor))
    }
  }
  const together = (subject: string, decision: Together, entered: Entered) => {
    const entry = (id: string) => ({ calendar: calendars.current(id), now: entered.now })
    decide(whoDecides(going(subject), decision, entry), decision.act, entered)
  }
  return {
    hold(stored) {
      for (const row of stored) {
        rows.set(row.id, row)
        keep(row.subject, row.id)
      }
    },
    rowsOf: of,
    async start(clocks, entered) {
      for (const terms of sidesOf(clocks))
        start(terms, { calendar: calendars.current(terms[0]?.calendar ?? ''), now: entered.now })
      for (const clock of clocks) {
        if (rows.has(clock.id)) throw refuse('clock.exists', { clock: clock.id })
        keep(clock.subject, clock.id)
        begun.add(clock.id)
        tell(clock.id, [startOf(clock, entered, calendars.current(clock.terms.calendar))])
      }
    },
    async stop(_subject, id, outcome, entered) {
      const row = rows.get(id)
      if (!row) throw refuse('clock.unknown', { clock: id })
      if (row.status !== 'stopped') decide([row], (state, given) => stop(state, outcome, given), entered)
    },
    async stopAll(subject, outcome, entered) {
      decide(going(subject), (state, given) => stop(state, outcome, given), entered)
    },
    suspend: async (subject, asked, entered) => together(subject, suspending(asked), entered),
    resume: async (subject, asked, entered) => together(subject, resuming(asked), entered),
    extend: async (subject, asked, entered) => together(subject, extending(asked), entered),
    nextAt: (subject) => soonest(of(subject))?.nextAt ?? null,
    fire(subject, until) {
      const row = soonest(of(subject))
      if (!row || row.nextAt === null || row.nextAt > until) return []
      const records = recordsFor(row, row.nextAt)
      tell(
        row.id,
        records.map((record) => ({
          type: record.event.type,
          occurredAt: record.event.at,
          actor: SWEEPER,
          payload: record,
        })),
      )
      const clock = rows.get(row.id) ?? row
      return records.map(({ event }) => ({ clock, event: event as Fired['event'] }))
    },
    streamsOf: (subject) =>
      [...(matters.get(subject) ?? [])].flatMap((id) => {
        const events = streams.get(id)
        const expected = begun.has(id) ? { expectedVersion: 0 } : {}
        return events ? [{ stream: streamOf(id), events, ...expected }] : []
      }),
  }
}

function soonest(rows: readonly ClockRow[]): ClockRow | undefined {
  const waiting = rows.filter(({ nextAt }) => nextAt !== null)
  return waiting.reduce<ClockRow | undefined>(
    (first, row) => (first && (first.nextAt ?? 0) <= (row.nextAt ?? 0) ? first : row),
    undefined,
  )
}

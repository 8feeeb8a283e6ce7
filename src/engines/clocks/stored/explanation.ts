import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from '../../ledger/index.ts'
import { type ClockExplanation, explain, type RecordedClockEvent } from '../explain.ts'
import { readCalendars } from './calendars.ts'
import { recordOf, streamOf } from './clock-row.ts'
import { refuse } from './refusals.ts'

export interface StoredExplanation extends ClockExplanation {
  /** Every time its end was moved or made certain, and by what, until the moment asked for. */
  readonly changes: readonly DateChange[]
}

export interface DateChange {
  readonly at: EpochMs
  readonly from: EpochMs | null
  readonly to: EpochMs | null
  readonly why: Bilingual
}

/** Why a stored clock ends when it does, also as known at an earlier moment. Refuses a clock that did not exist then. */
export async function explainClock(
  db: Db,
  id: string,
  { asOf = Infinity }: { asOf?: EpochMs } = {},
): Promise<StoredExplanation> {
  const stored = await readStream(db, streamOf(id))
  const calendars = await readCalendars(db)
  const history: RecordedClockEvent[] = []
  const changes: DateChange[] = []
  let due: EpochMs | null = null
  for (const one of stored) {
    if (one.recordedAt > asOf) break
    const { event, projected } = recordOf(one)
    if (event.type === 'ClockReprojected') {
      changes.push({ at: one.recordedAt, from: event.from, to: event.to, why: event.why })
    } else if (event.type !== 'ClockWarned') {
      history.push({ event, recordedAt: one.recordedAt })
      const to: EpochMs | null = projected ? projected.dueAt : due
      if (event.type !== 'ClockStarted' && to !== due)
        changes.push({ at: one.recordedAt, from: due, to, why: WHY[event.type] })
    }
    if (projected) due = projected.dueAt
  }
  const first = history[0]?.event
  const calendar = first?.type === 'ClockStarted' ? first.terms.calendar : ''
  const explained = explain(history, { calendarAt: (at) => calendars.knownAt(calendar, at), asOf })
  if (!explained) throw refuse('clock.unknown', { clock: id })
  return { ...explained, changes }
}

const WHY = {
  ClockSuspended: { zh: '中止', en: 'suspended' },
  ClockResumed: { zh: '恢复', en: 'resumed' },
  ClockExtended: { zh: '延期', en: 'extended' },
  ClockStopped: { zh: '办结', en: 'concluded' },
  ClockExpired: { zh: '届满', en: 'ran out' },
} as const satisfies Record<string, Bilingual>

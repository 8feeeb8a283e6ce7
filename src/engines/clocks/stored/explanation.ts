import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, type StoredEvent } from '../../ledger/index.ts'
import { type ClockExplanation, explain, type RecordedClockEvent } from '../explain.ts'
import { readCalendars } from './calendars.ts'
import { DEFAULT_ZONE } from '../../calendar/index.ts'
import { type EndMove, recordOf, streamOf } from './clock-row.ts'
import { refuse } from './refusals.ts'
import { reasonOfMove } from './reproject.ts'
import { findClock } from './store.ts'

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
  const stored = (await readStream(db, streamOf(id))).filter(({ recordedAt }) => recordedAt <= asOf)
  const history = stored.flatMap((one): RecordedClockEvent[] => {
    const { event } = recordOf(one)
    return event.type === 'ClockWarned' ? [] : [{ event, recordedAt: one.recordedAt }]
  })
  const first = history[0]?.event
  const calendar = first?.type === 'ClockStarted' ? first.terms.calendar : ''
  const calendars = await readCalendars(db)
  const explained = explain(history, { calendarAt: (at) => calendars.knownAt(calendar, at), asOf })
  if (!explained) throw refuse('clock.unknown', { clock: id })
  const moves = ((await findClock(db, id))?.moves ?? []).filter(({ at }) => at <= asOf)
  return { ...explained, changes: changesOf(stored, moves, explained.terms.zone ?? DEFAULT_ZONE) }
}

/** What people did to the end and what calendars did to it, in the order in which it was recorded. */
function changesOf(stored: readonly StoredEvent[], moves: readonly EndMove[], zone: string): DateChange[] {
  const byPeople = stored.flatMap((one): Step[] => {
    const { event, projected } = recordOf(one)
    if (event.type === 'ClockWarned') return []
    const why = event.type === 'ClockStarted' ? undefined : WHY[event.type]
    return [{ at: one.recordedAt, ...(projected ? { to: projected.dueAt } : {}), why, always: false }]
  })
  const byCalendars = moves.map((move): Step => ({
    at: move.at,
    to: move.to,
    why: reasonOfMove(move, zone),
    always: true,
  }))
  const changes: DateChange[] = []
  let due: EpochMs | null = null
  for (const step of [...byPeople, ...byCalendars].sort((a, b) => a.at - b.at)) {
    const { at, why, always } = step
    const to: EpochMs | null = step.to === undefined ? due : step.to
    if (why && (always || to !== due)) changes.push({ at, from: due, to, why })
    due = to
  }
  return changes
}

interface Step {
  readonly at: EpochMs
  /** The end after it; absent: as before. */
  readonly to?: EpochMs | null
  readonly why: Bilingual | undefined
  /** Worth telling though the end stayed: it became certain. */
  readonly always: boolean
}

const WHY = {
  ClockSuspended: { zh: '中止', en: 'suspended' },
  ClockResumed: { zh: '恢复', en: 'resumed' },
  ClockExtended: { zh: '延期', en: 'extended' },
  ClockStopped: { zh: '办结', en: 'concluded' },
  ClockAssigned: { zh: '改派', en: 'assigned to another post' },
  ClockExpired: { zh: '届满', en: 'ran out' },
} as const satisfies Record<string, Bilingual>

import type { EpochMs } from '#kernel/day.ts'
import type { Calendar } from '../calendar/index.ts'
import { chainOf, type DayStep } from './chain.ts'
import { type ClockEvent, type ClockState, type Defect, foldClock } from './clock.ts'
import { questionOf } from './decide.ts'
import { type Due, due } from './due.ts'
import type { ClockTerms } from './terms.ts'

/** Why a clock says what it says: the whole way from the trigger to the due instant, on whose word, and as known when. */
export interface ClockExplanation {
  readonly status: ClockState['status']
  readonly terms: ClockTerms
  readonly answer: Due
  readonly chain: readonly DayStep[]
  /** The events it rests on. */
  readonly events: readonly ClockEvent[]
  readonly defects: readonly Defect[]
  readonly calendarVersion: string
}

export interface RecordedClockEvent {
  readonly event: ClockEvent
  /** When the system was told; what was not yet recorded was not yet known. */
  readonly recordedAt: EpochMs
}

/**
 * Explains a clock from its history; with `asOf` as it could be known at that moment: by the events recorded and the
 * calendar published until then. Undefined when the clock did not exist yet.
 */
export function explain(
  history: readonly RecordedClockEvent[],
  {
    calendarAt,
    asOf = Infinity,
  }: { readonly calendarAt: (at: EpochMs) => Calendar; readonly asOf?: EpochMs },
): ClockExplanation | undefined {
  const events = history.filter(({ recordedAt }) => recordedAt <= asOf).map(({ event }) => event)
  const state = foldClock(events)
  if (state.status === 'none') return undefined
  const calendar = calendarAt(closedAt(state) ?? asOf)
  const question = questionOf(state, calendar)
  return {
    status: state.status,
    terms: state.terms,
    answer: due(question),
    chain: chainOf(question),
    events,
    defects: state.defects,
    calendarVersion: calendar.version,
  }
}

/** A closed clock is explained by the calendar it was closed under, whatever was published afterwards (T-11). */
function closedAt(state: ClockState): EpochMs | undefined {
  if (state.status === 'expired') return state.changedAt
  return state.status === 'stopped' ? (state.expiredAt ?? state.stoppedAt) : undefined
}

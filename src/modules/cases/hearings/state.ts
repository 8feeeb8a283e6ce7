import type { Day, EpochMs } from '#kernel/day.ts'
import type { Happened } from '../case.ts'
import type { HearingParty, HearingStage } from '../terms.ts'
import type { HearingEvent, HearingSet } from './events.ts'

/** How far a hearing has come. A case without one has no such state. */
export interface HearingState {
  readonly stage: HearingStage
  readonly offeredAt: EpochMs
  readonly matter: string
  readonly asked: {
    readonly at: EpochMs
    readonly by: HearingParty
    readonly postedOn: Day | null
  } | null
  readonly session: Omit<HearingSet, 'issued'> | null
  /** Number of the minutes. */
  readonly minutes: string | null
}

type Change = Partial<HearingState>

export function evolveHearing(
  before: HearingState | undefined,
  event: HearingEvent,
  { at }: Happened,
): HearingState {
  if (event.type === 'HearingOffered') {
    const { matter } = event.data
    return { stage: 'offered', offeredAt: at, matter, asked: null, session: null, minutes: null }
  }
  if (!before) throw new Error('A hearing begins with the right to it')
  return { ...before, ...changeOf(event, at) }
}

function changeOf(event: Exclude<HearingEvent, { type: 'HearingOffered' }>, at: EpochMs): Change {
  switch (event.type) {
    case 'HearingAsked':
      return { stage: 'asked', asked: { at, ...event.data } }
    case 'HearingRightLapsed':
      return { stage: 'lapsed' }
    case 'HearingSet': {
      const { issued: _, ...session } = event.data
      return { stage: 'set', session }
    }
    case 'HearingHeld':
      return { stage: 'held', minutes: event.data.issued?.number ?? null }
    case 'HearingGivenUp':
      return { stage: 'givenUp' }
  }
}

/** Asked for, and neither held nor given up: nothing is decided meanwhile (行政许可法 47, 48). */
export const isHearingDue = (hearing: HearingState | undefined): boolean =>
  hearing?.stage === 'asked' || hearing?.stage === 'set'

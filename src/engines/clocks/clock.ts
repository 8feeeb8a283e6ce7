import type { EpochMs } from '#kernel/day.ts'
import type { Limit } from './limit.ts'
import type { Suspension } from './suspension.ts'
import type { ClockOwner, ClockTerms, ExpiryEffect } from './terms.ts'

/** What happened to one clock, in order. `evolve` never refuses any of it: what is in the ledger happened. */
export type ClockEvent =
  | { readonly type: 'ClockStarted'; readonly at: EpochMs; readonly terms: ClockTerms }
  | ({ readonly type: 'ClockSuspended'; readonly at: EpochMs } & SuspensionRecord)
  | {
      readonly type: 'ClockResumed'
      readonly at: EpochMs
      readonly to: string | EpochMs
      readonly document: string
    }
  | ({ readonly type: 'ClockExtended'; readonly at: EpochMs } & ExtensionRecord)
  | { readonly type: 'ClockAssigned'; readonly at: EpochMs; readonly owner: ClockOwner }
  | { readonly type: 'ClockStopped'; readonly at: EpochMs; readonly outcome: string }
  | {
      readonly type: 'ClockExpired'
      readonly at: EpochMs
      readonly noticedAt: EpochMs
      readonly effect: ExpiryEffect
    }

export interface SuspensionRecord {
  readonly from: string | EpochMs
  readonly ground: string
  readonly document: string
  /** The written notice to the applicant, where it was proved. */
  readonly notice?: DeliveredNotice
  readonly defects: readonly Defect[]
}

export interface ExtensionRecord {
  readonly by: Limit
  readonly approver: string
  readonly approverUnit: string
  readonly reason: string
  readonly notice?: DeliveredNotice
  readonly defects: readonly Defect[]
}

export interface DeliveredNotice {
  readonly document: string
  readonly deliveredAt: EpochMs
}

/** What is wrong with a step and shown and counted without undoing it. */
export type Defect = 'noticeMissing' | 'enteredLate'

interface Known {
  readonly terms: ClockTerms
  readonly startedAt: EpochMs
  readonly suspensions: readonly Suspension[]
  readonly extensions: readonly ExtensionRecord[]
  readonly defects: readonly Defect[]
  /** When anything last happened to it. */
  readonly changedAt: EpochMs
}

/** A clock as it stands: only what can be there can be read. */
export type ClockState =
  | { readonly status: 'none' }
  | (Known & { readonly status: 'running' })
  | (Known & { readonly status: 'suspended'; readonly since: string | EpochMs })
  | (Known & {
      readonly status: 'stopped'
      readonly stoppedAt: EpochMs
      readonly outcome: string
      readonly expiredAt?: EpochMs
    })
  | (Known & { readonly status: 'expired'; readonly expiredAt: EpochMs })

export const NO_CLOCK: ClockState = { status: 'none' }

export const foldClock = (events: readonly ClockEvent[]): ClockState => events.reduce(evolve, NO_CLOCK)

export function evolve(state: ClockState, event: ClockEvent): ClockState {
  if (event.type === 'ClockStarted') {
    const { at, terms } = event
    return {
      status: 'running',
      terms,
      startedAt: at,
      suspensions: [],
      extensions: [],
      defects: [],
      changedAt: at,
    }
  }
  if (state.status === 'none') return state
  const known = knownOf(state, event.at)
  switch (event.type) {
    case 'ClockSuspended': {
      const { from, ground, document, defects } = event
      const suspensions = [...known.suspensions, { from, ground, document }]
      return {
        ...known,
        status: 'suspended',
        since: from,
        suspensions,
        defects: [...known.defects, ...defects],
      }
    }
    case 'ClockResumed': {
      const open = known.suspensions.at(-1)
      const suspensions = open
        ? [...known.suspensions.slice(0, -1), { ...open, to: event.to }]
        : known.suspensions
      return { ...known, status: 'running', suspensions }
    }
    case 'ClockExtended': {
      const { by, approver, approverUnit, reason, notice, defects } = event
      const extensions = [...known.extensions, { by, approver, approverUnit, reason, notice, defects }]
      return { ...known, status: 'running', extensions, defects: [...known.defects, ...defects] }
    }
    case 'ClockAssigned':
      return { ...state, terms: { ...known.terms, owner: event.owner }, changedAt: event.at }
    case 'ClockStopped': {
      const expired = state.status === 'expired' ? { expiredAt: state.expiredAt } : {}
      return { ...known, status: 'stopped', stoppedAt: event.at, outcome: event.outcome, ...expired }
    }
    case 'ClockExpired':
      return { ...known, status: 'expired', expiredAt: event.at }
  }
}

function knownOf(state: Known, changedAt: EpochMs): Known {
  const { terms, startedAt, suspensions, extensions, defects } = state
  return { terms, startedAt, suspensions, extensions, defects, changedAt }
}

import type { EpochMs } from '#kernel/day.ts'
import type { Happened, StepState } from '../case.ts'
import type { Desk } from '../plan.ts'
import type { StoppedBecause } from '../terms.ts'
import type { Ruling, Transfer, TransferEvent } from './events.ts'

export interface TransfersState {
  readonly passed: ReadonlyArray<Transfer & { readonly at: EpochMs; readonly by: string }>
  /** What waits for the coordinator. */
  readonly dispute: (Transfer & { readonly at: EpochMs; readonly because: StoppedBecause }) | null
  readonly rulings: ReadonlyArray<Ruling & { readonly at: EpochMs; readonly by: string }>
}

const NONE: TransfersState = { passed: [], dispute: null, rulings: [] }

export function evolveTransfers(
  before: TransfersState | undefined,
  event: TransferEvent,
  { at, by }: Happened,
): TransfersState {
  const state = before ?? NONE
  switch (event.type) {
    case 'StepTransferred':
      return { ...state, passed: [...state.passed, { ...event.data, at, by }] }
    case 'TransferStopped':
      return { ...state, dispute: { ...event.data, at } }
    case 'TransferRuled':
      return { ...state, dispute: null, rulings: [...state.rulings, { ...event.data, at, by }] }
  }
}

/** The step lies at another desk from now on; since when it is open stays, for its time is the office's time. */
export function movedSteps(steps: readonly StepState[], event: TransferEvent): StepState[] {
  if (event.type === 'TransferStopped') return [...steps]
  const { step, to } = event.data
  return steps.map((one) => (one.code === step ? { ...one, unit: to.unit, post: to.post } : one))
}

/** When the step came to the desk where it lies now. */
export const arrivedAt = (transfers: TransfersState | undefined, step: StepState): EpochMs | null => {
  const last = transfers?.passed.findLast((one) => one.step === step.code)
  return last?.at ?? step.since
}

/** The departments that have had a step. */
export const hadStep = (transfers: TransfersState | undefined, code: string): string[] =>
  (transfers?.passed ?? []).filter(({ step }) => step === code).map(({ from }: { from: Desk }) => from.unit)

/** Every desk that a transfer or a ruling speaks of. */
export const desksSpokenOf = (transfers: TransfersState | undefined): Desk[] => [
  ...(transfers?.passed ?? []).flatMap(({ from, to }) => [from, to]),
  ...(transfers?.dispute ? [transfers.dispute.from, transfers.dispute.to] : []),
  ...(transfers?.rulings ?? []).map(({ to }) => to),
]

/** Everybody a case was handed to on its way: they go on seeing it. */
export const unitsOnTheWay = (transfers: TransfersState | undefined): string[] =>
  (transfers?.passed ?? []).flatMap(({ from, to }) => [from.unit, to.unit])

import type { Desk } from '../plan.ts'
import type { StoppedBecause } from '../terms.ts'

/** 移交: a department says that a step is not its own. In the stream of the case. */
export type TransferEvent =
  | { readonly type: 'StepTransferred'; readonly data: Transfer }
  /** The coordinator has to say whose it is; until then the step stays where it lies and its clock runs on. */
  | { readonly type: 'TransferStopped'; readonly data: Transfer & { readonly because: StoppedBecause } }
  | { readonly type: 'TransferRuled'; readonly data: Ruling }

export interface Transfer {
  readonly step: string
  readonly from: Desk
  readonly to: Desk
  readonly reason: string
  /** By which clause or division of work it is the other's. */
  readonly basis: string
  /** Which transfer of the case this is, from one. */
  readonly nth: number
  /** Back to a department that had the step before. */
  readonly loop: boolean
  /** Just before the limit. */
  readonly lastMinute: boolean
}

export interface Ruling {
  readonly step: string
  readonly to: Desk
  readonly reason: string
  readonly basis: string
}

const TYPES: ReadonlySet<string> = new Set<TransferEvent['type']>([
  'StepTransferred',
  'TransferStopped',
  'TransferRuled',
])
export const isTransfer = (event: { readonly type: string }): event is TransferEvent => TYPES.has(event.type)

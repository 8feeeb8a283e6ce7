import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Charged } from '#modules/catalogue/index.ts'
import type { Issued } from '../case-events.ts'

/**
 * 收费: what a case is billed by and what was charged for it. A stream beside the case, `charges/<caseNo>`: money changes
 * no state of the case, and whoever decides on it does not wait for a cashier.
 */
export interface Charges {
  readonly caseNo: string
  readonly unit: string
  readonly chargedFor: Charged
  readonly charges: readonly Charge[]
}

export interface ChargeSaid {
  readonly fee: string
  readonly name: Bilingual
  readonly cents: number
  readonly full: number
  readonly reduction: string | null
  readonly because: readonly Bilingual[]
  readonly receipt: Issued
}

export interface Charge extends ChargeSaid {
  readonly at: EpochMs
  readonly by: string
}

export type ChargesEvent =
  | { readonly type: 'BillingSaid'; readonly unit: string; readonly chargedFor: Charged }
  | { readonly type: 'FeeCharged'; readonly unit: string; readonly charge: ChargeSaid }

export const CHARGES = 'charges/'
export const NOTHING_SAID: Charged = { investment: null, project: null, quantities: {} }

export function evolveCharges(
  before: Charges | undefined,
  event: ChargesEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): Charges {
  const state = before ?? { caseNo: id, unit: event.unit, chargedFor: NOTHING_SAID, charges: [] }
  return event.type === 'BillingSaid'
    ? { ...state, chargedFor: event.chargedFor }
    : { ...state, charges: [...state.charges, { ...event.charge, at, by }] }
}

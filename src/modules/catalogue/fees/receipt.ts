import type { Bilingual } from '#kernel/refusal.ts'
import type { ChargeFault } from '../fee-shape.ts'
import { billOf } from './bill.ts'
import type { Fee } from './fee.ts'
import type { Cents } from './money.ts'
import { faultOf, type Payment } from './receipt-check.ts'

/** 收费票据: what was paid, beside what should have been. One stream `receipt/<unit>/<number>`. */
export interface Receipt {
  readonly receipt: string
  readonly unit: string
  readonly fee: string | null
  readonly title: string
  readonly on: string
  readonly cents: Cents
  readonly due: Cents | null
  readonly saved: Cents
  readonly reduction: string | null
  readonly caseNo: string | null
  readonly fault: ChargeFault | null
  readonly because: Bilingual | null
}

export type ReceiptEvent = { readonly type: 'ReceiptTold' } & Receipt

export const RECEIPT = 'receipt/'
export const receiptId = (unit: string, number: string): string => `${unit}/${number}`

/** The payment beside the register of its day. What was never due saves nothing. */
export function examined(
  number: string,
  payment: Payment,
  fees: readonly Fee[],
  caseNo: string | null = null,
): Receipt {
  const { fee, title, unit, cents, on, charged } = payment
  const own = fees.filter((one) => one.fee === fee)
  const [line] = billOf(own, { on, charged }).lines
  const found = faultOf(payment, fees)
  return {
    ...{ receipt: receiptId(unit, number), unit, fee, title, on, cents, caseNo },
    due: line?.due ?? null,
    saved: line && !found ? line.full - cents : 0,
    reduction: line?.reduction ?? null,
    fault: found?.fault ?? null,
    because: found?.because ?? null,
  }
}

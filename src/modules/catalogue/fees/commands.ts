import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { noteFault } from './fault.ts'
import type { Fee, FeeEvent } from './fee.ts'
import { feeFolding, feeLists, receiptFolding } from './lists.ts'
import { examined, type Receipt, RECEIPT, receiptId } from './receipt.ts'
import type { Payment } from './receipt-check.ts'
import { findFees, findReceipt } from './store.ts'

export interface Entered {
  readonly actor: string
  readonly now: EpochMs
  readonly expectedVersion?: number | undefined
}

export const changeFee = (
  db: Db,
  fee: string,
  decide: (state: Fee | undefined) => readonly FeeEvent[],
  entered: Entered,
): Promise<Fee | undefined> => changeFolded(db, { ...feeFolding, lists: feeLists }, fee, decide, entered)

/** A receipt on record, once; what is wrong with it is noted beside it. Telling it again changes nothing. */
export async function tellReceipt(
  db: Db,
  number: string,
  { payment, caseNo = null }: { readonly payment: Payment; readonly caseNo?: string | null },
  entered: Entered,
): Promise<Receipt> {
  const id = receiptId(payment.unit, number)
  const known = await findReceipt(db, id)
  if (known) return known.state
  const receipt = examined(number, payment, await findFees(db), caseNo)
  await changeFolded(
    db,
    { ...receiptFolding, lists: feeLists },
    id,
    () => [{ type: 'ReceiptTold' as const, ...receipt }],
    entered,
  )
  const { unit, fault, because } = receipt
  if (fault && because) await noteFault(db, { subject: RECEIPT + id, unit, fault, because }, entered)
  return receipt
}

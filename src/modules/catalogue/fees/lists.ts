import type { Projection } from '#engines/ledger/index.ts'
import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveFee, type Fee, FEE, type FeeEvent } from './fee.ts'
import { RECEIPT, type Receipt, type ReceiptEvent } from './receipt.ts'
import { findFee, findReceipt, putFault, putFee, putReceipt } from './store.ts'

export const feeFolding: Folding<Fee, FeeEvent> = {
  prefix: FEE,
  evolve: evolveFee,
  find: findFee,
  put: (db, _, row) => putFee(db, row),
}

export const receiptFolding: Folding<Receipt, ReceiptEvent> = {
  prefix: RECEIPT,
  evolve: (_, { type: __, ...receipt }) => receipt,
  find: findReceipt,
  put: (db, _, row) => putReceipt(db, row),
}

const folded = foldingLists(
  'fees',
  ['fee_register', 'fee_receipt'],
  [anyFolding(feeFolding), anyFolding(receiptFolding)],
)

/** 收费: the register, the receipts, and what was found wrong. */
export const feeLists: Projection = {
  name: 'fees',
  tables: [...folded.tables, 'charge_fault'],
  async apply(db, events) {
    await folded.apply(db, events)
    for (const event of events) if (event.type === 'ChargeFaultNoted') await putFault(db, event)
  },
}

import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { CHARGES, type Charges, type ChargesEvent, evolveCharges } from './charges.ts'
import { findCharges, putCharges } from './charges-store.ts'

export const chargesFolding: Folding<Charges, ChargesEvent> = {
  prefix: CHARGES,
  evolve: evolveCharges,
  find: findCharges,
  put: (db, _, row) => putCharges(db, row),
}

export const chargeLists = foldingLists('charges', ['case_charge'], [anyFolding(chargesFolding)])

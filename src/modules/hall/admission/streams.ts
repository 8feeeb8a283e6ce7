import type { Db } from '#kernel/sql.ts'
import { anyFolding, changeFolded, type Changed, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { type Admission, type AdmissionEvent, evolveAdmission } from './admission.ts'
import { findAdmission, putAdmission } from './store.ts'

const admissions: Folding<Admission, AdmissionEvent> = {
  prefix: 'admission/',
  evolve: evolveAdmission,
  find: findAdmission,
  put: putAdmission,
}

export const admissionLists = foldingLists('admissions', ['hall_admission'], [anyFolding(admissions)])

export const changeAdmission = (
  db: Db,
  { hall, item }: { readonly hall: string; readonly item: string },
  decide: (state: Admission | undefined) => readonly AdmissionEvent[],
  doing: Changed,
) => changeFolded(db, { ...admissions, lists: admissionLists }, `${hall}/${item}`, decide, doing)

import type { Db } from '#kernel/sql.ts'
import type { Doing, Vault } from '#modules/vault/index.ts'
import type { LivingCase } from '../case.ts'
import type { FilledForm } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { findStates } from '../store.ts'
import { instantText } from '../views.ts'
import { fieldsOf } from './handed-in.ts'

interface Reader {
  readonly vault: Vault
  readonly purpose: string
  readonly doing: Doing
}

/** What was filled in, in the clear; that it was read, by whom and what for is told to the ledger. */
export async function readForm(
  db: Db,
  caseNo: string,
  { vault, purpose, doing }: Reader,
): Promise<FilledForm> {
  const { form, plan } = await caseOf(db, caseNo)
  if (!form) throw refuse('case.no-form', { caseNo })
  const { answers } = await vault.readSheet(db, form.sheet, { purpose }, doing)
  return {
    fields: await fieldsOf(db, plan),
    answers: Object.fromEntries(
      Object.entries(answers).map(([code, answer]) => [
        code,
        typeof answer === 'string' ? answer : [...answer],
      ]),
    ),
    filledAt: instantText(form.at),
    corrected: form.corrected,
    sha256: form.sha256,
  }
}

export async function caseOf(db: Db, caseNo: string): Promise<LivingCase> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuse('case.not-found', { caseNo })
  return stored.state
}

import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type FormAnswers,
  faultOfAnswer,
  type FormField,
  sayAnswer,
  tidyAnswer,
} from '#modules/catalogue/contract.ts'
import { itemVersion } from '#modules/catalogue/index.ts'
import type { Doing, KeptSheet, Vault } from '#modules/vault/index.ts'
import type { CaseActor } from '../actor.ts'
import type { CasePlan } from '../plan.ts'
import { refuse } from '../refusals.ts'
import { findStates } from '../store.ts'

/** The answers in their standard form, without empty ones; or the refusal that names the field, never the answer. */
function cleanAnswers(fields: readonly FormField[], given: FormAnswers): FormAnswers {
  const unknown = Object.keys(given).find((code) => !fields.some((field) => field.code === code))
  if (unknown !== undefined) throw refuse('case.form-field-not-asked', { field: unknown })
  const clean: Record<string, FormAnswers[string]> = {}
  for (const field of fields) {
    const answer = tidyAnswer(field, given[field.code])
    const fault = faultOfAnswer(field, answer)
    if (fault) {
      const { code, label } = field
      const details = { code, field: label.zh, fieldEn: label.en || label.zh }
      throw refuse('case.form-answer-wrong', { ...details, because: fault.zh, becauseEn: fault.en })
    }
    if (answer.length > 0) clean[field.code] = answer
  }
  return clean
}

export const fieldsOf = async (db: Db, { item, version }: Pick<CasePlan, 'item' | 'version'>) =>
  (await itemVersion(db, item, version)).content.form

interface HandingIn {
  readonly vault: Vault
  readonly person: string
  readonly plan: Pick<CasePlan, 'item' | 'version'>
  readonly doing: Doing
}

/**
 * Keeps what an applicant filled in, as the item version asks for it. Nothing where the item asks nothing, and nothing
 * at a counter where the form came on paper (`given` undefined).
 */
export async function handInForm(
  db: Db,
  given: FormAnswers | undefined,
  { vault, person, plan, doing }: HandingIn,
): Promise<KeptSheet | undefined> {
  if (given === undefined) return undefined
  const answers = cleanAnswers(await fieldsOf(db, plan), given)
  if (Object.keys(answers).length === 0) return undefined
  return vault.keepSheet(db, person, { about: `form/${plan.item}`, answers }, doing)
}

interface Correcting {
  readonly vault: Vault
  readonly actor: CaseActor
  readonly now: EpochMs
}

/** The form once more, for a case that is there; whether it may be corrected now is for the decision to say. */
export async function correctedForm(
  db: Db,
  caseNo: string,
  given: FormAnswers | undefined,
  { vault, actor, now }: Correcting,
): Promise<KeptSheet | undefined> {
  if (given === undefined) return undefined
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuse('case.not-found', { caseNo })
  const { applicant: person, plan } = stored.state
  return handInForm(db, given, { vault, person, plan, doing: { by: actor.account, at: now } })
}

export interface FormLine {
  readonly label: string
  readonly answer: string
}

/** The form as it is printed: every question with its answer, in the order in which they are asked. */
export const linesOf = (fields: readonly FormField[], answers: FormAnswers): FormLine[] =>
  fields.map((field) => ({ label: field.label.zh, answer: sayAnswer(field, answers[field.code]).zh }))

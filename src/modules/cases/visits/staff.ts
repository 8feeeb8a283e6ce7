import type { Db } from '#kernel/sql.ts'
import { findStaffOf, type StaffPerson } from '#modules/access/index.ts'
import type { LivingCase } from '../case.ts'
import { refuse } from '../refusals.ts'
import { findStates } from '../store.ts'

export interface CaseStaff {
  readonly state: LivingCase
  /** Whoever can be named by a desk of this case: people of its units whose accounts are open. */
  readonly people: readonly StaffPerson[]
}

export async function staffOfCase(db: Db, caseNo: string): Promise<CaseStaff> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuse('case.not-found', { caseNo })
  const { state } = stored
  const units = [...new Set([state.plan.unit, ...state.plan.steps.map(({ unit }) => unit)])]
  return { state, people: await findStaffOf(db, units) }
}

/** A person by account; one that cannot be named has no unit. */
export const named = (people: readonly StaffPerson[], account: string): StaffPerson =>
  people.find((one) => one.account === account) ?? { account, name: account, unit: null }

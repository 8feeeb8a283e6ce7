import type { CaseActor } from '../actor.ts'
import type { LivingCase } from '../case.ts'
import { refuse } from './refusals.ts'

/** 一审一核 (ITEM-24): who examined does not approve. */
export function refuseSamePerson({ plan, steps }: LivingCase, { account }: CaseActor): void {
  if (plan.persons === undefined) return
  if (steps.some(({ doneBy }) => doneBy === account)) throw refuse('joint.same-person')
}

/** One signature examines: a second one beside it would be the third of the case. */
export function refuseThirdSignature({ plan, steps }: LivingCase, code: string): void {
  if (plan.persons === undefined) return
  const signed = steps.find((step) => step.code === code && step.status === 'done')
  if (signed) throw refuse('joint.third-signature', { step: signed.name, by: signed.doneBy ?? '' })
}

import { type CaseActor, heads } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { refuse as refuseCase } from '../refusals.ts'
import type { ApplicantInformed } from '../service-officer/events.ts'
import { refuse } from '../service-officer/refusals.ts'
import { officerOf } from '../service-officer/state.ts'
import { overText, required } from './saying.ts'

export interface NameServiceOfficer {
  readonly person: { readonly account: string; readonly name: string; readonly unit: string | null }
  readonly reason: string
}

/** 全程服务人员: named by the head of the acting unit, from the people of its units; the applicant is told. */
export function nameServiceOfficer(
  state: LivingCase,
  { person, reason }: NameServiceOfficer,
  actor: CaseActor,
): CaseEvent[] {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  if (!heads(actor, state.plan.unit)) throw refuse('service.head-names')
  const { account, name, unit } = person
  if (unit === null) throw refuse('service.not-of-the-case', { person: name })
  if (officerOf(state) === account) throw refuse('service.same-officer', { person: name })
  required(reason, { zh: '指定或更换的理由', en: 'why the officer is named or changed' })
  return [{ type: 'ServiceOfficerNamed', data: { account, name, unit, reason } }]
}

/** 告知进展: what was said to the applicant, also where nothing changed. While the officer is away, the backup has his powers. */
export function informApplicant(
  state: LivingCase,
  { way, text }: ApplicantInformed,
  actor: CaseActor,
): CaseEvent[] {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  const officer = officerOf(state)
  const own = officer !== null && (actor.account === officer || actor.standsInFor?.has(officer))
  if (!own && !heads(actor, state.plan.unit)) throw refuse('service.not-the-officer')
  required(text, { zh: '告知的内容', en: 'what the applicant is told' })
  return [{ type: 'ApplicantInformed', data: { way, text } }]
}

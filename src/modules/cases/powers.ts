import { type CaseActor, holds } from './actor.ts'
import type { CasePlan, Desk } from './plan.ts'
import { refuse } from './refusals.ts'

/** 授权到窗口 (HALL-13): the posts that may do what for an item. What is not delegated stays with the desk that the item names. */
export interface DelegatedPowers {
  readonly accept: readonly Desk[]
  readonly review: readonly Desk[]
  readonly decide: readonly Desk[]
  /** 用章、发证. */
  readonly seal: readonly Desk[]
}
export type Power = keyof DelegatedPowers

/** The path of a new case as the delegation in force lays it; a running case keeps the one it was received under. */
export function delegated(plan: CasePlan, powers: DelegatedPowers | undefined): CasePlan {
  if (!powers) return plan
  const first = (power: Power, otherwise: Desk): Desk => powers[power][0] ?? otherwise
  return {
    ...plan,
    powers,
    steps: plan.steps.map((step) => (step.unit === plan.unit ? { ...step, ...first('review', step) } : step)),
    decidedBy: first('decide', plan.decidedBy),
    deliveredBy: first('seal', plan.deliveredBy),
  }
}

/** Whether somebody has a power that was delegated for the item; undefined where it was not delegated. */
export function hasPower({ powers, unit }: CasePlan, actor: CaseActor, power: Power): boolean | undefined {
  const desks = powers?.[power] ?? []
  if (desks.length === 0) return undefined
  // Whoever delegates keeps the power: the head of the acting unit.
  return desks.some((desk) => holds(actor, desk)) || (actor.headOfUnit && actor.unit === unit)
}

const NAMES: Readonly<Record<Power, { zh: string; en: string }>> = {
  accept: { zh: '受理', en: 'accept' },
  review: { zh: '审查', en: 'review' },
  decide: { zh: '决定', en: 'decide' },
  seal: { zh: '用章发证', en: 'seal and hand out' },
}

/** Refuses whoever lacks a delegated power; true where he has it, false where it was not delegated at all. */
export function mustHavePower(plan: CasePlan, actor: CaseActor, power: Power): boolean {
  const has = hasPower(plan, actor, power)
  if (has === false)
    throw refuse('case.power-not-delegated', { power: NAMES[power].zh, powerEn: NAMES[power].en })
  return has === true
}

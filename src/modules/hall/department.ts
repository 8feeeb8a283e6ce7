import type { Day } from '#kernel/day.ts'
import { same } from './place.ts'
import { refuse } from './refusals.ts'

/** 进驻: a department in a hall, and what the hall tells the public about it. */
export interface Stationed {
  readonly since: Day
  /** 集中办理: whatever it receives is received in the hall or online. */
  readonly central: boolean
  /** 网上审批: each of its items can be applied for online. */
  readonly online: boolean
}

export type DepartmentEvent =
  | ({ readonly type: 'DepartmentStationed' } & Stationed)
  | { readonly type: 'DepartmentLeft'; readonly reason: string }

export function evolveDepartment(_: Stationed | undefined, event: DepartmentEvent): Stationed | undefined {
  if (event.type === 'DepartmentLeft') return undefined
  const { type: _type, ...stationed } = event
  return stationed
}

export const station = (before: Stationed | undefined, given: Stationed): DepartmentEvent[] =>
  before && same(before, given) ? [] : [{ type: 'DepartmentStationed', ...given }]

export function unstation(
  before: Stationed | undefined,
  { unit, reason }: { readonly unit: string; readonly reason: string },
): DepartmentEvent[] {
  if (!before) throw refuse('hall.no-such-department', { unit })
  return [{ type: 'DepartmentLeft', reason }]
}

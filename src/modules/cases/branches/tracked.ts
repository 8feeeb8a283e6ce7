import type { z } from 'zod'
import type { Bilingual } from '#kernel/refusal.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { TrackedBranch } from '../joint-shape.ts'
import type { CasePlan } from '../plan.ts'
import { instantOrNull } from '../views.ts'

/** Each department's part as its applicant sees it: who, how far, and whether it may be taken back. */
export function trackedBranches(
  { joint, ...state }: LivingCase,
  unitName: (unit: string) => Bilingual,
): z.infer<typeof TrackedBranch>[] {
  if (!joint) return []
  const left = joint.branches.filter(({ status }) => status !== 'withdrawn').length
  const running = !joint.assembled && !isOver(state)
  return joint.branches.map(({ code, name, unit, status, opinion, withdrawn, overdueAt }) => ({
    ...{ code, name, unitName: unitName(unit), status },
    at: instantOrNull(opinion?.at ?? withdrawn?.at ?? null),
    late: overdueAt !== null || (opinion?.late ?? false),
    mayWithdraw: running && status !== 'withdrawn' && left > 1,
  }))
}

export const branchUnits = ({ joint }: CasePlan): string[] => joint?.branches.map(({ unit }) => unit) ?? []

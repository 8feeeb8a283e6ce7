import type { LivingCase } from '../case.ts'
import type { WorkItem } from '../work-store.ts'
import { branchClock } from './clocks.ts'
import { isConflict, isPassedOver, isSettled } from './state.ts'

/** Departments are being asked jointly: nothing is decided meanwhile. */
export const isJoined = ({ joint }: LivingCase): boolean => joint !== undefined && !joint.assembled

/** What departments have to do jointly: each its open branch, and the lead what only it can do. */
export function jointWork({ caseNo, plan, joint, status, lastAt }: LivingCase): WorkItem[] {
  if (!joint || !plan.joint || joint.openedAt === null || joint.assembled || status !== 'accepted') return []
  const open = joint.branches
    .filter((branch) => branch.status === 'open')
    .map(({ code, name, unit, post, since }): WorkItem => ({
      ...{ caseNo, kind: 'branch', step: code, title: name.zh, unit, post, since: since ?? lastAt },
      ...{ clock: branchClock(caseNo, code), sentBack: 0 },
    }))
  const awaited = joint.branches.some((branch) => !isSettled(branch) && !isPassedOver(joint, branch))
  if (awaited) return open
  const title = isConflict(joint) && !joint.ruling ? '裁定不一致的意见' : '汇总各部门意见'
  const leading: WorkItem = {
    ...{ caseNo, kind: 'assemble', step: '', title, unit: plan.joint.lead, post: null },
    ...{ since: lastAt, clock: `${caseNo}/joint`, sentBack: 0 },
  }
  return [...open, leading]
}

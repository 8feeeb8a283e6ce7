import { parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import type { Entered, MatterClocks } from '#engines/clocks/stored/index.ts'
import { caseStream } from '../case-events.ts'
import { isOver, type LivingCase } from '../case.ts'
import { isSettled, type JointState } from './state.ts'

/** XK-05 (行政许可法 42(2)): what the law says of joint handling holds for the common limit and for each branch in it. */
const JOINT_RULE = 'XK-05'

const jointClock = (caseNo: string): string => `${caseNo}/joint`
export const branchClock = (caseNo: string, branch: string): string => `${caseNo}/branch/${branch}`

interface Step {
  readonly before: LivingCase | undefined
  readonly after: LivingCase
  readonly entered: Entered
}

/**
 * What became of the branches becomes of their clocks: the common limit from the moment their turn comes, one clock for
 * each branch from the moment it is open, for its own department. With the decision every clock of the case stops.
 */
export async function runJointClocks(clocks: MatterClocks, { before, after, entered }: Step): Promise<void> {
  const { joint, plan } = after
  if (!joint || !plan.joint || isOver(after)) return
  if (joint === before?.joint) return
  const { limit, lead } = plan.joint
  if (joint.openedAt !== null && before?.joint?.openedAt == null)
    await start(
      clocks,
      { id: jointClock(after.caseNo), limit, unit: lead, kind: 'other' },
      { after, entered },
    )
  const was = new Map(before?.joint?.branches.map((branch) => [branch.code, branch]))
  for (const { code, unit, limit: own, since } of joint.branches)
    if (since !== null && was.get(code)?.since == null)
      await start(
        clocks,
        { id: branchClock(after.caseNo, code), limit: own, unit, kind: 'step' },
        { after, entered },
      )
  await stopSettled(clocks, before?.joint, { after, entered })
}

interface Starting {
  readonly id: string
  readonly limit: string
  readonly unit: string
  readonly kind: 'other' | 'step'
}

async function start(
  clocks: MatterClocks,
  { id, limit, unit, kind }: Starting,
  { after, entered }: Omit<Step, 'before'>,
): Promise<void> {
  const terms = statutoryTerms(JOINT_RULE, {
    from: entered.now,
    handlingUnit: unit,
    limit: parseLimit(limit),
  })
  await clocks.start([{ id, subject: caseStream(after.caseNo), terms: { ...terms, kind } }], entered)
}

/** A branch that has spoken or was withdrawn; with the assembly all that still runs. */
async function stopSettled(
  clocks: MatterClocks,
  before: JointState | undefined,
  { after, entered }: Omit<Step, 'before'>,
): Promise<void> {
  const { caseNo, joint } = after
  if (!joint) return
  const subject = caseStream(caseNo)
  const assembled = joint.assembled !== null && !before?.assembled
  for (const branch of joint.branches) {
    const was = before?.branches.find(({ code }) => code === branch.code)
    const settled = isSettled(branch) && !(was && isSettled(was))
    if (branch.since === null || was?.since == null || !(settled || assembled)) continue
    const outcome = branch.status === 'withdrawn' ? '申请人撤回 withdrawn' : '已出意见 opinion given'
    await clocks.stop(subject, branchClock(caseNo, branch.code), outcome, entered)
  }
  if (assembled) await clocks.stop(subject, jointClock(caseNo), '已汇总 assembled', entered)
}

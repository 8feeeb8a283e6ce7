import type { EpochMs } from '#kernel/day.ts'
import { type CaseActor, deskName, holds } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { refuseNotRunning } from '../decisions/handling.ts'
import { overText, required, spoken } from '../decisions/saying.ts'
import { refuse as refuseCase } from '../refusals.ts'
import type { OpinionGiven } from './events.ts'
import { refuse } from './refusals.ts'
import { type BranchState, isSettled, type JointState } from './state.ts'
import { MEETING_NAMES } from '../branch-shape.ts'

export type GiveOpinion = Pick<OpinionGiven, 'branch' | 'result' | 'reason' | 'basis' | 'conditions'>

export interface OpinionFacts {
  readonly now: EpochMs
  /** When the branch's clock runs out; null where it stands still or has none. */
  readonly dueAt: EpochMs | null
}

/**
 * 出具意见: by the post the item names for the branch. One that comes after its limit is taken in as late: it is read, it
 * holds nothing up and changes nothing. Who was invited and stayed away may agree afterwards and not object (ITEM-23).
 */
export function giveOpinion(
  state: LivingCase,
  given: GiveOpinion,
  actor: CaseActor,
  { now, dueAt }: OpinionFacts,
): CaseEvent[] {
  refuseNotRunning(state)
  const branch = ownBranch(state, given.branch, actor)
  const joint = jointOf(state)
  refuseSettled(joint, branch)
  refuseAbsent(joint, branch, given)
  if (given.result !== 'agree') required(given.reason, { zh: '意见的理由', en: 'the reason' })
  if (given.result === 'object') required(given.basis, { zh: '意见的依据', en: 'the basis in law' })
  if (given.result === 'conditions' && given.conditions.trim() === '')
    throw refuse('joint.conditions-missing')
  const late = joint.assembled !== null || branch.overdueAt !== null || (dueAt !== null && now >= dueAt)
  const asBackup = actor.asBackup.has(deskName(branch))
  const { result, reason, basis } = given
  const conditions = result === 'conditions' ? given.conditions.trim() : ''
  const data = { branch: branch.code, result, reason: reason.trim(), basis: basis.trim(), conditions }
  return [{ type: 'OpinionGiven', data: { ...data, late, asBackup, meeting: null } }]
}

function refuseSettled(joint: JointState, branch: BranchState): void {
  const name = branch.name.zh
  if (branch.opinion) throw refuse('joint.opinion-given', { branch: name, at: spoken(branch.opinion.at) })
  if (branch.withdrawn) throw refuse('joint.branch-withdrawn', { branch: name })
  if (branch.status !== 'waiting') return
  if (joint.openedAt === null) throw refuse('joint.not-open')
  throw refuse('joint.branch-waiting', { branch: name, needs: namesOf(unsettled(joint, branch)) })
}

function refuseAbsent({ meetings }: JointState, branch: BranchState, { result }: GiveOpinion): void {
  const missed = meetings.find(({ meeting }) => meeting === branch.absentFrom)
  if (!missed || result === 'agree') return
  throw refuse('joint.absent-objects', {
    on: missed.held?.heldOn ?? missed.on,
    meeting: MEETING_NAMES[missed.kind].zh,
  })
}

/**
 * 以等待其他部门为由不办 (ITEM-22): what is listed the branch waits for by itself; for nothing else. The act is always
 * refused, and what was not listed is told to supervision.
 */
export function waitForBranch(
  state: LivingCase,
  { branch: code, other }: { readonly branch: string; readonly other: string },
  actor: CaseActor,
): CaseEvent[] {
  refuseNotRunning(state)
  const branch = ownBranch(state, code, actor)
  const waitedFor = jointOf(state).branches.find((one) => one.code === other && one.code !== code)
  if (!waitedFor) throw refuse('joint.no-such-branch', { branch: other })
  const named = { branch: branch.name.zh, other: waitedFor.name.zh }
  throw refuse(branch.needs.includes(other) ? 'joint.already-waits' : 'joint.unlisted-wait', named)
}

/** 需要补充的材料向牵头部门提出; the applicant carries nothing (HALL-24). */
export function askPapers(
  state: LivingCase,
  { branch: code, papers, from }: { branch: string; papers: string; from: 'lead' | 'applicant' },
  actor: CaseActor,
): CaseEvent[] {
  refuseNotRunning(state)
  const branch = ownBranch(state, code, actor)
  if (from === 'applicant') throw refuse('joint.applicant-carries')
  refuseSettled(jointOf(state), branch)
  required(papers, { zh: '需要什么材料', en: 'which papers' })
  return [{ type: 'PapersAsked', data: { branch: branch.code, papers: papers.trim() } }]
}

/** 撤回一个分支: by the applicant; the others go on. What waited for it goes on without it. */
export function withdrawBranch(
  state: LivingCase,
  { branch: code, reason }: { readonly branch: string; readonly reason: string },
  { person }: CaseActor,
): CaseEvent[] {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  if (person === null || (person !== state.applicant && person !== state.agent))
    throw refuseCase('case.only-applicant')
  const joint = jointOf(state)
  const branch = branchOf(joint, code)
  if (branch.withdrawn) throw refuse('joint.branch-withdrawn', { branch: branch.name.zh })
  if (joint.assembled) throw refuse('joint.assembled', { at: spoken(joint.assembled.at) })
  const others = joint.branches.filter((one) => one.code !== code && one.status !== 'withdrawn')
  if (others.length === 0) throw refuse('joint.last-branch')
  return [{ type: 'BranchWithdrawn', data: { branch: code, reason } }]
}

/** 申请人反映被要求自己跑腿送材料 (HALL-24): said on the tracking page, and supervision hears of it. */
export function reportCarrying(
  state: LivingCase,
  { where }: { readonly where: string },
  { person }: CaseActor,
): CaseEvent[] {
  if (person === null || (person !== state.applicant && person !== state.agent))
    throw refuseCase('case.only-applicant')
  required(where, { zh: '在哪里、被要求送什么', en: 'where, and what you were told to carry' })
  return [{ type: 'CarryReported', data: { where: where.trim() } }]
}

export function jointOf({ joint }: LivingCase): JointState {
  if (!joint) throw refuse('joint.none')
  return joint
}

export function branchOf({ branches }: JointState, code: string): BranchState {
  const branch = branches.find((one) => one.code === code)
  if (!branch) throw refuse('joint.no-such-branch', { branch: code.slice(0, 60) })
  return branch
}

/** The branch, by whoever holds its post, its backup, or the head of its department. */
function ownBranch(state: LivingCase, code: string, actor: CaseActor): BranchState {
  const branch = branchOf(jointOf(state), code)
  if (!holds(actor, branch)) {
    const { name, unit, post } = branch
    throw refuseCase('case.step-not-yours', { step: name.zh, unit, post })
  }
  return branch
}

export const unsettled = ({ branches }: JointState, { needs }: BranchState): BranchState[] =>
  branches.filter((one) => needs.includes(one.code) && !isSettled(one))

export const namesOf = (branches: readonly BranchState[]): string =>
  branches.map(({ name }) => name.zh).join('、')

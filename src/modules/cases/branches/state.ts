import type { EpochMs } from '#kernel/day.ts'
import type { LimitPassed } from '../case-events.ts'
import type { Happened, LivingCase } from '../case.ts'
import type {
  ConflictRuled,
  JointAssembled,
  JointEvent,
  MeetingCalled,
  MeetingHeld,
  OpinionGiven,
} from './events.ts'
import type { CasePlan } from '../plan.ts'
import type { PlannedBranch, PlannedJoint } from './plan.ts'
import type { BranchStatus } from '../branch-shape.ts'

/** How far joint approval has come. */
export interface JointState {
  /** When the turn of the branches came; null: steps before them are open. */
  readonly openedAt: EpochMs | null
  readonly branches: readonly BranchState[]
  readonly meetings: readonly MeetingState[]
  readonly ruling: (ConflictRuled & Happened) | null
  readonly assembled: (JointAssembled & Happened) | null
  /** When the common limit ran out before it was assembled. */
  readonly passedAt: EpochMs | null
}

export interface BranchState extends PlannedBranch {
  readonly status: BranchStatus
  readonly since: EpochMs | null
  /** When its limit ran out before there was an opinion. */
  readonly overdueAt: EpochMs | null
  /** The meeting its department was invited to and stayed away from. */
  readonly absentFrom: string | null
  readonly opinion: (OpinionGiven & Happened) | null
  readonly withdrawn: { readonly at: EpochMs; readonly reason: string } | null
  readonly papers: readonly ({ readonly papers: string } & Happened)[]
}

export interface MeetingState extends MeetingCalled {
  readonly calledAt: EpochMs
  readonly held: (MeetingHeld & Happened) | null
}

export const startJoint = ({ branches }: PlannedJoint): JointState => ({
  openedAt: null,
  branches: branches.map((branch) => ({
    ...branch,
    ...{ status: 'waiting', since: null, overdueAt: null, absentFrom: null },
    ...{ opinion: null, withdrawn: null, papers: [] },
  })),
  meetings: [],
  ruling: null,
  assembled: null,
  passedAt: null,
})

/** Never refuses: what is in the ledger happened. */
export function evolveJoint(joint: JointState, event: JointEvent, happened: Happened): JointState {
  switch (event.type) {
    case 'OpinionGiven':
      return withBranch(joint, event.data.branch, {
        status: 'given',
        opinion: { ...event.data, ...happened },
      })
    case 'BranchWithdrawn':
      return withBranch(joint, event.data.branch, {
        status: 'withdrawn',
        withdrawn: { at: happened.at, reason: event.data.reason },
      })
    case 'PapersAsked': {
      const { branch, papers } = event.data
      const asked = joint.branches.find(({ code }) => code === branch)?.papers ?? []
      return withBranch(joint, branch, { papers: [...asked, { papers, ...happened }] })
    }
    case 'MeetingCalled':
      return {
        ...joint,
        meetings: [...joint.meetings, { ...event.data, calledAt: happened.at, held: null }],
      }
    case 'MeetingHeld':
      return held(joint, event.data, happened)
    case 'ConflictRuled':
      return { ...joint, ruling: { ...event.data, ...happened } }
    case 'JointAssembled':
      return { ...joint, assembled: { ...event.data, ...happened } }
    case 'CarryReported':
    case 'JointBreachTried':
      return joint
  }
}

const withBranch = (joint: JointState, code: string, change: Partial<BranchState>): JointState => ({
  ...joint,
  branches: joint.branches.map((branch) => (branch.code === code ? { ...branch, ...change } : branch)),
})

function held(joint: JointState, data: MeetingHeld, happened: Happened): JointState {
  const { meeting, absent } = data
  return {
    ...joint,
    meetings: joint.meetings.map((one) =>
      one.meeting === meeting ? { ...one, held: { ...data, ...happened } } : one,
    ),
    branches: joint.branches.map((branch) =>
      absent.includes(branch.unit) && branch.opinion === null ? { ...branch, absentFrom: meeting } : branch,
    ),
  }
}

/** A limit that ran out: of one branch, or the common one. */
export function passJoint(joint: JointState, { limit, step, dueAt }: LimitPassed): JointState {
  if (limit === 'joint') return { ...joint, passedAt: dueAt }
  return limit === 'branch' && step !== undefined ? withBranch(joint, step, { overdueAt: dueAt }) : joint
}

/** Steps behind the joint part wait until the lead has assembled it. */
export const barrierOf = ({
  plan,
  joint,
}: {
  readonly plan: CasePlan
  readonly joint?: JointState | undefined
}): number => (plan.joint && joint && !joint.assembled ? plan.joint.group : Infinity)

/** Whose turn has come: all branches that need nothing, at once; the others as soon as what they need is settled. */
export function openBranches(state: LivingCase, at: EpochMs): LivingCase {
  const { plan, joint, steps, accepted } = state
  if (!plan.joint || !joint || joint.assembled || !accepted) return state
  const { group } = plan.joint
  if (steps.some((step) => step.status !== 'done' && step.group < group)) return state
  const settled = new Set(joint.branches.filter(isSettled).map(({ code }) => code))
  const branches = joint.branches.map((branch) =>
    branch.status === 'waiting' && branch.needs.every((need) => settled.has(need))
      ? { ...branch, status: 'open' as const, since: at }
      : branch,
  )
  return { ...state, joint: { ...joint, openedAt: joint.openedAt ?? at, branches } }
}

export const isSettled = ({ status }: BranchState): boolean => status === 'given' || status === 'withdrawn'

/** What the lead need not wait for any longer: it is late, its department stayed away, or it waits for one of these. */
export function isPassedOver(joint: JointState, branch: BranchState): boolean {
  if (isSettled(branch)) return false
  if (joint.passedAt !== null || branch.overdueAt !== null || branch.absentFrom !== null) return true
  return joint.branches.some((other) => branch.needs.includes(other.code) && isPassedOver(joint, other))
}

/** Opinions in time: what is late is read, and decides nothing. */
export const timely = ({ branches }: JointState): (OpinionGiven & Happened)[] =>
  branches.flatMap(({ opinion, withdrawn }) => (opinion && !opinion.late && !withdrawn ? [opinion] : []))

/** 意见不一致: some object and others do not. */
export function isConflict(joint: JointState): boolean {
  const results = new Set(timely(joint).map(({ result }) => result === 'object'))
  return results.size === 2
}

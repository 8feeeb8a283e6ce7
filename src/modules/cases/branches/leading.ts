import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type CaseActor, heads } from '../actor.ts'
import type { LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { refuseNotRunning } from '../decisions/handling.ts'
import { required, spoken } from '../decisions/saying.ts'
import type { ConflictRuled, MeetingCalled, MeetingHeld, OpinionGiven } from './events.ts'
import { jointOf, namesOf } from './opinions.ts'
import type { PlannedJoint } from './plan.ts'
import { refuse } from './refusals.ts'
import { isConflict, isPassedOver, isSettled, type JointState, type MeetingState, timely } from './state.ts'

export type CallMeeting = Pick<MeetingCalled, 'kind' | 'on' | 'place' | 'matter' | 'units'>

/** 召集会审或者踏勘: the lead invites departments that have a branch, with day and place. */
export function callMeeting(
  state: LivingCase,
  given: CallMeeting,
  actor: CaseActor,
  now: EpochMs,
): CaseEvent[] {
  const joint = leading(state, actor)
  const units = [...new Set(given.units)]
  const foreign = units.find((unit) => !joint.branches.some((branch) => branch.unit === unit))
  if (foreign) throw refuse('joint.unit-not-invited', { unit: foreign })
  if (units.length < 2) throw refuse('joint.nobody-invited')
  if (dayNumber(given.on) < dayAt(now)) throw refuse('joint.meeting-past', { on: given.on })
  required(given.place, { zh: '地点', en: 'where' })
  required(given.matter, { zh: '议题', en: 'what about' })
  const { kind, on, place, matter } = given
  const meeting = `m${joint.meetings.length + 1}`
  return [{ type: 'MeetingCalled', data: { meeting, kind, on, place, matter, units } }]
}

export interface HoldMeeting extends Pick<
  MeetingHeld,
  'meeting' | 'heldOn' | 'attended' | 'absent' | 'result'
> {
  /** What those who came said, by their unit: it is the opinion of their branch where they have given none. */
  readonly opinions: readonly (Pick<OpinionGiven, 'result' | 'reason' | 'basis' | 'conditions'> & {
    readonly unit: string
  })[]
}

/** 登记会审结果: each invited department came or stayed away, what was said, what came of it, on which day. */
export function holdMeeting(
  state: LivingCase,
  { opinions, ...given }: HoldMeeting,
  actor: CaseActor,
  now: EpochMs,
): CaseEvent[] {
  const joint = leading(state, actor)
  const called = joint.meetings.find(({ meeting, held }) => meeting === given.meeting && !held)
  if (!called) throw refuse('joint.no-such-meeting')
  refuseHeldDay(called, given.heldOn, now)
  refuseAttendance(called, given)
  required(given.result, { zh: '会审结论', en: 'what came of it' })
  const stranger = opinions.find(({ unit }) => !given.attended.some((one) => one.unit === unit))
  if (stranger) throw refuse('joint.absent-opinion', { unit: stranger.unit })
  const said = opinions.flatMap(({ unit, ...opinion }) =>
    joint.branches
      .filter((branch) => branch.unit === unit && branch.status === 'open')
      .map(({ code, overdueAt }): CaseEvent => ({
        type: 'OpinionGiven',
        data: {
          ...{ branch: code, ...opinion, late: overdueAt !== null, asBackup: false },
          meeting: given.meeting,
        },
      })),
  )
  return [{ type: 'MeetingHeld', data: given }, ...said]
}

function refuseHeldDay({ calledAt }: MeetingState, heldOn: Day, now: EpochMs): void {
  const [on, from] = [dayNumber(heldOn), dayAt(calledAt)]
  if (on < from || on > dayAt(now))
    throw refuse('joint.meeting-day-wrong', { on: heldOn, from: dayOfNumber(from) })
}

function refuseAttendance(
  { units }: MeetingState,
  { attended, absent }: Pick<MeetingHeld, 'attended' | 'absent'>,
): void {
  const came = attended.map(({ unit }) => unit)
  const stranger = [...came, ...absent].find((unit) => !units.includes(unit))
  if (stranger) throw refuse('joint.unit-not-invited', { unit: stranger })
  const open = units.filter((unit) => came.includes(unit) === absent.includes(unit))
  if (open.length > 0) throw refuse('joint.attendance-open', { units: open.join('、') })
}

/** 裁定: by the head of the lead department or a leader, with reason and basis; the decision follows it. */
export function ruleConflict(state: LivingCase, given: ConflictRuled, actor: CaseActor): CaseEvent[] {
  refuseNotRunning(state)
  const joint = jointOf(state)
  const { lead } = plannedJoint(state)
  if (!heads(actor, lead) && !actor.leader) throw refuse('joint.head-rules')
  refuseAssembled(joint)
  if (!isConflict(joint)) throw refuse('joint.no-conflict')
  if (joint.ruling) throw refuse('joint.ruled', { at: spoken(joint.ruling.at) })
  required(given.reason, { zh: '裁定的理由', en: 'why it is ruled so' })
  required(given.basis, { zh: '裁定的依据', en: 'the basis of the ruling' })
  return [{ type: 'ConflictRuled', data: given }]
}

/**
 * 汇总意见: when every branch has spoken, was withdrawn, or need not be waited for any longer. Late ones are named and do
 * not stop it.
 */
export function assembleJoint(
  state: LivingCase,
  { summary }: { readonly summary: string },
  actor: CaseActor,
): CaseEvent[] {
  const joint = leading(state, actor)
  const pending = joint.branches.filter((branch) => !isSettled(branch))
  const awaited = pending.filter((branch) => !isPassedOver(joint, branch))
  if (awaited.length > 0) throw refuse('joint.branches-open', { branches: namesOf(awaited) })
  if (isConflict(joint) && !joint.ruling)
    throw refuse('joint.conflict-unruled', { objecting: objecting(joint) })
  required(summary, { zh: '汇总意见', en: 'the summary' })
  const without = pending.map(({ code }) => code)
  return [{ type: 'JointAssembled', data: { summary: summary.trim(), without } }]
}

const objecting = (joint: JointState): string =>
  namesOf(joint.branches.filter(({ opinion }) => opinion?.result === 'object' && !opinion.late))

/** Nothing is decided before it is assembled, nor against a ruling, nor against all departments. */
export function refuseUnassembled(state: LivingCase, outcome: 'granted' | 'denied'): void {
  const { joint } = state
  if (!joint) return
  if (!joint.assembled) throw refuse('joint.not-assembled')
  if (joint.ruling && joint.ruling.outcome !== outcome)
    throw refuse('joint.against-ruling', { ruling: joint.ruling.outcome === 'granted' ? '准予' : '不予' })
  const opinions = timely(joint)
  const all = opinions.length > 0 && opinions.every(({ result }) => result === 'object')
  if (all && outcome === 'granted') throw refuse('joint.all-object')
}

/** The lead department's own people. */
function leading(state: LivingCase, actor: CaseActor): JointState {
  refuseNotRunning(state)
  const joint = jointOf(state)
  const { lead } = plannedJoint(state)
  if (actor.unit !== lead) throw refuse('joint.not-lead')
  if (joint.openedAt === null) throw refuse('joint.not-open')
  refuseAssembled(joint)
  return joint
}

function refuseAssembled({ assembled }: JointState): void {
  if (assembled) throw refuse('joint.assembled', { at: spoken(assembled.at) })
}

function plannedJoint({ plan }: LivingCase): PlannedJoint {
  if (!plan.joint) throw refuse('joint.none')
  return plan.joint
}

const dayAt = (at: EpochMs): number => dayNumberAt(DEFAULT_ZONE, at)

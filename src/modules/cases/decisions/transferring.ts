import type { EpochMs } from '#kernel/day.ts'
import { type Calendar, dayNumberAt, DEFAULT_ZONE, workingDaysWithin } from '#engines/calendar/index.ts'
import { type CaseActor, heads } from '../actor.ts'
import type { LivingCase, StepState } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import type { Desk } from '../plan.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { type ResponsibilityNumbers, responsibilityNumbers } from '../responsibility-numbers.ts'
import type { Transfer } from '../transfers/events.ts'
import { refuse } from '../transfers/refusals.ts'
import { arrivedAt, hadStep } from '../transfers/state.ts'
import { refuseNotRunning } from './handling.ts'
import { required } from './saying.ts'

export interface TransferStep {
  readonly step: string
  readonly to: Desk
  readonly reason: string
  readonly basis: string
}

/** What a transfer is judged by. */
export interface TransferTimes {
  readonly now: EpochMs
  readonly calendar: Calendar
  /** The soonest end of the limits that run on the step; null: none is known. */
  readonly dueAt: EpochMs | null
}

const SHORTEST_REASON = 10

/**
 * 推诿扯皮 (CASE-29): a step goes to another department with the consent of the head, a reason and a basis, soon after it
 * came. The third transfer of a case, and one that comes too late, stop: the coordinator rules whose it is.
 */
export function transferStep(
  state: LivingCase,
  asked: TransferStep,
  actor: CaseActor,
  times: TransferTimes,
): CaseEvent[] {
  refuseNotRunning(state)
  const step = openStep(state, asked.step)
  if (state.transfers?.dispute) throw refuse('transfer.awaiting-ruling')
  if (state.transfers?.rulings.some((ruling) => ruling.step === step.code)) throw refuse('transfer.ruled')
  if (!heads(actor, step.unit)) throw refuse('transfer.head-consents')
  if (asked.to.unit === step.unit) throw refuse('transfer.same-unit')
  if (asked.reason.trim().length < SHORTEST_REASON || asked.basis.trim() === '')
    throw refuse('transfer.reason-too-short')
  const numbers = responsibilityNumbers(times.now)
  const data = transferOf(state, step, asked, { ...times, numbers })
  if (data.nth >= numbers.stopsAt) return [{ type: 'TransferStopped', data: { ...data, because: 'third' } }]
  if (isLate(state, step, { ...times, numbers }))
    return [{ type: 'TransferStopped', data: { ...data, because: 'tooLate' } }]
  return [{ type: 'StepTransferred', data }]
}

type Judging = TransferTimes & { readonly numbers: ResponsibilityNumbers }

function transferOf(
  { transfers }: LivingCase,
  step: StepState,
  { to, reason, basis }: TransferStep,
  { now, calendar, dueAt, numbers }: Judging,
): Transfer {
  return {
    ...{ step: step.code, from: { unit: step.unit, post: step.post }, to, reason, basis },
    nth: (transfers?.passed.length ?? 0) + 1,
    loop: hadStep(transfers, step.code).includes(to.unit),
    lastMinute:
      dueAt !== null && (dueAt <= now || workingDays(calendar, now, dueAt - 1) < numbers.lastMinuteDays),
  }
}

const isLate = ({ transfers }: LivingCase, step: StepState, { now, calendar, numbers }: Judging): boolean =>
  workingDays(calendar, arrivedAt(transfers, step) ?? now, now) > numbers.passOnWithinDays

/** Working days after the day of `from` up to that of `until`; none where the calendar does not know them. */
export function workingDays(calendar: Calendar, from: EpochMs, until: EpochMs): number {
  const [first, last] = [dayNumberAt(DEFAULT_ZONE, from), dayNumberAt(DEFAULT_ZONE, until)]
  if (first < calendar.first || last > calendar.last || last <= first) return 0
  return workingDaysWithin(calendar, first, last)
}

export interface RuleTransfer {
  readonly to: Desk
  readonly reason: string
  readonly basis: string
}

/** 裁定: by the coordinator above the departments; binding for both, and the step goes on at once. */
export function ruleTransfer(state: LivingCase, asked: RuleTransfer, actor: CaseActor): CaseEvent[] {
  const dispute = state.transfers?.dispute
  if (!dispute) throw refuse('transfer.nothing-to-rule')
  if (!actor.leader) throw refuse('transfer.not-the-coordinator')
  required(asked.reason, { zh: '裁定的理由', en: 'the reason of the ruling' })
  required(asked.basis, { zh: '裁定的依据', en: 'the basis of the ruling' })
  return [{ type: 'TransferRuled', data: { step: dispute.step, ...asked } }]
}

function openStep({ steps }: LivingCase, code: string): StepState {
  const step = steps.find((one) => one.code === code && one.status === 'open')
  if (!step) throw refuseCase('case.no-such-step', { step: code })
  return step
}

import type { EpochMs } from '#kernel/day.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { CaseActor } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { ORAL } from '../interventions/events.ts'
import { refuse } from '../interventions/refusals.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { responsibilityNumbers } from '../responsibility-numbers.ts'
import type { InvolvedHow, RaisedBy } from '../terms.ts'
import { overText, required, spoken } from './saying.ts'
import { workingDays } from './transferring.ts'

export interface InvolveLeader {
  readonly how: InvolvedHow
  readonly raisedBy: RaisedBy
  readonly leader: string
  readonly matter: string
  readonly heardAt: EpochMs
}

export interface InvolvingTimes {
  readonly now: EpochMs
  readonly calendar: Calendar
}

/**
 * 没有领导出面就办不了 (CASE-28): whoever asked, what for and when. What the department could have settled itself is marked,
 * and so is a spoken word that nobody wrote down for days.
 */
export function involveLeader(
  state: LivingCase,
  asked: InvolveLeader,
  actor: CaseActor,
  { now, calendar }: InvolvingTimes,
): CaseEvent[] {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  refuseStrangers(state, actor)
  required(asked.leader, { zh: '哪一位领导（职务）', en: 'which leader, by office' })
  required(asked.matter, { zh: '过问什么', en: 'what it was about' })
  const { heardAt, how, raisedBy } = asked
  if (heardAt > now || heardAt < state.receivedAt)
    throw refuse('intervention.future', { at: spoken(heardAt) })
  const withinPower = isWithinPower(state)
  const late = workingDays(calendar, heardAt, now) > responsibilityNumbers(now).enterWithinDays
  const data = {
    ...asked,
    nth: (state.interventions?.length ?? 0) + 1,
    withinPower,
    routine: withinPower && raisedBy === 'department',
    enteredLate: ORAL.has(how) && late,
  }
  return [{ type: 'LeaderInvolved', data }]
}

/** Nothing but the department itself stands in the way: no other unit's step, no dispute, no special procedure. */
function isWithinPower({ plan, steps, status, transfers, extension }: LivingCase): boolean {
  const open = steps.length > 0 ? steps.filter((step) => step.status !== 'done') : plan.steps
  return (
    status !== 'suspended' &&
    !transfers?.dispute &&
    extension?.status !== 'asked' &&
    open.every(({ unit }) => unit === plan.unit)
  )
}

export interface LeaderAnswer {
  readonly instruction: string
}

/** 领导答复: the days since it was raised are the days that were lost. */
export function answerInvolved(
  state: LivingCase,
  { instruction }: LeaderAnswer,
  actor: CaseActor,
  { now, calendar }: InvolvingTimes,
): CaseEvent[] {
  refuseStrangers(state, actor)
  const open = state.interventions?.find(({ answered }) => answered === null)
  if (!open) throw refuse('intervention.none-open')
  required(instruction, { zh: '领导怎么说', en: 'what the leader said' })
  const daysLost = workingDays(calendar, open.heardAt, now)
  return [{ type: 'LeaderAnswered', data: { nth: open.nth, instruction, daysLost } }]
}

function refuseStrangers({ plan, steps }: LivingCase, { unit, leader }: CaseActor): void {
  const party = [plan.unit, ...plan.steps.map((step) => step.unit), ...steps.map((step) => step.unit)]
  if (!leader && (unit === null || !party.includes(unit))) throw refuse('intervention.not-a-party')
}

import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import {
  type Calendar,
  dayAfterNotice,
  dayNumberAt,
  DEFAULT_ZONE,
  workingDayFrom,
} from '#engines/calendar/index.ts'
import { findStatutoryRule } from '#engines/clocks/index.ts'
import { type CaseActor, serves } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import type { HearingHeld, HearingOffered, HearingSet } from '../hearings/events.ts'
import { refuse } from '../hearings/refusals.ts'
import { type HearingState, isHearingDue } from '../hearings/state.ts'
import { refuse as refuseCase } from '../refusals.ts'
import type { HearingParty } from '../terms.ts'
import { refuseNotRunning } from './handling.ts'
import { overText, required, spoken } from './saying.ts'

/**
 * 听证告知 (行政许可法 47): where a licence touches great interests of the applicant and of others, both are told before the
 * decision that they may ask for a hearing.
 */
export function offerHearing(
  state: LivingCase,
  { matter, concerned }: Omit<HearingOffered, 'issued'>,
  actor: CaseActor,
): CaseEvent[] {
  refuseNotRunning(state)
  refuseOtherUnit(state, actor)
  if (state.hearing) throw refuse('hearing.already-offered', { at: spoken(state.hearing.offeredAt) })
  required(matter, { zh: '涉及的重大利益关系', en: 'which great interest is touched' })
  return [
    { type: 'HearingOffered', data: { matter: matter.trim(), concerned: concerned.trim(), issued: null } },
  ]
}

export interface AskHearing {
  readonly by: HearingParty
  /** The postmark, when it came by post. */
  readonly postedOn: Day | null
}

export interface AskingTimes {
  readonly now: EpochMs
  /** When the five days run out. */
  readonly until: EpochMs
  /** When the law's limit runs out; null while it stands still already. */
  readonly limitEndsAt: EpochMs | null
}

/**
 * 申请听证: within five working days of being told (47). The day of posting counts (T-04): what was posted on the last day
 * and arrives later is in time, so also after the right has lapsed as far as anybody knew.
 */
export function askHearing(
  state: LivingCase,
  { by, postedOn }: AskHearing,
  actor: CaseActor,
  times: AskingTimes,
): CaseEvent[] {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  const own = actor.person !== null && (actor.person === state.applicant || actor.person === state.agent)
  if (!own && !serves(actor, state.plan.unit)) throw refuseCase('case.other-unit', { unit: state.plan.unit })
  const { hearing } = state
  if (!hearing) throw refuse('hearing.not-offered')
  if (hearing.stage !== 'offered' && hearing.stage !== 'lapsed') throw refuse('hearing.already-asked')
  refuseLate(hearing, postedOn, times)
  return [{ type: 'HearingAsked', data: { by, postedOn } }, ...standStill(state, times)]
}

const dayAt = (at: EpochMs): number => dayNumberAt(DEFAULT_ZONE, at)

function refuseLate({ offeredAt }: HearingState, postedOn: Day | null, { now, until }: AskingTimes): void {
  const [from, today, last] = [dayAt(offeredAt), dayAt(now), dayAt(until - 1)]
  const on = postedOn === null ? today : dayNumber(postedOn)
  if (on < from || on > today)
    throw refuse('hearing.posted-day-wrong', { on: postedOn ?? '', from: dayOfNumber(from) })
  if (on > last) throw refuse('hearing.asked-too-late', { last: dayOfNumber(last), on: dayOfNumber(on) })
}

/**
 * The time a hearing takes is not counted, and the notice that goes out with it says so (45). Registrations and other
 * rules that do not list it run on; so does a limit that has passed, noticed or not.
 */
function standStill({ status, plan }: LivingCase, { now, limitEndsAt }: AskingTimes): CaseEvent[] {
  const ground = findStatutoryRule(plan.statutory.rule)?.suspendedBy.find(({ code }) => code === 'hearing')
  if (!ground || status !== 'accepted' || limitEndsAt === null || now >= limitEndsAt) return []
  const groundText = { zh: ground.zh, en: ground.en }
  const data = { ground: 'hearing', groundText, document: '听证申请', toldAt: now, issued: null }
  return [{ type: 'CaseSuspended', data }]
}

/** 听证申请期限届满: nobody asked, at the legal instant. */
export const lapseHearing = ({ hearing }: LivingCase, dueAt: EpochMs): CaseEvent[] =>
  hearing?.stage === 'offered' ? [{ type: 'HearingRightLapsed', data: { dueAt } }] : []

export interface SetHearing extends Omit<HearingSet, 'issued'> {
  /** The unit the chair works in; null: nobody of that name. */
  readonly chairUnit: string | null
}

/**
 * 听证通知 (48): time and place seven working days before, in public unless a secret or privacy forbids it, under somebody
 * who has not reviewed the application. Setting it anew takes the same notice.
 */
export function setHearing(
  state: LivingCase,
  { chairUnit, ...session }: SetHearing,
  actor: CaseActor,
  { now, calendar }: { readonly now: EpochMs; readonly calendar: Calendar },
): CaseEvent[] {
  refuseUnarranged(state, actor)
  const { at, place, chair, chairName } = session
  required(place, { zh: '听证地点', en: 'where the hearing is' })
  const first = firstHearingDay(now, calendar)
  if (dayAt(at) < dayNumber(first)) throw refuse('hearing.notice-too-short', { first })
  if (chairUnit !== state.plan.unit) throw refuse('hearing.chair-not-of-unit', { chair: chairName })
  if (handledBy(state).has(chair)) throw refuse('hearing.chair-handled', { chair: chairName })
  return [{ type: 'HearingSet', data: { ...session, place: place.trim(), issued: null } }]
}

/** A hearing is arranged by the unit, once somebody has asked for it. */
export function refuseUnarranged(state: LivingCase, actor: CaseActor): void {
  refuseOtherUnit(state, actor)
  if (!isHearingDue(state.hearing)) throw refuse('hearing.not-asked')
}

/** XK-10: the first working day for a hearing that is announced now. */
export const firstHearingDay = (now: EpochMs, calendar: Calendar): Day =>
  dayOfNumber(workingDayFrom(calendar, dayAfterNotice(dayAt(now), 7, calendar)))

/** Whoever has worked on the application: they do not chair its hearing (48(3)). */
export function handledBy({
  receivedBy,
  accepted,
  steps,
  visits,
  extension,
}: LivingCase): ReadonlySet<string> {
  const visitors = Object.values(visits ?? {}).flatMap(({ people }) => people.map(({ account }) => account))
  const desks = steps.flatMap(({ doneBy }) => doneBy ?? [])
  const askedBy = extension ? [extension.askedBy] : []
  return new Set([receivedBy, ...(accepted ? [accepted.by] : []), ...desks, ...visitors, ...askedBy])
}

/** 听证笔录 (48(5)): after it took place; the clocks go on by themselves. */
export function holdHearing(
  state: LivingCase,
  { attended, statements }: Omit<HearingHeld, 'issued'>,
  actor: CaseActor,
  now: EpochMs,
): CaseEvent[] {
  refuseUnarranged(state, actor)
  const { hearing } = state
  if (hearing?.stage !== 'set' || !hearing.session) throw refuse('hearing.not-set')
  if (now < hearing.session.at) throw refuse('hearing.not-begun', { at: spoken(hearing.session.at) })
  required(attended, { zh: '到场情况', en: 'who came' })
  required(statements, { zh: '各方陈述和质证', en: 'what was said' })
  const data = { attended: attended.trim(), statements: statements.trim(), issued: null }
  return [{ type: 'HearingHeld', data }, ...goOn(state, '听证笔录')]
}

/** 放弃听证: the request was taken back, or who asked did not come. */
export function giveUpHearing(
  state: LivingCase,
  { reason }: { readonly reason: string },
  actor: CaseActor,
): CaseEvent[] {
  refuseUnarranged(state, actor)
  required(reason, { zh: '放弃听证的情况', en: 'how it was given up' })
  return [{ type: 'HearingGivenUp', data: { reason: reason.trim() } }, ...goOn(state, '放弃听证登记')]
}

const goOn = ({ suspension }: LivingCase, document: string): CaseEvent[] =>
  suspension?.ground === 'hearing' ? [{ type: 'CaseResumed', data: { document } }] : []

function refuseOtherUnit(state: LivingCase, { unit }: CaseActor): void {
  if (isOver(state)) throw refuseCase('case.over', { how: overText(state) })
  if (unit !== state.plan.unit) throw refuseCase('case.other-unit', { unit: state.plan.unit })
}

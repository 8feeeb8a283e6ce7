import type { Day, EpochMs } from '#kernel/day.ts'
import { lastDayBefore, parseLimit } from '#engines/clocks/index.ts'
import { conductOf } from './conducts.ts'
import { exemptionOf } from './exemptions.ts'
import {
  type Disposed,
  type FindingEvent,
  type FindingState,
  isSealed,
  type Remedy,
  severityOf,
  standing,
} from './finding.ts'
import { dayAt, lastDayOf } from './moments.ts'
import { refuse } from './refusals.ts'
import { settingOn } from './settings.ts'
import { type Disposition, FINDING_STATE_WORDS, type ReviewOutcome } from './terms.ts'

/** Whoever acts on a finding: his account and the unit he belongs to. */
export interface FindingActor {
  readonly account: string
  readonly unit: string | null
}

/** 说明、申辩: the unit answers until something is decided, as often as it likes; what it said before stays. */
export function answer(state: FindingState, text: string, by: FindingActor, now: EpochMs): FindingEvent[] {
  refuseOver(state)
  if (by.unit !== state.unit) throw refuse('finding.not-yours-to-answer')
  const late = state.replyBy !== null && now >= state.replyBy
  return [{ type: 'FindingAnswered', unit: state.unit, text: reasoned(text), late }]
}

/** 承办: by somebody of another unit, while it is open or under review. */
export function mayTake(state: FindingState, by: FindingActor): void {
  refuseSupervised(state, by)
  if (state.status === 'withdrawn') refuseOver(state)
  if (state.handler?.by === by.account) throw refuse('finding.handled')
}

/** 向单位公开. */
export function release(state: FindingState, by: FindingActor, replyBy: EpochMs): FindingEvent[] {
  refuseSupervised(state, by)
  refuseOver(state)
  if (!isSealed(state) && state.sources.every(({ sealed }) => !sealed)) throw refuse('finding.not-sealed')
  return [{ type: 'FindingReleased', replyBy: state.replyBy ?? replyBy }]
}

/** What burdens somebody and is decided with this very step: nobody is burdened unheard. */
const HEARD_BEFORE: ReadonlySet<Disposition> = new Set(['instrument', 'educated'])
/** What the unit hears of at once. */
const TOLD_TO_UNIT: ReadonlySet<Disposition> = new Set(['rectify', 'instrument', 'educated'])
/** With these the harm is still to be put right, by a day; with the rest it must have been. */
const REMEDY_LATER: ReadonlySet<Disposition> = new Set(['rectify', 'accountability', 'transfer'])

export interface Disposing {
  readonly disposition: Disposition
  readonly reason: string
  readonly reference?: string | undefined
  /** Of the list of exemptions, for `exempt`. */
  readonly ground?: string | undefined
  readonly remedyBy?: Day | undefined
}

export interface DisposingNow {
  readonly by: FindingActor
  readonly now: EpochMs
  /** Findings of the same unit and conduct that were ended by educating, with their days. */
  readonly educated: readonly { readonly finding: string; readonly on: Day }[]
  readonly reviewUntil: EpochMs | null
}

/** 处置: every finding ends in one, with reasons. Never by the unit itself; nobody is burdened unheard (ESUP-13). */
export function dispose(
  state: FindingState,
  { disposition, reason, reference, ground, remedyBy }: Disposing,
  { by, now, educated, reviewUntil }: DisposingNow,
): FindingEvent[] {
  refuseSupervised(state, by)
  refuseOver(state)
  if (TOLD_TO_UNIT.has(disposition) && isSealed(state)) throw refuse('finding.sealed')
  const { replyBy, answers } = state
  if (HEARD_BEFORE.has(disposition) && answers.length === 0 && replyBy !== null && now < replyBy)
    throw refuse('finding.hearing-first', { replyBy: lastDayOf(replyBy) })
  const today = dayAt(now)
  if (disposition === 'exempt') exemptionOf(ground, today)
  refuseSoftened(disposition, reason)
  const disposed: Disposed = {
    ...{ disposition, reason: reasoned(reason), reference: reference ?? null },
    ground: disposition === 'exempt' ? (ground ?? null) : null,
    remedyBy: remedyDay(state, disposition, remedyBy, today),
    educatedBefore: disposition === 'educated' ? educatedBefore(state, educated, today) : [],
    reviewUntil,
  }
  return [{ type: 'FindingDisposed', ...disposed }]
}

const ADVICE = /(改为|转为|改作|以)[^，。；]{0,6}(指导|建议|提醒|意见)/

/** A finding is not ended by calling it advice (ESUP-22). */
function refuseSoftened(disposition: Disposition, reason: string): void {
  const said = ADVICE.exec(reason)
  if (said && (disposition === 'noFault' || disposition === 'educated'))
    throw refuse('finding.softened', { words: said[0] })
}

/** 屡教不改: educating ends the same conduct of a unit only so often, and each time says what came before. */
function educatedBefore(state: FindingState, educated: DisposingNow['educated'], today: Day): string[] {
  if (severityOf(state) === 'grave') throw refuse('finding.grave-educated')
  const since = lastDayBefore(today, parseLimit(settingOn('educatedCountsFor', today)))
  const counted = educated.filter(({ on }) => on > since).map(({ finding }) => finding)
  if (counted.length >= settingOn('educatedAtMost', today))
    throw refuse('finding.educated-before', { times: counted.length, findings: counted.join('、') })
  return counted
}

/** 乱作为只在纸上改正: closing a finding that harmed somebody needs his remedy, done or with a day (ESUP-10). */
function remedyDay(
  { conduct, happenedOn, remedy }: FindingState,
  disposition: Disposition,
  remedyBy: Day | undefined,
  today: Day,
): Day | null {
  const harmed = conductOf(conduct, happenedOn).harms && disposition !== 'noFault'
  if (!harmed || remedy) return remedyBy ?? null
  if (!REMEDY_LATER.has(disposition)) throw refuse('finding.remedy-first')
  if (remedyBy === undefined) throw refuse('finding.remedy-first')
  if (remedyBy < today) throw refuse('finding.remedy-date')
  return remedyBy
}

/** 补救: what was done for whoever was harmed, with day and proof. */
export function remedyHarm(
  state: FindingState,
  { what, on, proof }: Remedy,
  by: FindingActor,
  today: Day,
): FindingEvent[] {
  refuseSupervised(state, by)
  if (state.status === 'withdrawn') refuseOver(state)
  if (!conductOf(state.conduct, state.happenedOn).harms) throw refuse('finding.no-harm')
  if (on > today) throw refuse('finding.remedy-date')
  return [{ type: 'RemedyRecorded', what: reasoned(what), on, proof: reasoned(proof) }]
}

/** 申请复核, within 30 days of the disposition (政府督查工作条例 17). */
export function askReview(
  state: FindingState,
  { grounds, decideBy }: { readonly grounds: string; readonly decideBy: EpochMs },
  by: FindingActor,
  now: EpochMs,
): FindingEvent[] {
  if (by.unit !== state.unit) throw refuse('finding.not-yours-to-answer')
  if (state.status === 'withdrawn') refuseOver(state)
  if (!state.disposed) throw refuse('finding.not-disposed')
  if (state.review) throw refuse('finding.review-asked')
  const until = state.disposed.reviewUntil
  if (until !== null && now >= until) throw refuse('finding.review-late', { until: lastDayOf(until) })
  return [{ type: 'ReviewAsked', grounds: reasoned(grounds), decideBy }]
}

/** 复核决定: by somebody who took no part before. Lifting it withdraws the finding and whatever rests on it. */
export function decideReview(
  state: FindingState,
  { outcome, reason }: { readonly outcome: ReviewOutcome; readonly reason: string },
  by: FindingActor,
): FindingEvent[] {
  refuseSupervised(state, by)
  if (!state.review || state.review.decided) throw refuse('finding.no-review')
  if (state.tookPart.includes(by.account)) throw refuse('finding.took-part')
  return [{ type: 'ReviewDecided', outcome, reason: reasoned(reason) }]
}

/** 撤销, as a whole or one source of it: where no source is left, the finding goes with the last. */
export function withdraw(
  state: FindingState,
  { reason, sourceId }: { readonly reason: string; readonly sourceId?: string | undefined },
  by: FindingActor,
): FindingEvent[] {
  refuseSupervised(state, by)
  if (state.status === 'withdrawn') refuseOver(state)
  if (sourceId === undefined) return [{ type: 'FindingWithdrawn', reason: reasoned(reason) }]
  if (!standing(state).some((one) => one.sourceId === sourceId)) throw refuse('finding.no-such-source')
  return [{ type: 'SourceWithdrawn', sourceId, reason: reasoned(reason) }]
}

export function refuseSupervised({ unit }: Pick<FindingState, 'unit'>, by: FindingActor): void {
  if (by.unit === unit) throw refuse('finding.supervised')
}

export function refuseOver({ status }: Pick<FindingState, 'status'>): void {
  if (status !== 'disposed' && status !== 'withdrawn') return
  const { zh, en } = FINDING_STATE_WORDS[status]
  throw refuse('finding.over', { state: zh, stateEn: en })
}

/** Words that say something. */
export function reasoned(text: string): string {
  const trimmed = text.trim()
  if ([...trimmed].length < 5) throw refuse('finding.reason-missing')
  return trimmed
}

import type { Day, EpochMs } from '#kernel/day.ts'
import type { ChecklistItem } from './checklist.ts'
import { neededFor, refuseOtherReceivers } from './receivers.ts'
import { refuse } from '../refusals.ts'
import {
  type Answer,
  type ByDevice,
  type Evidence,
  type NotedFinding,
  type Rechecked,
  type Started,
  type Statement,
  standingOf,
  type Visit,
  type VisitEvent,
} from './visit.ts'

/** Who acts: an inspector of the visit, never one of the visited unit. */
export interface Inspector {
  readonly account: string
  readonly unit: string | null
}

export function refuseOthers({ inspectors, unit }: Visit, actor: Inspector): void {
  if (actor.unit === unit) throw refuse('inspection.self-filled')
  if (!inspectors.includes(actor.account)) throw refuse('inspection.not-in-team')
}

/** Each act of a device is taken once; what happened on the spot comes between beginning and end. */
function onTheSpot(state: Visit, actor: Inspector, { device, nth, deviceAt }: ByDevice, now: EpochMs): void {
  refuseOthers(state, actor)
  if (standingOf(state) === 'planned') throw refuse('inspection.not-started')
  if (standingOf(state) !== 'started') throw refuse('inspection.visit-over')
  refuseToldAlready(state, device, nth)
  if (deviceAt > now) throw refuse('inspection.in-the-future')
}

const refuseToldAlready = ({ told }: Visit, device: string, nth: number): void => {
  if (told[device]?.includes(nth)) throw refuse('inspection.act-told-already', { nth })
}

export function begin(state: Visit, given: Started & ByDevice, actor: Inspector, now: EpochMs): VisitEvent[] {
  refuseOthers(state, actor)
  if (state.started) throw refuse('inspection.started')
  if (state.skipped) throw refuse('inspection.visit-over')
  const present = [...new Set([actor.account, ...given.present])].filter((one) => state.team.includes(one))
  if (present.length < 2 && given.position === null) throw refuse('inspection.alone-without-place')
  if (given.deviceAt > now) throw refuse('inspection.in-the-future')
  return [{ type: 'VisitStarted', ...given, present }]
}

interface Context {
  readonly actor: Inspector
  readonly items: readonly ChecklistItem[]
  readonly now: EpochMs
}

export function answer(
  state: Visit,
  { answers, ...told }: { readonly answers: readonly Answer[] } & ByDevice,
  { actor, items, now }: Context,
): VisitEvent[] {
  onTheSpot(state, actor, told, now)
  const stranger = answers.find(({ item }) => !items.some(({ code }) => code === item))
  if (stranger) throw refuse('inspection.no-such-item', { item: stranger.item })
  for (const one of answers)
    refuseOtherReceivers(state, one, items.find(({ code }) => code === one.item)?.receivers ?? 0)
  return [{ type: 'SheetAnswered', answers, ...told }]
}

/** Two persons who saw it, or a stamp of place and time made by the machine: else it proves nothing (INSP-05). */
export function keep(state: Visit, given: Evidence & ByDevice, { actor, items, now }: Context): VisitEvent[] {
  onTheSpot(state, actor, given, now)
  const witnesses = [...new Set([actor.account, ...given.witnesses])].filter((one) =>
    state.team.includes(one),
  )
  if (given.position === null && witnesses.length < 2) throw refuse('inspection.evidence-unstamped')
  if (given.item !== null && !items.some(({ code }) => code === given.item))
    throw refuse('inspection.no-such-item', { item: given.item })
  return [{ type: 'EvidenceKept', ...given, witnesses }]
}

export function takeStatement(
  state: Visit,
  given: Statement & ByDevice,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
): VisitEvent[] {
  onTheSpot(state, actor, given, now)
  const { signature, refusedBefore } = given
  const signed = signature !== null && state.evidence.some(({ evidence }) => evidence === signature)
  const witnessed = refusedBefore !== null && refusedBefore !== actor.account
  if (!signed && !witnessed) throw refuse('inspection.statement-unsigned')
  return [{ type: 'StatementTaken', ...given }]
}

/** A 督查 finding is an order: mended by a day, looked at again on another. A problem that needs evidence brings it. */
export function noteFinding(
  state: Visit,
  given: NotedFinding & ByDevice,
  { actor, items, now }: Context,
): VisitEvent[] {
  onTheSpot(state, actor, given, now)
  const { dueOn, recheckOn, item: code } = given
  const item = items.find((one) => one.code === code)
  if (code !== null && !item) throw refuse('inspection.no-such-item', { item: code })
  const dated = dueOn !== null && recheckOn !== null && recheckOn >= dueOn
  const some = dueOn !== null || recheckOn !== null
  if (!dated && (some || state.kind === 'supervisory')) throw refuse('inspection.no-due-date')
  if (item?.evidence && !state.evidence.some((one) => one.item === code))
    throw refuse('inspection.evidence-needed', { item: item.code })
  return [{ type: 'FindingNoted', ...given }]
}

export function recheck(
  state: Visit,
  given: Rechecked & ByDevice,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
): VisitEvent[] {
  onTheSpot(state, actor, given, now)
  if (!state.follows.includes(given.finding))
    throw refuse('inspection.finding-not-followed', { finding: given.finding })
  return [{ type: 'FindingRechecked', ...given }]
}

export interface End extends ByDevice {
  /** Numbers of this device's acts that the server refused: with the others they are all there were. */
  readonly refused: readonly number[]
  readonly submitBy: Day
}

/** 离开现场: every act of the device has arrived or was refused by name, so nothing was lost on the way. */
export function end(
  state: Visit,
  { refused, submitBy, ...told }: End,
  { actor, items, now }: Context,
): VisitEvent[] {
  onTheSpot(state, actor, told, now)
  const arrived = new Set([...(state.told[told.device] ?? []), ...refused])
  const missing = Array.from({ length: told.nth - 1 }, (_, at) => at + 1).filter((nth) => !arrived.has(nth))
  if (missing.length > 0) throw refuse('inspection.acts-missing', { missing: missing.length })
  refuseUnanswered(state, items)
  // Once the visit is over nothing can be added: what its sheet would be refused for is asked for while one is there.
  refuseUnfinished(state)
  return [{ type: 'VisitEnded', submitBy, ...told }]
}

function refuseUnanswered(state: Visit, items: readonly ChecklistItem[]): void {
  const answered = new Map(state.answers.map((one) => [one.item, one]))
  const open = items.filter(({ code }) => !answered.has(code))
  if (open.length > 0)
    throw refuse('inspection.item-unanswered', { count: open.length, item: open[0]?.code ?? '' })
  for (const item of items) {
    const given = answered.get(item.code)
    if (item.receivers === 0 || given?.mark !== 'yes') continue
    const needed = neededFor(state, item, given)
    if (confirming(given) < needed) throw refuse('inspection.receivers-missing', { item: item.code, needed })
  }
}

/** Different people, each of whom said so. */
const confirming = ({ receivers }: Answer) =>
  new Set(
    receivers
      .filter(({ confirms, reached = true }) => confirms && reached)
      .map(({ reference }) => reference.trim()),
  ).size

/** 交情况单. */
export function handIn(state: Visit, text: string, actor: Inspector): VisitEvent[] {
  refuseOthers(state, actor)
  if (state.submitted) throw refuse('inspection.visit-over')
  if (!state.ended) throw refuse('inspection.not-ended')
  return [{ type: 'SheetHandedIn', text }]
}

/** Every "no" has its finding and every earlier finding its re-check. */
function refuseUnfinished(state: Visit): void {
  const bare = state.answers.find(
    ({ item, mark }) => mark === 'no' && !state.findings.some((finding) => finding.item === item),
  )
  if (bare) throw refuse('inspection.problem-without-finding', { item: bare.item })
  const left = state.follows.filter((finding) => !state.rechecks.some((one) => one.finding === finding))
  if (left.length > 0) throw refuse('inspection.recheck-left-out', { count: left.length })
}

export function skip(state: Visit, reason: string): VisitEvent[] {
  if (standingOf(state) !== 'planned') throw refuse('inspection.started')
  return [{ type: 'VisitSkipped', reason }]
}

export function changeInspectors(state: Visit, inspectors: readonly string[], reason: string): VisitEvent[] {
  if (standingOf(state) !== 'planned') throw refuse('inspection.started')
  if (new Set(inspectors).size < 2) throw refuse('inspection.two-inspectors')
  const stranger = inspectors.find((account) => !state.team.includes(account))
  if (stranger !== undefined) throw refuse('inspection.not-in-pool', { account: stranger })
  return [{ type: 'InspectorsChanged', inspectors, reason }]
}

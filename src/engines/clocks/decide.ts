import type { EpochMs } from '#kernel/day.ts'
import { type Calendar, DEFAULT_ZONE, formatInstant, officeHours } from '../calendar/index.ts'
import type { ClockEvent, ClockState, DeliveredNotice, Defect } from './clock.ts'
import { type DueQuestion, dueInstant } from './due.ts'
import { formatLimit, type Limit } from './limit.ts'
import { type Moment, parseMoment } from './moment.ts'
import { refuse } from './refusals.ts'
import type { ClockOwner, ClockTerms } from './terms.ts'

/** What a decision is taken on: the calendar as it is known and the moment at which it is entered. */
export interface Entry {
  readonly calendar: Calendar
  /** When this is entered; nothing is entered into the past. */
  readonly now: EpochMs
}

type Started = Exclude<ClockState, { status: 'none' }>

/** The question a clock's date answers, from its terms and everything that happened to it. */
export function questionOf(state: Started, calendar: Calendar): DueQuestion {
  const { terms, suspensions, extensions } = state
  return {
    from: terms.from,
    limit: terms.limit,
    calendar,
    suspensions,
    extensions: extensions.map(({ by }) => by),
    ...(terms.after ? { after: terms.after } : {}),
    ...(terms.hours ? { hours: officeHours(terms.hours) } : {}),
    ...(terms.zone ? { zone: terms.zone } : {}),
    ...(terms.roll ? { roll: terms.roll } : {}),
  }
}

/** When a clock runs out as things stand; null while it is suspended without an end. */
export function endOfClock(state: Started, calendar: Calendar): { at: EpochMs; provisional: boolean } | null {
  const { statedEnd } = state.terms
  return statedEnd === undefined
    ? dueInstant(questionOf(state, calendar))
    : { at: statedEnd, provisional: false }
}

/**
 * 开始: one clock, or the committed clock beside the statutory one (T-14). Refuses a promise that ends after the law's limit.
 */
export function start(terms: readonly ClockTerms[], { calendar, now }: Entry): ClockEvent[] {
  const events = terms.map((one): ClockEvent => ({ type: 'ClockStarted', at: now, terms: one }))
  const endOf = (kind: ClockTerms['kind']) => {
    const of = terms.find((one) => one.kind === kind)
    return of && { of, end: endOfClock(startedWith(of, now), calendar)?.at ?? Infinity }
  }
  const [statutory, committed] = [endOf('statutory'), endOf('committed')]
  if (statutory && committed && committed.end > statutory.end) {
    throw refuse('commitment.longer-than-statutory', {
      committed: formatLimit(committed.of.limit),
      statutory: formatLimit(statutory.of.limit),
    })
  }
  return events
}

const startedWith = (terms: ClockTerms, at: EpochMs): Started => ({
  status: 'running',
  terms,
  startedAt: at,
  suspensions: [],
  extensions: [],
  defects: [],
  changedAt: at,
})

export interface Suspend {
  readonly from: string | EpochMs
  readonly ground: string
  readonly document: string
  readonly notice?: DeliveredNotice
}

/** 中止: only on a ground the rule lists, only with a document, never after the limit has run out (T-13). */
export function suspend(
  state: ClockState,
  { from, ground, document, notice }: Suspend,
  entry: Entry,
): ClockEvent[] {
  const clock = running(state, SUSPEND, entry)
  const { terms } = clock
  if (!terms.suspendedBy.some(({ code }) => code === ground)) {
    const listed = terms.suspendedBy.map(({ zh, code }) => `${zh} ${code}`).join('、') || '无 none'
    throw refuse('suspension.ground-not-listed', { ground, rule: terms.rule ?? '—', listed })
  }
  if (document.trim() === '') throw refuse('suspension.document-missing')
  const moment = parseMoment(from, terms.zone ?? DEFAULT_ZONE)
  if (moment.day < dayOf(clock, clock.startedAt).day) throw outOfOrder(clock, from, clock.startedAt)
  refuseOverlap(clock, from, moment)
  const defects: Defect[] = [
    ...(notice ? [] : (['noticeMissing'] as const)),
    ...(moment.day < dayOf(clock, entry.now).day ? (['enteredLate'] as const) : []),
  ]
  return [{ type: 'ClockSuspended', at: entry.now, from, ground, document, notice, defects }]
}

/** 恢复: the last suspended day, with its document. */
export function resume(
  state: ClockState,
  { to, document }: { readonly to: string | EpochMs; readonly document: string },
  { now }: Pick<Entry, 'now'>,
): ClockEvent[] {
  const clock = started(state, RESUME)
  if (clock.status !== 'suspended') throw refuse('clock.not-suspended')
  inOrder(clock, now)
  if (document.trim() === '') throw refuse('suspension.document-missing')
  const zone = clock.terms.zone ?? DEFAULT_ZONE
  const [since, until] = [parseMoment(clock.since, zone), parseMoment(to, zone)]
  if (before(until, since)) throw refuse('suspension.invalid', { text: `${clock.since}..${to}` })
  // A suspension cannot be ended in the future: until its day has come nobody knows that it ended.
  if (until.day > dayOf(clock, now).day) throw outOfOrder(clock, formatInstant(now, zone), to)
  return [{ type: 'ClockResumed', at: now, to, document }]
}

export interface Extend {
  readonly by: Limit
  readonly approver: string
  readonly approverUnit: string
  readonly reason: string
  readonly notice?: DeliveredNotice
}

/**
 * 延期 (T-12): before the limit runs out, as often and as long as the rule allows, approved outside the handling unit, with
 * its reason. Without proof that the party was told it stands as defective.
 */
export function extend(state: ClockState, asked: Extend, entry: Entry): ClockEvent[] {
  const clock = running(state, EXTEND, entry)
  const { terms, extensions } = clock
  const allowed = terms.extension
  if (!allowed) throw refuse('extension.not-allowed', { rule: terms.rule ?? '—' })
  if (extensions.length >= allowed.times)
    throw refuse('extension.already-granted', { times: extensions.length })
  if (asked.approverUnit === terms.handlingUnit) throw refuse('extension.self-approved')
  if (asked.reason.trim() === '') throw refuse('extension.reason-missing')
  const { longest } = allowed
  if (longest && (asked.by.unit !== longest.unit || asked.by.length > longest.length)) {
    throw refuse('extension.too-long', {
      asked: formatLimit(asked.by),
      rule: terms.rule ?? '—',
      allowed: formatLimit(longest),
    })
  }
  const { by, approver, approverUnit, reason, notice } = asked
  const defects: Defect[] = notice ? [] : ['noticeMissing']
  return [{ type: 'ClockExtended', at: entry.now, by, approver, approverUnit, reason, notice, defects }]
}

/** 办结: the matter is done and the clock stops; after expiry it stops late, and the expiry stays. */
export function stop(state: ClockState, outcome: string, { now }: Pick<Entry, 'now'>): ClockEvent[] {
  const clock = started(state, STOP)
  inOrder(clock, now)
  return [{ type: 'ClockStopped', at: now, outcome }]
}

/** 改派: who answers for it from now on. A clock that has stopped is nobody's any more. */
export function assign(state: ClockState, owner: ClockOwner, { now }: Pick<Entry, 'now'>): ClockEvent[] {
  const clock = started(state, ASSIGN)
  inOrder(clock, now)
  const { post, holder, backup } = clock.terms.owner ?? {}
  const same = post === owner.post && holder === owner.holder && backup === owner.backup
  return same ? [] : [{ type: 'ClockAssigned', at: now, owner }]
}

/**
 * 届满: nothing before the due instant and nothing twice; effective at the legal instant however late it is noticed (T-16).
 */
export function expire(state: ClockState, { calendar, now }: Entry): ClockEvent[] {
  if (state.status !== 'running' && state.status !== 'suspended') return []
  const end = endOfClock(state, calendar)
  if (!end || now < end.at) return []
  return [{ type: 'ClockExpired', at: end.at, noticedAt: now, effect: state.terms.onExpiry ?? 'event' }]
}

interface Act {
  readonly zh: string
  readonly en: string
}
const SUSPEND: Act = { zh: '中止', en: 'suspended' }
const RESUME: Act = { zh: '恢复', en: 'resumed' }
const EXTEND: Act = { zh: '延期', en: 'extended' }
const ASSIGN: Act = { zh: '改派', en: 'assigned' }
const STOP: Act = { zh: '办结', en: 'stopped' }

const STATES: Readonly<Record<ClockState['status'], Act>> = {
  none: { zh: '未开始', en: 'not started' },
  running: { zh: '在计时', en: 'running' },
  suspended: { zh: '中止', en: 'suspended' },
  stopped: { zh: '停止', en: 'stopped' },
  expired: { zh: '届满', en: 'expired' },
}

function started(state: ClockState, act: Act): Exclude<Started, { status: 'stopped' }> {
  if (state.status === 'none' || state.status === 'stopped') throw notRunning(state, act)
  return state
}

/** A clock that runs now: neither stopped, suspended nor past its end, whether or not anyone noticed the end. */
function running(
  state: ClockState,
  act: Act,
  { calendar, now }: Entry,
): Extract<ClockState, { status: 'running' }> {
  const clock = started(state, act)
  inOrder(clock, now)
  const end = clock.status === 'expired' ? clock.expiredAt : endOfClock(clock, calendar)?.at
  if (end !== undefined && (now >= end || clock.status === 'expired')) {
    const due = formatInstant(end, clock.terms.zone ?? DEFAULT_ZONE)
    throw refuse('clock.expired', { due, action: act.zh, actionEn: act.en })
  }
  if (clock.status === 'suspended' && act === SUSPEND) {
    throw refuse('clock.already-suspended', { since: clock.since })
  }
  if (clock.status !== 'running') throw notRunning(clock, act)
  return clock
}

const notRunning = (state: ClockState, act: Act) =>
  refuse('clock.not-running', {
    state: STATES[state.status].zh,
    stateEn: STATES[state.status].en,
    action: act.zh,
    actionEn: act.en,
  })

function inOrder(clock: Started, now: EpochMs): void {
  if (now < clock.changedAt) throw outOfOrder(clock, now, clock.changedAt)
}

function outOfOrder({ terms }: Started, at: string | EpochMs, last: string | EpochMs) {
  const text = (moment: string | EpochMs) =>
    typeof moment === 'number' ? formatInstant(moment, terms.zone ?? DEFAULT_ZONE) : moment
  return refuse('clock.out-of-order', { at: text(at), last: text(last) })
}

const dayOf = ({ terms }: Started, at: EpochMs) => parseMoment(at, terms.zone ?? DEFAULT_ZONE)

/** A new suspension begins after the last one ended: the same time is not left out on two papers. */
function refuseOverlap(clock: Started, from: string | EpochMs, moment: Moment): void {
  const earlier = clock.suspensions.at(-1)?.to
  if (earlier !== undefined && before(moment, parseMoment(earlier, clock.terms.zone ?? DEFAULT_ZONE))) {
    throw outOfOrder(clock, from, earlier)
  }
}

function before(a: Moment, b: Moment): boolean {
  return a.kind === 'instant' && b.kind === 'instant' ? a.at < b.at : a.day < b.day
}

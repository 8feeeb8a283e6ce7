import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { AgendaReason, Body } from '../conference-contract.ts'
import { refuse } from './refusals.ts'

/**
 * 行政监督联席会议 (ESUP-16), in the stream `conference/<number>`: who is called, an agenda that is drawn and not typed,
 * rulings with owner and date, and what became of them.
 */
export type ConferenceEvent =
  | ({ readonly type: 'ConferenceCalled' } & Called)
  | ({ readonly type: 'ConferenceHeld' } & Held)
  | { readonly type: 'ConferenceCancelled'; readonly reason: string }
  | { readonly type: 'RulingReported'; readonly number: number; readonly unit: string; readonly text: string }
  | { readonly type: 'RulingConfirmed'; readonly number: number; readonly text: string }
  | { readonly type: 'RulingSentBack'; readonly number: number; readonly reason: string }
  /** A later conference took it up: done, given a new day, or let go. */
  | ({ readonly type: 'RulingTakenUp'; readonly in: string } & Omit<CarriedOver, 'conference'>)

export interface Member {
  readonly body: Body
  readonly account: string
}

/** A finding that is open, or a ruling of an earlier conference that nobody has carried out. */
export type AgendaItem =
  | ({ readonly kind: 'ruling'; readonly conference: string; readonly number: number } & AgendaSubject)
  | ({ readonly kind: 'finding'; readonly finding: string; readonly why: AgendaReason } & AgendaSubject)

interface AgendaSubject {
  readonly unit: string
  readonly text: string
  /** By when it should have been done. */
  readonly dueOn: Day
}

export interface Called {
  readonly convener: string
  readonly members: readonly Member[]
  readonly on: Day
  readonly agenda: readonly AgendaItem[]
}

/** What the conference said of a ruling that it took over from an earlier one. */
export interface CarriedOver {
  readonly conference: string
  readonly number: number
  readonly outcome: 'carriedOut' | 'continued' | 'dropped'
  readonly text: string
  /** The new day, where it goes on. */
  readonly dueOn: Day | null
}

export interface NewRuling {
  readonly text: string
  readonly unit: string
  /** The person in the unit who answers for it. */
  readonly owner: string
  readonly dueOn: Day
  /** The finding that it is about. */
  readonly finding: string | null
}

export interface Held {
  readonly on: Day
  readonly present: readonly string[]
  readonly minutes: string
  readonly carried: readonly CarriedOver[]
  readonly rulings: readonly NewRuling[]
}

interface Stamp {
  readonly by: string
  readonly at: EpochMs
}

export interface Ruling extends NewRuling {
  readonly number: number
  readonly status: 'open' | 'reported' | 'carriedOut' | 'dropped'
  readonly reports: readonly (Stamp & { readonly text: string })[]
  readonly sentBack: readonly (Stamp & { readonly reason: string })[]
  readonly ended: (Stamp & { readonly text: string }) | null
}

export interface Conference extends Called {
  readonly conference: string
  readonly status: 'called' | 'held' | 'cancelled'
  readonly calledAt: EpochMs
  readonly held: (Omit<Held, 'rulings'> & Stamp) | null
  readonly rulings: readonly Ruling[]
  readonly cancelled: string | null
}

/** Never refuses: what is in the ledger happened. */
export function evolveConference(
  state: Conference | undefined,
  event: ConferenceEvent,
  told: Stamp & { readonly id: string },
): Conference | undefined {
  const stamp = { by: told.by, at: told.at }
  if (event.type === 'ConferenceCalled') {
    const { type: _, ...called } = event
    return {
      ...called,
      ...{ conference: told.id, status: 'called', calledAt: told.at },
      ...{ held: null, rulings: [], cancelled: null },
    }
  }
  if (!state) return undefined
  switch (event.type) {
    case 'ConferenceHeld': {
      const { type: _, rulings, ...held } = event
      return { ...state, status: 'held', held: { ...held, ...stamp }, rulings: rulings.map(begun) }
    }
    case 'ConferenceCancelled':
      return { ...state, status: 'cancelled', cancelled: event.reason }
    case 'RulingReported':
      return withRuling(state, event.number, (ruling) => ({
        ...ruling,
        status: 'reported',
        reports: [...ruling.reports, { text: event.text, ...stamp }],
      }))
    case 'RulingSentBack':
      return withRuling(state, event.number, (ruling) => ({
        ...ruling,
        status: 'open',
        sentBack: [...ruling.sentBack, { reason: event.reason, ...stamp }],
      }))
    case 'RulingTakenUp':
      return withRuling(state, event.number, (ruling) => takenUp(ruling, event, stamp))
    case 'RulingConfirmed':
      return withRuling(state, event.number, (ruling) => ({
        ...ruling,
        status: 'carriedOut',
        ended: { text: event.text, ...stamp },
      }))
  }
}

const begun = (ruling: NewRuling, index: number): Ruling => ({
  ...ruling,
  ...{ number: index + 1, status: 'open', reports: [], sentBack: [], ended: null },
})

function takenUp(
  ruling: Ruling,
  { outcome, text, dueOn }: Extract<ConferenceEvent, { type: 'RulingTakenUp' }>,
  stamp: Stamp,
): Ruling {
  if (outcome === 'continued') return { ...ruling, status: 'open', dueOn: dueOn ?? ruling.dueOn }
  return { ...ruling, status: outcome, ended: { text, ...stamp } }
}

const withRuling = (state: Conference, number: number, change: (ruling: Ruling) => Ruling): Conference => ({
  ...state,
  rulings: state.rulings.map((ruling) => (ruling.number === number ? change(ruling) : ruling)),
})

const BODY_NAMES: Readonly<Record<Body, Bilingual>> = {
  supervision: { zh: '监察', en: 'supervision' },
  legal: { zh: '法制', en: 'legal' },
  audit: { zh: '审计', en: 'audit' },
  personnel: { zh: '人事', en: 'personnel' },
  finance: { zh: '财政', en: 'finance' },
  other: { zh: '其他', en: 'other' },
}

/** Bodies by name, for the sentences of a refusal. */
const bodiesIn = (bodies: readonly Body[]) => ({
  bodies: bodies.map((body) => BODY_NAMES[body].zh).join('、'),
  bodiesEn: bodies.map((body) => BODY_NAMES[body].en).join(', '),
})

/** 召集: all bodies that must sit in it, and one at a time. */
export function callConference(
  called: Called,
  {
    today,
    required,
    open,
  }: { readonly today: Day; readonly required: readonly Body[]; readonly open: boolean },
): ConferenceEvent[] {
  if (open) throw refuse('conference.one-is-called')
  if (called.on < today) throw refuse('conference.past', { on: called.on })
  const missing = required.filter((body) => !called.members.some((member) => member.body === body))
  if (missing.length > 0) throw refuse('conference.body-missing', bodiesIn(missing))
  return [{ type: 'ConferenceCalled', ...called }]
}

/** 召开: it opens with what earlier ones ruled and nobody carried out, and says of each what becomes of it. */
export function holdConference(
  state: Conference,
  held: Held,
  { today, required }: { readonly today: Day; readonly required: readonly Body[] },
): ConferenceEvent[] {
  if (state.status !== 'called') throw refuse('conference.over')
  if (held.on > today) throw refuse('conference.not-yet', { on: held.on })
  const absent = required.filter(
    (body) => !state.members.some((member) => member.body === body && held.present.includes(member.account)),
  )
  if (absent.length > 0) throw refuse('conference.body-absent', bodiesIn(absent))
  const unanswered = state.agenda.filter(
    (item) =>
      item.kind === 'ruling' &&
      !held.carried.some((one) => one.conference === item.conference && one.number === item.number),
  )
  if (unanswered.length > 0) throw refuse('conference.carried-unanswered', { count: unanswered.length })
  if (
    held.carried.some(({ outcome, dueOn }) => outcome === 'continued' && (dueOn === null || dueOn <= held.on))
  )
    throw refuse('conference.due-ahead')
  if (held.rulings.some(({ dueOn }) => dueOn <= held.on)) throw refuse('conference.due-ahead')
  return [{ type: 'ConferenceHeld', ...held }]
}

export function cancelConference(state: Conference, reason: string): ConferenceEvent[] {
  if (state.status !== 'called') throw refuse('conference.over')
  return [{ type: 'ConferenceCancelled', reason }]
}

const getRuling = ({ rulings }: Conference, number: number): Ruling => {
  const ruling = rulings.find((one) => one.number === number)
  if (!ruling) throw refuse('conference.no-such-ruling', { number })
  return ruling
}

/** What a later conference said of it: as carried out counts only what the unit has reported. */
export function takeUpRuling(
  state: Conference,
  { conference: _, ...said }: CarriedOver,
  later: string,
): ConferenceEvent[] {
  const ruling = getRuling(state, said.number)
  if (ruling.ended) return []
  if (said.outcome === 'carriedOut' && ruling.status !== 'reported') throw refuse('conference.not-reported')
  return [{ type: 'RulingTakenUp', in: later, ...said }]
}

interface By {
  readonly account: string
  readonly unit: string | null
}

/** 报告落实 by the unit that the ruling names. */
export function reportRuling(state: Conference, number: number, text: string, by: By): ConferenceEvent[] {
  const ruling = getRuling(state, number)
  if (by.unit !== ruling.unit) throw refuse('conference.other-unit')
  if (ruling.ended) throw refuse('conference.ruling-over')
  return [{ type: 'RulingReported', number, unit: ruling.unit, text }]
}

/** 确认或者退回 by somebody else: nobody confirms what he did himself. */
export function judgeRuling(
  state: Conference,
  number: number,
  { carriedOut, text }: { readonly carriedOut: boolean; readonly text: string },
  by: By,
): ConferenceEvent[] {
  const ruling = getRuling(state, number)
  if (ruling.status !== 'reported') throw refuse('conference.not-reported')
  if (
    by.unit === ruling.unit ||
    ruling.owner === by.account ||
    ruling.reports.some((one) => one.by === by.account)
  )
    throw refuse('conference.own-ruling')
  return carriedOut
    ? [{ type: 'RulingConfirmed', number, text }]
    : [{ type: 'RulingSentBack', number, reason: text }]
}

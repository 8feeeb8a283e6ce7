import type { EpochMs } from '#kernel/day.ts'
import type { EnquiryOutcome as Outcome, EnquiryStanding as EnquiryStatus } from '../terms.ts'
import { refuse } from './refusals.ts'

/** 首问 (HALL-20, HALL-21): what somebody asked for, and who answers for it until it is settled. Stream `enquiry/<number>`. */
export type EnquiryEvent =
  | ({ readonly type: 'EnquiryAsked' } & Asked)
  | {
      readonly type: 'EnquirySettled'
      readonly outcome: Outcome
      readonly text: string
      readonly caseNo: string | null
    }
  /** 转办单: where to go, whom to call. The first officer stays answerable until it is known that the person arrived. */
  | ({ readonly type: 'ReferralIssued' } & Referral)
  | {
      readonly type: 'ArrivalConfirmed'
      readonly slip: string
      readonly how: 'counter' | 'citizen'
      readonly owner: Owner | null
    }

export interface Owner {
  readonly account: string
  readonly unit: string
  /** The post at which it was asked: its backup takes over while the holder is away. */
  readonly post: string | null
}

export interface Asked {
  readonly enquiry: string
  readonly matter: string
  readonly item: string | null
  readonly owner: Owner
  readonly counter: string | null
  /** Keyed mark of the telephone; nothing of a person can be read from it. */
  readonly mark: string | null
  readonly ticket: string | null
  /** Units that see it besides those that own it: the one that runs the hall. */
  readonly seenBy: readonly string[]
}

export interface Referral {
  readonly slip: string
  readonly from: string
  readonly to: string
  readonly counter: string | null
  readonly place: string
  readonly phone: string
  readonly reason: string
  /** To a department that had it before: people are sent to and fro. */
  readonly pingPong: boolean
}

export interface ReferralState extends Referral {
  readonly at: EpochMs
  readonly by: string
  readonly arrived: { readonly at: EpochMs; readonly how: 'counter' | 'citizen' } | null
}

export interface Enquiry extends Omit<Asked, 'owner' | 'seenBy'> {
  readonly askedAt: EpochMs
  /** 首问责任人: named once, with the question, and never changed. */
  readonly first: Owner
  /** Who answers for it now; null: handed over to a unit, whose officer has not taken it up. */
  readonly owner: Owner | null
  readonly seenBy: readonly string[]
  readonly referrals: readonly ReferralState[]
  readonly settled: {
    readonly at: EpochMs
    readonly by: string
    readonly outcome: Outcome
    readonly text: string
    readonly caseNo: string | null
  } | null
}

interface Happened {
  readonly at: EpochMs
  readonly by: string
}

export function evolveEnquiry(
  state: Enquiry | undefined,
  event: EnquiryEvent,
  { at, by }: Happened,
): Enquiry | undefined {
  if (event.type === 'EnquiryAsked') {
    const { type: _, owner, ...asked } = event
    return { ...asked, first: owner, owner, askedAt: at, referrals: [], settled: null }
  }
  if (!state) return state
  switch (event.type) {
    case 'EnquirySettled': {
      const { outcome, text, caseNo } = event
      return { ...state, settled: { at, by, outcome, text, caseNo } }
    }
    case 'ReferralIssued': {
      const { type: _, ...referral } = event
      return { ...state, referrals: [...state.referrals, { ...referral, at, by, arrived: null }] }
    }
    case 'ArrivalConfirmed': {
      const { slip, how, owner } = event
      const arrived = { at, how }
      return {
        ...state,
        owner,
        referrals: state.referrals.map((one) => (one.slip === slip ? { ...one, arrived } : one)),
      }
    }
  }
}

/** Whoever acts: his account, his posts, and for whom he stands in. */
export interface EnquiryActor {
  readonly account: string
  readonly unit: string | null
  readonly headOfUnit: boolean
  /** Posts held now, as `unit/post`, own and as backup of somebody who is away. */
  readonly desks: ReadonlySet<string>
  readonly standsInFor: ReadonlySet<string>
}

/** The person himself, the backup of his post while he is away, or the head of the unit. */
export function owns(owner: Owner | null, actor: EnquiryActor): boolean {
  if (owner === null) return false
  const backup =
    actor.standsInFor.has(owner.account) ||
    (owner.post !== null && actor.desks.has(`${owner.unit}/${owner.post}`))
  return actor.account === owner.account || backup || (actor.headOfUnit && actor.unit === owner.unit)
}

export function statusOf({
  settled,
  referrals,
  owner,
}: Pick<Enquiry, 'settled' | 'referrals' | 'owner'>): EnquiryStatus {
  if (settled) return 'settled'
  const last = referrals.at(-1)
  if (last && !last.arrived) return 'referred'
  return owner === null || last ? 'handedOver' : 'open'
}

/** Everything else than an outcome leaves it open: a question that nobody answered is not closed. */
export interface Settle {
  readonly outcome: Outcome | 'notOurs' | null
  readonly text: string
  readonly caseNo: string | null
  /** Whether there is a case by that number; asked by whoever knows cases. */
  readonly knownCase: boolean
}

export function settle(
  state: Enquiry,
  { outcome, text, caseNo, knownCase }: Settle,
  actor: EnquiryActor,
): EnquiryEvent[] {
  refuseSettled(state)
  refuseOthers(state, actor)
  if (outcome === 'notOurs') throw refuse('enquiry.slip-needed')
  if (outcome === null || text.trim() === '') throw refuse('enquiry.no-outcome')
  if (outcome === 'accepted' && !(caseNo && knownCase))
    throw refuse('enquiry.no-such-case', { caseNo: caseNo ?? '' })
  return [
    { type: 'EnquirySettled', outcome, text: text.trim(), caseNo: outcome === 'accepted' ? caseNo : null },
  ]
}

export interface Refer extends Omit<Referral, 'from' | 'pingPong' | 'slip'> {
  readonly slip: string
  /** The department whose item it is, where the question named one. */
  readonly itemUnit: string | null
}

/** 转办: never a bare "not ours". To the department whose item it is, with its counter and telephone. */
export function refer(state: Enquiry, { itemUnit, ...asked }: Refer, actor: EnquiryActor): EnquiryEvent[] {
  refuseSettled(state)
  refuseOthers(state, actor)
  const from = state.owner?.unit ?? state.referrals.at(-1)?.to ?? state.first.unit
  if (asked.to === from) throw refuse('enquiry.own-unit')
  if (itemUnit !== null && asked.to !== itemUnit) throw refuse('enquiry.wrong-department', { unit: itemUnit })
  if (asked.phone.trim() === '' || asked.place.trim() === '') throw refuse('enquiry.slip-incomplete')
  if (asked.reason.trim() === '') throw refuse('enquiry.reason-missing')
  const had = new Set([state.first.unit, ...state.referrals.map((one) => one.from)])
  return [{ type: 'ReferralIssued', ...asked, from, pingPong: had.has(asked.to) }]
}

/** 到达确认: at the counter it was sent to, whose officer answers for it from now on, or by the person himself. */
export function confirmArrival(
  state: Enquiry,
  { slip, owner }: { readonly slip: string; readonly owner: Owner | null },
): EnquiryEvent[] {
  refuseSettled(state)
  const referral = state.referrals.find((one) => one.slip === slip)
  if (!referral) throw refuse('enquiry.no-such-slip', { slip })
  if (owner !== null && owner.unit !== referral.to)
    throw refuse('enquiry.slip-of-another', { unit: referral.to })
  if (referral.arrived && (owner === null || state.owner !== null)) throw refuse('enquiry.arrived-already')
  return [{ type: 'ArrivalConfirmed', slip, how: owner === null ? 'citizen' : 'counter', owner }]
}

function refuseSettled({ settled }: Enquiry): void {
  if (settled) throw refuse('enquiry.settled')
}

function refuseOthers(state: Enquiry, actor: EnquiryActor): void {
  if (state.owner === null && actor.unit === state.referrals.at(-1)?.to) return
  if (!owns(state.owner, actor)) throw refuse('enquiry.not-yours', { person: state.owner?.account ?? '' })
}

/** 首问到移交的时间: until the person was known to have arrived, or the matter was settled; null while neither. */
export function handOverMs({ askedAt, referrals, settled }: Enquiry): EpochMs | null {
  const arrived = referrals.find((one) => one.arrived)?.arrived?.at
  const end = arrived ?? settled?.at
  return end === undefined ? null : end - askedAt
}

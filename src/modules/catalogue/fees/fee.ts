import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { FEE_PAYERS, FeeState, ProjectKind } from '../fee-shape.ts'
import type { Cents } from './money.ts'
import { isLess, type Rate } from './rate.ts'
import { refuse } from './refusals.ts'

/** 收费目录: a fee, what it cost when, and who pays less. One stream `fee/<code>`. */
export interface Fee {
  readonly fee: string
  /** Whoever collects it. */
  readonly unit: string
  readonly name: Bilingual
  readonly payer: (typeof FEE_PAYERS)[number]
  /** Items for which it may be charged. */
  readonly items: readonly string[]
  /** What was published, by the day from which it holds. Empty until the first is published. */
  readonly terms: readonly FeeTerms[]
  readonly reductions: readonly FeeReduction[]
  readonly proposal: (Proposal & { readonly by: string; readonly at: EpochMs }) | null
}

export interface FeeTerms {
  readonly from: Day
  readonly status: FeeState
  readonly rate: Rate
  readonly basis: string
  /** Who need not pay, in words. */
  readonly exemption: Bilingual
  /** What was collected in the last whole year before, for what the change saves: in fen. */
  readonly collectedYearly: Cents | null
}

/** 减免清单: who pays a part of the rate only. By what the project is, never by who asks. */
export interface FeeReduction {
  readonly reduction: string
  readonly title: Bilingual
  readonly basis: string
  /** Per cent of the rate that is still paid; 0: nothing. */
  readonly percent: number
  readonly from: Day
  readonly until: Day | null
  readonly minInvestment: Cents | null
  /** Whether "3,000 万元以上" holds 3,000 万元 itself: 民法典 1259 says yes, unless the paper says otherwise. */
  readonly boundary: 'included' | 'excluded'
  /** Empty: projects of every kind. */
  readonly projects: readonly ProjectKind[]
}

export interface FeeEntry extends Pick<Fee, 'unit' | 'name' | 'payer' | 'items'> {
  readonly terms: FeeTerms
}

export type Proposal =
  | ({ readonly kind: 'entry' } & FeeEntry)
  | { readonly kind: 'terms'; readonly terms: FeeTerms }
  | { readonly kind: 'reduction'; readonly reduction: FeeReduction }

export type FeeEvent =
  | { readonly type: 'FeeProposed'; readonly proposal: Proposal }
  | { readonly type: 'FeePublished'; readonly proposal: Proposal }
  | { readonly type: 'FeeProposalDropped'; readonly reason: string }

export const FEE = 'fee/'

export function evolveFee(
  state: Fee | undefined,
  event: FeeEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): Fee | undefined {
  switch (event.type) {
    case 'FeeProposed': {
      const proposal = { ...event.proposal, by, at }
      if (state) return { ...state, proposal }
      if (event.proposal.kind !== 'entry') return undefined
      const { unit, name, payer, items } = event.proposal
      return { fee: id, unit, name, payer, items, terms: [], reductions: [], proposal }
    }
    case 'FeePublished':
      return state && { ...state, ...publishedChange(state, event.proposal), proposal: null }
    case 'FeeProposalDropped':
      return state && { ...state, proposal: null }
  }
}

function publishedChange({ terms, reductions }: Fee, proposal: Proposal): Partial<Fee> {
  switch (proposal.kind) {
    case 'entry':
      return { terms: [proposal.terms] }
    case 'terms':
      return { terms: [...terms, proposal.terms] }
    case 'reduction': {
      const { reduction } = proposal
      return { reductions: [...reductions.filter((one) => one.reduction !== reduction.reduction), reduction] }
    }
  }
}

const CODE = /^[a-z0-9][a-z0-9-]{1,59}$/

export interface Proposing {
  readonly fee: string
  readonly unit: string | null
  readonly proposal: Proposal
}

/** 起草: by the head of the unit that collects it. A later draft takes the place of the one before. */
export function propose(state: Fee | undefined, { fee, unit, proposal }: Proposing): FeeEvent[] {
  if (!CODE.test(fee)) throw refuse('fee.bad-code', { fee: fee.slice(0, 60) })
  const own = state?.unit ?? (proposal.kind === 'entry' ? proposal.unit : undefined)
  if (own !== undefined && own !== unit) throw refuse('fee.other-unit', { unit: own })
  if (proposal.kind === 'entry') {
    if (state && state.terms.length > 0) throw refuse('fee.exists', { fee })
    checkTerms(proposal.terms, undefined)
  } else if (!state) throw refuse('fee.not-found', { fee })
  if (proposal.kind === 'terms') checkTerms(proposal.terms, state?.terms.at(-1))
  if (proposal.kind === 'reduction') checkReduction(proposal.reduction)
  return [{ type: 'FeeProposed', proposal }]
}

function checkTerms({ basis, status, rate, from }: FeeTerms, before: FeeTerms | undefined): void {
  if (basis.trim() === '') throw refuse('fee.no-basis')
  if (!before) {
    if (status !== 'kept') throw refuse('fee.begins-kept')
    return
  }
  if (from <= before.from) throw refuse('fee.from-order', { latest: before.from })
  if (status === 'reduced' && isLess(rate, before.rate) === false) throw refuse('fee.not-less')
  if (
    status === 'kept' &&
    isLess(before.rate, rate) &&
    before.status !== 'abolished' &&
    basis === before.basis
  )
    throw refuse('fee.raised-without-basis')
}

function checkReduction({ basis, percent, from, until, minInvestment, projects }: FeeReduction): void {
  if (basis.trim() === '') throw refuse('fee.no-basis')
  if (percent < 0 || percent >= 100) throw refuse('fee.reduces-nothing')
  if (until !== null && until < from) throw refuse('fee.ends-before', { from, until })
  // A list that fits one acquaintance only is no list: it goes by what projects are.
  if (minInvestment === null && projects.length === 0) throw refuse('fee.eligible-missing')
}

/** 公布: by a second person, before it holds. */
export function publish(
  state: Fee | undefined,
  { fee, by, today }: { readonly fee: string; readonly by: string; readonly today: Day },
): FeeEvent[] {
  if (!state?.proposal) throw refuse('fee.no-proposal', { fee })
  const { by: drafter, at: _, ...proposal } = state.proposal
  if (drafter === by) throw refuse('fee.own-proposal')
  const from = proposal.kind === 'reduction' ? proposal.reduction.from : proposal.terms.from
  if (from <= today) throw refuse('fee.not-before-today', { today })
  return [{ type: 'FeePublished', proposal }]
}

export function drop(
  state: Fee | undefined,
  { fee, reason }: { readonly fee: string; readonly reason: string },
): FeeEvent[] {
  if (!state?.proposal) throw refuse('fee.no-proposal', { fee })
  return [{ type: 'FeeProposalDropped', reason }]
}

/** The terms that hold on a day. */
export const termsOn = ({ terms }: Pick<Fee, 'terms'>, on: Day): FeeTerms | undefined =>
  terms.findLast(({ from }) => from <= on)

/** What it cost before it was reduced or abolished; the present terms where it was not. */
export function termsBefore({ terms }: Pick<Fee, 'terms'>, present: FeeTerms): FeeTerms {
  if (present.status === 'kept') return present
  const at = terms.indexOf(present)
  return terms.slice(0, at).findLast(({ status }) => status === 'kept') ?? present
}

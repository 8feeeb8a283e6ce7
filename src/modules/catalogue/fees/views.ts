import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { FeeDeskRow, FeeRow } from '../fee-contract.ts'
import { eligibleText } from './bill.ts'
import { type Fee, type FeeReduction, type FeeTerms, termsBefore, termsOn } from './fee.ts'
import { partOf } from './money.ts'
import { rateText, type Rate, scaled } from './rate.ts'

/** The names of units, as far as they are known. */
export type UnitNames = ReadonlyMap<string, Bilingual>

/** What everybody may read of a fee; undefined while nothing of it was published. */
export function feeRow(fee: Fee, on: Day, names: UnitNames): FeeRow | undefined {
  const [first] = fee.terms
  if (!first) return undefined
  // One that begins later is shown with what it will be: published before it holds.
  const present = termsOn(fee, on) ?? first
  const before = termsBefore(fee, present)
  const next = fee.terms.find(({ from }) => from > on && from > present.from)
  return {
    ...commonOf(fee, names),
    status: present.status,
    from: present.from,
    rate: chargedText(present),
    rateBefore: before === present ? null : rateText(before.rate),
    basis: present.basis,
    exemption: present.exemption,
    next: next ? { from: next.from, status: next.status, rate: chargedText(next), basis: next.basis } : null,
    reductions: fee.reductions.map((one) => reductionView(one, present.rate, on)),
  }
}

const commonOf = ({ fee, name, unit, payer, items }: Fee, names: UnitNames) => ({
  ...{ fee, name, unit, payer, items: [...items] },
  unitName: names.get(unit) ?? { zh: unit, en: unit },
})

const NOTHING: Bilingual = { zh: '不收取', en: 'nothing' }
const chargedText = ({ status, rate }: FeeTerms): Bilingual =>
  status === 'abolished' ? NOTHING : rateText(rate)

const reductionView = (one: FeeReduction, rate: Rate, on: Day): FeeRow['reductions'][number] => ({
  ...one,
  projects: [...one.projects],
  eligible: eligibleText(one),
  rate: one.percent === 0 ? NOTHING : rateText(scaled(rate, one.percent)),
  rateBefore: rateText(rate),
  inForce: one.from <= on && (one.until === null || on <= one.until),
})

interface Reading {
  readonly on: Day
  readonly names: UnitNames
  readonly reach: ReadonlyMap<string, { readonly eligible: number; readonly reduced: number }>
  readonly caller: {
    readonly account: string
    readonly unit: string | null
    readonly roles: readonly string[]
  }
}

/** The same for the offices, with what is proposed. */
export function feeDeskRow(fee: Fee, { on, names, reach, caller }: Reading): FeeDeskRow {
  const { proposal, unit, reductions } = fee
  const published = feeRow(fee, on, names)
  const shown = published ?? {
    ...commonOf(fee, names),
    ...{ rateBefore: null, exemption: { zh: '', en: '' }, next: null, reductions: [] },
  }
  return {
    ...shown,
    proposal: proposal && {
      ...{ kind: proposal.kind, by: proposal.by, text: proposalText(proposal) },
      from: proposal.kind === 'reduction' ? proposal.reduction.from : proposal.terms.from,
    },
    mayPropose: caller.roles.includes('unitHead') && caller.unit === unit,
    mayPublish: caller.roles.includes('supervisor') && proposal !== null && proposal.by !== caller.account,
    reach: reductions.map(({ reduction }) => ({
      reduction,
      ...(reach.get(reduction) ?? { eligible: 0, reduced: 0 }),
    })),
  }
}

function proposalText(proposal: NonNullable<Fee['proposal']>): Bilingual {
  if (proposal.kind === 'reduction') {
    const { title, percent } = proposal.reduction
    const eligible = eligibleText(proposal.reduction)
    return {
      zh: `${title.zh}：${eligible.zh}，按标准的 ${percent}% 收取`,
      en: `${title.en}: ${eligible.en}, ${percent}% of the rate`,
    }
  }
  return chargedText(proposal.terms)
}

/** What a whole year saves by what was collected before, in fen. */
export function yearlySaving(fee: Fee, terms: FeeTerms): number {
  const collected = terms.collectedYearly
  if (collected === null || terms.status === 'kept') return 0
  if (terms.status === 'abolished') return collected
  const [now, before] = [weightOf(terms.rate), weightOf(termsBefore(fee, terms).rate)]
  return before === 0 || now >= before ? 0 : collected - partOf(collected, now, before)
}

const weightOf = (rate: Rate): number => (rate.kind === 'share' ? rate.millionths : rate.cents)

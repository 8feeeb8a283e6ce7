import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { FEE_STATE_WORDS, type FeeState, PROJECT_KIND_WORDS } from '../fee-shape.ts'
import { type Fee, type FeeReduction, type FeeTerms, termsBefore, termsOn } from './fee.ts'
import { type Cents, partOf, tenThousands, yuan, yuanText } from './money.ts'
import { amountOf, type Charged, rateText } from './rate.ts'

/** One fee of a bill with why it is so much: 为什么是这个金额. */
export interface BillLine {
  readonly fee: string
  readonly name: Bilingual
  readonly status: FeeState
  readonly rate: Bilingual
  /** What was paid before anything was reduced or abolished. */
  readonly full: Cents
  readonly due: Cents
  readonly saved: Cents
  readonly reduction: string | null
  readonly because: readonly Bilingual[]
}

export interface Bill {
  readonly lines: readonly BillLine[]
  readonly full: Cents
  readonly due: Cents
  readonly saved: Cents
  /** Fees that cannot be reckoned because what they are counted by was not said. */
  readonly open: ReadonlyArray<{ readonly fee: string; readonly name: Bilingual; readonly rate: Bilingual }>
}

export interface Billing {
  readonly on: Day
  readonly charged: Charged
}

/** What is paid for all these fees on a day. Fees that do not hold yet are left out; abolished ones are shown with nothing due. */
export function billOf(fees: readonly Fee[], billing: Billing): Bill {
  const lines: BillLine[] = []
  const open: Bill['open'][number][] = []
  for (const fee of fees) {
    const terms = termsOn(fee, billing.on)
    if (!terms) continue
    const line = lineOf(fee, terms, billing)
    if (line) lines.push(line)
    else if (terms.status !== 'abolished')
      open.push({ fee: fee.fee, name: fee.name, rate: rateText(terms.rate) })
  }
  const sum = (of: 'full' | 'due' | 'saved') => lines.reduce((total, line) => total + line[of], 0)
  return { lines, full: sum('full'), due: sum('due'), saved: sum('saved'), open }
}

/** Undefined where the quantity that it is counted by was not said. */
function lineOf(fee: Fee, terms: FeeTerms, { on, charged }: Billing): BillLine | undefined {
  const before = amountOf(termsBefore(fee, terms).rate, charged)
  const { fee: code, name } = fee
  const own = { fee: code, name, status: terms.status, rate: rateText(terms.rate) }
  if (terms.status === 'abolished') {
    const full = before?.cents ?? 0
    return { ...own, full, due: 0, saved: full, reduction: null, because: [abolishedText(terms)] }
  }
  const now = amountOf(terms.rate, charged)
  if (!now) return undefined
  const full = Math.max(before?.cents ?? now.cents, now.cents)
  const ruled = fee.reductions.filter(({ from, until }) => from <= on && (until === null || on <= until))
  const best = ruled
    .filter((one) => isEligible(one, charged))
    .reduce<FeeReduction | undefined>(
      (least, one) => (least && least.percent <= one.percent ? least : one),
      undefined,
    )
  const due = best ? partOf(now.cents, best.percent, 100) : now.cents
  const because = [
    standardText(terms, now),
    ...(terms.status === 'reduced' && before ? [loweredText(before.cents)] : []),
    ...ruled.map((one) => reductionText(one, charged, { best, due })),
  ]
  return { ...own, full, due, saved: full - due, reduction: best?.reduction ?? null, because }
}

/** 3,000 万元以上: the boundary belongs to it, unless the list says otherwise. */
export function isEligible(
  { minInvestment, boundary, projects }: Pick<FeeReduction, 'minInvestment' | 'boundary' | 'projects'>,
  { investment, project }: Pick<Charged, 'investment' | 'project'>,
): boolean {
  if (projects.length > 0 && (project === null || !projects.includes(project))) return false
  if (minInvestment === null) return true
  if (investment === null) return false
  return boundary === 'included' ? investment >= minInvestment : investment > minInvestment
}

const standardText = (
  { basis, from }: FeeTerms,
  { cents, how }: { readonly cents: Cents; readonly how: Bilingual },
): Bilingual => ({
  zh: `标准：${how.zh} = ${yuan(cents)} 元（${basis}，自 ${from} 起）`,
  en: `Rate: ${how.en} = CNY ${yuan(cents)} (${basis}, from ${from})`,
})

const loweredText = (before: Cents): Bilingual => ({
  zh: `降低标准前为 ${yuan(before)} 元`,
  en: `It was CNY ${yuan(before)} before the rate was reduced`,
})

const abolishedText = ({ basis, from }: FeeTerms): Bilingual => ({
  zh: `自 ${from} 起${FEE_STATE_WORDS.abolished.zh}，不再收取（${basis}）`,
  en: `${FEE_STATE_WORDS.abolished.en} from ${from}: nothing is charged (${basis})`,
})

function reductionText(
  reduction: FeeReduction,
  charged: Charged,
  { best, due }: { readonly best: FeeReduction | undefined; readonly due: Cents },
): Bilingual {
  const { title, percent, basis } = reduction
  const rule = eligibleText(reduction)
  const paid = charged.investment === null ? '–' : tenThousands(charged.investment)
  if (reduction === best)
    return {
      zh: `${title.zh}：${rule.zh}；本项目投资 ${paid}，按标准的 ${percent}% 收取，应收 ${yuanText(due).zh}（${basis}）`,
      en: `${title.en}: ${rule.en}; the project invests ${paid}: ${percent}% of the rate is due, ${yuanText(due).en} (${basis})`,
    }
  if (isEligible(reduction, charged))
    return {
      zh: `${title.zh}也符合，但减免较少，取减免较多的一项`,
      en: `${title.en} fits as well but reduces less: the larger reduction is taken`,
    }
  return {
    zh: `${title.zh}：${rule.zh}；本项目投资 ${paid}，不符合，不减免`,
    en: `${title.en}: ${rule.en}; the project invests ${paid}: it does not fit`,
  }
}

export function eligibleText({
  minInvestment,
  boundary,
  projects,
}: Pick<FeeReduction, 'minInvestment' | 'boundary' | 'projects'>): Bilingual {
  const kinds = projects.map((kind) => PROJECT_KIND_WORDS[kind])
  const kind = {
    zh: kinds.length === 0 ? '投资项目' : kinds.map(({ zh }) => zh).join('、'),
    en: kinds.length === 0 ? 'projects' : kinds.map(({ en }) => en).join(', '),
  }
  if (minInvestment === null) return kind
  const [zh, en] = boundary === 'included' ? ['含本数', 'or more'] : ['不含本数', 'exclusive']
  return {
    zh: `${tenThousands(minInvestment)}以上（${zh}）${kind.zh}`,
    en: `${kind.en} of CNY ${yuan(minInvestment)} ${en}`,
  }
}

import type { Bilingual } from '#kernel/refusal.ts'
import { QUANTITY_WORDS, type ProjectKind, type QuantityCode } from '../fee-shape.ts'
import { type Cents, partOf, tenThousands, yuan } from './money.ts'

/** How much, in fen: once a case, for each of something, or so many millionths of the investment. */
export type Rate =
  | { readonly kind: 'fixed'; readonly cents: Cents }
  | { readonly kind: 'each'; readonly cents: Cents; readonly of: QuantityCode }
  | { readonly kind: 'share'; readonly millionths: number }

/** What a bill is made out for. */
export interface Charged {
  /** In fen; null: not a project. */
  readonly investment: Cents | null
  readonly project: ProjectKind | null
  /** In hundredths, so that 88.25 m² is a whole number. */
  readonly quantities: Readonly<Partial<Record<QuantityCode, number>>>
}

/** The amount with its arithmetic in words; null where what it is counted by was not said. */
export function amountOf(
  rate: Rate,
  { investment, quantities }: Charged,
): { cents: Cents; how: Bilingual } | null {
  switch (rate.kind) {
    case 'fixed':
      return { cents: rate.cents, how: rateText(rate) }
    case 'each': {
      const hundredths = quantities[rate.of]
      if (hundredths === undefined) return null
      const cents = partOf(rate.cents, hundredths, 100)
      const { zh, en } = QUANTITY_WORDS[rate.of]
      const count = (hundredths / 100).toLocaleString('en-US')
      return {
        cents,
        how: {
          zh: `每${zh} ${yuan(rate.cents)} 元 × ${count} ${zh}`,
          en: `CNY ${yuan(rate.cents)} each ${en} × ${count}`,
        },
      }
    }
    case 'share': {
      if (investment === null) return null
      return {
        cents: partOf(investment, rate.millionths, 1_000_000),
        how: {
          zh: `投资额 ${tenThousands(investment)} × ${rate.millionths / 10_000}%`,
          en: `${rate.millionths / 10_000}% of an investment of CNY ${yuan(investment)}`,
        },
      }
    }
  }
}

export function rateText(rate: Rate): Bilingual {
  switch (rate.kind) {
    case 'fixed':
      return { zh: `每件 ${yuan(rate.cents)} 元`, en: `CNY ${yuan(rate.cents)} a case` }
    case 'each': {
      const { zh, en } = QUANTITY_WORDS[rate.of]
      return { zh: `每${zh} ${yuan(rate.cents)} 元`, en: `CNY ${yuan(rate.cents)} each ${en}` }
    }
    case 'share':
      return {
        zh: `投资额的 ${rate.millionths / 10_000}%`,
        en: `${rate.millionths / 10_000}% of the investment`,
      }
  }
}

/** The rate at so many per cent of itself. */
export function scaled(rate: Rate, percent: number): Rate {
  return rate.kind === 'share'
    ? { ...rate, millionths: (rate.millionths * percent) / 100 }
    : { ...rate, cents: partOf(rate.cents, percent, 100) }
}

/** Whether the first is less than the second; rates that are counted in different ways do not compare. */
export function isLess(a: Rate, b: Rate): boolean | undefined {
  if (a.kind === 'share' || b.kind === 'share')
    return a.kind === 'share' && b.kind === 'share' ? a.millionths < b.millionths : undefined
  if (a.kind !== b.kind || (a.kind === 'each' && b.kind === 'each' && a.of !== b.of)) return undefined
  return a.cents < b.cents
}

import type { Bilingual } from '#kernel/refusal.ts'

/** Money is counted in fen (分), as whole numbers: rates of a millionth of an investment leave no rounding to dispute. */
export type Cents = number

/** `1234500` as `12,345.00`. */
export function yuan(cents: Cents): string {
  const whole = Math.trunc(Math.abs(cents) / 100)
  const rest = String(Math.abs(cents) % 100).padStart(2, '0')
  return `${cents < 0 ? '-' : ''}${whole.toLocaleString('en-US')}.${rest}`
}

export const yuanText = (cents: Cents): Bilingual => ({ zh: `${yuan(cents)} 元`, en: `CNY ${yuan(cents)}` })

/** Investments are said in 万元: `3,000 万元`. */
export function tenThousands(cents: Cents): string {
  const value = cents / 1_000_000
  return `${value.toLocaleString('en-US', { maximumFractionDigits: 6 })} 万元`
}

/** A part of an amount, rounded down to the fen: whoever pays never pays more than the rate. */
export const partOf = (cents: Cents, part: number, of: number): Cents =>
  Number((BigInt(cents) * BigInt(part)) / BigInt(of))

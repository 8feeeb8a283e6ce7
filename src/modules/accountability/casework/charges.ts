import { type Day, dayNumber } from '#kernel/day.ts'
import type { ParticularsOf } from '../casework-shapes.ts'

type Sum = ParticularsOf<'illegalCharges'>['sums'][number]

export interface SplitSums {
  readonly payer: string
  readonly cents: number
  readonly count: number
}

/** 拆分收费 (ACCT-22): sums of one payer close together, each small and together not. */
export function splitSums(
  sums: readonly Sum[],
  { withinDays, belowCents }: { readonly withinDays: number; readonly belowCents: number },
): SplitSums[] {
  const payers = [...new Set(sums.map(({ payer }) => payer))]
  return payers.flatMap((payer) => {
    const small = sums
      .filter((sum) => sum.payer === payer && sum.cents < belowCents)
      .toSorted((one, other) => one.on.localeCompare(other.on))
    for (const first of small) {
      const near = small.filter(({ on }) => on >= first.on && daysBetween(first.on, on) <= withinDays)
      const cents = near.reduce((sum, one) => sum + one.cents, 0)
      if (near.length > 1 && cents >= belowCents) return [{ payer, cents, count: near.length }]
    }
    return []
  })
}

const daysBetween = (from: string, until: string) => dayNumber(until as Day) - dayNumber(from as Day)

export interface RegisteredFee {
  readonly title: string
  readonly cents: number | null
}

/** 换名目: a charge that no register knows by this name, of the same amount as one that it knows by another. */
export const renamedSums = (sums: readonly Sum[], register: readonly RegisteredFee[]) =>
  sums.flatMap((sum) => {
    if (register.some(({ title }) => title === sum.title)) return []
    const under = register.find(({ cents }) => cents === sum.cents)
    return under ? [{ title: sum.title, fee: under.title, cents: sum.cents }] : []
  })

export const totalOf = (sums: readonly { readonly cents: number }[]): number =>
  sums.reduce((total, { cents }) => total + cents, 0)

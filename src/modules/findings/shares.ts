import type { Judged } from './share-store.ts'

/** † From how many of a unit on, and how much more without consequence than elsewhere, leniency is a pattern. */
const AT_LEAST = 3
const MOST_OF_THEM = 0.6
const TIMES_ELSEWHERE = 2

export interface Lenient extends Judged {
  /** His share without consequence toward all other units; null: he judged no other. */
  readonly elsewhere: number | null
}

/** 碍于情面: one supervisor, one unit, and again and again nothing follows. */
export function lenientPairs(judged: readonly Judged[]): Lenient[] {
  return judged.flatMap((one) => {
    const share = one.withoutConsequence / one.disposed
    if (one.disposed < AT_LEAST || share < MOST_OF_THEM) return []
    const others = judged.filter(({ account, unit }) => account === one.account && unit !== one.unit)
    const disposed = others.reduce((sum, other) => sum + other.disposed, 0)
    const without = others.reduce((sum, other) => sum + other.withoutConsequence, 0)
    const elsewhere = disposed === 0 ? null : without / disposed
    return elsewhere === null || share >= TIMES_ELSEWHERE * elsewhere ? [{ ...one, elsewhere }] : []
  })
}

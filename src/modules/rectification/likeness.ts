import { dice, likenessOfTexts, pairsOf } from '#kernel/likeness.ts'

export { pairsOf }

const percent = (share: number) => Math.round(share * 100)

/** Settings say likeness in hundredths. */
export const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  percent(dice(one, other))

export const likenessOf = (one: string, other: string): number => percent(likenessOfTexts(one, other))

interface Worded {
  readonly id: string
  readonly unit: string
  readonly text: string
}

/** 雷同: texts of different units that read alike, each with those it reads like. */
export function alikeAcrossUnits(
  all: readonly Worded[],
  least: number,
): ReadonlyMap<string, readonly string[]> {
  const known = all.map((one) => ({ ...one, pairs: pairsOf(one.text) }))
  // Counted along the pairs, so that texts that share none are never put beside each other.
  const holders = new Map<string, number[]>()
  known.forEach(({ pairs }, at) => {
    for (const pair of pairs) {
      const held = holders.get(pair)
      if (held) held.push(at)
      else holders.set(pair, [at])
    }
  })
  const found = new Map<string, string[]>()
  known.forEach((one, at) => {
    const shared = new Map<number, number>()
    for (const pair of one.pairs)
      for (const other of holders.get(pair) ?? [])
        if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1)
    for (const [index, count] of shared) {
      const other = known[index]
      if (!other || other.unit === one.unit) continue
      if ((200 * count) / (one.pairs.size + other.pairs.size) < least) continue
      found.set(one.id, [...(found.get(one.id) ?? []), other.id])
      found.set(other.id, [...(found.get(other.id) ?? []), one.id])
    }
  })
  return found
}

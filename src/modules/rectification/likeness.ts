/** Signs that say nothing about what a text is about. */
const SILENT = /[\s\p{P}\p{S}]/gu

/** Pairs of neighbouring signs: what Chinese text is compared by without a dictionary. */
export function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text.normalize('NFKC').toLowerCase().replace(SILENT, '')]
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

/** How far two texts say the same: shared pairs of signs among all of them (Dice), 0 to 100. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared++
  return Math.round((200 * shared) / (one.size + other.size))
}

export const likenessOf = (one: string, other: string): number => likeness(pairsOf(one), pairsOf(other))

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
  // Two texts that are alike share many pairs; only those that share their rarer ones are compared at all.
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

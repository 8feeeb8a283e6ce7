import type { Histories } from '#engines/histories/index.ts'

/** A variant is a sequence of activities; cases with the same sequence share it. Numbered from the most frequent on. */
export interface Variants {
  readonly count: number
  /** How many cases run each variant, in falling order; equal counts stand in the order of their first case. */
  readonly cases: Int32Array
  /** A case that runs the variant. */
  readonly example: Int32Array
  /** Case → variant. */
  readonly ofCase: Int32Array
}

/** Groups by a 53-bit hash and compares the events themselves, so two sequences never fall together by chance. */
export function variantsOf(histories: Histories): Variants {
  const { caseCount } = histories
  const met = new Map<number, number>()
  const sameHash: number[] = []
  const examples: number[] = []
  const counts: number[] = []
  const raw = new Int32Array(caseCount)
  for (let index = 0; index < caseCount; index++) {
    const key = hashOf(histories, index)
    let variant = met.get(key) ?? -1
    while (variant >= 0 && !sameEvents(histories, examples[variant] as number, index))
      variant = sameHash[variant] as number
    if (variant < 0) {
      variant = examples.push(index) - 1
      counts.push(0)
      sameHash.push(met.get(key) ?? -1)
      met.set(key, variant)
    }
    counts[variant] = (counts[variant] as number) + 1
    raw[index] = variant
  }
  return ranked(raw, examples, counts)
}

function ranked(raw: Int32Array, examples: readonly number[], counts: readonly number[]): Variants {
  const order = [...counts.keys()].sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
  const rank = new Int32Array(counts.length)
  order.forEach((variant, place) => (rank[variant] = place))
  return {
    count: counts.length,
    cases: Int32Array.from(order, (variant) => counts[variant] as number),
    example: Int32Array.from(order, (variant) => examples[variant] as number),
    ofCase: raw.map((variant) => rank[variant] as number),
  }
}

/** The same variants with equal counts in the order of their paths: an order that does not depend on which case came first. */
export function inOrderOfPaths(histories: Histories, variants: Variants): Variants {
  const { count, cases, example } = variants
  const texts = new Map<number, Buffer>()
  const textOf = (variant: number): Buffer => {
    const known = texts.get(variant)
    if (known) return known
    const text = Buffer.from(JSON.stringify(pathOfCase(histories, example[variant] as number)))
    texts.set(variant, text)
    return text
  }
  const order = Array.from({ length: count }, (_, variant) => variant).sort(
    (a, b) => (cases[b] as number) - (cases[a] as number) || Buffer.compare(textOf(a), textOf(b)),
  )
  const place = new Int32Array(count)
  order.forEach((variant, index) => (place[variant] = index))
  return {
    count,
    cases: Int32Array.from(order, (variant) => cases[variant] as number),
    example: Int32Array.from(order, (variant) => example[variant] as number),
    ofCase: variants.ofCase.map((variant) => place[variant] as number),
  }
}

function hashOf({ activity, firstEvent }: Histories, index: number): number {
  let high = 2166136261
  let low = 0
  const to = firstEvent[index + 1] as number
  for (let event = firstEvent[index] as number; event < to; event++) {
    const code = activity[event] as number
    high = Math.imul(high ^ code, 16777619)
    low = (Math.imul(low, 31) + code) | 0
  }
  return (high >>> 0) * 2097152 + (low & 2097151)
}

function sameEvents({ activity, firstEvent }: Histories, one: number, other: number): boolean {
  const start = firstEvent[one] as number
  const from = firstEvent[other] as number
  const length = (firstEvent[one + 1] as number) - start
  if ((firstEvent[other + 1] as number) - from !== length) return false
  for (let place = 0; place < length; place++)
    if (activity[start + place] !== activity[from + place]) return false
  return true
}

export function pathOfCase({ activity, activities, firstEvent }: Histories, index: number): string[] {
  return Array.from(
    activity.subarray(firstEvent[index], firstEvent[index + 1]),
    (code) => activities[code] ?? '',
  )
}

/** Characters that count when two texts are compared: punctuation and spaces can be changed without writing anything. */
const plain = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase()

const SHINGLE = 4

function shingles(text: string): ReadonlySet<string> {
  const kept = plain(text)
  const found = new Set<string>()
  for (let at = 0; at + SHINGLE <= kept.length; at++) found.add(kept.slice(at, at + SHINGLE))
  return found
}

/** How much of a text stands word for word in another, in percent of the shorter of the two. */
export function likenessOf(text: string, other: string): number {
  const [own, before] = [shingles(text), shingles(other)]
  const least = Math.min(own.size, before.size)
  if (least === 0) return 0
  let shared = 0
  for (const one of own) if (before.has(one)) shared++
  return Math.round((100 * shared) / least)
}

export interface Earlier {
  readonly file: string
  readonly text: string
}

/** The earlier text that is most like it; null where nothing is. */
export function mostLike(
  text: string,
  earlier: readonly Earlier[],
): { readonly percent: number; readonly file: string } | null {
  const compared = earlier.map((one) => ({ file: one.file, percent: likenessOf(text, one.text) }))
  const [first] = compared.sort((a, b) => b.percent - a.percent)
  return first && first.percent > 0 ? first : null
}

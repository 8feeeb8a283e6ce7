/** How much two collections of words share, from 0 to 1 in hundredths (Dice); nothing is like nothing. */
export function dice(one: Iterable<string>, other: Iterable<string>): number {
  const [a, b] = [new Set(one), new Set(other)]
  if (a.size + b.size === 0) return 0
  const both = [...a].filter((word) => b.has(word)).length
  return Math.round((200 * both) / (a.size + b.size)) / 100
}

/** How alike two texts are by their pairs of signs; spaces, stops, width and case tell nobody apart. */
export const likenessOfTexts = (one: string, other: string): number => dice(pairsOf(one), pairsOf(other))

/** Signs that say nothing about what a text is about. */
const SILENT = /[\s\p{P}\p{S}]/gu

/** Pairs of neighbouring signs: what Chinese text is compared by without a dictionary. A single sign stands for itself. */
export function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text.normalize('NFKC').toLowerCase().replaceAll(SILENT, '')]
  return new Set(signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

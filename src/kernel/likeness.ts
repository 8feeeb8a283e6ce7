/** How much two lists of words share, from 0 to 1 (Dice); nothing is like nothing. */
export function dice(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)]
  if (a.size + b.size === 0) return 0
  const both = [...a].filter((word) => b.has(word)).length
  return Math.round((200 * both) / (a.size + b.size)) / 100
}

/** How alike two texts are by their pairs of signs; spaces, stops and case tell nobody apart. */
export const likenessOfTexts = (one: string, other: string): number => dice(pairs(one), pairs(other))

function pairs(text: string): string[] {
  const signs = [...text.toLowerCase().replaceAll(/[\s\p{P}]/gu, '')]
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

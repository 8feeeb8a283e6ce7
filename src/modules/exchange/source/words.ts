/** Whether the bytes from `other` on are those of `[from, to)`, four at a time. */
export function agree(words: DataView, other: number, from: number, to: number): boolean {
  let at = from
  let there = other
  for (; at + 4 <= to; at += 4, there += 4) {
    if (words.getInt32(at, true) !== words.getInt32(there, true)) return false
  }
  for (; at < to; at++, there++) if (words.getUint8(at) !== words.getUint8(there)) return false
  return true
}

/** The same bytes, seen as words; the old view where it still fits. */
export const wordsOf = (window: Buffer, before: DataView): DataView =>
  before.buffer === window.buffer && before.byteOffset === window.byteOffset
    ? before
    : new DataView(window.buffer, window.byteOffset, window.byteLength)

const ONES = 0x01010101
const HIGHS = 0x80808080 | 0
const SPACES = 0x20202020
const AMPERSANDS = 0x26262626
const LESS_THANS = 0x3c3c3c3c

/**
 * The first place in `[from, end)` where an attribute's value ends or stops being plain: its quote, `&`, `<` or a
 * control character; `end` when there is none. Four bytes at a time by Mycroft's test for a zero byte (1987), whose
 * lowest mark is never wrong.
 */
export function endOfPlainValue(
  window: Buffer,
  words: DataView,
  from: number,
  end: number,
  quote: number,
): number {
  const quotes = Math.imul(quote, ONES)
  const lastWord = end - 4
  let at = from
  while (at <= lastWord) {
    const word = words.getInt32(at, true)
    const byQuote = word ^ quotes
    const byAmpersand = word ^ AMPERSANDS
    const byLess = word ^ LESS_THANS
    const marks =
      (((byQuote - ONES) & ~byQuote) |
        ((byAmpersand - ONES) & ~byAmpersand) |
        ((byLess - ONES) & ~byLess) |
        ((word - SPACES) & ~word)) &
      HIGHS
    if (marks !== 0) return at + ((31 - Math.clz32(marks & -marks)) >> 3)
    at += 4
  }
  for (; at < end; at++) {
    const byte = window[at] as number
    if (byte === quote || byte === 38 || byte === 60 || byte < 32) return at
  }
  return end
}

export const LT = 60
export const GT = 62
export const SLASH = 47
export const QUOTE = 34
export const APOSTROPHE = 39
export const AMPERSAND = 38
export const EQUALS = 61
export const NEWLINE = 10

/** Bytes that may stand in a name: letters, digits, `. - _ :` and everything beyond ASCII. */
export const IN_NAME = new Uint8Array(256).map((_, byte) =>
  byte >= 128 || /[\w.:-]/.test(String.fromCharCode(byte)) ? 1 : 0,
)

/** A name does not begin with a digit, a dot or a hyphen. */
export const beginsName = (byte: number): boolean =>
  IN_NAME[byte] === 1 && byte !== 45 && byte !== 46 && (byte < 48 || byte > 57)

export const isSpace = (byte: number): boolean => byte === 32 || byte === NEWLINE || byte === 13 || byte === 9

/** Whether a tag ends within the window; quotes may hide a `>`. */
export function wholeTag(window: Buffer, from: number, end: number): boolean {
  let quote = 0
  for (let at = from; at < end; at++) {
    const byte = window[at] as number
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
    else if (byte === GT) return true
  }
  return false
}

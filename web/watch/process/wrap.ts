/** Width in ems: a Chinese character is one, a Latin letter about half. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum + (/[\u2e80-\uffff]/.test(letter) ? 1 : 0.53), 0)

/** Breaks a step's name into at most two lines: between words where it has any, between characters where not. */
export function wrap(text: string, ems: number): string[] {
  if (widthOf(text) <= ems) return [text]
  const parts = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [text]
  const first = takeWhile(parts, ems)
  const rest = text.slice(first.length).trim()
  return [first.trim(), shorten(rest, ems)]
}

function takeWhile(parts: readonly string[], ems: number): string {
  let line = ''
  for (const part of parts) {
    if (line && widthOf(line + part.trimEnd()) > ems) return line
    line += part
  }
  return line
}

function shorten(text: string, ems: number): string {
  if (widthOf(text) <= ems) return text
  const letters = Array.from(text)
  while (letters.length > 1 && widthOf(letters.join('')) > ems - 1) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

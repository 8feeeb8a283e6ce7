import { xmlFault } from '../refusals.ts'

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const LONGEST = 12

/**
 * Resolves the five entities of XML and character references in `window[from, to)` in place, and answers the new end:
 * what a reference stands for is never longer than the reference. Any other entity is refused: none can be declared.
 */
export function decodeEntities(window: Buffer, from: number, to: number, line: number): number {
  let write = from
  let read = from
  while (read < to) {
    const byte = window[read] as number
    if (byte !== 38) {
      window[write++] = byte
      read++
      continue
    }
    const stop = window.indexOf(59, read + 1)
    const name =
      stop > 0 && stop < to && stop - read <= LONGEST ? window.toString('latin1', read + 1, stop) : undefined
    const text = name === undefined ? undefined : (NAMED[name] ?? character(name))
    if (text === undefined) throw unknownEntity(window, read, to, line)
    write += window.write(text, write, 'utf8')
    read = stop + 1
  }
  return write
}

function character(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
  if (!digits) return undefined
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code < 0xd800) ||
    (code >= 0xe000 && code < 0xfffe) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return allowed ? String.fromCodePoint(code) : undefined
}

function unknownEntity(window: Buffer, from: number, to: number, line: number) {
  const found = window.toString('utf8', from, Math.min(from + LONGEST, to))
  return xmlFault(line, {
    zh: `“${found}”不是 XML 的字符引用（“&”应写作 &amp;）`,
    en: `"${found}" is no reference XML knows (write "&" as &amp;)`,
  })
}

/** Line breaks and tabs inside an attribute's value count as spaces (XML 1.0 §3.3.3). Answers how many lines went by. */
export function flattenSpaces(window: Buffer, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at++) {
    const byte = window[at] as number
    if (byte === 10) lines++
    if (byte < 32) window[at] = 32
  }
  return lines
}

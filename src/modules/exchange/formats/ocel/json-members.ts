import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from '../../refusals.ts'
import type { ByteParser } from '../../source/window.ts'

/** One element of an array, or member of an object, that stands directly under the document's root. */
export type MemberTaker = (section: string, name: string | undefined, value: unknown, line: number) => void

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_MAP = 123
const CLOSE_MAP = 125

type State = 'start' | 'root' | 'section' | 'end'

/**
 * Splits one large JSON object of arrays (or objects) into their elements, so that a document of any length is parsed
 * element by element. Sections that nobody asked for are stepped over.
 */
export function jsonMembers(wanted: ReadonlySet<string>, take: MemberTaker): ByteParser {
  let state: State = 'start'
  let section = ''
  let closing = CLOSE_LIST
  /** After an element only a comma or the end may follow. */
  let afterElement = false
  let line = 1

  const fault = ({ zh, en }: Bilingual) => refuse('exchange.json-broken', { line, zh, en })
  const unexpected = (window: Buffer, at: number) => {
    const found = window.toString('utf8', at, at + 20)
    return fault({ zh: `“${found}”出现在不该出现的地方`, en: `"${found}" stands where it may not` })
  }

  function consume(window: Buffer, end: number, last: boolean): number {
    let at = 0
    for (;;) {
      at = skipSpace(window, at, end)
      if (at >= end) break
      const next = step(window, at, end)
      if (next < 0) break
      at = next
    }
    if (last && (state !== 'end' || at < end))
      throw fault({ zh: '文件不完整', en: 'the file is not complete' })
    return at
  }

  function skipSpace(window: Buffer, from: number, end: number): number {
    let at = from
    while (at < end && (window[at] as number) <= 32) if (window[at++] === 10) line++
    return at
  }

  function step(window: Buffer, at: number, end: number): number {
    const byte = window[at] as number
    if (state === 'start') {
      if (byte !== OPEN_MAP) throw unexpected(window, at)
      state = 'root'
      return at + 1
    }
    if (state === 'end') throw unexpected(window, at)
    if (byte === (state === 'root' ? CLOSE_MAP : closing)) {
      state = state === 'root' ? 'end' : 'root'
      afterElement = true
      return at + 1
    }
    if (afterElement) {
      if (byte !== COMMA) throw unexpected(window, at)
      afterElement = false
      return at + 1
    }
    return state === 'root' ? rootMember(window, at, end) : element(window, at, end)
  }

  function rootMember(window: Buffer, at: number, end: number): number {
    const value = afterName(window, at, end)
    if (value < 0 || value >= end) return -1
    const name = nameAt(window, at, value)
    const first = window[value] as number
    if (wanted.has(name) && (first === OPEN_LIST || first === OPEN_MAP)) {
      state = 'section'
      section = name
      closing = first === OPEN_LIST ? CLOSE_LIST : CLOSE_MAP
      return value + 1
    }
    const stop = valueEnd(window, value, end)
    if (stop < 0) return -1
    parsed(window, value, stop)
    afterElement = true
    return advanced(window, at, stop)
  }

  function element(window: Buffer, at: number, end: number): number {
    const isMap = closing === CLOSE_MAP
    const value = isMap ? afterName(window, at, end) : at
    if (value < 0 || value >= end) return -1
    const stop = valueEnd(window, value, end)
    if (stop < 0) return -1
    take(section, isMap ? nameAt(window, at, value) : undefined, parsed(window, value, stop), line)
    afterElement = true
    return advanced(window, at, stop)
  }

  /** Where the value of the member at `at` begins, or −1 when that is not in the window yet. */
  function afterName(window: Buffer, at: number, end: number): number {
    if (window[at] !== QUOTE) throw unexpected(window, at)
    let place = stringEnd(window, at, end)
    if (place < 0) return -1
    while (place < end && (window[place] as number) <= 32) place++
    if (place >= end) return -1
    if (window[place] !== COLON) throw unexpected(window, place)
    place++
    while (place < end && (window[place] as number) <= 32) place++
    return place
  }

  const nameAt = (window: Buffer, at: number, value: number): string =>
    String(parsed(window, at, stringEnd(window, at, value)))

  function parsed(window: Buffer, from: number, to: number): unknown {
    try {
      return JSON.parse(window.toString('utf8', from, to))
    } catch {
      throw fault({ zh: '写法不符合 JSON', en: 'it is not written as JSON' })
    }
  }

  function advanced(window: Buffer, from: number, to: number): number {
    for (let at = from; at < to; at++) if (window[at] === 10) line++
    return to
  }

  return {
    consume,
    get line() {
      return line
    },
  }
}

/** Just behind a string's closing quote, or −1. */
function stringEnd(window: Buffer, at: number, end: number): number {
  for (let place = at + 1; place < end; place++) {
    const byte = window[place]
    if (byte === BACKSLASH) place++
    else if (byte === QUOTE) return place + 1
  }
  return -1
}

/** Just behind a value, or −1 when its end is not in the window yet. Whether it is well written JSON.parse says. */
function valueEnd(window: Buffer, from: number, end: number): number {
  const first = window[from] as number
  if (first === QUOTE) return stringEnd(window, from, end)
  if (first !== OPEN_MAP && first !== OPEN_LIST) return scalarEnd(window, from, end)
  let depth = 0
  for (let at = from; at < end; at++) {
    const byte = window[at]
    if (byte === QUOTE) {
      const next = stringEnd(window, at, end)
      if (next < 0) return -1
      at = next - 1
    } else if (byte === OPEN_MAP || byte === OPEN_LIST) depth++
    else if ((byte === CLOSE_MAP || byte === CLOSE_LIST) && --depth === 0) return at + 1
  }
  return -1
}

function scalarEnd(window: Buffer, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const byte = window[at] as number
    if (byte <= 32 || byte === COMMA || byte === CLOSE_MAP || byte === CLOSE_LIST) return at
  }
  return -1
}

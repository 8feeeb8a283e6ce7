import { refuse } from '../../refusals.ts'
import type { Report } from '../../report.ts'
import type { ByteParser } from '../../source/window.ts'

/** Takes the fields of one record as places in the window; they are valid only during the call. */
export type RecordTaker = (
  window: Buffer,
  from: Int32Array,
  to: Int32Array,
  count: number,
  line: number,
) => void

const QUOTE = 34
const NEWLINE = 10
const RETURN = 13
const MOST_FIELDS = 20_000

const PLAIN = 0
const DOUBLED = 1

/**
 * RFC 4180 over bytes: quoted fields with line breaks and doubled quotes, CRLF, LF or CR. A quote inside a field that
 * did not begin with one is text; text behind a closing quote rejects its record. Empty lines are stepped over.
 */
export function csvParser(delimiter: number, report: Report, take: RecordTaker): ByteParser {
  const from = new Int32Array(MOST_FIELDS)
  const to = new Int32Array(MOST_FIELDS)
  const kind = new Uint8Array(MOST_FIELDS)
  /** No byte beyond this one needs a look. */
  const highest = Math.max(delimiter, QUOTE)
  let line = 1
  /** Where the record at hand ends, and how many line breaks it holds. */
  let next = 0
  let breaks = 0
  let misplaced = false

  function consume(window: Buffer, end: number, last: boolean): number {
    let at = 0
    while (at < end) {
      const count = record(window, at, end, last)
      if (count < 0) return at
      const isEmpty = count === 1 && from[0] === to[0] && kind[0] === PLAIN
      if (misplaced)
        report.reject(
          'quote-misplaced',
          line,
          undefined,
          window.toString('utf8', at, Math.min(next, at + 200)).trim(),
        )
      else if (!isEmpty) {
        for (let field = 0; field < count; field++) if (kind[field] === DOUBLED) undouble(window, field)
        take(window, from, to, count, line)
      }
      line += breaks
      at = next
    }
    return at
  }

  /** Finds the fields of one record; −1 when its end is not in the window yet. */
  function record(window: Buffer, start: number, end: number, last: boolean): number {
    let at = start
    let count = 0
    breaks = 0
    misplaced = false
    for (;;) {
      if (count === MOST_FIELDS)
        throw refuse('exchange.header-broken', { line, zh: '列数过多', en: 'there are too many columns' })
      at =
        at < end && window[at] === QUOTE
          ? quoted(window, at, end, count, last)
          : plain(window, at, end, count)
      if (at < 0 || (at >= end && !last)) return -1
      count++
      const stop = at < end ? (window[at] as number) : NEWLINE
      if (stop === delimiter) {
        at++
        continue
      }
      if (stop === RETURN && at + 1 >= end && !last) return -1
      next = at >= end ? end : stop === RETURN && window[at + 1] === NEWLINE ? at + 2 : at + 1
      breaks++
      return count
    }
  }

  function plain(window: Buffer, start: number, end: number, field: number): number {
    let at = start
    for (; at < end; at++) {
      const byte = window[at] as number
      if (byte <= highest && (byte === delimiter || byte === NEWLINE || byte === RETURN)) break
    }
    from[field] = start
    to[field] = at
    kind[field] = PLAIN
    return at
  }

  function quoted(window: Buffer, start: number, end: number, field: number, last: boolean): number {
    let at = start + 1
    let state = PLAIN
    for (; ; at++) {
      if (at >= end) {
        if (last) throw refuse('exchange.csv-quote-open', { line })
        return -1
      }
      const byte = window[at] as number
      if (byte === NEWLINE) breaks++
      if (byte !== QUOTE) continue
      if (at + 1 >= end && !last) return -1
      if (at + 1 < end && window[at + 1] === QUOTE) {
        state = DOUBLED
        at++
      } else break
    }
    from[field] = start + 1
    to[field] = at
    kind[field] = state === PLAIN ? 2 : DOUBLED
    return afterQuote(window, at + 1, end)
  }

  function afterQuote(window: Buffer, start: number, end: number): number {
    let at = start
    while (at < end && window[at] !== delimiter && window[at] !== NEWLINE && window[at] !== RETURN) {
      if (window[at] !== 32) misplaced = true
      at++
    }
    return at
  }

  function undouble(window: Buffer, field: number): void {
    let write = from[field] as number
    const stop = to[field] as number
    for (let read = write; read < stop; read++) {
      const byte = window[read] as number
      window[write++] = byte
      if (byte === QUOTE) read++
    }
    to[field] = write
  }

  return {
    consume,
    get line() {
      return line
    },
  }
}

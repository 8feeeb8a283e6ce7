import { refuse } from '../../refusals.ts'
import type { Report } from '../../report.ts'
import type { ByteParser } from '../../source/window.ts'
import { agree, wordsOf } from '../../source/words.ts'

/**
 * The fields of one record as places in the window, valid only during the call. `same[field]` is 1 where the field
 * equals that of the record before: tables repeat themselves, and who has the answer already need not look again.
 */
export interface Fields {
  count: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly same: Uint8Array
}

export type RecordTaker = (window: Buffer, fields: Fields, line: number) => void

const QUOTE = 34
const NEWLINE = 10
const RETURN = 13
const MOST_FIELDS = 20_000

const PLAIN = 0
const QUOTED = 1
const DOUBLED = 2

/**
 * RFC 4180 over bytes: quoted fields with line breaks and doubled quotes, CRLF, LF or CR. A quote inside a field that
 * did not begin with one is text; text behind a closing quote rejects its record. Empty lines are stepped over.
 */
export function csvParser(delimiter: number, report: Report, take: RecordTaker): ByteParser {
  const fields: Fields = {
    count: 0,
    from: new Int32Array(MOST_FIELDS),
    to: new Int32Array(MOST_FIELDS),
    same: new Uint8Array(MOST_FIELDS),
  }
  const { from, to, same } = fields
  const kind = new Uint8Array(MOST_FIELDS)
  let words: DataView = new DataView(new ArrayBuffer(0))
  const tail = { field: -1, count: 0, from: 0, length: 0 }
  let line = 1
  /** Where the record at hand ends, and how many line breaks it holds. */
  let next = 0
  let breaks = 0
  let misplaced = false
  let quotes = false

  function consume(window: Buffer, end: number, last: boolean): number {
    let at = 0
    words = wordsOf(window, words)
    // The records before have left the window: nothing to compare with, and a length that no field has, lest an empty
    // field seem to repeat a full one.
    from.fill(0)
    to.fill(-1)
    tail.field = -1
    while (at < end) {
      const count = record(window, at, end, last)
      if (count < 0) return at
      fields.count = count
      if (misplaced) reject(window, at)
      else if (count > 1 || from[0] !== to[0] || kind[0] !== PLAIN) {
        if (quotes) undoubleAll(window, count)
        take(window, fields, line)
      }
      line += breaks
      at = next
    }
    return at
  }

  function reject(window: Buffer, at: number): void {
    report.reject(
      'quote-misplaced',
      line,
      undefined,
      window.toString('utf8', at, Math.min(next, at + 200)).trim(),
    )
  }

  /**
   * Finds the fields of one record; −1 when its end is not in the window yet. One function, because it runs once for
   * every field of the file: what it needs is fetched once a record, and only quotes are left to another.
   */
  function record(window: Buffer, start: number, end: number, last: boolean): number {
    const { from, to, same } = fields
    const kinds = kind
    const bytes = words
    const parting = delimiter
    const tailField = tail.field
    let at = start
    let count = 0
    breaks = 0
    misplaced = quotes = false
    for (;;) {
      if (count === tailField && at + tail.length <= end && agree(bytes, tail.from, at, at + tail.length)) {
        return repeatTail(at, count)
      }
      if (count === MOST_FIELDS) throw tooManyColumns(line)
      // A field equal to the one before it ends where its length says: it need not be searched for its end.
      const before = from[count] as number
      const likely = at + (to[count] as number) - before
      if (
        kinds[count] === PLAIN &&
        likely >= at &&
        likely < end &&
        window[likely] === parting &&
        agree(bytes, before, at, likely)
      ) {
        same[count] = 1
        from[count] = at
        to[count++] = likely
        at = likely + 1
        continue
      }
      if (at < end && window[at] === QUOTE) {
        at = quoted(window, at, end, count, last)
      } else {
        const stop = endOfPlain(window, bytes, at, end, parting)
        const isSame = kinds[count] === PLAIN && stop === likely && agree(bytes, before, at, stop)
        same[count] = isSame ? 1 : 0
        kinds[count] = PLAIN
        from[count] = at
        to[count] = at = stop
      }
      if (at < 0 || (at >= end && !last)) return -1
      count++
      const stop = at < end ? (window[at] as number) : NEWLINE
      if (stop === parting) {
        at++
        continue
      }
      if (stop === RETURN && at + 1 >= end && !last) return -1
      next = at >= end ? end : stop === RETURN && window[at + 1] === NEWLINE ? at + 2 : at + 1
      breaks++
      learnTail(count)
      return count
    }
  }

  function repeatTail(at: number, count: number): number {
    next = at + tail.length
    breaks = 1
    const { same } = fields
    for (let field = count; field < tail.count; field++) same[field] = 1
    return tail.count
  }

  /**
   * The last fields of a row often repeat as they are: a case's district, its channel. Where two rows ended alike, the
   * next row's end is compared as one piece, line break included.
   */
  function learnTail(count: number): void {
    let field = count
    while (field > 0 && same[field - 1] === 1) field--
    tail.field = count - field >= 2 ? field : -1
    if (tail.field < 0) return
    tail.count = count
    tail.from = from[field] as number
    tail.length = next - tail.from
  }

  function quoted(window: Buffer, start: number, end: number, field: number, last: boolean): number {
    let at = start + 1
    let state = QUOTED
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
    kind[field] = state
    same[field] = 0
    quotes = true
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

  function undoubleAll(window: Buffer, count: number): void {
    for (let field = 0; field < count; field++) if (kind[field] === DOUBLED) undouble(window, field)
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

const tooManyColumns = (line: number) =>
  refuse('exchange.header-broken', { line, zh: '列数过多', en: 'there are too many columns' })

const ONES = 0x01010101
const HIGHS = 0x80808080 | 0
const CONTROLS = 0x0e0e0e0e

/**
 * Where a field without quotes ends. Four bytes are looked at together: `(x - 01…) & ~x & 80…` marks the bytes of x that
 * are zero (Mycroft 1987), here those that equal the delimiter or are control characters; its lowest mark is never wrong.
 */
function endOfPlain(window: Buffer, words: DataView, start: number, end: number, delimiter: number): number {
  const pattern = Math.imul(delimiter, ONES)
  const lastWord = end - 4
  let at = start
  while (at <= lastWord) {
    const word = words.getInt32(at, true)
    const parted = word ^ pattern
    const marks = (((parted - ONES) & ~parted) | ((word - CONTROLS) & ~word)) & HIGHS
    if (marks === 0) {
      at += 4
      continue
    }
    at += (31 - Math.clz32(marks & -marks)) >> 3
    const byte = window[at] as number
    if (byte === delimiter || byte === NEWLINE || byte === RETURN) return at
    at++
  }
  for (; at < end; at++) {
    const byte = window[at] as number
    if (byte === delimiter || byte === NEWLINE || byte === RETURN) break
  }
  return at
}

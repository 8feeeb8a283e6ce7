import type { Collector } from '../../reading/collector.ts'
import { completedMapping } from '../../mapping/guess.ts'
import { contentOf, type Reading } from '../../source/content.ts'
import { utf8Of } from '../../source/encoding.ts'
import type { LocalFile } from '../../source/local-file.ts'
import { feed, type ByteParser } from '../../source/window.ts'
import { encodingChoice, type Recognised } from '../recognise.ts'
import { ledgerLine } from './ledger-line.ts'
import { recordWriter } from './record-writer.ts'

/** JSON Lines: one event a line, or one case a line where the mapping says milestones. */
export async function* readJsonLines(
  file: LocalFile,
  found: Recognised,
  own: Collector,
  reading: Reading,
): AsyncGenerator<void> {
  const { header, rows } = jsonSample(found, SAMPLE_ROWS)
  const writer = recordWriter(own, header, completedMapping(own.mapping, header, rows))
  const parser = linesParser((window, from, to, line) => {
    const record = recordOf(window, from, to)
    if (record === 'passed over') return
    if (record) writer.write(record, line)
    else
      own.report.reject(
        'json-broken',
        line,
        undefined,
        window.toString('utf8', from, Math.min(to, from + 200)),
      )
  })
  const text = utf8Of(contentOf(file, reading), encodingChoice(file, own.mapping, 'jsonl'))
  yield* feed(text, parser, reading.limits.tokenBytes)
}

const SAMPLE_ROWS = 1000

/** The names met in the first lines, in order of appearance, and those lines as rows. */
export function jsonSample(found: Recognised, most: number): { header: string[]; rows: string[][] } {
  const records: Map<string, string>[] = []
  const parser = linesParser((window, from, to) => {
    const record = records.length < most ? recordOf(window, from, to) : undefined
    if (record && record !== 'passed over') records.push(record)
  })
  parser.consume(found.head, found.head.length, found.isWhole)
  const header = [...new Set(records.flatMap((record) => [...record.keys()]))]
  return { header, rows: records.map((record) => header.map((name) => record.get(name) ?? '')) }
}

/** A line as names and texts: what is not text is written as JSON writes it, and `null` is nothing. */
function recordOf(window: Buffer, from: number, to: number): Map<string, string> | 'passed over' | undefined {
  let value: unknown
  try {
    value = JSON.parse(window.toString('utf8', from, to))
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const told = ledgerLine(value) ?? value
  if (told === 'passed over') return told
  const record = new Map<string, string>()
  for (const [name, entry] of Object.entries(told)) {
    const text = textOf(entry)
    if (text === undefined) return undefined
    record.set(name, text)
  }
  return record
}

/** A whole number too long for JavaScript has already lost digits: two ids could become one, so it is no text at all. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value)
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

const NEWLINE = 10

function linesParser(take: (window: Buffer, from: number, to: number, line: number) => void): ByteParser {
  let line = 1
  const isBlank = (window: Buffer, from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if ((window[at] as number) > 32) return false
    return true
  }
  return {
    consume(window, end, last) {
      let from = 0
      for (;;) {
        const found = window.indexOf(NEWLINE, from)
        const isEnd = found < 0 || found >= end
        if (isEnd && (!last || from >= end)) return from
        const to = isEnd ? end : found
        if (!isBlank(window, from, to)) take(window, from, to, line)
        line++
        from = to + 1
        if (isEnd) return end
      }
    },
    get line() {
      return line
    },
  }
}

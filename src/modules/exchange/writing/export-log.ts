import type { CaseHistory } from '#engines/histories/index.ts'
import { csvText } from './csv-text.ts'
import { jsonLinesText } from './jsonl-text.ts'
import { ocelText } from './ocel-text.ts'
import { xesText } from './xes-text.ts'

export type ExportFormat = 'xes' | 'ocel' | 'csv' | 'jsonl'

export const MEDIA_TYPES = {
  xes: 'application/xml; charset=utf-8',
  ocel: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const satisfies Record<ExportFormat, string>

export interface ExportOptions {
  /** The log's name or title, as XES carries it. */
  readonly name: string
  /** Zone in whose offset times are written; the instants are the same in any. */
  readonly zone?: string | undefined
}

export type Cases = Iterable<CaseHistory> | AsyncIterable<CaseHistory>

/**
 * Writes cases as a log, piece by piece. What is written is read back by `readHistories` without a mapping: the same
 * cases, events, times, people and attributes. (Tables order a case's events by time; XES keeps their order.)
 */
export function exportLog(
  cases: Cases,
  format: ExportFormat,
  options: ExportOptions,
): AsyncGenerator<string> {
  return inPieces(textOf(cases, format, options))
}

function textOf(cases: Cases, format: ExportFormat, options: ExportOptions): AsyncGenerator<string> {
  switch (format) {
    case 'xes':
      return xesText(cases, options)
    case 'ocel':
      return ocelText(cases, options)
    case 'csv':
      return csvText(cases, options)
    case 'jsonl':
      return jsonLinesText(cases, options)
  }
}

const PIECE = 64 * 1024

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece: string[] = []
  let length = 0
  for await (const text of texts) {
    piece.push(text)
    length += text.length
    if (length < PIECE) continue
    yield piece.join('')
    piece = []
    length = 0
  }
  if (length > 0) yield piece.join('')
}

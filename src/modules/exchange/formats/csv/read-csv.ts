import type { Collector } from '../../reading/collector.ts'
import { completedMapping } from '../../mapping/guess.ts'
import type { ColumnMapping } from '../../mapping/log-mapping.ts'
import { newReport } from '../../report.ts'
import { contentOf, type Reading } from '../../source/content.ts'
import { utf8Of } from '../../source/encoding.ts'
import type { LocalFile } from '../../source/local-file.ts'
import { feed } from '../../source/window.ts'
import { encodingChoice, type Recognised } from '../recognise.ts'
import { csvParser, type Fields, type RecordTaker } from './csv-parser.ts'
import { tableColumns } from './table-columns.ts'
import { tableWriter } from './table-writer.ts'

/** Reads a delimited table whose first record names the columns. */
export async function* readCsv(
  file: LocalFile,
  found: Recognised,
  own: Collector,
  reading: Reading,
): AsyncGenerator<void> {
  const mapping = completedFromHead(found, own.mapping)
  let write: RecordTaker | undefined
  const parser = csvParser((found.delimiter ?? ',').charCodeAt(0), own.report, (window, fields, line) => {
    if (write) write(window, fields, line)
    else write = tableWriter(own, tableColumns(texts(window, fields), mapping, line))
  })
  const text = utf8Of(contentOf(file, reading), encodingChoice(file, own.mapping, 'csv'))
  yield* feed(text, parser, reading.limits.tokenBytes)
}

/** The header and the first rows of a recognised file; what a preview shows and a guess looks at. */
export function csvSample(found: Recognised, rows: number): { header: string[]; rows: string[][] } {
  const records: string[][] = []
  const parser = csvParser((found.delimiter ?? ',').charCodeAt(0), newReport(), (window, fields) => {
    if (records.length <= rows) records.push(texts(window, fields))
  })
  // The parser undoubles quotes in place, and the beginning may be looked at again.
  parser.consume(Buffer.from(found.head), found.head.length, found.isWhole)
  return { header: records[0] ?? [], rows: records.slice(1) }
}

const SAMPLE_ROWS = 200

function completedFromHead(found: Recognised, mapping: ColumnMapping): ColumnMapping {
  const { header, rows } = csvSample(found, SAMPLE_ROWS)
  return completedMapping(mapping, header, rows)
}

const texts = (window: Buffer, { from, to, count }: Fields): string[] =>
  Array.from({ length: count }, (_, field) => window.toString('utf8', from[field], to[field]).trim())

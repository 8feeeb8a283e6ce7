import { completedMapping } from '../../mapping/guess.ts'
import type { ColumnMapping } from '../../mapping/log-mapping.ts'
import type { Collector } from '../../reading/collector.ts'
import type { Reading } from '../../source/content.ts'
import type { LocalFile } from '../../source/local-file.ts'
import { tableColumns } from '../csv/table-columns.ts'
import { tableWriter } from '../csv/table-writer.ts'
import { textFields } from '../csv/text-fields.ts'
import { sheetReader, type SheetRow } from './sheet.ts'
import { openWorkbook, sheetPart } from './workbook.ts'
import { readPart } from './xml-text.ts'

/** Reads one sheet of a workbook whose first filled row names the columns. */
export async function* readWorkbook(file: LocalFile, own: Collector, reading: Reading): AsyncGenerator<void> {
  let write: ((row: SheetRow) => void) | undefined
  for await (const rows of sheetRows(file, own.mapping, reading)) {
    let waiting = rows
    if (!write) {
      const [header, ...others] = rows
      if (!header) continue
      write = rowWriter(own, header, others)
      waiting = others
    }
    for (const row of waiting) write(row)
    yield
  }
}

/** The filled rows of the sheet, a piece of the file at a time. */
export async function* sheetRows(
  file: LocalFile,
  mapping: ColumnMapping,
  reading: Reading,
): AsyncGenerator<SheetRow[]> {
  const workbook = await openWorkbook(file, reading)
  let rows: SheetRow[] = []
  const reader = sheetReader(workbook, (row) => {
    if (row.cells.some((cell) => cell !== undefined && cell !== '')) rows.push(row)
  })
  const content = workbook.zip.content(sheetPart(file, workbook, mapping.sheet))
  for await (const _ of readPart(content, reader, reading.limits.tokenBytes)) {
    void _
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

const SAMPLE_ROWS = 200

function rowWriter(own: Collector, header: SheetRow, sample: readonly SheetRow[]): (row: SheetRow) => void {
  const names = Array.from(header.cells, (cell) => (cell ?? '').trim())
  const rows = sample.slice(0, SAMPLE_ROWS).map(({ cells }) => names.map((_, place) => cells[place] ?? ''))
  const columns = tableColumns(names, completedMapping(own.mapping, names, rows), header.number)
  const write = tableWriter(own, columns)
  const record = textFields()
  return ({ number, cells, hasError }) => {
    if (hasError) return own.report.reject('cell-error', number)
    record.fill(Array.from({ length: Math.max(names.length, cells.length) }, (_, place) => cells[place]))
    write(record.window, record.fields, number)
  }
}

import { csvOf } from './csv.ts'
import type { Column } from './Table.tsx'
import { xlsxOf } from './xlsx.ts'

export type SheetFormat = 'xlsx' | 'csv'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** CSV begins with a byte order mark, without which Excel reads Chinese as nonsense. */
export function downloadTable<Row>(
  name: string,
  format: SheetFormat,
  columns: ReadonlyArray<Column<Row>>,
  rows: readonly Row[],
): void {
  const file =
    format === 'xlsx'
      ? new Blob([xlsxOf(columns, rows)], { type: XLSX })
      : new Blob(['\uFEFF', csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' })
  saveFile(file, `${name}.${format}`)
}

/** Has the browser save a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

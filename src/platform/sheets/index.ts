export { csvRows, type SheetLine } from './csv-rows.ts'
import writeExcelFile from 'write-excel-file/node'

export type Cell = string | number | boolean | null

/** A table as people keep it: the first row names the columns. */
export interface Table {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export const CSV_TYPE = 'text/csv; charset=utf-8'
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** RFC 4180, with the mark that makes spreadsheets read UTF-8. */
export const csvOf = ({ header, rows }: Table): string =>
  `\uFEFF${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`

/** Text that a spreadsheet would run as a formula is shown as text (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const WIDTHS = { least: 8, most: 48 }

/** An Excel workbook (.xlsx) of one sheet, with a bold header that stays in sight. */
export async function workbookOf({ name, header, rows }: Table): Promise<Buffer> {
  const columns = header.map((title, at) => ({
    width: widthOf([title, ...rows.map((row) => row[at] ?? null)]),
  }))
  const data = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(sheetCell)),
  ]
  return writeExcelFile(data, { columns, sheet: sheetName(name), stickyRowsCount: 1 }).toBuffer()
}

const sheetCell = (value: Cell) =>
  value === null || value === ''
    ? null
    : typeof value === 'number'
      ? { value, type: Number }
      : { value: String(value), type: String, wrap: true }

/** Chinese signs are twice as wide. */
const widthOf = (cells: readonly Cell[]): number =>
  Math.min(
    WIDTHS.most,
    Math.max(
      WIDTHS.least,
      ...cells
        .slice(0, 200)
        .map((cell) => [...String(cell ?? '')].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 2)),
    ),
  )

/** What Excel takes as the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

import type { Column } from './Table.tsx'

/** Spreadsheets run what begins with one of these as a formula; a name in a log must not be able to. */
const FORMULA = /^[=+\-@\t\r]/

export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export function csvOf<Row>(columns: ReadonlyArray<Column<Row>>, rows: readonly Row[]): string {
  const shown = columns.filter((column) => column.text)
  const lines = [
    shown.map((column) => csvCell(column.title)),
    ...rows.map((row) => shown.map((column) => csvCell(column.text?.(row) ?? null))),
  ]
  return lines.map((line) => line.join(',')).join('\r\n')
}

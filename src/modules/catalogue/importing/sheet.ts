import type { Readable } from 'node:stream'
import { refuse } from '../refusals.ts'
import { isColumn } from './columns.ts'
import type { TableRow } from './table.ts'

/** Reads the first sheet of a workbook; the module of exchange has the reader and hands it down. */
export type ReadSheet = (source: {
  readonly stream: Readable
  readonly name: string
}) => Promise<readonly { readonly number: number; readonly cells: readonly string[] }[]>

/** Titles and notes may stand above the names of the columns. */
const HEADER_WITHIN = 15

/**
 * Rows of a list as people keep it in Excel: under a title, with stars and line breaks in the names of columns, and with
 * the cells of an item merged over the rows of its materials.
 */
export function fromSheet(sheet: Awaited<ReturnType<ReadSheet>>, name: string): TableRow[] {
  const at = sheet.slice(0, HEADER_WITHIN).findIndex(({ cells }) => cells.filter(names).length >= 2)
  const header = sheet[at]
  if (!header) throw refuse('catalogue.no-name-column', { name })
  const columns = header.cells.map(columnName)
  return sheet.slice(at + 1).map(({ number, cells }) => ({
    line: number,
    merged: true,
    cells: new Map(
      columns
        .map((column, place) => [column, (cells[place] ?? '').trim()] as const)
        .filter(([column, value]) => column !== '' && value !== ''),
    ),
  }))
}

const columnName = (cell: string): string => cell.replaceAll(/[\s*＊]/g, '')
const names = (cell: string): boolean => isColumn(columnName(cell))

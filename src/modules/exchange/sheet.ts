import { sheetRows } from './formats/xlsx/read-workbook.ts'
import type { Limits } from './source/limits.ts'
import { type LogSource, withLocalFile } from './source/local-file.ts'

/** Lists that people keep by hand: far smaller than a log. */
const LIMITS: Limits = {
  storedBytes: 40 * 2 ** 20,
  contentBytes: 400 * 2 ** 20,
  expansion: 300,
  tokenBytes: 8 * 2 ** 20,
}
/** No module reads longer lists; one that is longer is read so far that whoever asked sees it. */
const MOST_ROWS = 50_000

/** One filled row of a sheet, numbered as the sheet does; an empty cell is an empty text. */
export interface ListedRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** The first sheet of an Excel workbook (.xlsx), row by row, for modules that read lists. */
export const readSheet = (source: LogSource): Promise<ListedRow[]> =>
  withLocalFile(source, async (file) => {
    const listed: ListedRow[] = []
    for await (const rows of sheetRows(file, {}, { limits: LIMITS })) {
      for (const { number, cells } of rows)
        listed.push({ number, cells: Array.from(cells, (cell) => cell ?? '') })
      if (listed.length > MOST_ROWS) break
    }
    return listed
  })

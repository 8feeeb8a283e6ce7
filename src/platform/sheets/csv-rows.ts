/** One filled row, numbered as the sheet does. */
export interface SheetLine {
  readonly number: number
  readonly cells: readonly string[]
}

/** Rows of a CSV file (RFC 4180) in UTF-8 or GB18030, the encoding of Chinese spreadsheets; tabs and semicolons too. */
export function csvRows(bytes: Uint8Array): SheetLine[] {
  const text = decoded(bytes)
  const delimiter = delimiterOf(text.slice(0, text.indexOf('\n') + 1 || undefined))
  const rows: SheetLine[] = []
  let cells: string[] = []
  let number = 1
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|$)`, 'y')
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? []
    if (end === undefined) break
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === delimiter && cell.lastIndex < text.length) continue
    if (cells.some((one) => one.trim() !== '')) rows.push({ number, cells })
    cells = []
    number++
  }
  return rows
}

/** What is not UTF-8 is what Chinese spreadsheets write. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A tab stands in no text that people type. */
const delimiterOf = (head: string): string =>
  head.includes('\t') ? '\t' : head.split(';').length > head.split(',').length ? ';' : ','

/** One line of the file of rejected rows: `line,column,value,code,原因,reason`. */
export interface RejectedRow {
  readonly line: string
  readonly column: string
  readonly value: string
  readonly zh: string
  readonly en: string
}

/** Reads the first rows of what may be the cut-off beginning of the file; its last, perhaps incomplete, row is dropped. */
export function readRejected(text: string, complete: boolean): RejectedRow[] {
  const records = recordsOf(text.replace(/^\uFEFF/, ''))
  const whole = complete ? records : records.slice(0, -1)
  return whole
    .slice(1)
    .filter((cells) => cells.length >= 6)
    .map(([line = '', column = '', value = '', , zh = '', en = '']) => ({ line, column, value, zh, en }))
}

/** RFC 4180: quotes may hold commas, line breaks and doubled quotes. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [[]]
  const cells = /(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g
  for (const match of text.matchAll(cells)) {
    const value = match[1]?.replaceAll('""', '"') ?? match[2] ?? ''
    if (match[0].startsWith('\n') || match[0].startsWith('\r')) records.push([value])
    else records.at(-1)?.push(value)
  }
  return records.filter((cellsOfRecord) => cellsOfRecord.some(Boolean))
}

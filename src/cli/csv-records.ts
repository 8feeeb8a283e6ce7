import { createReadStream } from 'node:fs'
import { defineRefusals } from '#kernel/refusal.ts'

const refuse = defineRefusals({
  'csv.not-utf8': {
    status: 422,
    zh: '文件第 {line} 行附近不是 UTF-8 编码，请另存为 UTF-8',
    en: 'the file is not UTF-8 near line {line}; save it as UTF-8',
  },
  'csv.record-too-long': {
    status: 422,
    zh: '第 {line} 行起的一条记录过长（可能缺少右引号），请检查引号',
    en: 'the record from line {line} on is too long (a closing quote may be missing); check the quotes',
  },
  'csv.unreadable': {
    status: 422,
    zh: '读不到文件“{file}”，请检查路径',
    en: 'cannot read the file "{file}"; check the path',
  },
})

/** One record and the line of the file it began on. */
export interface CsvRecord {
  readonly line: number
  readonly fields: string[]
}

const LONGEST_RECORD = 1_000_000

/** The records of a UTF-8 CSV file (RFC 4180, any line end, with or without BOM), one at a time in bounded memory. */
export async function* csvRecords(file: string): AsyncGenerator<CsvRecord> {
  let line = 1
  let waiting = ''
  for await (const text of decoded(file, () => line)) {
    waiting += text
    let start = 0
    for (let end = recordEnd(waiting, start); end >= 0; end = recordEnd(waiting, start)) {
      const record = waiting.slice(start, end)
      if (record.trim() !== '') yield { line, fields: csvFields(record) }
      line += 1 + count(record, '\n')
      start = end + 1
    }
    waiting = waiting.slice(start)
    if (waiting.length > LONGEST_RECORD) throw refuse('csv.record-too-long', { line })
  }
  if (waiting.trim() !== '') yield { line, fields: csvFields(waiting) }
}

async function* decoded(file: string, line: () => number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const read = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw refuse('csv.not-utf8', { line: line() })
    }
  }
  try {
    for await (const chunk of createReadStream(file)) yield read(chunk as Buffer)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw refuse('csv.unreadable', { file })
    throw error
  }
  yield read()
}

/** The index of the line feed that ends a record, not counting those within quotes; -1 when it has not arrived yet. */
function recordEnd(text: string, start: number): number {
  let end = text.indexOf('\n', start)
  let quotes = 0
  let counted = start
  while (end >= 0) {
    quotes += count(text.slice(counted, end), '"')
    if (quotes % 2 === 0) return end
    counted = end
    end = text.indexOf('\n', end + 1)
  }
  return -1
}

function count(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++
  return found
}

/** The fields of one record; a quoted field may hold commas, line ends and doubled quotes. */
export function csvFields(record: string): string[] {
  const text = record.endsWith('\r') ? record.slice(0, -1) : record
  if (!text.includes('"')) return text.split(',')
  const fields: string[] = []
  for (const [, quoted, plain] of text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    fields.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  }
  return fields
}

/** One record as it is written: quoted only where it must be. */
export const csvLine = (fields: readonly string[]): string => `${fields.map(quotedField).join(',')}\n`

const quotedField = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field

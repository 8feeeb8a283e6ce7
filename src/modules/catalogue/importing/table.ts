import { Readable } from 'node:stream'
import { refuse } from '../refusals.ts'
import { fromSheet, type ReadSheet } from './sheet.ts'

/** One row of a file by the names of its columns; empty cells are left out. */
export interface TableRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
  /** From a sheet whose cells may be merged: a row without code and name goes on with the item above it. */
  readonly merged?: boolean
}

const MOST_BYTES = 40 * 1024 * 1024
const MOST_ROWS = 20_000

/** Reads CSV with a header, a JSON array of objects (UTF-8 or GB18030), or the first sheet of an Excel workbook. */
export async function readTable(
  file: Readable,
  name: string,
  readSheet: ReadSheet | undefined,
): Promise<TableRow[]> {
  const bytes = await whole(file, name)
  const rows = isPacked(bytes) ? await sheetOf(bytes, name, readSheet) : textRows(bytes, name)
  if (rows.length > MOST_ROWS) throw refuse('catalogue.too-many-rows', { most: MOST_ROWS })
  return rows
}

/** What a workbook begins with, as every ZIP archive does. */
const isPacked = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'

async function sheetOf(bytes: Buffer, name: string, readSheet: ReadSheet | undefined): Promise<TableRow[]> {
  if (!readSheet) throw refuse('catalogue.bad-file', { name })
  return fromSheet(await readSheet({ stream: Readable.from([bytes]), name }), name)
}

function textRows(bytes: Buffer, name: string): TableRow[] {
  const text = decoded(bytes).trim()
  return text.startsWith('[') || text.startsWith('{') ? fromJson(text, name) : fromCsv(text, name)
}

async function whole(file: Readable, name: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of file) {
    bytes += (chunk as Buffer).length
    if (bytes > MOST_BYTES) throw refuse('catalogue.bad-file', { name })
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** What is not UTF-8 is what Chinese spreadsheets write. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function fromCsv(text: string, name: string): TableRow[] {
  const [header, ...records] = recordsOf(text)
  if (!header || header.cells.length < 2) throw refuse('catalogue.bad-file', { name })
  const columns = header.cells.map((cell) => cell.trim())
  return records
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cells: filled(columns.map((column, at) => [column, cells[at] ?? ''] as const)),
    }))
}

interface CsvRecord {
  readonly line: number
  readonly cells: string[]
}

/** RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes. */
function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  const separator = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ','
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  const endRecord = () => {
    records.push({ line: began, cells: [...cells, cell] })
    cells = []
    cell = ''
    began = line
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') endRecord()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRecord()
  return records
}

/** Lists inside an object (`材料`, `流程`, `常见问题`) become rows of their own, as a flat file has them. */
function fromJson(text: string, name: string): TableRow[] {
  const list = parsed(text, name)
  return list.flatMap((one, index) => {
    if (!isObject(one)) throw refuse('catalogue.bad-file', { name })
    const plain = Object.entries(one).filter(([, value]) => !Array.isArray(value))
    const inner = Object.values(one).filter(Array.isArray).flat().filter(isObject)
    const base = plain.map(([key, value]) => [key, textOf(value)] as const)
    const row = (more: readonly (readonly [string, string])[]) => ({
      line: index + 1,
      cells: filled([...base, ...more]),
    })
    if (inner.length === 0) return [row([])]
    return inner.map((part) => row(Object.entries(part).map(([key, value]) => [key, textOf(value)] as const)))
  })
}

function parsed(text: string, name: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    throw refuse('catalogue.bad-file', { name })
  }
}

const isObject = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

const filled = (pairs: readonly (readonly [string, string])[]): Map<string, string> =>
  new Map(pairs.map(([column, value]) => [column, value.trim()] as const).filter(([, value]) => value !== ''))

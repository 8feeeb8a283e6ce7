import { refuse } from '../refusals.ts'
import type { ColumnMapping } from '../mapping/log-mapping.ts'
import { contentOf, type Reading } from '../source/content.ts'
import { utf8Of } from '../source/encoding.ts'
import type { LocalFile } from '../source/local-file.ts'
import { DELIMITERS, delimiterOf } from './csv/delimiter.ts'

export type LogFormat = 'xes' | 'csv' | 'jsonl' | 'xlsx' | 'ocel'

/** What a file turned out to be. */
export interface Recognised {
  readonly format: LogFormat
  readonly encoding: string
  /** CSV only. */
  readonly delimiter: string | undefined
  /** The beginning of the content as UTF-8; empty for XLSX. */
  readonly head: Buffer
  /** Whether `head` is all there is. */
  readonly isWhole: boolean
}

const HEAD_BYTES = 128 * 1024

/** Tells the format from the content; the file's name is not asked, since names lie. */
export async function recognise(
  file: LocalFile,
  mapping: ColumnMapping,
  reading: Reading,
): Promise<Recognised> {
  const { raw, isWhole } = await beginning(file, reading)
  if (raw.length === 0) throw refuse('exchange.file-empty', { name: file.name })
  if (raw[0] === 0x50 && raw[1] === 0x4b && raw[2] === 3 && raw[3] === 4) {
    return { format: 'xlsx', encoding: 'utf-8', delimiter: undefined, head: Buffer.alloc(0), isWhole }
  }
  const { head, encoding } = await decoded(raw, file, mapping, isWhole)
  const format = formatOf(head.toString('utf8'))
  const delimiter = format === 'csv' ? (mapping.delimiter ?? delimiterOf(head)) : undefined
  if (!format || (format === 'csv' && !delimiter))
    throw refuse('exchange.format-unknown', { name: file.name })
  return { format, encoding, delimiter, head, isWhole }
}

async function beginning(file: LocalFile, reading: Reading): Promise<{ raw: Buffer; isWhole: boolean }> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of contentOf(file, { limits: reading.limits, signal: reading.signal })) {
    parts.push(Buffer.from(chunk))
    length += chunk.length
    if (length >= HEAD_BYTES) return { raw: Buffer.concat(parts), isWhole: false }
  }
  return { raw: Buffer.concat(parts), isWhole: true }
}

/** The beginning as text. Where it was cut, a character may be too; the fault of the cut is not the file's. */
async function decoded(raw: Buffer, file: LocalFile, mapping: ColumnMapping, isWhole: boolean) {
  let encoding = 'utf-8'
  const choice = encodingChoice(
    file,
    mapping,
    looksLikeXml(raw) ? 'xes' : 'csv',
    (found) => (encoding = found),
  )
  const parts: Buffer[] = []
  for await (const part of utf8Of(oneChunk(raw), choice)) {
    parts.push(part)
    if (!isWhole) break
  }
  return { head: Buffer.concat(parts), encoding }
}

async function* oneChunk(raw: Buffer): AsyncGenerator<Buffer> {
  yield raw
}

const looksLikeXml = (raw: Buffer): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*</.test(raw.toString('latin1', 0, 64))

export const encodingChoice = (
  file: LocalFile,
  mapping: ColumnMapping,
  format: LogFormat,
  onFound?: (encoding: string) => void,
) => ({ name: file.name, declared: mapping.encoding, guessGb18030: format !== 'xes', onFound })

const OCEL_KEY = /^\{\s*"(?:objectTypes|eventTypes|objects|events|ocel:[\w-]+)"\s*:/

function formatOf(text: string): LogFormat | undefined {
  const start = text.trimStart()
  if (start.startsWith('<')) return 'xes'
  if (OCEL_KEY.test(start)) return 'ocel'
  if (start.startsWith('{')) return 'jsonl'
  if (start.startsWith('[') || start.includes('\u0000')) return undefined
  return DELIMITERS.some((delimiter) => start.includes(delimiter)) ? 'csv' : undefined
}

import { isAscii, isUtf8 } from 'node:buffer'
import { refuse } from '../refusals.ts'

export interface EncodingChoice {
  readonly name: string
  /** Named by the mapping or the XML declaration; otherwise found out. */
  readonly declared?: string | undefined
  /** Text that is not UTF-8 may be GB18030, as Chinese Windows writes it; XML must say so itself. */
  readonly guessGb18030: boolean
  readonly onFound?: ((encoding: string) => void) | undefined
}

/** The same text as UTF-8 without a byte order mark, each chunk ending between two characters. */
export async function* utf8Of(chunks: AsyncIterable<Buffer>, choice: EncodingChoice): AsyncGenerator<Buffer> {
  let decode: ((chunk: Buffer, last: boolean) => Buffer) | undefined
  for await (const chunk of whole(chunks)) {
    const found = decode ? undefined : startOf(chunk, choice)
    decode ??= found?.decode
    const text = decode?.(found ? chunk.subarray(found.mark) : chunk, false)
    if (text && text.length > 0) yield text
  }
  const rest = decode?.(Buffer.alloc(0), true)
  if (rest && rest.length > 0) yield rest
}

const ENOUGH_TO_TELL = 1024

/** Gathers the first bytes, so that the choice never hangs on where a chunk happens to end. */
async function* whole(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (!start) {
      yield chunk
    } else if (start.length + chunk.length >= ENOUGH_TO_TELL) {
      yield start.length > 0 ? Buffer.concat([start, chunk]) : chunk
      start = undefined
    } else {
      start = Buffer.concat([start, chunk])
    }
  }
  if (start && start.length > 0) yield start
}

function startOf(head: Buffer, choice: EncodingChoice) {
  const mark = byteOrderMark(head)
  const encoding = mark.encoding ?? choice.declared ?? declaredByXml(head) ?? 'utf-8'
  choice.onFound?.(encoding.toLowerCase())
  if (/^utf-?8$/i.test(encoding)) {
    const guess = choice.guessGb18030 && mark.length === 0 && choice.declared === undefined
    return { mark: mark.length, decode: utf8Checker(choice, guess) }
  }
  return { mark: mark.length, decode: transcoder(encoding, choice, 0) }
}

function byteOrderMark(head: Buffer): { length: number; encoding?: string } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { length: 3, encoding: 'utf-8' }
  if (head[0] === 0xff && head[1] === 0xfe) return { length: 2, encoding: 'utf-16le' }
  if (head[0] === 0xfe && head[1] === 0xff) return { length: 2, encoding: 'utf-16be' }
  if (head[0] === 0x3c && head[1] === 0 && head[3] === 0) return { length: 0, encoding: 'utf-16le' }
  if (head[0] === 0 && head[1] === 0x3c && head[2] === 0) return { length: 0, encoding: 'utf-16be' }
  return { length: 0 }
}

const declaredByXml = (head: Buffer): string | undefined =>
  /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString('latin1', 0, ENOUGH_TO_TELL))?.[1]

/** Passes UTF-8 on as it is; the first byte that is none turns the rest into GB18030 or refuses the file. */
function utf8Checker(choice: EncodingChoice, guess: boolean) {
  let carried = Buffer.alloc(0)
  let passed = 0
  let onlyAscii = true
  let other: ((chunk: Buffer, last: boolean) => Buffer) | undefined
  return (chunk: Buffer, last: boolean): Buffer => {
    if (other) return other(chunk, last)
    const joined = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
    const cut = last ? joined.length : joined.length - unfinished(joined)
    const text = joined.subarray(0, cut)
    if (!isUtf8(text)) {
      if (!guess || !onlyAscii) {
        throw refuse('exchange.encoding-broken', {
          name: choice.name,
          byte: passed + firstFault(text) + 1,
          encoding: 'UTF-8',
        })
      }
      choice.onFound?.('gb18030')
      other = transcoder('gb18030', choice, passed)
      return other(joined, last)
    }
    carried = Buffer.from(joined.subarray(cut))
    onlyAscii &&= isAscii(text)
    passed += cut
    return text
  }
}

/** How many bytes at the end begin a character whose rest is still to come. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** The place of the first byte that is no UTF-8, by halving: a valid beginning stays valid when cut between characters. */
function firstFault(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, middle - unfinished(part)))) good = middle
    else bad = middle
  }
  return good
}

function transcoder(encoding: string, choice: EncodingChoice, passed: number) {
  const decoder = decoderFor(encoding, choice)
  let byte = passed
  return (chunk: Buffer, last: boolean): Buffer => {
    try {
      const text = decoder.decode(chunk, { stream: !last })
      byte += chunk.length
      return Buffer.from(text, 'utf8')
    } catch {
      throw refuse('exchange.encoding-broken', {
        name: choice.name,
        byte: byte + 1,
        encoding: encoding.toUpperCase(),
      })
    }
  }
}

function decoderFor(encoding: string, { name }: EncodingChoice): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false })
  } catch {
    throw refuse('exchange.encoding-unknown', { name, encoding })
  }
}

import { z } from 'zod'
import type { Hash } from './chain.ts'
import type { Seal } from './seal.ts'

/**
 * The export of a jurisdiction's ledger: one JSON value a line, in UTF-8.
 *
 * 1. `{"ledgerExport":1,"jurisdiction":…,"algorithm":…,"exportedAt":…,"publicKey":…}`
 * 2. events, in the order of the ledger: `{"n":1,"hash":…,"previous":…,"event":{…}}`, where the bytes of `event` are
 *    exactly those under the hash, so that they are checked as they stand;
 *    after the last event it covers, each seal: `{"seal":{…}}`
 * 3. the end of every stream: `{"head":{"stream":…,"version":…,"hash":…}}`
 * 4. `{"end":{…},"signature":…}`: the counts, and the Merkle root of the events after the last seal, signed.
 */
export const Header = z.object({
  ledgerExport: z.literal(1),
  jurisdiction: z.string(),
  algorithm: z.enum(['sha256', 'sm3']),
  exportedAt: z.string(),
  publicKey: z.string(),
})

/** Base64 as it is written, so that no bit of it is without meaning. */
const base64 = z.string().refine((text) => Buffer.from(text, 'base64').toString('base64') === text)

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const SealLine = z.object({
  seal: z.object({
    number: z.number().int(),
    count: z.number().int(),
    root: hash,
    previous: hash,
    sealedAt: z.string(),
    hash,
    publicKey: base64,
    signature: base64,
    timeStamp: z.string().nullable(),
  }),
})

export const EndLine = z.object({
  end: z.object({
    jurisdiction: z.string(),
    exportedAt: z.string(),
    events: z.number().int(),
    streams: z.number().int(),
    seals: z.number().int(),
    lastSeal: hash,
    tailCount: z.number().int(),
    tailRoot: hash,
  }),
  signature: base64,
})

export const eventLine = (ordinal: number, hashes: { hash: Hash; previous: Hash }, text: string): string =>
  `{"n":${ordinal},"hash":"${hashes.hash}","previous":"${hashes.previous}","event":${text}}\n`

export function sealLine({ number, count, root, previous, sealedAt, ...rest }: Seal): string {
  const { hash: sealHash, publicKey, signature, timeStamp } = rest
  const seal = { number, count, root, previous, sealedAt, hash: sealHash, publicKey, signature, timeStamp }
  return `${JSON.stringify({ seal })}\n`
}

export interface StreamEnd {
  readonly stream: string
  readonly version: number
  readonly hash: Hash
}

export const headLine = ({ stream, version, hash: last }: StreamEnd): string =>
  `${JSON.stringify({ head: { stream, version, hash: last } })}\n`

const HEAD = /^\{"head":\{"stream":"((?:[^"\\]|\\.)*)","version":([1-9]\d{0,9}),"hash":"([0-9a-f]{64})"\}\}$/

/** The end of a stream, if the line says one exactly as `headLine` writes it. There is one for every stream: no Zod. */
export function headIn(text: string): StreamEnd | undefined {
  const found = HEAD.exec(text)
  if (!found) return undefined
  const [, written = '', version = '', last = ''] = found
  const stream = textOf(written)
  if (stream === undefined || JSON.stringify(stream) !== `"${written}"`) return undefined
  return { stream, version: Number(version), hash: last }
}

const BEFORE_STREAM = Buffer.from(',"stream":"')
const [AFTER_STREAM, BEFORE_VERSION] = [Buffer.from('","type":"'), Buffer.from('","version":')]
const [QUOTE, BACKSLASH, ZERO, CLOSING_BRACE] = [34, 92, 48, 125]

/**
 * The stream and version of an event, between two places of its line. `,"stream":"` cannot stand inside a JSON text,
 * where its quotes would have backslashes, and after the payload it stands once: its last occurrence begins the stream.
 */
export function placeIn(bytes: Buffer, from: number, end: number) {
  const before = bytes.lastIndexOf(BEFORE_STREAM, end)
  if (before < from) return undefined
  const start = before + BEFORE_STREAM.length
  const streamEnd = endOfText(bytes, start, end)
  const typeStart = streamEnd + AFTER_STREAM.length
  const typeEnd = endOfText(bytes, typeStart, end)
  const versionStart = typeEnd + BEFORE_VERSION.length
  const framed =
    isAt(bytes, AFTER_STREAM, streamEnd) &&
    isAt(bytes, BEFORE_VERSION, typeEnd) &&
    bytes[end - 1] === CLOSING_BRACE
  if (!framed) return undefined
  const stream = textOf(bytes.toString('utf8', start, streamEnd))
  const version = numberIn(bytes, versionStart, end - 1)
  return stream === undefined || version === undefined ? undefined : { stream, version }
}

/** Where the quote is that ends a text; the end of all where there is none. */
function endOfText(bytes: Buffer, start: number, end: number): number {
  let at = start
  while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return at
}

export function isAt(bytes: Buffer, words: Buffer, at: number): boolean {
  for (let index = 0; index < words.length; index++) if (bytes[at + index] !== words[index]) return false
  return true
}

function numberIn(bytes: Buffer, start: number, end: number): number | undefined {
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  return end > start ? value : undefined
}

const PLAIN = /^[^"\\\u0000-\u001f]*$/

/** What stands between the quotes of a JSON text. */
function textOf(written: string): string | undefined {
  if (PLAIN.test(written)) return written
  try {
    const text: unknown = JSON.parse(`"${written}"`)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}

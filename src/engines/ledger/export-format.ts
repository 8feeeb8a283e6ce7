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

export const HeadLine = z.object({ head: z.object({ stream: z.string(), version: z.number().int(), hash }) })

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

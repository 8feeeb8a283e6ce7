import type { z } from 'zod'
import type { Db } from '#kernel/sql.ts'
import { ownJurisdiction } from './algorithm.ts'
import { canonical } from './canonical.ts'
import { copyHash, HASH_BYTES, type Hash, hashHex, hashEvent } from './chain.ts'
import { isBefore, sealsInOrder } from './export.ts'
import { EndLine, Header, headIn, isAt, placeIn, SealLine } from './export-format.ts'
import { storedTexts } from './export-store.ts'
import { type Line, linesOf } from './lines.ts'
import { refuse } from './refusals.ts'
import { isSignedBy } from './seal-key.ts'
import { findChain } from './store.ts'
import { type LedgerVerification, newVerification, type Verification } from './verification.ts'

/** Checks the ledger of the transaction's jurisdiction where it is stored. Use `database.read`. */
export async function verifyStored(db: Db): Promise<Verification> {
  const jurisdiction = ownJurisdiction(db)
  const algorithm = (await findChain(db))?.algorithm ?? 'sha256'
  const verification = newVerification({ jurisdiction, algorithm })
  const seals = sealsInOrder(db)
  let seal = await seals.next()
  for await (const rows of storedTexts(db)) {
    for (const row of rows) {
      for (; seal && isBefore(seal, row); seal = await seals.next()) verification.seal(seal)
      const { stream, version, previous, hash, payload } = row
      const [occurredAt, recordedAt] = [row.occurredAt.toISOString(), row.recordedAt.toISOString()]
      const header = {
        jurisdiction,
        stream,
        version,
        type: row.type,
        actor: row.actor,
        occurredAt,
        recordedAt,
      }
      const recomputed = hashEvent(algorithm, previous, header, payload).hash
      verification.event({ stream, version, previous, hash, recomputed })
    }
  }
  for (; seal; seal = await seals.next()) verification.seal(seal)
  return verification.finish()
}

export interface VerifyExport {
  /** The key the seals must be of, as the government made it known; without it the file's own word is taken. */
  readonly publicKey?: string | undefined
  /** Told now and then how many lines have been read. */
  readonly progress?: (lines: number) => void
}

const LONGEST_LINE = 64 * 1024 * 1024

/** Checks an export with nothing but the file: no database, no network. */
export async function verifyExport(
  chunks: AsyncIterable<Uint8Array>,
  { publicKey, progress }: VerifyExport = {},
): Promise<Verification> {
  let reading: Reading | undefined
  for await (const lines of linesOf(chunks, LONGEST_LINE)) {
    for (const line of lines) {
      if (reading) readLine(reading, line)
      else reading = begin(line, publicKey)
    }
    progress?.(lines.at(-1)?.number ?? 0)
  }
  if (!reading) throw refuse('ledger.not-an-export', { reason: 'the file is empty' })
  const { verification, ended, lastLine, lastEvent } = reading
  if (!ended) verification.report('cut-off', { line: lastLine, ...lastEvent })
  return verification.finish()
}

interface Reading {
  readonly verification: LedgerVerification
  readonly header: z.infer<typeof Header>
  readonly publicKey: string
  ended: boolean
  lastLine: number
  lastEvent: { stream: string; version: number } | undefined
}

function begin({ bytes }: Line, trustedKey: string | undefined): Reading {
  const header = Header.safeParse(parsed(bytes))
  if (!header.success)
    throw refuse('ledger.not-an-export', { reason: 'its first line is not the head of an export' })
  const { jurisdiction, algorithm, publicKey } = header.data
  const key = trustedKey ?? publicKey
  const verification = newVerification({ jurisdiction, algorithm, publicKey: key })
  if (publicKey !== key) verification.report('other-key', { line: 1 })
  return {
    verification,
    header: header.data,
    publicKey: key,
    ended: false,
    lastLine: 1,
    lastEvent: undefined,
  }
}

function readLine(reading: Reading, line: Line): void {
  reading.lastLine = line.number
  if (reading.ended) reading.verification.report('malformed', { line: line.number })
  else if (!readEvent(reading, line) && !readOther(reading, line) && line.complete) {
    reading.verification.report('malformed', { line: line.number })
  }
}

const HEX = 64
const [BEFORE_NUMBER, BEFORE_HASH] = [Buffer.from('{"n":'), Buffer.from(',"hash":"')]
const [BEFORE_PREVIOUS, BEFORE_EVENT] = [Buffer.from('","previous":"'), Buffer.from('","event":')]
const CLOSING_BRACE = 125
const FIXED = BEFORE_HASH.length + BEFORE_PREVIOUS.length + BEFORE_EVENT.length + 2 * HEX

let room = Buffer.allocUnsafe(65_536)

/**
 * Checks an event line where it stands, without parsing it: the bytes between `"event":` and the last brace are those
 * under the hash, whatever they say. Only the stream and version are read, from behind the payload.
 */
function readEvent(reading: Reading, { bytes, number, complete }: Line): boolean {
  if (!complete || !isAt(bytes, BEFORE_NUMBER, 0)) return false
  const numberEnd = bytes.indexOf(44, BEFORE_NUMBER.length)
  const hashStart = numberEnd + BEFORE_HASH.length
  const previousStart = hashStart + HEX + BEFORE_PREVIOUS.length
  const eventStart = numberEnd + FIXED
  const eventEnd = bytes.length - 1
  const framed =
    numberEnd > 0 &&
    eventEnd > eventStart &&
    isAt(bytes, BEFORE_HASH, numberEnd) &&
    isAt(bytes, BEFORE_PREVIOUS, hashStart + HEX) &&
    isAt(bytes, BEFORE_EVENT, previousStart + HEX) &&
    bytes[eventEnd] === CLOSING_BRACE
  if (!framed) return false
  const place = placeIn(bytes, eventStart, eventEnd)
  if (!place) return false
  const previous = bytes.toString('latin1', previousStart, previousStart + HEX)
  const needed = HASH_BYTES + eventEnd - eventStart
  if (room.length < needed) room = Buffer.allocUnsafe(needed * 2)
  const isHash = copyHash(bytes, previousStart, room)
  bytes.copy(room, HASH_BYTES, eventStart, eventEnd)
  const recomputed = isHash ? hashHex(reading.header.algorithm, room.subarray(0, needed)) : ''
  const hash = textAt(bytes, hashStart, recomputed)
  const ordinal = Number(bytes.toString('latin1', BEFORE_NUMBER.length, numberEnd))
  const { stream, version } = place
  reading.verification.event({ ordinal, stream, version, previous, hash, recomputed }, number)
  reading.lastEvent = place
  return true
}

/** The hash that stands in the line; one that is as it should be is not read again. */
function textAt(bytes: Buffer, start: number, expected: Hash): Hash {
  for (let index = 0; index < HEX; index++) {
    if (bytes[start + index] !== expected.charCodeAt(index))
      return bytes.toString('latin1', start, start + HEX)
  }
  return expected
}

/** The other lines are accepted only as we write them, so that no byte of them can be changed without being seen. */
function readOther(reading: Reading, { bytes, number }: Line): boolean {
  const text = bytes.toString('utf8')
  const head = headIn(text)
  if (head) {
    reading.verification.head(head, number)
    return true
  }
  const value = parsed(bytes)
  const seal = SealLine.safeParse(value).data
  const end = seal ? undefined : EndLine.safeParse(value).data
  if (JSON.stringify(seal ?? end) !== text) return false
  if (seal) reading.verification.seal(seal.seal, number)
  if (end) readEnd(reading, end, number)
  return true
}

function readEnd(reading: Reading, { end, signature }: z.infer<typeof EndLine>, line: number): void {
  const { verification, header, publicKey } = reading
  const signed = isSignedBy(publicKey, hashHex(header.algorithm, Buffer.from(canonical(end))), signature)
  const same = end.jurisdiction === header.jurisdiction && end.exportedAt === header.exportedAt
  if (end.lastSeal !== verification.lastSeal()) verification.report('seal-missing', { line })
  verification.ending(end, signed && same, line)
  reading.ended = true
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

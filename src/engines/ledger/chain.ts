import { createHash, hash as hashAtOnce } from 'node:crypto'
import type { Header, PreparedEvent } from './event.ts'
import { textAfter, textBefore } from './event.ts'

/** SHA-256 everywhere, or SM3 (GB/T 32905) where the national algorithms are required. */
export type Algorithm = 'sha256' | 'sm3'

/** Hex, 64 digits: both algorithms give 32 bytes. */
export type Hash = string

export const NO_HASH: Hash = '0'.repeat(64)
export const HASH_BYTES = 32

/**
 * Room for one event as it is hashed: the hash before it, then its canonical text. Writing the parts into one buffer
 * costs less than joining them first, and a hash object with two updates costs more than the hashing.
 */
let room = Buffer.allocUnsafe(65_536)

export interface HashedEvent {
  readonly hash: Hash
  /** The buffer that holds the event until the next one is hashed, and where in it the payload stands. */
  readonly bytes: Buffer
  readonly payloadStart: number
  readonly payloadEnd: number
}

const NO_DIGIT = 255
const DIGITS = new Uint8Array(256).fill(NO_DIGIT)
for (const [value, digit] of [...'0123456789abcdef'].entries()) DIGITS[digit.charCodeAt(0)] = value

/** The bytes of a hash; two loops over 32 bytes cost a third of what `Buffer.write` does to be called. */
export function writeHash(hash: Hash, into: Uint8Array, at: number): void {
  for (let index = 0; index < HASH_BYTES; index++) {
    const high = DIGITS[hash.charCodeAt(2 * index)] ?? 0
    into[at + index] = (high << 4) | (DIGITS[hash.charCodeAt(2 * index + 1)] ?? 0)
  }
}

/** The same from hex that stands in a file; false when it is none. */
export function copyHash(from: Uint8Array, start: number, into: Uint8Array): boolean {
  let worst = 0
  for (let index = 0; index < HASH_BYTES; index++) {
    const high = DIGITS[from[start + 2 * index] ?? 0] ?? NO_DIGIT
    const low = DIGITS[from[start + 2 * index + 1] ?? 0] ?? NO_DIGIT
    worst |= high | low
    into[index] = (high << 4) | low
  }
  return worst < 16
}

/** H(hash before ‖ canonical text). */
export function hashEvent(
  algorithm: Algorithm,
  previous: Hash,
  header: Header,
  payload: string,
): HashedEvent {
  const before = textBefore(header)
  const after = textAfter(header)
  const needed = HASH_BYTES + (before.length + payload.length + after.length) * 3
  if (room.length < needed) room = Buffer.allocUnsafe(needed * 2)
  writeHash(previous, room, 0)
  const payloadStart = HASH_BYTES + room.write(before, HASH_BYTES)
  const payloadEnd = payloadStart + room.write(payload, payloadStart)
  const end = payloadEnd + room.write(after, payloadEnd)
  return { hash: hashHex(algorithm, room.subarray(0, end)), bytes: room, payloadStart, payloadEnd }
}

/** `crypto.hash` came with Node 20.12 and does not know every algorithm of the library on every build. */
export function hashHex(algorithm: Algorithm, bytes: Buffer): Hash {
  return algorithm === 'sha256'
    ? hashAtOnce('sha256', bytes, 'hex')
    : createHash(algorithm).update(bytes).digest('hex')
}

/** The state of a stream: its last version and hash. A stream that does not exist yet is at version 0. */
export interface Head {
  readonly version: number
  readonly hash: Hash
}

export const EMPTY_STREAM: Head = { version: 0, hash: NO_HASH }

/** One row of the ledger, complete but for the place the database gives it. */
export interface ChainedEvent extends PreparedEvent, Header {
  readonly previousHash: Hash
  readonly hash: Hash
}

interface Where {
  readonly algorithm: Algorithm
  readonly jurisdiction: string
  readonly stream: string
  readonly recordedAt: string
}

/** Puts events after a head. Fields are named one by one: spreading objects cost as much as the hashing. */
export function chainAfter(head: Head, where: Where, events: readonly PreparedEvent[]): ChainedEvent[] {
  const { algorithm, jurisdiction, stream, recordedAt } = where
  let { version, hash: previousHash } = head
  const chained: ChainedEvent[] = []
  for (const { type, actor, occurredAt, payload } of events) {
    version++
    const header = { jurisdiction, stream, version, type, occurredAt, recordedAt, actor }
    const { hash } = hashEvent(algorithm, previousHash, header, payload)
    chained.push({
      jurisdiction,
      stream,
      version,
      type,
      occurredAt,
      recordedAt,
      actor,
      payload,
      previousHash,
      hash,
    })
    previousHash = hash
  }
  return chained
}

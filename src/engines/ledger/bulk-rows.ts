import type { EpochMs } from '#kernel/day.ts'
import type { BulkStream } from './bulk.ts'
import { type Algorithm, EMPTY_STREAM, HASH_BYTES, type Hash, hashEvent, type Head } from './chain.ts'
import { checkName, instantText, type NewEvent, prepare } from './event.ts'

/**
 * Events in PostgreSQL's binary COPY format. Against the text format the server has no escapes to undo, no instants to
 * parse and no hex to decode, and the payload is copied from the bytes that were hashed.
 */
export const COPY_EVENTS = `
  copy ledger_event (jurisdiction, stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash)
  from stdin (format binary)`

export interface Where {
  readonly jurisdiction: string
  readonly algorithm: Algorithm
  readonly recordedAt: EpochMs
}

const COLUMNS = 10
const FILE_START = Buffer.from('5047434f50590aff0d0a00' + '00000000' + '00000000', 'hex')
const FILE_END = Buffer.from('ffff', 'hex')
const CHUNK_BYTES = 65_536

interface Output {
  chunk: Buffer
  end: number
  readonly full: Buffer[]
}

/** Checks and chains the streams, each after its head, and gives the COPY stream in chunks of 64 kB and more. */
export async function* chainedRows(
  streams: Iterable<BulkStream> | AsyncIterable<BulkStream>,
  heads: ReadonlyMap<string, Head>,
  where: Where,
): AsyncGenerator<Buffer> {
  const output: Output = { chunk: Buffer.allocUnsafe(CHUNK_BYTES), end: 0, full: [] }
  output.end = FILE_START.copy(output.chunk)
  const writeStream = streamWriter(where, output)
  for await (const { stream, events } of streams) {
    writeStream(checkName(stream, 'stream'), heads.get(stream) ?? EMPTY_STREAM, events)
    yield* output.full.splice(0)
  }
  yield Buffer.concat([output.chunk.subarray(0, output.end), FILE_END])
}

function streamWriter({ jurisdiction, algorithm, recordedAt }: Where, output: Output) {
  const recordedText = instantText(recordedAt, 'recordedAt')
  const jurisdictionField = textField(jurisdiction)
  const recordedField = instantField(recordedAt)
  return (stream: string, head: Head, events: readonly NewEvent[]): void => {
    const streamField = textField(stream)
    const fixedBytes = 100 + 2 * HASH_BYTES + jurisdictionField.length + streamField.length
    let { version, hash: previous } = head
    for (const event of events) {
      const { type, actor, occurredAt, payload } = prepare(event)
      const header = {
        jurisdiction,
        stream,
        version: ++version,
        type,
        actor,
        occurredAt,
        recordedAt: recordedText,
      }
      const hashed = hashEvent(algorithm, previous, header, payload)
      const { bytes, payloadStart, payloadEnd, hash } = hashed
      makeRoom(output, fixedBytes + (type.length + actor.length) * 3 + payloadEnd - payloadStart)
      const { chunk } = output
      let end = chunk.writeInt16BE(COLUMNS, output.end)
      end += jurisdictionField.copy(chunk, end)
      end += streamField.copy(chunk, end)
      end = chunk.writeInt32BE(version, chunk.writeInt32BE(4, end))
      end = writeText(chunk, end, type)
      end = writeInstant(chunk, end, event.occurredAt)
      end += recordedField.copy(chunk, end)
      end = writeText(chunk, end, actor)
      end = chunk.writeInt32BE(payloadEnd - payloadStart, end)
      end += bytes.copy(chunk, end, payloadStart, payloadEnd)
      end = writeHash(chunk, end, previous)
      output.end = writeHash(chunk, end, hash)
      previous = hash
    }
  }
}

function makeRoom(output: Output, bytes: number): void {
  if (output.end + bytes <= output.chunk.length) return
  output.full.push(output.chunk.subarray(0, output.end))
  output.chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, bytes))
  output.end = 0
}

function textField(text: string): Buffer {
  const field = Buffer.allocUnsafe(4 + text.length * 3)
  return field.subarray(0, writeText(field, 0, text))
}

function instantField(at: EpochMs): Buffer {
  const field = Buffer.allocUnsafe(12)
  writeInstant(field, 0, at)
  return field
}

function writeText(into: Buffer, at: number, text: string): number {
  const length = into.write(text, at + 4)
  into.writeInt32BE(length, at)
  return at + 4 + length
}

/**
 * PostgreSQL counts microseconds from 2000-01-01 in 64 bits: more than a JS number holds, and a BigInt for each of two
 * instants would be a tenth of the whole work, so the halves are multiplied apart.
 */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)
const TWO_TO_32 = 4_294_967_296

function writeInstant(into: Buffer, at: number, instant: EpochMs): number {
  const milliseconds = instant - POSTGRES_EPOCH_MS
  const high = Math.floor(milliseconds / TWO_TO_32)
  const low = (milliseconds - high * TWO_TO_32) * 1000
  const carried = Math.floor(low / TWO_TO_32)
  const start = into.writeInt32BE(high * 1000 + carried, into.writeInt32BE(8, at))
  return into.writeUInt32BE(low - carried * TWO_TO_32, start)
}

function writeHash(into: Buffer, at: number, hex: Hash): number {
  const start = into.writeInt32BE(HASH_BYTES, at)
  return start + into.write(hex, start, 'hex')
}

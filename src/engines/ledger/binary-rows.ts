import { type ChainedEvent, HASH_BYTES } from './chain.ts'

/**
 * Events in PostgreSQL's binary COPY format. Against the text format the server has no escapes to undo, no instants to
 * parse and no hex to decode, and we write each text once.
 */
export const COPY_EVENTS = `
  copy ledger_event (jurisdiction, stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash)
  from stdin (format binary)`

const COLUMNS = 10
const SIGNATURE = Buffer.from('5047434f50590aff0d0a00' + '00000000' + '00000000', 'hex')
const TRAILER = Buffer.from('ffff', 'hex')
const CHUNK_BYTES = 131_072
/** PostgreSQL counts microseconds from 2000-01-01. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)
const FIXED_BYTES = 2 + COLUMNS * 4 + 4 + 8 + 8 + HASH_BYTES * 2

/** Chunks of the COPY stream, each of about 128 kB. */
export async function* binaryRows(
  events: AsyncIterable<ChainedEvent> | Iterable<ChainedEvent>,
): AsyncGenerator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  let end = SIGNATURE.copy(chunk)
  for await (const event of events) {
    const most =
      FIXED_BYTES +
      3 * (event.payload.length + event.stream.length + event.jurisdiction.length) +
      3 * (event.type.length + event.actor.length)
    if (end + most > chunk.length) {
      if (end > 0) yield chunk.subarray(0, end)
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, most))
      end = 0
    }
    end = writeRow(chunk, end, event)
  }
  yield Buffer.concat([chunk.subarray(0, end), TRAILER])
}

function writeRow(into: Buffer, start: number, event: ChainedEvent): number {
  let end = into.writeInt16BE(COLUMNS, start)
  end = writeText(into, end, event.jurisdiction)
  end = writeText(into, end, event.stream)
  end = into.writeInt32BE(event.version, into.writeInt32BE(4, end))
  end = writeText(into, end, event.type)
  end = writeInstant(into, end, event.occurredAt)
  end = writeInstant(into, end, event.recordedAt)
  end = writeText(into, end, event.actor)
  end = writeText(into, end, event.payload)
  end = writeHash(into, end, event.previousHash)
  return writeHash(into, end, event.hash)
}

function writeText(into: Buffer, at: number, text: string): number {
  const length = into.write(text, at + 4)
  into.writeInt32BE(length, at)
  return at + 4 + length
}

function writeInstant(into: Buffer, at: number, text: string): number {
  const microseconds = BigInt(Date.parse(text) - POSTGRES_EPOCH_MS) * 1000n
  return into.writeBigInt64BE(microseconds, into.writeInt32BE(8, at))
}

function writeHash(into: Buffer, at: number, hex: string): number {
  const start = into.writeInt32BE(HASH_BYTES, at)
  return start + into.write(hex, start, 'hex')
}

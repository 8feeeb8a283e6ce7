import {
  dictionary,
  type EventOrder,
  type Histories,
  historiesBuilder,
  internBytes,
} from '#engines/histories/index.ts'
import type { CaseEventPayload } from './case-events.ts'

/** COPY's binary form (PostgreSQL manual, COPY, "Binary Format"): a head, then rows of counted fields, −1 for the end. */
const HEAD_BYTES = 19
/** Microseconds since 2000-01-01 are how PostgreSQL keeps an instant. */
const YEAR_2000_MS = 946_684_800_000

/**
 * Rows of case, instant and payload into columns, without an object for an event: what is said again and again (who does
 * what) is recognised by its bytes and read once. Case after case, as `streamCaseEvents` gives them.
 */
export async function historiesFromCopy(
  chunks: AsyncIterable<Buffer>,
  order: EventOrder,
): Promise<Histories> {
  const reader = rowReader()
  let left: Buffer = Buffer.alloc(0)
  let begun = false
  for await (const chunk of chunks) {
    const bytes = left.length === 0 ? chunk : Buffer.concat([left, chunk])
    if (!begun && bytes.length < HEAD_BYTES) {
      left = bytes
      continue
    }
    const from = begun ? 0 : HEAD_BYTES
    begun = true
    left = bytes.subarray(reader.read(bytes, from))
  }
  return reader.finish(order)
}

/** What a payload says, as the codes of the builder. */
interface Said {
  readonly activity: number
  readonly resource: number
  readonly lifecycle: number
  readonly attributes: CaseEventPayload['attributes']
  readonly caseAttributes: CaseEventPayload['caseAttributes']
}

/** So many different payloads are kept; a log whose every event is its own is read event by event. */
const KEPT = 20_000

function rowReader() {
  const builder = historiesBuilder()
  const payloads = dictionary()
  const said: Said[] = []
  let caseCode = -1

  function readPayload(bytes: Buffer, from: number, to: number): Said {
    if (said.length >= KEPT) return meant(bytes, from, to)
    const code = internBytes(payloads.bytes, bytes, from, to)
    return (said[code] ??= meant(bytes, from, to))
  }

  function meant(bytes: Buffer, from: number, to: number): Said {
    const payload = JSON.parse(bytes.toString('utf8', from, to)) as CaseEventPayload
    const { activity, resource, lifecycle, attributes, caseAttributes } = payload
    return {
      activity: builder.activities.code(activity),
      resource: resource === undefined ? -1 : builder.resources.code(resource),
      lifecycle: lifecycle === undefined ? -1 : builder.lifecycles.code(lifecycle),
      attributes,
      caseAttributes,
    }
  }

  function add(bytes: Buffer, at: number, from: number, to: number): void {
    const { activity, resource, lifecycle, attributes, caseAttributes } = readPayload(bytes, from, to)
    const event = builder.add(caseCode, activity, at, resource, lifecycle)
    if (attributes)
      for (const name of Object.keys(attributes))
        builder.setEventAttribute(name, event, attributes[name] ?? '')
    if (caseAttributes)
      for (const name of Object.keys(caseAttributes))
        builder.setCaseAttribute(name, caseCode, caseAttributes[name] ?? '')
  }

  return {
    /** Reads whole rows and says where the first that is not whole begins. */
    read(bytes: Buffer, start: number): number {
      let row = start
      // Two bytes count the fields; each field is preceded by its length.
      while (row + 6 <= bytes.length && bytes.readInt16BE(row) === 3) {
        const caseAt = row + 6
        const caseEnd = caseAt + bytes.readInt32BE(row + 2)
        const payloadAt = caseEnd + 16
        if (payloadAt > bytes.length) return row
        const end = payloadAt + bytes.readInt32BE(caseEnd + 12)
        if (end > bytes.length) return row
        caseCode = internBytes(builder.caseIds.bytes, bytes, caseAt, caseEnd)
        const micros = bytes.readInt32BE(caseEnd + 4) * 4_294_967_296 + bytes.readUInt32BE(caseEnd + 8)
        add(bytes, YEAR_2000_MS + Math.floor(micros / 1000), payloadAt, end)
        row = end
      }
      return row
    },
    finish: (order: EventOrder) => builder.finish(order),
  }
}

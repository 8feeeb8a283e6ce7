import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseHistory, caseAt, historiesBuilder } from '#engines/histories/index.ts'
import { historiesFromCopy } from './history-stream.ts'

/** Rows as PostgreSQL's COPY writes them in its binary form: the head, counted fields each with its length, −1. */
function copied(rows: readonly (readonly [caseId: string, at: number, payload: object])[]): Buffer {
  const field = (bytes: Buffer) => Buffer.concat([length(bytes.length), bytes])
  const length = (value: number) => Buffer.from(new Int32Array([value]).buffer).swap32()
  const count = (value: number) => Buffer.from(new Int16Array([value]).buffer).swap16()
  const instant = (at: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigInt64BE((BigInt(at) - 946_684_800_000n) * 1000n)
    return bytes
  }
  const parts = rows.flatMap(([caseId, at, payload]) => [
    count(3),
    field(Buffer.from(caseId)),
    field(instant(at)),
    field(Buffer.from(JSON.stringify(payload))),
  ])
  return Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8), ...parts, count(-1)])
}

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
const event = fc.record(
  {
    activity: text,
    at: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) }),
    resource: text,
    lifecycle: fc.constantFrom('start', 'complete'),
    attributes: fc.dictionary(fc.constantFrom('fee', 'note'), text, { minKeys: 1 }),
  },
  { requiredKeys: ['activity', 'at'] },
)
const cases = fc.uniqueArray(
  fc.record({
    caseId: text,
    attributes: fc.dictionary(fc.constantFrom('channel', 'unit'), text),
    events: fc.array(event, { minLength: 1, maxLength: 5 }),
  }),
  { selector: ({ caseId }) => caseId, minLength: 1, maxLength: 6 },
)

const rowsOf = (histories: readonly CaseHistory[]) =>
  histories.flatMap(({ caseId, attributes, events }) =>
    events.map(({ at, ...said }, index) => {
      const caseAttributes = index === 0 ? { caseAttributes: attributes } : {}
      return [caseId, at, { ...said, ...caseAttributes }] as const
    }),
  )

describe('a log read from a COPY', () => {
  test('is what its cases are one by one, wherever the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.integer({ min: 1, max: 64 }),
        fc.constantFrom('arrival' as const, 'time' as const),
        async (given, size, order) => {
          const builder = historiesBuilder()
          for (const history of given) builder.addCase(history)
          const expected = builder.finish(order)
          const read = await historiesFromCopy(inPieces(copied(rowsOf(given)), size), order)
          const all = (histories: typeof read) =>
            histories.caseIds.map((_, index) => caseAt(histories, index))
          expect(all(read)).toEqual(all(expected))
        },
      ),
    )
  })

  test('may say something new with every event', async () => {
    const rows = Array.from({ length: 20_050 }, (_, n) => [`C${n >> 1}`, n, { activity: `a${n}` }] as const)
    const read = await historiesFromCopy(inPieces(copied(rows), 65_536), 'arrival')
    expect([read.eventCount, read.activities.length]).toEqual([20_050, 20_050])
    expect(caseAt(read, 10_024).events[1]).toMatchObject({ activity: 'a20049', at: 20_049 })
  })

  test('without a case is empty', async () => {
    expect(await historiesFromCopy(inPieces(copied([]), 3), 'time')).toMatchObject({
      caseCount: 0,
      eventCount: 0,
    })
  })
})

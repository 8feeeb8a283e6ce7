import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { attempt } from './reading.ts'

const CSV =
  'case_id,activity,timestamp,resource,note\n1,收件,2026-01-01 08:00,"Li, M","say ""hi"""\n2,受理,2026-01-02T08:00:00Z,,\n'
const XES =
  '<?xml version="1.0"?>\n<log><global scope="event"><string key="concept:name" value="x"/></global><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a &amp; b"/><date key="time:timestamp" value="2026-01-01T00:00:00Z"><int key="n" value="1"/></date></event></trace><!-- end --></log>'
const JSONL =
  '{"case":"1","activity":"a","time":"2026-01-01T00:00:00Z","more":{"x":[1,2]}}\n{"case":"2","activity":"b","time":"2026-01-01"}\n'
const OCEL = JSON.stringify({
  objectTypes: [],
  objects: [{ id: 'o', type: 'Order', attributes: [{ name: 'n', time: '2026-01-01T00:00:00Z', value: 1 }] }],
  events: [
    { id: 'e', type: 'a', time: '2026-01-01T00:00:00Z', relationships: [{ objectId: 'o', qualifier: '' }] },
  ],
})

const samples: Record<string, Buffer> = {
  CSV: Buffer.from(CSV),
  XES: Buffer.from(XES),
  JSONL: Buffer.from(JSONL),
  OCEL: Buffer.from(OCEL),
  gzip: gzipSync(CSV),
}

beforeAll(async () => {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('cases')
  for (const row of [
    ['case_id', 'activity', 'timestamp'],
    ['1', '收件', new Date('2026-01-01T00:00:00Z')],
    ['2', '受理', '2026-01-02'],
  ])
    sheet.addRow(row)
  samples['XLSX'] = Buffer.from(await workbook.xlsx.writeBuffer())
})

/** A change somebody's disk, network or editor could make. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), place: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), place: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('twice' as const),
    place: fc.nat(),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({ kind: fc.constant('end' as const), place: fc.nat() }),
  fc.record({
    kind: fc.constant('text' as const),
    place: fc.nat(),
    text: fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '\u0000',
      '\n',
      ',',
      '{',
      ']',
      '<![CDATA[',
      '&#xD800;',
      '<!DOCTYPE',
      '\\u0000',
    ),
  }),
)

type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

function changed(bytes: Buffer, { place, ...what }: Change): Buffer {
  const at = bytes.length === 0 ? 0 : place % bytes.length
  const before = bytes.subarray(0, at)
  switch (what.kind) {
    case 'byte':
      return Buffer.concat([before, Buffer.from([what.byte]), bytes.subarray(at + 1)])
    case 'cut':
      return Buffer.concat([before, bytes.subarray(at + what.length)])
    case 'twice':
      return Buffer.concat([before, bytes.subarray(at, at + what.length), bytes.subarray(at)])
    case 'end':
      return Buffer.from(before)
    case 'text':
      return Buffer.concat([before, Buffer.from(what.text), bytes.subarray(at)])
  }
}

/** Either it was read, or there is one sentence in each language. `attempt` throws on anything else. */
async function answered(bytes: Buffer): Promise<void> {
  const { read, refused } = await attempt(bytes)
  if (read) expect(read.histories.firstEvent.at(-1)).toBe(read.histories.eventCount)
  else expect(refused?.text.zh && refused.text.en).toBeTruthy()
}

describe('a damaged file is read or refused, and nothing else happens', () => {
  test.each(['CSV', 'XES', 'JSONL', 'OCEL', 'XLSX', 'gzip'])('%s', async (kind) => {
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) =>
      answered(changes.reduce(changed, samples[kind] as Buffer)),
    )
    await fc.assert(property, { numRuns: 250 })
  })

  test('any bytes whatever', async () => {
    const starts = fc.constantFrom(
      '',
      '<',
      '<log>',
      '{',
      '{"events":[',
      'PK\u0003\u0004',
      'a,b\n',
      '\uFEFF',
      '\u001f\u008b',
    )
    const bytes = fc.tuple(starts, fc.uint8Array({ maxLength: 400 }))
    await fc.assert(
      fc.asyncProperty(bytes, ([start, rest]) =>
        answered(Buffer.concat([Buffer.from(start, 'latin1'), rest])),
      ),
      { numRuns: 400 },
    )
  })

  test('the project reads its own tests: none of them is a log', async () => {
    const { refused } = await attempt(readFileSync(new URL(import.meta.url)))
    expect(refused?.code).toMatch(/^exchange\./)
  })
})

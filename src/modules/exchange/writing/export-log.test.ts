import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseAt, type CaseHistory } from '#engines/histories/index.ts'
import { readHistories } from '../reading/read-histories.ts'
import { exportLog, type ExportFormat } from './export-log.ts'

async function written(cases: readonly CaseHistory[], format: ExportFormat, zone?: string): Promise<string> {
  const pieces: string[] = []
  for await (const piece of exportLog(cases, format, { name: 'test & log', zone })) pieces.push(piece)
  return pieces.join('')
}

async function readBack(text: string): Promise<CaseHistory[]> {
  const { histories, rejected } = await readHistories(
    { stream: Readable.from([Buffer.from(text)]), name: 'log' },
    { columns: {} },
  )
  expect(rejected).toEqual([])
  return Array.from({ length: histories.caseCount }, (_, index) => caseAt(histories, index))
}

const name = fc
  .oneof(
    fc.constantFrom('办理', '<script>', 'a,b', '"', 'x\ny', '__proto__', ' & ', "it's"),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  )
  .filter((text) => !/[\ud800-\udfff\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/.test(text))
// A cell of a table keeps no spaces around a header's name, and __proto__ is not a name an object literal can hold.
const key = fc.constantFrom('note', '金额', 'x:y', 'unit name', 'constructor')
const attributes = fc.dictionary(key, name, { maxKeys: 3 })
const event = fc.record({
  activity: name,
  at: fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) }),
  resource: fc.option(name, { nil: undefined }),
  lifecycle: fc.option(fc.constantFrom('start', 'complete'), { nil: undefined }),
  attributes,
})
const log = fc.uniqueArray(
  fc.record({
    caseId: name,
    attributes,
    events: fc
      .array(event, { minLength: 1, maxLength: 4 })
      .map((events) => events.toSorted((a, b) => a.at - b.at)),
  }),
  { selector: ({ caseId }) => caseId, minLength: 1, maxLength: 5 },
)

const plain = (cases: readonly CaseHistory[]): unknown => JSON.parse(JSON.stringify(cases))

describe('what is exported is read back as it was', () => {
  test.each(['xes', 'csv', 'jsonl', 'ocel'] as const)('%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        log,
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'UTC'),
        async (cases, zone) => {
          const back = await readBack(await written(cases, format, zone))
          const order = new Map(cases.map(({ caseId }, place) => [caseId, place]))
          expect(
            plain(back.toSorted((a, b) => (order.get(a.caseId) ?? 0) - (order.get(b.caseId) ?? 0))),
          ).toEqual(plain(cases))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('an attribute that bears the name of a role does not become the role', async () => {
    const history = {
      caseId: '1',
      attributes: { 'concept:name': 'other' },
      events: [{ activity: 'a', at: 0, attributes: { 'org:resource': 'Li' } }],
    }
    const [back] = await readBack(await written([history], 'xes'))
    expect(back).toMatchObject({ caseId: '1', events: [{ activity: 'a', resource: undefined }] })
  })
})

import { expect, test } from 'vitest'
import { testDatabase } from '#test/database/index.ts'
import type { CaseFacts } from './fact-shape.ts'
import { putPaces, streamPaces } from './store.ts'

const database = await testDatabase()
const scope = { jurisdiction: 'qinghe', reach: 'jurisdiction' } as const

/** What the table reads of a case; measuring it is another matter. */
const received = (text: string) => {
  const facts = { unit: 'planning', receivedUnit: null, units: [], item: 'cut', receivedAt: Date.parse(text) }
  return facts as unknown as CaseFacts
}
const write = (caseNo: string, on: string, version: number) =>
  database.transaction(scope, (db) => putPaces(db, [{ caseNo, facts: received(on), version }]))
const order = () =>
  database.read(scope, async (db) => {
    const numbers: string[] = []
    for await (const lines of streamPaces(db)) numbers.push(...lines.map(([caseNo]) => caseNo))
    return numbers
  })

test('cases come in the order in which they were received, however often and whenever their rows were written', async () => {
  await write('2', '2026-02-01T09:00:00+08:00', 1)
  await write('1', '2026-01-05T09:00:00+08:00', 1)
  await write('3', '2026-03-01T09:00:00+08:00', 1)
  expect(await order()).toEqual(['1', '2', '3'])
  await write('1', '2026-01-05T09:00:00+08:00', 2)
  expect(await order()).toEqual(['1', '2', '3'])
})

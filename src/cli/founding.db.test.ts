import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/database/index.ts'
import { foundWhenEmpty } from './founding.ts'

const database = await testDatabase()
const io = {
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  cwd: '.',
  now: () => Date.parse('2026-11-20T03:00:00Z'),
  isTerminal: false,
  environment: { XIAONENG_JURISDICTION: '510000' },
  signal: new AbortController().signal,
}

test('an empty database is founded once, with three administrators whose passwords differ', async () => {
  const first = await foundWhenEmpty(database, io)
  expect(first.map(({ account }) => account)).toEqual(['system.admin', 'security.admin', 'audit.admin'])
  expect(new Set(first.map(({ password }) => password)).size).toBe(3)
  expect(await foundWhenEmpty(database, io)).toEqual([])
})

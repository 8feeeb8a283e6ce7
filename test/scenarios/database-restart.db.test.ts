import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { findClocksOf } from '#engines/clocks/stored/index.ts'
import { compareRebuilt, verifyStored } from '#engines/ledger/index.ts'
import { caseLists } from '#modules/cases/index.ts'
import { migrate, openDatabase, stopEmbeddedServer } from '#platform/database/index.ts'
import { findFiles } from '../../src/modules/cases/store.ts'
import { applicant, paper } from './hall.ts'
import { furnish, HALL_SCOPE, ITEM, openWholeHall } from './whole-hall.ts'

const NOW = Date.parse('2026-03-02T09:00:00+08:00')
const COUNTERS = 8
const FILES_A_COUNTER = 12

const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-restart-'))
const database = await openDatabase({ dataFolder: folder })
afterAll(async () => {
  await database.close()
  await stopEmbeddedServer(folder)
  rmSync(folder, { recursive: true, force: true })
})
await migrate(database.url)
await furnish(database, NOW)
const hall = await openWholeHall(database, () => NOW)

const killDatabase = () =>
  process.kill(
    Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  )

test('the database dies while eight counters receive: the server stays, nothing answered is lost, nothing is there twice', async () => {
  const clerk = await hall.signIn('li.wei')
  const body = {
    ...{ item: ITEM, channel: 'counter', applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  }
  const given = new Map<string, string>()
  const troubles: { status: number; body: string }[] = []
  /** As a page does it: the same key until there is an answer. */
  async function receive(key: string): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const answer = await clerk.send('POST', '/api/files', body, { 'idempotency-key': key })
      if (answer.statusCode === 200) return void given.set(key, answer.json().file.caseNo)
      troubles.push({ status: answer.statusCode, body: answer.body })
      await sleep(100)
    }
  }
  const counters = Array.from({ length: COUNTERS }, async (_, counter) => {
    for (let file = 0; file < FILES_A_COUNTER; file++) await receive(`${counter}-${file}`)
  })
  while (given.size < 10) await sleep(5)
  killDatabase()
  while (given.size < 40) await sleep(5)
  killDatabase()
  await Promise.all(counters)

  expect(troubles.length).toBeGreaterThan(0)
  expect(troubles.filter(({ status }) => status < 500)).toEqual([])
  for (const { body: text } of troubles) expect(text).not.toMatch(/node_modules|ECONN|at .*\.ts|password/i)
  const everything = { ...{ unit: undefined, status: undefined, item: undefined }, search: undefined }
  const rows = await database.read(HALL_SCOPE, (db) =>
    findFiles(db, { ...everything, before: undefined, limit: 1000 }),
  )
  expect(rows.map(({ caseNo }) => caseNo).sort()).toEqual([...given.values()].sort())
  expect(given.size).toBe(COUNTERS * FILES_A_COUNTER)
  for (const { caseNo } of rows) {
    const clocks = await database.read(HALL_SCOPE, (db) => findClocksOf(db, `case/${caseNo}`))
    expect(clocks.map(({ kind }) => kind).sort()).toEqual(['committed', 'other', 'statutory', 'step'])
  }
  const papers = await Promise.all(
    rows.map(
      async ({ caseNo }) => (await clerk.get(`/api/files/${caseNo}`)).json().timeline[1].notice.number,
    ),
  )
  const numbers = papers
    .map((number: string) => Number(/第0*(\d+)号/.exec(number)?.[1]))
    .sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from(rows, (_, index) => index + 1))
  expect(await database.read(HALL_SCOPE, verifyStored)).toMatchObject({ problemCount: 0 })
  const tables = await compareRebuilt(database, HALL_SCOPE.jurisdiction, [caseLists])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
}, 120_000)

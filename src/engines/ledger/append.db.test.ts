import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { testDatabase } from '#test/database/index.ts'
import { append, chooseAlgorithm, command, type ExpectedVersion, ledgerHead, readStream } from './index.ts'

const database = await testDatabase()
const here = { jurisdiction: '510000' }
const recordedAt = Date.UTC(2026, 2, 2, 1)

const event = (type: string, payload: object = {}) => ({
  type,
  occurredAt: recordedAt - 1000,
  actor: 'clerk-1',
  payload,
})

const put = (stream: string, expectedVersion: ExpectedVersion, types: string[], scope = here) =>
  database.transaction(scope, (db) =>
    append(db, {
      stream,
      expectedVersion,
      events: types.map((type) => event(type, { b: 1, a: '准予' })),
      recordedAt,
    }),
  )

test('what was appended reads back in the order of its versions', async () => {
  await put('case/1', 0, ['Received', 'Accepted'])
  await put('case/1', 2, ['Concluded'])
  const events = await database.read(here, (db) => readStream(db, 'case/1'))
  expect(events.map(({ version, type }) => [version, type])).toEqual([
    [1, 'Received'],
    [2, 'Accepted'],
    [3, 'Concluded'],
  ])
  expect(events[0]).toMatchObject({
    actor: 'clerk-1',
    occurredAt: recordedAt - 1000,
    recordedAt,
    payload: { a: '准予', b: 1 },
  })
})

test('the head of the ledger moves with every event', async () => {
  const head = () => database.read({ jurisdiction: '*' }, ledgerHead)
  const before = await head()
  await put('case/head', 0, ['Received', 'Accepted'])
  expect(await head()).toBe((before ?? 0) + 2)
})

test('a decision taken on an old version is refused and stores nothing', async () => {
  await put('case/2', 0, ['Received'])
  await expect(put('case/2', 0, ['Accepted'])).rejects.toMatchObject({
    code: 'ledger.version-conflict',
    status: 409,
  })
  await expect(put('case/2', 5, ['Accepted'])).rejects.toMatchObject({ code: 'ledger.version-conflict' })
  expect(await database.read(here, (db) => readStream(db, 'case/2'))).toHaveLength(1)
})

test('of many who append to one version at once, exactly one succeeds', async () => {
  const attempts = Array.from({ length: 8 }, (_, number) =>
    put('case/3', 0, [`Received${number}`, 'Accepted']),
  )
  const outcomes = await Promise.allSettled(attempts)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await database.read(here, (db) => readStream(db, 'case/3'))).toHaveLength(2)
})

test('those who append after whatever is there all succeed, one after the other', async () => {
  await Promise.all(Array.from({ length: 6 }, () => put('journal', 'any', ['Noted'])))
  const versions = (await database.read(here, (db) => readStream(db, 'journal'))).map(
    ({ version }) => version,
  )
  expect(versions).toEqual([1, 2, 3, 4, 5, 6])
})

test('a jurisdiction sees its own events only', async () => {
  await put('case/4', 0, ['Received'], { jurisdiction: '320000' })
  expect(await database.read(here, (db) => readStream(db, 'case/4'))).toEqual([])
  const all = sql`select count(*) as number from ledger_event where stream = 'case/4'`
  const Counted = z.object({ number: z.number() })
  expect(await database.read(here, (db) => db.one(Counted, all))).toEqual({ number: 0 })
  expect(await database.read({ jurisdiction: '*' }, (db) => db.one(Counted, all))).toEqual({ number: 1 })
})

test('nobody writes the ledger of all jurisdictions at once', async () => {
  await expect(put('case/5', 0, ['Received'], { jurisdiction: '*' })).rejects.toMatchObject({
    code: 'ledger.no-jurisdiction',
  })
})

test('a jurisdiction chooses SM3 before its first event and cannot change it after', async () => {
  const sm3 = { jurisdiction: '110000' }
  await database.transaction(sm3, (db) => chooseAlgorithm(db, 'sm3', recordedAt))
  await put('case/1', 0, ['Received'], sm3)
  await expect(
    database.transaction(sm3, (db) => chooseAlgorithm(db, 'sha256', recordedAt)),
  ).rejects.toMatchObject({ code: 'ledger.chain-chosen' })
})

describe('the ledger can only be read and added to', () => {
  const tables = ['ledger_event', 'ledger_command', 'ledger_seal', 'ledger_chain']
  const attempts = tables.flatMap((table) => [
    `update ${table} set jurisdiction = 'x'`,
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable row level security`,
    `drop table ${table}`,
  ])
  test.each(attempts)('%s is refused by the database itself', async (text) => {
    for (const jurisdiction of ['510000', '*']) {
      await expect(
        database.transaction({ jurisdiction }, (db) => db.run({ text, values: [] })),
      ).rejects.toMatchObject({
        code: '42501',
      })
    }
  })

  test('an event for another jurisdiction is refused by the database itself', async () => {
    await put('case/6', 0, ['Received'])
    const forged = sql`
      insert into ledger_event (jurisdiction, stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash)
      select '320000', stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash
        from ledger_event where stream = 'case/6'`
    await expect(database.transaction(here, (db) => db.run(forged))).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a command with an idempotency key', () => {
  const Answer = z.object({ number: z.number() })
  const ask = (key: string, request: unknown, stream: string) =>
    database.transaction(here, (db) =>
      command(db, { key, request, answer: Answer }, async () => {
        const stored = await append(db, {
          stream,
          expectedVersion: 'any',
          events: [event('Received')],
          recordedAt,
        })
        return { number: stored[0]?.version ?? 0 }
      }),
    )

  test('is done once, and the same key gets the same answer', async () => {
    expect(await ask('k1', { item: 'A' }, 'once')).toEqual({ answer: { number: 1 }, repeated: false })
    expect(await ask('k1', { item: 'A' }, 'once')).toEqual({ answer: { number: 1 }, repeated: true })
    expect(await database.read(here, (db) => readStream(db, 'once'))).toHaveLength(1)
  })

  test('is refused when the key was used for another request', async () => {
    await ask('k2', { item: 'A' }, 'other')
    await expect(ask('k2', { item: 'B' }, 'other')).rejects.toMatchObject({
      code: 'ledger.key-reused',
      status: 422,
    })
  })

  test('is done once even when it arrives many times at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask('k3', { item: 'A' }, 'rush')))
    expect(answers.map(({ answer }) => answer.number)).toEqual([1, 1, 1, 1, 1, 1])
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(await database.read(here, (db) => readStream(db, 'rush'))).toHaveLength(1)
  })
})

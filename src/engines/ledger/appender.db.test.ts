import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '#test/database/index.ts'
import {
  append,
  exportLedger,
  openAppender,
  openSealKey,
  readStream,
  verifyExport,
  verifyStored,
} from './index.ts'

const database = await testDatabase()
const appender = openAppender(database)
const rival = openAppender(database)
afterAll(async () => Promise.all([appender.close(), rival.close()]))

const folder = mkdtempSync(join(tmpdir(), 'seal-key-'))
const key = openSealKey({ dataFolder: folder })
afterAll(() => rmSync(folder, { recursive: true }))

const jurisdiction = '510000'
const recordedAt = Date.UTC(2026, 2, 2, 1)
const event = (type: string) => ({
  type,
  occurredAt: recordedAt,
  actor: '张三',
  payload: { text: '"准予"\\n', n: 1 },
})
const ask = (stream: string, expectedVersion: number | 'any', types = ['A'], key?: string) => ({
  jurisdiction,
  stream,
  expectedVersion,
  events: types.map(event),
  recordedAt,
  ...(key === undefined ? {} : { key }),
})
const versions = async (stream: string) =>
  (await database.read({ jurisdiction }, (db) => readStream(db, stream))).map(({ version }) => version)

test('each of many appends at once is answered with its own versions', async () => {
  const streams = Array.from({ length: 300 }, (_, number) => `s/${number}`)
  const answers = await Promise.all(streams.map((stream) => appender.append(ask(stream, 0, ['A', 'B']))))
  expect(answers).toEqual(streams.map((stream) => ({ stream, first: 1, last: 2, repeated: false })))
  expect(await versions('s/299')).toEqual([1, 2])
})

test('appends to one stream at once follow one another', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => appender.append(ask('line', 'any'))))
  expect(answers.map(({ first }) => first).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, n) => n + 1),
  )
})

test('a conflict of one leaves the others of its batch as they are', async () => {
  await appender.append(ask('taken', 0))
  const outcomes = await Promise.allSettled([
    appender.append(ask('free/1', 0)),
    appender.append(ask('taken', 0)),
    appender.append(ask('free/2', 0)),
    appender.append(ask('free/2', 0)),
    appender.append(ask('free/3', 7)),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'rejected',
  ])
  expect(outcomes[1]).toMatchObject({ reason: { code: 'ledger.version-conflict' } })
  expect(await versions('free/2')).toEqual([1])
  expect(await versions('free/3')).toEqual([])
})

test('an event that does not fit is refused alone', async () => {
  const outcomes = await Promise.allSettled([
    appender.append(ask('fit', 0)),
    appender.append(ask('unfit', 0, [''])),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
})

test('what another process appended meanwhile is seen, although we remember the end of the stream', async () => {
  await appender.append(ask('shared', 0))
  await rival.append(ask('shared', 1))
  await database.transaction({ jurisdiction }, (db) => append(db, ask('shared', 2)))
  expect(await appender.append(ask('shared', 3))).toMatchObject({ first: 4 })
  await rival.append(ask('shared', 4))
  await expect(appender.append(ask('shared', 4))).rejects.toMatchObject({
    code: 'ledger.version-conflict',
    details: { found: 5 },
  })
  expect(await appender.append(ask('shared', 'any'))).toMatchObject({ first: 6 })
})

test('two appenders that race for many versions never lose or double one', async () => {
  const race = Array.from({ length: 60 }, (_, n) =>
    (n % 2 ? appender : rival).append(ask(`race/${n % 3}`, 'any', ['A', 'B'])),
  )
  const outcomes = await Promise.allSettled(race)
  const stored = (await Promise.all([0, 1, 2].map((n) => versions(`race/${n}`)))).flat().length
  expect(stored).toBe(outcomes.filter(({ status }) => status === 'fulfilled').length * 2)
})

test('the same key gets the same answer, now, later, at once and from another process', async () => {
  const first = await appender.append(ask('keyed', 0, ['A'], 'k1'))
  expect(first).toMatchObject({ first: 1, repeated: false })
  expect(await appender.append(ask('keyed', 0, ['A'], 'k1'))).toMatchObject({ first: 1, repeated: true })
  expect(await rival.append(ask('keyed', 0, ['A'], 'k1'))).toMatchObject({ first: 1, repeated: true })
  const rush = await Promise.all(
    Array.from({ length: 9 }, (_, n) => (n % 2 ? appender : rival).append(ask('rush', 0, ['A'], 'k2'))),
  )
  expect(rush.filter(({ repeated }) => !repeated)).toHaveLength(1)
  expect(await versions('rush')).toEqual([1])
})

test('a key that was used for something else is refused', async () => {
  await appender.append(ask('other', 0, ['A'], 'k3'))
  await expect(appender.append(ask('other', 1, ['B'], 'k3'))).rejects.toMatchObject({
    code: 'ledger.key-reused',
    status: 422,
  })
})

test.each([
  'a,b',
  '{x}',
  '"quoted"',
  'back\\slash',
  'NULL',
  'null',
  ' spaces ',
  'two\nlines',
  '中文，。',
  "it's",
  '\\"',
])('a name may hold anything: %j', async (name) => {
  const odd = { type: name, occurredAt: recordedAt, actor: name, payload: { [name]: name } }
  const [stream, once] = [`odd/${name}`, `key ${name}`]
  const request = {
    jurisdiction,
    stream,
    expectedVersion: 0,
    events: [odd, odd],
    recordedAt,
    key: once,
  } as const
  expect(await appender.append(request)).toMatchObject({ stream, last: 2, repeated: false })
  expect(await rival.append(request)).toMatchObject({ stream, last: 2, repeated: true })
  expect(await rival.append({ ...ask(stream, 2), key: `${once} 2` })).toMatchObject({ first: 3 })
  const [stored] = await database.read({ jurisdiction }, (db) => readStream(db, stream))
  expect(stored).toMatchObject({ type: name, actor: name, payload: { [name]: name } })
  expect(await database.read({ jurisdiction }, verifyStored)).toMatchObject({ problemCount: 0 })
  expect(await verifyExport(exported())).toMatchObject({ problemCount: 0 })
})

async function* exported() {
  const parts: string[] = []
  await database.read({ jurisdiction }, async (db) => {
    for await (const part of exportLedger(db, { key, now: recordedAt })) parts.push(part)
  })
  yield Buffer.from(parts.join(''))
}

test('after closing nothing more is taken', async () => {
  const third = openAppender(database)
  const last = third.append(ask('closing', 0))
  await third.close()
  expect(await last).toMatchObject({ first: 1 })
  await expect(third.append(ask('closing', 1))).rejects.toMatchObject({ code: 'ledger.closed' })
})

import { expect, test } from 'vitest'
import { testDatabase } from '#test/database/index.ts'
import { append, appendBulk, type BulkStream, readStream } from './index.ts'

const database = await testDatabase()
const here = { jurisdiction: '510000' }
const recordedAt = Date.UTC(2026, 2, 2, 1, 2, 3, 456)

const event = (type: string, payload: object = {}) => ({
  type,
  occurredAt: recordedAt - 1000,
  actor: '窗口\t1\\号',
  payload,
})
const load = (streams: Iterable<BulkStream>, expected: 'new' | 'any' = 'new', scope = here) =>
  database.transaction(scope, (db) => appendBulk(db, { streams, expected, recordedAt }))

test('bulk events read back exactly like single ones', async () => {
  const payload = { text: '准予\n"许可"\\', big: 'x'.repeat(200_000), none: null, list: [1, 2.5] }
  await load([{ stream: 'bulk/1', events: [event('Received', payload), event('Accepted')] }])
  await database.transaction(here, (db) =>
    append(db, {
      stream: 'single/1',
      expectedVersion: 0,
      events: [event('Received', payload), event('Accepted')],
      recordedAt,
    }),
  )
  const [bulk, single] = await database.read(here, async (db) => [
    await readStream(db, 'bulk/1'),
    await readStream(db, 'single/1'),
  ])
  expect(bulk?.map((one) => ({ ...one, stream: '' }))).toEqual(single?.map((one) => ({ ...one, stream: '' })))
  expect(bulk?.[0]).toMatchObject({
    occurredAt: recordedAt - 1000,
    recordedAt,
    actor: '窗口\t1\\号',
    payload,
  })
})

test.each([
  -62_135_596_800_000, -1, 0, 946_684_799_999, 946_684_800_000, 4_102_444_800_123, 253_402_300_799_999,
])('the instant %d arrives as it was, to the millisecond', async (occurredAt) => {
  const stream = `instant/${occurredAt}`
  await load([{ stream, events: [{ ...event('A'), occurredAt }] }])
  expect((await database.read(here, (db) => readStream(db, stream)))[0]?.occurredAt).toBe(occurredAt)
})

test('a single event continues the chain of a bulk one, and a bulk one that of a single', async () => {
  await load([{ stream: 'mixed', events: [event('A')] }])
  await database.transaction(here, (db) =>
    append(db, { stream: 'mixed', expectedVersion: 1, events: [event('B')], recordedAt }),
  )
  await load(
    [
      { stream: 'mixed', events: [event('C')] },
      { stream: 'mixed/new', events: [event('A')] },
    ],
    'any',
  )
  const events = await database.read(here, (db) => readStream(db, 'mixed'))
  expect(events.map(({ version, type }) => [version, type])).toEqual([
    [1, 'A'],
    [2, 'B'],
    [3, 'C'],
  ])
})

test('many streams arrive whole', async () => {
  const streams = Array.from({ length: 5000 }, (_, number) => ({
    stream: `many/${number}`,
    events: [event('A'), event('B')],
  }))
  expect(await load(streams)).toEqual({ events: 10_000 })
})

test('a stream that exists, or comes twice, undoes the whole load', async () => {
  await load([{ stream: 'there', events: [event('A')] }])
  await expect(
    load([
      { stream: 'fresh', events: [event('A')] },
      { stream: 'there', events: [event('A')] },
    ]),
  ).rejects.toMatchObject({
    code: 'ledger.already-there',
  })
  await expect(
    load([
      { stream: 'twice', events: [event('A')] },
      { stream: 'twice', events: [event('A')] },
    ]),
  ).rejects.toMatchObject({
    code: 'ledger.already-there',
  })
  expect(await database.read(here, (db) => readStream(db, 'fresh'))).toEqual([])
})

test('an event that does not fit, late in a load, undoes it all and leaves the connection usable', async () => {
  const streams = Array.from({ length: 3000 }, (_, number) => ({
    stream: `bad/${number}`,
    events: [event(number === 2999 ? '' : 'A')],
  }))
  await expect(load(streams)).rejects.toMatchObject({ code: 'ledger.bad-event' })
  expect(await database.read(here, (db) => readStream(db, 'bad/0'))).toEqual([])
})

import { expect, test } from 'vitest'
import type { Db } from '#kernel/sql.ts'
import { settled, testDatabase } from '#test/database/index.ts'
import { append, appendMany, catchUp, openAppender, runSubscriptions, type StoredEvent } from './index.ts'

const database = await testDatabase()
const recordedAt = Date.UTC(2026, 2, 2, 1)
const event = (type: string) => ({ type, occurredAt: recordedAt, actor: 'a', payload: {} })
const add = (db: Db, stream: string, type: string) =>
  append(db, { stream, expectedVersion: 'any', events: [event(type)], recordedAt })

function watcher(name: string) {
  const seen: string[] = []
  const handle = async (_: Db, events: readonly StoredEvent[]) => {
    seen.push(...events.map(({ stream, version, type }) => `${stream}@${version}:${type}`))
  }
  return { seen, name, handle }
}

/** A transaction that stays open until it is told to commit. */
function held(jurisdiction: string, work: (db: Db) => Promise<unknown>) {
  let commit = () => {}
  let begun = () => {}
  const go = new Promise<void>((resolve) => (commit = resolve))
  const started = new Promise<void>((resolve) => (begun = resolve))
  const done = database.transaction({ jurisdiction }, async (db) => {
    await work(db)
    begun()
    await go
  })
  return { started, commit: () => (commit(), done) }
}

test('an event committed late by an older transaction is never passed over', async () => {
  const scope = { jurisdiction: 'late' }
  const subscriber = watcher('late')
  const slow = held('late', (db) => add(db, 'slow', 'Slow'))
  await slow.started
  await database.transaction(scope, (db) => add(db, 'quick', 'Quick'))
  await catchUp(database, subscriber, 'late')
  await slow.commit()
  await settled(database)
  await catchUp(database, subscriber, 'late')
  await database.transaction(scope, (db) => add(db, 'quick', 'After'))
  await settled(database)
  await catchUp(database, subscriber, 'late')
  expect(subscriber.seen).toEqual(['slow@1:Slow', 'quick@1:Quick', 'quick@2:After'])
})

test('a stream is seen in the order of its versions, even when an older transaction continues it', async () => {
  const scope = { jurisdiction: 'order' }
  const subscriber = watcher('order')
  let attempts = 0
  let interfered: Promise<unknown> | undefined
  await database.transaction(scope, async (db) => {
    attempts++
    await add(db, 'own', `Own${attempts}`)
    interfered ??= database.transaction(scope, (other) => add(other, 'shared', 'First'))
    await interfered
    await add(db, 'shared', 'Second')
  })
  await settled(database)
  await catchUp(database, subscriber, 'order')
  expect(attempts).toBe(2)
  expect(subscriber.seen).toEqual(['shared@1:First', 'own@1:Own2', 'shared@2:Second'])
})

test('a handler that fails gets the same events again, and what it wrote is undone', async () => {
  await database.transaction({ jurisdiction: 'fail' }, (db) => add(db, 's', 'A'))
  await settled(database)
  let attempts = 0
  const subscription = {
    name: 'fail',
    async handle(db: Db) {
      attempts++
      await add(db, 'reaction', 'Reacted')
      if (attempts === 1) throw new Error('not today')
    },
  }
  await expect(catchUp(database, subscription, 'fail')).rejects.toThrow('not today')
  expect(await catchUp(database, subscription, 'fail')).toBe(1)
  await settled(database)
  const second = watcher('second')
  await catchUp(database, second, 'fail')
  expect(second.seen).toEqual(['s@1:A', 'reaction@1:Reacted'])
})

test('two who follow the same subscription at once hand over each event once', async () => {
  const subscriber = watcher('both')
  const options = {
    subscriptions: [subscriber],
    failed: (error: unknown) => expect.unreachable(String(error)),
  }
  const appender = openAppender(database)
  const running = [await runSubscriptions(database, options), await runSubscriptions(database, options)]
  const request = { jurisdiction: 'both', expectedVersion: 'any', events: [event('A')], recordedAt } as const
  await Promise.all(
    Array.from({ length: 200 }, (_, n) => appender.append({ ...request, stream: `s/${n % 7}` })),
  )
  await expect
    .poll(() => subscriber.seen.filter((one) => one.startsWith('s/')).length, { timeout: 20_000 })
    .toBe(200)
  await Promise.all([appender.close(), ...running.map((one) => one.close())])
  expect(new Set(subscriber.seen).size).toBe(subscriber.seen.length)
})

test('what was appended to a stream in one go is handed over in one go, however many streams there are', async () => {
  const batches: string[][] = []
  const subscription = {
    name: 'whole',
    handle: async (_: Db, events: readonly StoredEvent[]) => {
      batches.push(events.map(({ stream, version }) => `${stream}@${version}`))
    },
  }
  const streams = Array.from({ length: 150 }, (_, index) => ({
    stream: `case/${index}`,
    events: Array.from({ length: 7 }, () => event('Done')),
  }))
  await database.transaction({ jurisdiction: 'whole' }, (db) => appendMany(db, { streams, recordedAt }))
  await settled(database)
  expect(await catchUp(database, subscription, 'whole')).toBe(1050)
  expect(batches.length).toBeGreaterThan(2)
  for (const batch of batches) {
    expect(batch[0]).toMatch(/@1$/)
    expect(batch.at(-1)).toMatch(/@7$/)
  }
  expect(batches.flat()).toHaveLength(1050)
})

test('a follower that fails keeps no other from what it follows, there or in another jurisdiction', async () => {
  const told: string[] = []
  const faulty = {
    name: 'a faulty one',
    async handle(db: Db, events: readonly StoredEvent[]) {
      if (db.scope.jurisdiction === 'poisoned') throw new Error('never')
      told.push(...events.map(({ stream }) => stream))
    },
  }
  const others = [watcher('b'), watcher('c')]
  const failures: string[] = []
  const running = await runSubscriptions(database, {
    subscriptions: [faulty, ...others],
    failed: (_, subscription) => failures.push(subscription),
  })
  await database.transaction({ jurisdiction: 'poisoned' }, (db) => add(db, 'poisoned/1', 'A'))
  await database.transaction({ jurisdiction: 'sound' }, (db) => add(db, 'sound/1', 'A'))
  for (const { seen } of others)
    await expect
      .poll(() => seen, { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['poisoned/1@1:A', 'sound/1@1:A']))
  await expect.poll(() => told, { timeout: 20_000 }).toContain('sound/1')
  await running.close()
  expect(new Set(failures)).toEqual(new Set(['a faulty one']))
  for (const { seen } of others) expect(new Set(seen).size).toBe(seen.length)
})

import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import { settled, testDatabase } from '#test/database/index.ts'
import {
  append,
  appendBulk,
  catchUp,
  openAppender,
  readStream,
  type StoredEvent,
  verifyStored,
} from './index.ts'

const database = await testDatabase()
const appenders = [openAppender(database), openAppender(database)]
afterAll(() => Promise.all(appenders.map((appender) => appender.close())))

const recordedAt = Date.UTC(2026, 2, 2, 1)

/** What one of several clients asks for, at the same time as the others. */
const asking = fc.record({
  way: fc.constantFrom('transaction', 'bulk', 'group-0', 'group-1'),
  stream: fc.integer({ min: 0, max: 3 }).map((number) => `s/${number}`),
  expected: fc.constantFrom('any', 0, 1, 2, 3),
  events: fc.integer({ min: 1, max: 3 }),
  /** Some ask the same thing again under the same key. */
  key: fc.option(fc.integer({ min: 0, max: 5 })),
})
type Asking = typeof asking extends fc.Arbitrary<infer One> ? One : never

let history = 0

test('whatever many clients ask at once, what was granted is stored once, and what was refused is not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(asking, { minLength: 5, maxLength: 30 }), async (askings) => {
      const jurisdiction = `history-${++history}`
      const outcomes = await Promise.all(askings.map((one, number) => ask(jurisdiction, one, number)))
      const stored = (
        await Promise.all(
          [0, 1, 2, 3].map((number) =>
            database.read({ jurisdiction }, (db) => readStream(db, `s/${number}`)),
          ),
        )
      ).flat()
      for (const [number, outcome] of outcomes.entries()) {
        const mine = stored.filter(({ actor }) => actor === `asking-${number}`)
        expect(mine).toHaveLength(outcome === 'granted' ? (askings[number]?.events ?? 0) : 0)
      }
      for (const [key, count] of grantedKeys(askings, outcomes))
        expect({ key, count }).toEqual({ key, count: 1 })
      expect(await database.read({ jurisdiction }, verifyStored)).toMatchObject({
        events: stored.length,
        problemCount: 0,
      })
      expect(await seenBySubscriber(jurisdiction)).toEqual(new Set(stored.map(placeOf)))
    }),
    { numRuns: Number(process.env['RUNS'] ?? 25) },
  )
})

/** Does what is asked; the actor tells afterwards whose events are stored. */
async function ask(jurisdiction: string, { way, stream, expected, events, key }: Asking, number: number) {
  const actor = `asking-${number}`
  const list = Array.from({ length: events }, (_, n) => ({
    type: `T${n}`,
    occurredAt: recordedAt,
    actor,
    payload: { n },
  }))
  const expectedVersion = expected === 'any' ? 'any' : Number(expected)
  const request = { stream, expectedVersion, events: list, recordedAt } as const
  try {
    if (way === 'transaction') await database.transaction({ jurisdiction }, (db) => append(db, request))
    else if (way === 'bulk') {
      const bulk = { streams: [{ stream, events: list }], expected: 'any', recordedAt } as const
      await database.transaction({ jurisdiction }, (db) => appendBulk(db, bulk))
    } else {
      const appender = appenders[way === 'group-0' ? 0 : 1]
      const keyed = key === null ? {} : { key: `key-${key}` }
      const answer = await appender?.append({ ...request, jurisdiction, ...keyed })
      return answer?.repeated ? 'repeated' : 'granted'
    }
    return 'granted'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return 'refused'
  }
}

function grantedKeys(askings: readonly Asking[], outcomes: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const [number, { key, way }] of askings.entries()) {
    if (key === null || !way.startsWith('group') || outcomes[number] !== 'granted') continue
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const placeOf = ({ stream, version }: StoredEvent) => `${stream}@${version}`

async function seenBySubscriber(jurisdiction: string): Promise<Set<string>> {
  const seen: string[] = []
  const next = new Map<string, number>()
  await settled(database)
  await catchUp(
    database,
    {
      name: 'history',
      async handle(_, events) {
        for (const event of events) {
          expect(event.version).toBe((next.get(event.stream) ?? 0) + 1)
          next.set(event.stream, event.version)
          seen.push(placeOf(event))
        }
      },
    },
    jurisdiction,
  )
  expect(new Set(seen).size).toBe(seen.length)
  return new Set(seen)
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Db, sql } from '#kernel/sql.ts'
import { asOwner } from '#platform/database/index.ts'
import { settled, testDatabase } from '#test/database/index.ts'
import { statementsOf } from '#test/database/statements.ts'
import { append, type StoredEvent } from './index.ts'
import { THE_BEGINNING } from './event.ts'
import { type Line, lineOf } from './following.ts'
import { findAfter } from './store.ts'
import { concerns, type Followed, type Subscription } from './subscription.ts'
import { findCheckpoint } from './subscription-store.ts'

const database = await testDatabase()
const recordedAt = Date.UTC(2026, 2, 2, 1)

const name = ({ stream, version, type }: Pick<StoredEvent, 'stream' | 'version' | 'type'>) =>
  `${stream}@${version}:${type}`

const add = (db: Db, stream: string, type: string) =>
  append(db, {
    stream,
    expectedVersion: 'any',
    events: [{ type, occurredAt: recordedAt, actor: 'a', payload: {} }],
    recordedAt,
  })

interface Watcher extends Subscription {
  /** What was handed over in transactions that were committed. */
  readonly seen: string[]
  /** Transactions opened for it. */
  woken: number
  failNext: boolean
}

function watcher(of: string, follows?: readonly Followed[]): Watcher {
  const own: Watcher = {
    name: of,
    ...(follows ? { follows } : {}),
    seen: [],
    woken: 0,
    failNext: false,
    async handle(db, events) {
      own.woken++
      db.afterCommit(() => own.seen.push(...events.map(name)))
      if (!own.failNext) return
      own.failNext = false
      throw new Error('not today')
    },
  }
  return own
}

const never = { isResting: () => false, failed: (error: unknown) => expect.unreachable(String(error)) }

test('an event that nobody follows opens no transaction, and its place is kept all the same', async () => {
  const jurisdiction = 'passed-over'
  const cases = watcher('cases', [{ stream: 'case/' }])
  const line = lineOf(database, jurisdiction, { subscriptions: [cases], ...never })
  await database.transaction({ jurisdiction }, async (db) => {
    for (let n = 0; n < 5; n++) await add(db, `log/${n}`, 'Reported')
  })
  await settled(database)
  const { result, statements } = await statementsOf(() => line.advance())
  expect(result).toBe(5)
  expect(cases.woken).toBe(0)
  // Where they stand and what is new, each in a transaction that only reads; the second time only what is new.
  expect(statements).toHaveLength(6)
  expect((await statementsOf(() => line.advance())).statements).toHaveLength(3)
  const stored = () => database.read({ jurisdiction }, (db) => findCheckpoint(db, 'cases'))
  expect(await stored()).toEqual(THE_BEGINNING)
  await line.store()
  expect(await stored()).toEqual(line.front())
  expect(line.front()).not.toEqual(THE_BEGINNING)
})

test('a follower set back begins again where it was set', async () => {
  const jurisdiction = 'set-back'
  const all = watcher('all')
  const line = lineOf(database, jurisdiction, { subscriptions: [all], ...never })
  await database.transaction({ jurisdiction }, (db) => add(db, 'case/1', 'A'))
  await settled(database)
  await line.advance()
  await database.transaction({ jurisdiction }, async (db) => {
    await asOwner(db, () =>
      db.run(sql`delete from subscription_checkpoint where jurisdiction = ${jurisdiction}`),
    )
    await add(db, 'case/1', 'B')
  })
  await settled(database)
  while ((await line.advance()) > 0);
  expect(all.seen).toEqual(['case/1@1:A', 'case/1@1:A', 'case/1@2:B'])
})

const STREAMS = ['case/1', 'case/2', 'log/1', 'finding/1']
const TYPES = ['Received', 'Rated']

type Step =
  | { readonly do: 'add'; readonly by: number; readonly stream: string; readonly type: string }
  | { readonly do: 'commit' | 'advance' | 'store' | 'restart' | 'fail'; readonly by: number }
  | { readonly do: 'advanceBoth' }

const who = fc.nat({ max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      by: who,
      stream: fc.constantFrom(...STREAMS),
      type: fc.constantFrom(...TYPES),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'commit' as const,
        'advance' as const,
        'store' as const,
        'restart' as const,
        'fail' as const,
      ),
      by: who,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'advanceBoth' } as const) },
)

let runs = 0

test('whoever follows some events gets each of them once and in order, whatever commits late, fails or is restarted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), fc.integer({ min: 2, max: 5 }), live),
    { numRuns: 40 },
  )
}, 120_000)

async function live(steps: readonly Step[], batch: number): Promise<void> {
  const jurisdiction = `lived-${++runs}`
  const followers = [
    watcher('everything'),
    watcher('cases', [{ stream: 'case/' }]),
    watcher('ratings', [{ stream: 'case/', types: ['Rated'] }]),
    watcher('two kinds', [{ stream: 'finding/' }, { types: ['Rated'] }]),
    watcher('nothing', [{ stream: 'nowhere/' }]),
  ]
  const options = { subscriptions: followers, batch, isResting: () => false, failed: () => undefined }
  const open = () => lineOf(database, jurisdiction, options)
  const processes = [open(), open()]
  const writers = writing(jurisdiction)
  // The first event of a jurisdiction settles its algorithm, for which others wait.
  await database.transaction({ jurisdiction }, (db) => add(db, 'log/0', 'Begun'))
  for (const one of steps) {
    if (one.do === 'advanceBoth') await Promise.all(processes.map((line) => line.advance()))
    else if (one.do === 'add') await writers.add(one.by, one.stream, one.type)
    else if (one.do === 'commit') await writers.commit(one.by)
    else if (one.do === 'fail') (followers[one.by] as Watcher).failNext = true
    else if (one.do === 'restart') processes[one.by % 2] = open()
    else await (processes[one.by % 2] as Line)[one.do]()
  }
  for (const by of [0, 1, 2]) await writers.commit(by)
  for (const follower of followers) follower.failNext = false
  await settled(database)
  for (const line of processes) while ((await line.advance()) > 0);

  const events = await database.read({ jurisdiction }, (db) => findAfter(db, THE_BEGINNING, 1000))
  for (const follower of followers)
    expect(follower.seen).toEqual(events.filter((event) => concerns(follower, event)).map(name))
}

interface Writer {
  readonly began: number
  add(stream: string, type: string): Promise<void>
  end(): Promise<void>
}

/** A transaction that does one thing after the other as it is told, and ends when it is told nothing more. */
function openWriter(jurisdiction: string, began: number): Writer {
  interface Told {
    readonly work: ((db: Db) => Promise<unknown>) | undefined
    readonly done: (error?: unknown) => void
  }
  const waiting: Told[] = []
  let wake = () => {}
  const tell = (work?: Told['work']) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ work, done: (error) => (error === undefined ? resolve() : reject(error as Error)) })
      wake()
    })
  const ended = database.transaction({ jurisdiction }, async (db) => {
    for (;;) {
      const told = waiting.shift()
      if (!told) await new Promise<void>((resolve) => (wake = resolve))
      else if (!told.work) return told.done()
      else
        await told.work(db).then(
          () => told.done(),
          (error: unknown) => told.done(error),
        )
    }
  })
  return {
    began,
    add: (stream, type) => tell((db) => add(db, stream, type)),
    async end() {
      await tell()
      await ended
    },
  }
}

/**
 * Three writers whose transactions stay open until they are told to commit. A stream belongs to one open transaction at
 * a time, and an older one never continues what a younger one wrote: the ledger runs such a one again.
 */
function writing(jurisdiction: string) {
  let order = 0
  const lastWrite = new Map<string, number>()
  const holder = new Map<string, number>()
  const opened = new Map<number, Writer>()
  return {
    async add(by: number, stream: string, type: string) {
      const held = holder.get(stream)
      const began = opened.get(by)?.began ?? Infinity
      if ((held !== undefined && held !== by) || began < (lastWrite.get(stream) ?? 0)) return
      const writer = opened.get(by) ?? openWriter(jurisdiction, ++order)
      opened.set(by, writer)
      holder.set(stream, by)
      lastWrite.set(stream, writer.began)
      await writer.add(stream, type)
    },
    async commit(by: number) {
      await opened.get(by)?.end()
      opened.delete(by)
      for (const [stream, held] of holder) if (held === by) holder.delete(stream)
    },
  }
}

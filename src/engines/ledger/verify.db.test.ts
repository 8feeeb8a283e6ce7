import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, testDatabase } from '#test/database/index.ts'
import {
  append,
  appendBulk,
  chooseAlgorithm,
  exportLedger,
  openSealKey,
  sealNew,
  sealRegularly,
  type VerifyExport,
  verifyExport,
  verifyStored,
} from './index.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'seal-key-'))
const key = openSealKey({ dataFolder: folder })
afterAll(() => rmSync(folder, { recursive: true }))

const now = Date.UTC(2026, 2, 2, 1)
const event = (type: string, payload: object = {}) => ({ type, occurredAt: now, actor: '张三', payload })
async function seal(jurisdiction: string) {
  await settled(database)
  return database.transaction({ jurisdiction }, (db) => sealNew(db, { key, now }))
}

/** Three streams of four versions, two seals over ten events, and two events after them. */
async function fill(jurisdiction: string) {
  const add = (db: Parameters<typeof append>[0], stream: string, types: string[]) =>
    append(db, {
      stream,
      expectedVersion: 'any',
      events: types.map((type) => event(type, { 说明: `,"stream":"${type}"` })),
      recordedAt: now,
    })
  await database.transaction({ jurisdiction }, async (db) => {
    for (const stream of ['case/1', 'case/2', 'case/3']) await add(db, stream, ['Received', 'Accepted'])
  })
  await seal(jurisdiction)
  await database.transaction({ jurisdiction }, async (db) => {
    for (const stream of ['case/1', 'case/2']) await add(db, stream, ['Suspended', 'Concluded'])
  })
  await seal(jurisdiction)
  await database.transaction({ jurisdiction }, (db) => add(db, 'case/3', ['Suspended', 'Concluded']))
}

const lines = async (jurisdiction: string) => {
  let text = ''
  await database.read({ jurisdiction }, async (db) => {
    for await (const part of exportLedger(db, { key, now })) text += part
  })
  return text.split('\n').slice(0, -1)
}

async function* inPieces(text: string) {
  const bytes = Buffer.from(text)
  for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000)
}

const check = (changed: readonly string[], options: VerifyExport = {}) =>
  verifyExport(inPieces(`${changed.join('\n')}\n`), options)

beforeAll(() => fill('510000'))

test('an untouched export is verified with nothing but the file', async () => {
  expect(await check(await lines('510000'), { publicKey: key.publicKey })).toMatchObject({
    jurisdiction: '510000',
    algorithm: 'sha256',
    events: 12,
    streams: 3,
    seals: 2,
    sealedEvents: 10,
    problemCount: 0,
  })
})

test('an untouched ledger is verified where it is stored', async () => {
  expect(await database.read({ jurisdiction: '510000' }, verifyStored)).toMatchObject({
    events: 12,
    seals: 2,
    sealedEvents: 10,
    problemCount: 0,
  })
})

test('SM3 chains, seals, exports and verifies in the same way', async () => {
  await database.transaction({ jurisdiction: '110000' }, (db) => chooseAlgorithm(db, 'sm3', now))
  await fill('110000')
  expect(await check(await lines('110000'))).toMatchObject({ algorithm: 'sm3', events: 12, problemCount: 0 })
  expect(await database.read({ jurisdiction: '110000' }, verifyStored)).toMatchObject({
    algorithm: 'sm3',
    problemCount: 0,
  })
})

test('bulk and single events are under the same seals', async () => {
  const scope = { jurisdiction: 'bulk' }
  const streams = Array.from({ length: 300 }, (_, n) => ({
    stream: `s/${n}`,
    events: [event('A', { n }), event('B')],
  }))
  await database.transaction(scope, (db) => appendBulk(db, { streams, expected: 'new', recordedAt: now }))
  expect(await seal('bulk')).toMatchObject({ number: 1, count: 600 })
  expect(await seal('bulk')).toBeUndefined()
  expect(await check(await lines('bulk'))).toMatchObject({ events: 600, sealedEvents: 600, problemCount: 0 })
  expect(await database.read(scope, verifyStored)).toMatchObject({ events: 600, problemCount: 0 })
})

describe('what was done to an export is named by line, stream and version', () => {
  /** Lines 2–7: three streams at versions 1, 2; line 8: a seal; 9–12: events; 13: a seal; 14–15: events; 16–18: heads; 19: the end. */
  test.each([
    {
      why: 'a changed byte',
      change: (all: string[]) => all.map((line, at) => (at === 3 ? line.replace('张三', '李四') : line)),
      found: { kind: 'changed', line: 4, stream: 'case/2', version: 1 },
    },
    {
      why: 'a change with the hash made to fit',
      change: (all: string[]) =>
        all.map((line, at) => (at === 3 ? rehashed(line.replace('张三', '李四')) : line)),
      found: { kind: 'chain-broken', line: 5, stream: 'case/2', version: 2 },
    },
    {
      why: 'a change in the last event of a stream with the hash made to fit',
      change: (all: string[]) =>
        all.map((line, at) => (at === 11 ? rehashed(line.replace('张三', '李四')) : line)),
      found: { kind: 'seal-broken', line: 13, stream: 'seal/2' },
    },
    {
      why: 'a missing event',
      change: (all: string[]) => all.filter((_, at) => at !== 9),
      found: { kind: 'missing', line: 15, stream: 'case/1', version: 4 },
    },
    {
      why: 'a missing event in the middle of a stream',
      change: (all: string[]) => all.filter((_, at) => at !== 8),
      found: { kind: 'missing', line: 9, stream: 'case/1', version: 3 },
    },
    {
      why: 'two events that changed places',
      change: (all: string[]) => swapped(all, 9, 10),
      found: { kind: 'moved', line: 11, stream: 'case/1', version: 4 },
    },
    {
      why: 'an event that comes twice',
      change: (all: string[]) => [...all.slice(0, 6), all[5] ?? '', ...all.slice(6)],
      found: { kind: 'repeated', line: 7, stream: 'case/3', version: 1 },
    },
    {
      why: 'a file cut off between two lines',
      change: (all: string[]) => all.slice(0, 12),
      found: { kind: 'cut-off', line: 12, stream: 'case/2', version: 4 },
    },
    {
      why: 'a file cut off within a line',
      change: (all: string[]) => [...all.slice(0, 11), all[11]?.slice(0, 100) ?? ''],
      found: { kind: 'cut-off', line: 12, stream: 'case/2', version: 3 },
    },
    {
      why: 'a line that is nothing',
      change: (all: string[]) => [...all.slice(0, 5), '{"event":1}', ...all.slice(5)],
      found: { kind: 'malformed', line: 6 },
    },
    {
      why: 'a missing seal',
      change: (all: string[]) => all.filter((_, at) => at !== 7),
      found: { kind: 'seal-missing', line: 12 },
    },
    {
      why: 'a seal with another time',
      change: (all: string[]) =>
        all.map((line, at) => (at === 7 ? line.replace('2026-03-02', '2026-03-01') : line)),
      found: { kind: 'bad-signature', line: 8 },
    },
    {
      why: 'an end that was counted anew without the key',
      change: (all: string[]) =>
        all.flatMap((line, at) => (at === 14 || at === 17 ? [] : line.replace('"events":12', '"events":11'))),
      found: { kind: 'bad-signature', line: 17 },
    },
  ])('$why', async ({ change, found }) => {
    const { problems } = await check(change(await lines('510000')))
    expect(problems).toContainEqual(expect.objectContaining(found))
    for (const { text } of problems) expect(text.zh.length * text.en.length).toBeGreaterThan(0)
  })

  test('any single changed byte is found', async () => {
    const text = (await lines('510000')).join('\n')
    const bytes = Buffer.from(`${text}\n`)
    for (let at = 1; at < bytes.length - 1; at += 53) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const outcome = await verifyExport([changed] as never).then(
        ({ problemCount }) => problemCount,
        () => 1,
      )
      expect({ at, found: outcome > 0 }).toEqual({ at, found: true })
    }
  })

  test('a whole export made anew with another key, to who knows the key', async () => {
    const other = mkdtempSync(join(tmpdir(), 'seal-key-'))
    const forged = openSealKey({ dataFolder: other })
    rmSync(other, { recursive: true })
    const { problems } = await check(await lines('510000'), { publicKey: forged.publicKey })
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'other-key', line: 1 }))
  })
})

test('a file that is no export is refused with one sentence', async () => {
  await expect(check(['id,name', '1,2'])).rejects.toMatchObject({ code: 'ledger.not-an-export' })
  await expect(verifyExport(inPieces(''))).rejects.toMatchObject({ code: 'ledger.not-an-export' })
})

describe('what a database administrator did to the stored ledger is found', () => {
  const asOwner = async (text: string) => {
    const owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    await owner.query(text)
    await owner.end()
  }
  test.each([
    {
      why: 'an update',
      text: `update ledger_event set actor = 'x' where stream = 'case/1' and version = 1`,
      found: { kind: 'changed', stream: 'case/1', version: 1 },
    },
    {
      why: 'a deleted event',
      text: `delete from ledger_event where stream = 'case/2' and version = 3`,
      found: { kind: 'missing', stream: 'case/2', version: 3 },
    },
    {
      why: 'the deleted end of a stream',
      text: `delete from ledger_event where stream = 'case/2' and version = 4`,
      found: { kind: 'seal-broken', stream: 'seal/2' },
    },
    {
      why: 'a deleted seal',
      text: `delete from ledger_seal where number = 1`,
      found: { kind: 'seal-missing', stream: 'seal/2' },
    },
  ])('$why', async ({ why, text, found }) => {
    await fill(why)
    await asOwner(`${text} ${text.includes('where') ? 'and' : 'where'} jurisdiction = '${why}'`)
    const { problems } = await database.read({ jurisdiction: why }, verifyStored)
    expect(problems).toContainEqual(expect.objectContaining(found))
  })
})

test('many who seal at once make one seal after the other, each over what the last left', async () => {
  const scope = { jurisdiction: 'regular' }
  const options = {
    key,
    everyMs: 5,
    now: () => now,
    failed: (error: unknown) => expect.unreachable(String(error)),
  }
  const sealers = [sealRegularly(database, options), sealRegularly(database, options)]
  for (let n = 0; n < 30; n++) {
    await database.transaction(scope, (db) =>
      append(db, { stream: `s/${n}`, expectedVersion: 0, events: [event('A')], recordedAt: now }),
    )
  }
  await expect
    .poll(async () => (await database.read(scope, verifyStored)).sealedEvents, { timeout: 20_000 })
    .toBe(30)
  await Promise.all(sealers.map((sealer) => sealer.close()))
  expect(await database.read(scope, verifyStored)).toMatchObject({ events: 30, problemCount: 0 })
})

test('the sealing key is made once, for its owner alone, and one that others may read is refused', () => {
  expect(statSync(join(folder, 'seal-key.pem')).mode & 0o777).toBe(0o600)
  expect(openSealKey({ dataFolder: folder }).publicKey).toBe(key.publicKey)
  const file = join(folder, 'open.pem')
  writeFileSync(file, 'x', { mode: 0o644 })
  expect(() => openSealKey({ dataFolder: folder, file })).toThrowError(
    expect.objectContaining({ code: 'ledger.seal-key' }),
  )
})

/** What a forger without the key can do: change an event and give it a hash that fits. */
function rehashed(line: string): string {
  const [, head = '', previous = '', text = ''] =
    /^(\{"n":\d+,"hash":")[0-9a-f]{64}","previous":"([0-9a-f]{64})","event":(.*)\}$/.exec(line) ?? []
  const hash = createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex')
  return `${head}${hash}","previous":"${previous}","event":${text}}`
}

function swapped(all: readonly string[], one: number, other: number): string[] {
  return all.map((line, at) => (at === one ? all[other] : at === other ? all[one] : line) ?? '')
}

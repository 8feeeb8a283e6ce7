import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineRefusals } from '#kernel/refusal.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { emptyDatabase, testDatabase } from '#test/database/index.ts'
import { copyInto, copyOut, migrate, openDatabase } from './index.ts'

const database = await testDatabase()
const here = { jurisdiction: 'a', unit: '城管局', account: "o'neil", roles: ['clerk', 'holder'] }

async function asOwner(text: string, url = database.url): Promise<pg.QueryResult> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    return await owner.query(text)
  } finally {
    await owner.end()
  }
}

beforeAll(() =>
  asOwner(`
    create table shelf (jurisdiction text, id int, books int, primary key (jurisdiction, id));
    select guard_by_jurisdiction('shelf', 'select, insert, update')`),
)

const put = (db: Db, id: number, books = 0) =>
  db.run(sql`insert into shelf (jurisdiction, id, books) values (${db.scope.jurisdiction}, ${id}, ${books})`)
const Books = z.object({ books: z.number() })
const booksOn = (db: Db, id: number) => db.one(Books, sql`select books from shelf where id = ${id}`)

test('a day stays text, an instant becomes a Date, a bigint a number, and names arrive in camelCase', async () => {
  const Row = z.object({ firstDay: z.string(), at: z.date(), howMany: z.number() })
  const row = await database.read(here, (db) =>
    db.one(
      Row,
      sql`select date '2026-03-02' as first_day, timestamptz '2026-03-02T00:00:00+08' as at, 7::bigint as how_many`,
    ),
  )
  expect(row).toEqual({ firstDay: '2026-03-02', at: new Date('2026-03-01T16:00:00Z'), howMany: 7 })
})

test('every request runs as the application role, and the system itself as the system role', async () => {
  const Role = z.object({ role: z.string() })
  const asked = sql`select current_user::text as role`
  expect(await database.read(here, (db) => db.one(Role, asked))).toEqual({ role: 'xiaoneng_app' })
  expect(await database.read({ jurisdiction: '*' }, (db) => db.one(Role, asked))).toEqual({
    role: 'xiaoneng_system',
  })
})

test('the scope is what row-level security reads, and is gone with the transaction', async () => {
  const Settings = z.object({ settings: z.array(z.string().nullable()) })
  const asked = sql`
    select array[current_setting('xiaoneng.jurisdiction', true), current_setting('xiaoneng.unit', true),
                 current_setting('xiaoneng.account', true), current_setting('xiaoneng.roles', true)] as settings`
  const found = await database.read(here, (db) => db.one(Settings, asked))
  expect(found?.settings).toEqual(['a', '城管局', "o'neil", 'clerk,holder'])
  const after = await database.pool.query(
    "select current_setting('xiaoneng.jurisdiction', true) as left_over",
  )
  expect(after.rows[0]?.left_over).toBe('')
})

test('a jurisdiction neither sees nor writes the rows of another', async () => {
  await database.transaction(here, (db) => put(db, 1))
  expect(await database.read({ jurisdiction: 'b' }, (db) => booksOn(db, 1))).toBeUndefined()
  const forged = sql`insert into shelf (jurisdiction, id, books) values ('b', 1, 1)`
  await expect(database.transaction(here, (db) => db.run(forged))).rejects.toMatchObject({ code: '42501' })
})

test('what fails is undone as a whole, and what was to come after the commit does not', async () => {
  let came = 0
  const failing = database.transaction(here, async (db) => {
    await put(db, 2)
    db.afterCommit(() => came++)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await database.read(here, (db) => booksOn(db, 2))).toBeUndefined()
  expect(came).toBe(0)
})

test('an error that was swallowed cannot pass for a success', async () => {
  const swallowing = database.transaction(here, async (db) => {
    await put(db, 3)
    await put(db, 3).catch(() => undefined)
  })
  await expect(swallowing).rejects.toThrow(/nothing could be stored/)
  expect(await database.read(here, (db) => booksOn(db, 3))).toBeUndefined()
})

test('reading cannot write', async () => {
  await expect(database.read(here, (db) => put(db, 4))).rejects.toMatchObject({ code: '25006' })
})

test('two that wait for each other both succeed: one is run again', async () => {
  await database.transaction(here, async (db) => {
    await put(db, 10)
    await put(db, 11)
  })
  let runs = 0
  let release = () => {}
  const bothHoldOne = new Promise<void>((resolve) => (release = resolve))
  const add = (first: number, second: number) =>
    database.transaction(here, async (db) => {
      await db.run(sql`update shelf set books = books + 1 where id = ${first}`)
      if (++runs === 2) release()
      await bothHoldOne
      await db.run(sql`update shelf set books = books + 1 where id = ${second}`)
    })
  await Promise.all([add(10, 11), add(11, 10)])
  expect(await database.read(here, (db) => booksOn(db, 10))).toEqual({ books: 2 })
  expect(runs).toBeGreaterThanOrEqual(3)
})

test('a refusal is an answer: it is passed on as it is and not tried again', async () => {
  const refuse = defineRefusals({ 'test.no': { status: 409, zh: '不', en: 'no' } })
  let runs = 0
  const refused = database.transaction(here, async () => {
    runs++
    throw refuse('test.no')
  })
  await expect(refused).rejects.toMatchObject({ code: 'test.no' })
  expect(runs).toBe(1)
})

test('a connection lost before the commit is told so, and the next transaction gets another', async () => {
  const losing = database.transaction(here, async (db) => {
    await put(db, 20)
    const Pid = z.object({ pid: z.number() })
    const mine = await db.one(Pid, sql`select pg_backend_pid() as pid`)
    await asOwner(`select pg_terminate_backend(${mine?.pid})`)
    await put(db, 21)
  })
  await expect(losing).rejects.toMatchObject({ code: 'database.lost', status: 503 })
  expect(await database.read(here, (db) => booksOn(db, 20))).toBeUndefined()
})

test('rows stream in and out by COPY, for the owner past row-level security', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => `c\t${n}\t1\n`)
  const scope = { jurisdiction: 'c' }
  const count = await database.transaction(scope, (db) =>
    copyInto(db, 'copy shelf (jurisdiction, id, books) from stdin', rows, { asOwner: true }),
  )
  expect(count).toBe(5000)
  let text = ''
  await database.read(scope, async (db) => {
    for await (const part of copyOut(db, sql`copy (select id from shelf order by id) to stdout`)) text += part
  })
  expect(text.split('\n')).toHaveLength(5001)
})

test('who listens hears what was committed, and nothing of what was not', async () => {
  const heard: string[] = []
  const stop = await database.listen('test_channel', (message) => heard.push(message))
  const undone = database.transaction(here, async (db) => {
    db.notify('test_channel', 'undone')
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await database.transaction(here, async (db) => db.notify('test_channel', 'done'))
  await expect.poll(() => heard).toEqual(['done'])
  await stop()
})

describe('migrations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-migrations-'))
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  let url = ''
  beforeAll(async () => {
    url = await emptyDatabase({ migrated: false })
    write('0001_first.sql', 'create table first (id int);')
    write('notes.txt', 'not a migration')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('are applied once, in their order, by however many start at once', async () => {
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
    expect(applied.flat()).toEqual(['0001_first.sql'])
  })

  test('that fail leave nothing behind', async () => {
    write('0002_second.sql', 'create table second (id int); select 1/0;')
    await expect(migrate(url, folder)).rejects.toMatchObject({
      code: 'database.migration-failed',
      details: { file: '0002_second.sql' },
    })
    write('0002_second.sql', 'create table second (id int);')
    expect(await migrate(url, folder)).toEqual(['0002_second.sql'])
  })

  test('that were changed after they were applied are refused', async () => {
    write('0001_first.sql', 'create table first (id bigint);')
    await expect(migrate(url, folder)).rejects.toMatchObject({ code: 'database.migration-changed' })
    write('0001_first.sql', 'create table first (id int);')
  })

  test('that this program does not know are refused: the database is newer', async () => {
    rmSync(join(folder, '0002_second.sql'))
    await expect(migrate(url, folder)).rejects.toMatchObject({ code: 'database.migration-missing' })
  })
})

test('a server that is not there is refused with one sentence', async () => {
  const nowhere = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/nothing' })
  await expect(nowhere).rejects.toMatchObject({ code: 'database.unreachable', status: 503 })
})

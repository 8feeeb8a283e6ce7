import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isRefusal } from '#kernel/refusal.ts'
import { type Db, EVERY_JURISDICTION, raw, sql } from '#kernel/sql.ts'
import {
  exportLedger,
  openSealKey,
  readStream,
  sealNew,
  verifyExport,
  verifyStored,
} from '#engines/ledger/index.ts'
import { settled, testDatabase } from '#test/database/index.ts'
import type { PersonFields } from './contract.ts'
import { openVault } from './index.ts'

const database = await testDatabase()
const scope = { jurisdiction: '990100' }
const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-vault-'))
afterAll(() => rmSync(dataFolder, { recursive: true }))
const vault = openVault({ dataFolder })

const NOW = Date.parse('2026-03-02T12:00:00+08:00')
const doing = { by: 'li.wei', at: NOW }
const checked = { ...doing, identity: 'checked' } as const
const write = <T>(work: (db: Db) => Promise<T>) => database.transaction(scope, work)

const someone: PersonFields = {
  kind: 'natural',
  name: '慕容晓寒',
  documentKind: 'residentId',
  documentNumber: '11010519491231002X',
  phone: '13987654321',
  email: 'xiaohan.murong@example.com',
  address: '青禾县禾丰镇观澜路77号',
}
const another: PersonFields = {
  ...someone,
  name: '令狐远山',
  documentNumber: '440524188001010014',
  phone: '13612345670',
}
const PDF = Buffer.from('%PDF-1.7\nplanted-content-of-a-file\n1 0 obj\n<<>>\nendobj\n')

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (isRefusal(error) ? error.code : error),
  )
const key = openSealKey({ dataFolder })
async function exportedText(): Promise<string> {
  let text = ''
  await database.read(scope, async (db) => {
    for await (const part of exportLedger(db, { key, now: NOW })) text += part
  })
  return text
}
const eventsOf = async (person: string) =>
  (await database.read(scope, (db) => readStream(db, `person/${person}`))).map(({ type, payload }) => ({
    type,
    ...payload,
  }))

test('another document leaves the phone as it was that a person has proved', async () => {
  const given = { kind: 'natural', phone: '13911112222' } as const
  const person = await write((db) => vault.keepPerson(db, given, doing))
  await write((db) => vault.markPerson(db, person, 'resident-phone', given.phone))
  const found = () => write((db) => vault.findMarkedPerson(db, 'resident-phone', given.phone))
  for (const documentNumber of ['E12345678', 'E87654321']) {
    const change = { name: '端木一', documentKind: 'passport', documentNumber } as const
    await write((db) => vault.changePerson(db, person, change, doing))
    expect(await found()).toBe(person)
  }
})

describe('a person', () => {
  test('is masked for everybody, and in the clear for who says what for; the ledger holds names of fields only', async () => {
    const person = await write((db) => vault.keepPerson(db, someone, doing))
    const shown = await database.read(scope, (db) => vault.maskedPersons(db, [person, 'nobody']))
    expect([...shown.values()]).toEqual([
      {
        person,
        kind: 'natural',
        name: '慕容**',
        documentKind: 'residentId',
        documentNumber: '1****************X',
        phone: '139****4321',
        address: '青禾县禾丰镇****',
        forgotten: false,
      },
    ])
    const read = await write((db) =>
      vault.readPerson(db, person, { purpose: '电话通知慕容晓寒取件', fields: ['name', 'phone'] }, doing),
    )
    expect(read).toEqual({ kind: 'natural', name: someone.name, phone: someone.phone })
    expect(await eventsOf(person)).toEqual([
      {
        type: 'PersonKept',
        kind: 'natural',
        fields: ['name', 'documentKind', 'documentNumber', 'phone', 'email', 'address'],
        identity: 'stated',
      },
      { type: 'PersonRead', fields: ['name', 'phone'], purpose: '电话通知***取件' },
    ])
  })

  test('is not read without a purpose, and not by a reader who only reads', async () => {
    const person = await write((db) => vault.keepPerson(db, someone, doing))
    expect(await codeOf(write((db) => vault.readPerson(db, person, { purpose: ' ' }, doing)))).toBe(
      'vault.purpose-needed',
    )
    await expect(
      database.read(scope, (db) => vault.readPerson(db, person, { purpose: '核对材料' }, doing)),
    ).rejects.toThrow('read-only')
    expect(await codeOf(write((db) => vault.readPerson(db, 'nobody', { purpose: '核对材料' }, doing)))).toBe(
      'vault.no-such-person',
    )
  })

  test('with a checked document is one person; under another name it is refused', async () => {
    const first = await write((db) => vault.keepPerson(db, another, checked))
    const again = await write((db) => vault.keepPerson(db, { ...another, phone: '13600000000' }, checked))
    expect(again).toBe(first)
    const found = await database.read(scope, (db) =>
      vault.findPersonByDocument(db, 'residentId', ' 440524188001010014'),
    )
    expect(found).toBe(first)
    expect(await codeOf(write((db) => vault.keepPerson(db, { ...another, name: '令狐冲' }, checked)))).toBe(
      'vault.document-of-another-name',
    )
    expect((await eventsOf(first)).at(-1)).toEqual({ type: 'PersonChanged', fields: ['phone'] })
  })

  test('who only says so online neither finds nor blocks the holder of the document', async () => {
    const squatter = await write((db) =>
      vault.keepPerson(db, { ...someone, name: '别人' }, { ...doing, identity: 'stated' }),
    )
    const holder = await write((db) => vault.keepPerson(db, someone, checked))
    expect(holder).not.toBe(squatter)
  })

  test('kept by twenty counters at once is kept once', async () => {
    const company: PersonFields = {
      kind: 'legal',
      name: '禾丰农资有限公司',
      documentKind: 'creditCode',
      documentNumber: '91350100M000100Y43',
      phone: '0591-87654321',
    }
    const all = await Promise.all(
      Array.from({ length: 20 }, () => write((db) => vault.keepPerson(db, company, checked))),
    )
    expect(new Set(all).size).toBe(1)
  })

  test('belongs to one government: another finds neither the person nor the number', async () => {
    const person = await write((db) => vault.keepPerson(db, someone, checked))
    const elsewhere = { jurisdiction: '990200' }
    expect(await database.read(elsewhere, (db) => vault.maskedPersons(db, [person]))).toEqual(new Map())
    expect(
      await database.read(elsewhere, (db) =>
        vault.findPersonByDocument(db, 'residentId', '11010519491231002X'),
      ),
    ).toBeUndefined()
  })

  test('a row put in the place of another by hand does not open', async () => {
    const [one, two] = await write(async (db) => [
      await vault.keepPerson(db, someone, doing),
      await vault.keepPerson(db, another, doing),
    ])
    await write((db) =>
      db.run(sql`
        update vault_person a
           set wrapped_key = b.wrapped_key, content = b.content
          from vault_person b
         where a.person = ${one}
           and b.person = ${two}
      `),
    )
    expect(await codeOf(database.read(scope, (db) => vault.maskedPersons(db, [one ?? ''])))).toBe(
      'vault.key-does-not-fit',
    )
    await write((db) =>
      db.run(
        sql`update vault_person set wrapped_key = null, content = null, forgotten_at = now() where person = ${one}`,
      ),
    )
  })
})

describe('a file', () => {
  test('comes back as it was handed in, and each reading is told', async () => {
    const person = await write((db) => vault.keepPerson(db, someone, doing))
    const about = 'case/2026-0001'
    const kept = await write((db) =>
      vault.keepFile(db, person, { name: '慕容晓寒身份证.pdf', bytes: PDF, about }, doing),
    )
    expect(kept).toMatchObject({ name: '慕容晓寒身份证.pdf', mediaType: 'application/pdf', size: PDF.length })
    expect(await database.read(scope, (db) => vault.filesAbout(db, about))).toEqual([{ ...kept, person }])
    const read = await write((db) => vault.readFile(db, kept.file, { purpose: '审查材料' }, doing))
    expect(read.bytes.equals(PDF)).toBe(true)
    const events = await eventsOf(person)
    expect(events.at(-2)).toMatchObject({ type: 'FileKept', sha256: kept.sha256, about })
    expect(JSON.stringify(events)).not.toContain('身份证')
    await write((db) => vault.removeFile(db, kept.file, { reason: '申请人更换' }, doing))
    expect(await codeOf(write((db) => vault.readFile(db, kept.file, { purpose: '审查' }, doing)))).toBe(
      'vault.no-such-file',
    )
  })

  test.each([
    { why: 'empty', name: 'a.pdf', bytes: Buffer.alloc(0), code: 'vault.file-empty' },
    {
      why: '50 MB',
      name: 'a.pdf',
      bytes: Buffer.alloc(50 << 20, '%PDF-1.7\n'),
      code: 'vault.file-too-large',
    },
    {
      why: 'a program by the name of a picture',
      name: 'a.png',
      bytes: Buffer.from('MZ\x90'),
      code: 'vault.file-kind',
    },
    { why: 'a document by the name of a picture', name: 'a.png', bytes: PDF, code: 'vault.file-lies' },
  ])('is refused when it is $why, and nothing is stored', async ({ name, bytes, code }) => {
    const person = await write((db) => vault.keepPerson(db, someone, doing))
    const about = `case/${code}`
    expect(await codeOf(write((db) => vault.keepFile(db, person, { name, bytes, about }, doing)))).toBe(code)
    expect(await database.read(scope, (db) => vault.filesAbout(db, about))).toEqual([])
  })
})

describe('forgetting', () => {
  test('makes every value unreadable for good, while chain and export still verify', async () => {
    const about = 'case/2026-0002'
    const { person, draft, file, sheet } = await write(async (db) => {
      const person = await vault.keepPerson(db, { ...another, documentNumber: '11010519491231002X' }, doing)
      const { file } = await vault.keepFile(db, person, { name: 'a.pdf', bytes: PDF, about }, doing)
      const answers = { why: 'planted-content of a form' }
      const { sheet } = await vault.keepSheet(db, person, { about: 'form/x', answers }, doing)
      return { person, file, sheet, draft: await vault.sealText(db, person, 'draft/1', '{"a":1}') }
    })
    expect(await database.read(scope, (db) => vault.openText(db, person, 'draft/1', draft))).toBe('{"a":1}')
    await write((db) => vault.forgetPerson(db, person, { reason: `令狐远山本人书面申请` }, doing))

    const shown = await database.read(scope, (db) => vault.maskedPersons(db, [person]))
    expect(shown.get(person)).toMatchObject({ forgotten: true, documentNumber: null, phone: null })
    for (const work of [
      (db: Db) => vault.readPerson(db, person, { purpose: '核对材料' }, doing),
      (db: Db) => vault.changePerson(db, person, { phone: '13600000000' }, doing),
      (db: Db) => vault.openText(db, person, 'draft/1', draft),
      (db: Db) => vault.forgetPerson(db, person, { reason: '再次申请删除' }, doing),
    ])
      expect(await codeOf(write<unknown>(work))).toBe('vault.forgotten')
    expect(await codeOf(write((db) => vault.readFile(db, file, { purpose: '核对' }, doing)))).toBe(
      'vault.no-such-file',
    )
    expect(await codeOf(write((db) => vault.readSheet(db, sheet, { purpose: '核对' }, doing)))).toBe(
      'vault.no-such-sheet',
    )
    expect((await eventsOf(person)).at(-1)).toEqual({ type: 'PersonForgotten', reason: '***本人书面申请' })

    await settled(database)
    await write((db) => sealNew(db, { key, now: NOW }))
    const stored = await database.read(scope, verifyStored)
    expect(stored.problems).toEqual([])
    expect(stored.seals).toBeGreaterThan(0)
    const exported = await exportedText()
    const verified = await verifyExport(Readable.from([Buffer.from(exported)]), { publicKey: key.publicKey })
    expect([verified.problems, verified.events]).toEqual([[], stored.events])
  })
})

describe('the master key', () => {
  test('a second line rotates it: old persons open, and move over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-vault-'))
    const elsewhere = { jurisdiction: '990300' }
    const [before, file] = [openVault({ dataFolder: folder }), join(folder, 'vault-key')]
    const old = await database.transaction(elsewhere, (db) => before.keepPerson(db, someone, checked))
    appendFileSync(file, `${Buffer.alloc(32, 7).toString('base64')}\n`)
    const after = openVault({ dataFolder: folder })
    const found = await database.transaction(elsewhere, async (db) => {
      await after.keepPerson(db, another, checked)
      return [
        await after.findPersonByDocument(db, 'residentId', '11010519491231002X'),
        await after.rewrapPersons(db, 100),
        await after.rewrapPersons(db, 100),
      ]
    })
    expect(found).toEqual([old, 1, 0])
    const shown = await database.read(elsewhere, (db) => after.maskedPersons(db, [old]))
    expect(shown.get(old)?.name).toBe('慕容**')
    rmSync(folder, { recursive: true })
  })

  test('another key opens nothing, and says which file to look at', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-vault-'))
    const person = await write((db) => vault.keepPerson(db, someone, doing))
    const stranger = openVault({ dataFolder: folder })
    expect(await codeOf(database.read(scope, (db) => stranger.maskedPersons(db, [person])))).toBe(
      'vault.key-does-not-fit',
    )
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['that others may read', Buffer.alloc(32, 1).toString('base64'), 0o644],
    ['that is too short', 'c2hvcnQ=', 0o600],
    ['that is empty', '', 0o600],
  ])('a key file %s is refused', (_why, text, mode) => {
    const file = join(mkdtempSync(join(tmpdir(), 'xiaoneng-vault-')), 'own-key')
    writeFileSync(file, text, { mode })
    expect(() => openVault({ dataFolder: '/nowhere', file })).toThrow('own-key')
  })
})

/** The values nobody may find anywhere but in the vault, and there only encrypted. */
const planted = [someone, another].flatMap(({ name, documentNumber, phone, email }) =>
  [name, documentNumber, phone, email, phone?.slice(-7)].filter((value) => value !== undefined),
)

test('no table of the database and no export holds a value of a person', async () => {
  const system = { jurisdiction: EVERY_JURISDICTION }
  const tables = await database.read(system, (db) =>
    db.rows(
      z.object({ name: z.string() }),
      sql`
      select table_name::text as name
        from information_schema.tables
       where table_schema = 'public'
         and table_type = 'BASE TABLE'
         and table_name <> 'schema_migration'
       order by table_name
       limit 500
    `,
    ),
  )
  expect(tables.map(({ name }) => name)).toContain('ledger_event')
  for (const { name } of tables) {
    const lines = await database.read(system, (db) =>
      db.rows(z.object({ line: z.string() }), sql`select t::text as line from ${raw(name)} t limit 100000`),
    )
    const texts = lines.map(({ line }) => line).join('\n')
    for (const value of [...planted, 'planted-content']) {
      expect([name, texts.includes(value)]).toEqual([name, false])
      expect([name, texts.includes(Buffer.from(value).toString('hex'))]).toEqual([name, false])
    }
  }
  const text = await exportedText()
  expect(text).toContain('PersonForgotten')
  for (const value of planted) expect(text).not.toContain(value)
})

describe('the application role', () => {
  test.each(['update ledger_event set type = type', 'delete from ledger_event', 'truncate ledger_event'])(
    'is refused: %s',
    async (statement) => {
      await expect(write((db) => db.run(raw(statement)))).rejects.toThrow('permission denied')
    },
  )

  test.each([
    'delete from vault_person',
    'update vault_mark set person = person',
    'update vault_file set size = size',
    'update vault_sheet set about = about',
  ])('loses nobody in the vault: %s', async (statement) => {
    await expect(write((db) => db.run(raw(statement)))).rejects.toThrow('permission denied')
  })
})

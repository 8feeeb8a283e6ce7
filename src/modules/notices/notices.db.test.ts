import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { compareRebuilt, readStream } from '#engines/ledger/index.ts'
import { createDemoAccounts, DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { openVault } from '#modules/vault/index.ts'
import { openApp } from '#src/app.ts'
import { testDatabase } from '#test/database/index.ts'
import { enter } from '#test/http/office.ts'
import { getNotice, hashOfNotice, issueNotice, noticeLists, serveNotice, withdrawNotice } from './index.ts'

const NOW = Date.parse('2026-09-18T10:00:00+08:00')
const database = await testDatabase()
const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-notices-'))
const units = [
  { id: 'planning', name: '规划局', nameEn: 'Planning' },
  { id: 'market', name: '市场监管局', nameEn: 'Market' },
]
await createDemoAccounts(database, { now: NOW, units })
const app = await openApp({
  ...{ database, dataFolder, version: '0', now: () => NOW, demo: true, logLevel: 'silent' },
  publicUrl: 'https://xn.example.gov.cn',
})
afterAll(async () => {
  await app.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const vault = openVault({ dataFolder })
const scope = { jurisdiction: DEMO_JURISDICTION }
const write = <T>(work: (db: Db) => Promise<T>) => database.transaction(scope, work)
const entry = { actor: 'li.wei', now: NOW }
const applicant = await write((db) =>
  vault.keepPerson(
    db,
    { kind: 'natural', name: '慕容晓寒', phone: '13987654321' },
    { by: 'li.wei', at: NOW },
  ),
)
const data = {
  caseNo: 'QH-2026-000123',
  itemName: { zh: '建设工程规划许可', en: 'Planning permit' },
  applicant,
  receivedAt: NOW,
  countsFrom: NOW,
  statutoryLimit: '20W',
  committedLimit: '12W',
}
const acceptance = (unit = 'planning', subject = 'case/QH-2026-000123') =>
  ({ kind: 'acceptanceReceipt', unit, subject, data }) as const
const signIn = (account: string) => enter(app.http, { account, password: DEMO_PASSWORD })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (isRefusal(error) ? error.code : error),
  )

describe('numbers', () => {
  test('of fifty counters at once, every third of which fails, have no gap and no double', async () => {
    const failing = new Error('the command failed after the number was taken')
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        write(async (db) => {
          const { number } = await issueNotice(db, { ...acceptance('market'), kind: 'receipt' }, entry)
          if (index % 3 === 0) throw failing
          return number
        }),
      ),
    )
    const numbers = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(17)
    expect(numbers.sort()).toEqual(
      Array.from({ length: 33 }, (_, at) => `市场监管局收字〔2026〕第${String(at + 1).padStart(4, '0')}号`),
    )
  })

  test.each([
    {
      why: 'another kind',
      given: { kind: 'declined' as const },
      now: NOW,
      number: '规划局不受字〔2026〕第0001号',
    },
    {
      why: 'another kind again',
      given: { kind: 'declined' as const },
      now: NOW,
      number: '规划局不受字〔2026〕第0002号',
    },
    {
      why: 'the last minute of the year here, though it is still the old one elsewhere',
      given: { kind: 'declined' as const },
      now: Date.parse('2027-01-01T00:01:00+08:00'),
      number: '规划局不受字〔2027〕第0001号',
    },
  ])('$why: $number', async ({ given, now, number }) => {
    const issued = await write((db) => issueNotice(db, { ...acceptance(), ...given }, { ...entry, now }))
    expect(issued.number).toBe(number)
  })
})

describe('a paper', () => {
  test('is in the ledger with its hash and without a name; the list is made again from it', async () => {
    const { notice, hash } = await write((db) => issueNotice(db, acceptance(), entry))
    const [event] = await database.read(scope, (db) => readStream(db, `notice/${notice}`))
    const said = event?.payload as unknown as Parameters<typeof hashOfNotice>[0]
    const { kind, number, unit, subject, issuedAt } = said
    expect(hashOfNotice({ kind, number, unit, subject, issuedAt, data: said.data })).toBe(hash)
    expect(hashOfNotice({ kind, number, unit, subject, issuedAt: issuedAt + 1, data: said.data })).not.toBe(
      hash,
    )
    expect(JSON.stringify(event)).not.toMatch(/慕容|13987654321/)
    expect(said.data['clock']).toMatchObject({
      from: '2026-09-18',
      committedDueOn: '2026-10-12',
      statutoryDueOn: '2026-10-22',
    })
    const compared = await compareRebuilt(database, DEMO_JURISDICTION, [noticeLists])
    expect(compared.filter(({ identical }) => !identical)).toEqual([])
  })

  test('is served once and withdrawn once, and keeps its number', async () => {
    const { notice, number } = await write((db) => issueNotice(db, acceptance(), entry))
    const served = { way: 'inPerson', servedAt: NOW, to: applicant } as const
    await write((db) => serveNotice(db, notice, served, entry))
    expect(await codeOf(write((db) => serveNotice(db, notice, served, entry)))).toBe('notice.served')
    await write((db) => withdrawNotice(db, notice, { reason: '文号重复打印' }, entry))
    expect(await codeOf(write((db) => withdrawNotice(db, notice, { reason: '再次' }, entry)))).toBe(
      'notice.withdrawn',
    )
    expect(await database.read(scope, (db) => getNotice(db, notice))).toMatchObject({ number })
  })
})

describe('over HTTP', () => {
  test('anybody can check a paper and learns nothing of the person; a withdrawn one no longer stands', async () => {
    const { notice, number, hash, checkCode } = await write((db) => issueNotice(db, acceptance(), entry))
    const check = (code: string) => app.http.inject(`/api/notices/check/${code}`)
    const answer = await check(checkCode)
    expect(answer.json()).toEqual({
      kind: 'acceptanceReceipt',
      title: { zh: '受理通知书', en: 'Notice of acceptance' },
      number,
      issuedBy: '规划局',
      issuedOn: '2026-09-18',
      hash,
      stands: true,
      withdrawnOn: null,
    })
    expect((await check(checkCode.toLowerCase())).statusCode).toBe(200)
    await write((db) => withdrawNotice(db, notice, { reason: '更正' }, entry))
    expect((await check(checkCode)).json()).toMatchObject({ stands: false, withdrawnOn: '2026-09-18' })
    const wrong = `${checkCode.slice(0, -1)}${checkCode.endsWith('A') ? 'B' : 'A'}`
    for (const code of [wrong, 'x', notice, `990200-${checkCode.slice(7)}`, "990100-'; drop table --"])
      expect((await check(encodeURIComponent(code))).json()).toMatchObject({
        status: 404,
        code: 'notice.unknown-code',
      })
  })

  test('the PDF has number, dates and name for its unit, is masked for supervision, and is none for others', async () => {
    const { notice, number } = await write((db) => issueNotice(db, acceptance(), entry))
    const url = `/api/notices/${notice}/pdf`
    const own = await (await signIn('li.wei')).get(url)
    expect(own.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    })
    const text = textOf(own.rawPayload)
    for (const part of [
      number,
      '受理通知书',
      '2026年9月18日',
      '2026年10月12日',
      '2026年10月22日',
      '慕容晓寒',
    ])
      expect(text).toContain(part)
    const events = await database.read(scope, (db) => readStream(db, `person/${applicant}`))
    expect(events.at(-1)).toMatchObject({
      type: 'PersonRead',
      actor: 'li.wei',
      payload: { fields: ['name'], purpose: `制作文书 ${number}` },
    })
    const watched = textOf((await (await signIn('zhang.min')).get(url)).rawPayload)
    expect(watched).toContain('慕容**')
    expect(watched).not.toContain('慕容晓寒')
    expect((await (await signIn('sun.yi')).get(url)).statusCode).toBe(403)
    const { notice: foreign } = await write((db) => issueNotice(db, acceptance('market'), entry))
    const refused = await (await signIn('li.wei')).get(`/api/notices/${foreign}/pdf`)
    expect(refused.json()).toMatchObject({ status: 404, code: 'notice.not-found' })
  })

  test('the papers of a case are listed within the unit', async () => {
    const subject = 'case/QH-2026-000999'
    await write((db) => issueNotice(db, acceptance('planning', subject), entry))
    await write((db) => issueNotice(db, { ...acceptance('market', subject), kind: 'receipt' }, entry))
    const listed = async (account: string) =>
      (await (await signIn(account)).get(`/api/notices?subject=${encodeURIComponent(subject)}`)).json().rows
    expect(await listed('zhang.min')).toHaveLength(2)
    expect((await listed('li.wei')).map(({ unit }: { unit: string }) => unit)).toEqual(['planning'])
  })
})

/** The text of a PDF as this writer makes it: glyphs of each font turned back by the font's own table. */
function textOf(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const streams = new Map<string, string>()
  for (const { groups } of raw.matchAll(
    /(?<id>\d+) 0 obj\n(?<head><<(?:(?!endobj)[\s\S])*?>>)\nstream\n(?<body>[\s\S]*?)\nendstream/g,
  )) {
    const { id = '', head = '', body = '' } = groups ?? {}
    if (!head.includes('FlateDecode')) continue
    streams.set(id, inflateSync(Buffer.from(body, 'latin1')).toString('latin1'))
  }
  const glyphs = new Map<string, string[]>()
  for (const { groups } of raw.matchAll(/(?<font>\d+) 0 obj\n<<[^>]*?\/ToUnicode (?<table>\d+) 0 R/g)) {
    const table = streams.get(groups?.['table'] ?? '') ?? ''
    const codes = [...table.matchAll(/\[([^\]]*)\]/g)].flatMap(
      ([, list = '']) => list.match(/<[^>]*>/g) ?? [],
    )
    const letters = codes.map((code) =>
      Buffer.from(code.slice(1, -1).replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    )
    glyphs.set(groups?.['font'] ?? '', letters)
  }
  const names = new Map([...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]))
  let text = ''
  for (const page of streams.values()) {
    let font: string[] = []
    for (const [token] of page.matchAll(/\/F\d+ [\d.]+ Tf|<[0-9a-f]+>(?=[^\]]*\] TJ)/g)) {
      const named = /^\/(F\d+)/.exec(token)?.[1]
      if (named) font = glyphs.get(names.get(named) ?? '') ?? []
      else
        for (const code of token.slice(1, -1).match(/.{4}/g) ?? [])
          text += font[Number.parseInt(code, 16)] ?? '?'
    }
  }
  return text
}

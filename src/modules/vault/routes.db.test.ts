import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createDemoAccounts, DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { openApp } from '#src/app.ts'
import { testDatabase } from '#test/database/index.ts'
import { enter } from '#test/http/office.ts'
import { openVault } from './index.ts'

const NOW = Date.parse('2026-03-02T12:00:00+08:00')
const database = await testDatabase()
const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-vault-http-'))
const units = [{ id: 'planning', name: '规划局', nameEn: 'Planning' }]
await createDemoAccounts(database, { now: NOW, units })
const app = await openApp({
  database,
  dataFolder,
  version: '0',
  now: () => NOW,
  demo: true,
  logLevel: 'silent',
})
afterAll(async () => {
  await app.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** Another process with the same data folder: the same key. */
const vault = openVault({ dataFolder })
const doing = { by: 'li.wei', at: NOW }
const person = await database.transaction({ jurisdiction: DEMO_JURISDICTION }, async (db) => {
  const kept = await vault.keepPerson(db, { kind: 'natural', name: '慕容晓寒', phone: '13987654321' }, doing)
  await vault.readPerson(db, kept, { purpose: '通知取件' }, doing)
  return kept
})
const signIn = (account: string) => enter(app.http, { account, password: DEMO_PASSWORD })

test('the audit administrator sees who read what of a person and why, page by page; others do not', async () => {
  const [audit, officer] = [await signIn('wu.san'), await signIn('li.wei')]
  const first = (await audit.get(`/api/persons/${person}/uses?limit=1`)).json()
  expect(first).toMatchObject({ next: '1', total: 2, rows: [{ type: 'PersonKept', actor: 'li.wei' }] })
  const second = (await audit.get(`/api/persons/${person}/uses?after=1`)).json()
  expect(second).toMatchObject({
    next: null,
    rows: [{ type: 'PersonRead', fields: ['name', 'phone'], purpose: '通知取件' }],
  })
  expect(JSON.stringify([first, second])).not.toMatch(/慕容|13987654321/)
  expect((await officer.get(`/api/persons/${person}/uses`)).statusCode).toBe(403)
  expect((await audit.get('/api/persons/nobody/uses')).json().code).toBe('vault.no-such-person')
  expect((await audit.get(`/api/persons/${person}/uses?after=x`)).statusCode).toBe(400)
})

test('the security administrator erases a person once, with a reason; nobody else may', async () => {
  const url = `/api/persons/${person}/forget`
  for (const account of ['li.wei', 'wang.fang', 'zhang.min', 'sun.yi', 'wu.san'])
    expect((await (await signIn(account)).send('POST', url, { reason: '本人书面申请' })).statusCode).toBe(403)
  const security = await signIn('zhou.er')
  expect((await security.send('POST', url, {})).statusCode).toBe(400)
  expect((await security.send('POST', url, { reason: '本人书面申请' })).statusCode).toBe(200)
  expect((await security.send('POST', url, { reason: '本人书面申请' })).json()).toMatchObject({
    status: 410,
    code: 'vault.forgotten',
  })
})

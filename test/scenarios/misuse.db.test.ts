import { describe, expect, test } from 'vitest'
import type { FileView } from '#modules/cases/contract.ts'
import { findFiles, findStates } from '../../src/modules/cases/store.ts'
import { testDatabase } from '#test/database/index.ts'
import type { Desk } from '#test/http/office.ts'
import { applicant, fileOf, paper, refusal } from './hall.ts'
import { furnish, HALL_SCOPE, ITEM, MARKET_CLERK, openWholeHall } from './whole-hall.ts'

let now = Date.parse('2026-03-02T09:00:00+08:00')
const database = await testDatabase()
await furnish(database, now)
const hall = await openWholeHall(database, () => now)
const clerk = await hall.signIn('li.wei')
const head = await hall.signIn('wang.fang')
const otherClerk = await hall.signIn(MARKET_CLERK)

const COMPLETE = [paper('application'), paper('layout')]
const form = (more: object = {}) => ({
  item: ITEM,
  channel: 'counter',
  applicant,
  materials: COMPLETE,
  ...more,
})
async function receive(more: object = {}): Promise<{ file: FileView; trackingCode: string }> {
  const answer = await clerk.send('POST', '/api/files', form(more))
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const everything = {
  unit: undefined,
  status: undefined,
  item: undefined,
  search: undefined,
  before: undefined,
  limit: 1000,
}
const countFiles = async () => (await database.read(HALL_SCOPE, (db) => findFiles(db, everything))).length

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')

describe('an upload', () => {
  const upload = (caseNo: string, code: string, name: string, payload: Buffer) =>
    hall.http.inject({
      method: 'POST',
      url: `/api/track/${caseNo}/uploads?${new URLSearchParams({ code, name })}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload,
    })

  test('is what its content says; a name that says otherwise and what no counter opens are refused', async () => {
    const { file, trackingCode } = await receive({ materials: [] })
    const send = (name: string, bytes: Buffer) => upload(file.caseNo, trackingCode, name, bytes)
    expect((await send('申请书.pdf', PDF)).json()).toMatchObject({
      mediaType: 'application/pdf',
      name: '申请书.pdf',
    })
    expect(refusal(await send('照片.pdf', PNG))).toEqual([415, 'vault.file-lies'])
    expect(refusal(await send('申请书.pdf', HTML))).toEqual([415, 'vault.file-kind'])
    expect(refusal(await send('申请书.html', HTML))).toEqual([415, 'vault.file-kind'])
    expect(refusal(await send('申请书.pdf', Buffer.alloc(0)))).toEqual([400, 'vault.file-empty'])
  })

  test('of fifty megabytes is refused, for a stranger before a byte of it is held', async () => {
    const { file, trackingCode } = await receive({ materials: [] })
    const large = Buffer.concat([PDF, Buffer.alloc(50 * 1024 * 1024)])
    expect(refusal(await upload(file.caseNo, trackingCode, '大.pdf', large))).toEqual([
      413,
      'case.file-too-large',
    ])
    expect(refusal(await upload(file.caseNo, 'AAAAAAAA', '大.pdf', large))).toEqual([404, 'case.not-found'])
  })

  test('keeps no folder, sign or markup of its name', async () => {
    const { file, trackingCode } = await receive({ materials: [] })
    const kept = await upload(file.caseNo, trackingCode, '../../etc/<script>alert(1)<\u202ePDF.pdf', PDF)
    expect(kept.json().name).toBe('scriptalert(1)PDF.pdf')
  })

  test('of one case is not handed in for another', async () => {
    const [one, other] = [await receive({ materials: [] }), await receive({ materials: [] })]
    for (const { file } of [one, other])
      await clerk.send('POST', `/api/files/${file.caseNo}/supplement-notice`, { missing: ['layout'] })
    const kept = (await upload(one.file.caseNo, one.trackingCode, '图.pdf', PDF)).json().file
    const supply = ({ file, trackingCode }: typeof one) =>
      hall.http.inject({
        method: 'POST',
        url: `/api/track/${file.caseNo}/materials`,
        payload: {
          code: trackingCode,
          materials: [{ ...paper('layout'), form: 'electronic', files: [kept] }],
        },
      })
    expect(refusal(await supply(other))).toEqual([422, 'case.no-such-file'])
    expect((await supply(one)).statusCode).toBe(200)
  })
})

describe('a name with a script', () => {
  test('is no name: it is refused, nothing is stored, and the refusal does not repeat it', async () => {
    const before = await countFiles()
    const name = '<img src=x onerror=alert(1)>'
    const answer = await clerk.send('POST', '/api/files', form({ applicant: { ...applicant, name } }))
    expect(refusal(answer)).toEqual([400, 'vault.bad-name'])
    expect(answer.body).not.toContain('onerror')
    expect(await countFiles()).toBe(before)
  })

  test('in free text comes back as text, in an answer that no browser runs', async () => {
    const { file } = await receive({ acceptIfComplete: true })
    const opinion = '</script><script>alert(1)</script>'
    await head.send('POST', `/api/files/${file.caseNo}/steps`, { step: 'review', outcome: 'agreed', opinion })
    const answer = await clerk.get(`/api/files/${file.caseNo}`)
    expect(answer.json().steps[0].opinion).toBe(opinion)
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining('application/json'),
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('at the same time', () => {
  test('two clerks accept the same file: one paper goes out, and the other is told', async () => {
    const { file } = await receive()
    const accept = (desk: Desk) =>
      desk.send('POST', `/api/files/${file.caseNo}/acceptance`, {}, { 'if-match': `"${file.version}"` })
    const answers = await Promise.all([accept(clerk), accept(head), accept(clerk)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
    expect(answers.filter(({ statusCode }) => statusCode === 409).map((one) => one.json().code)).toEqual([
      'case.after-acceptance',
      'case.after-acceptance',
    ])
    const { timeline } = await fileOf(clerk, file.caseNo)
    expect(timeline.map(({ type }) => type)).toEqual(['CaseReceived', 'CaseAccepted'])
  })

  test('whoever decides on what he saw is refused once somebody else went on', async () => {
    const { file } = await receive({ materials: [] })
    const seen = { 'if-match': `"${file.version}"` }
    const notice = await clerk.send('POST', `/api/files/${file.caseNo}/supplement-notice`, {
      missing: ['layout'],
    })
    expect(notice.statusCode).toBe(200)
    const declined = {
      ground: 'notOurs',
      reason: '不属本机关职权',
      basis: '行政许可法 32(2)',
      nextStep: '向省厅申请',
    }
    const answer = await head.send('POST', `/api/files/${file.caseNo}/refusal`, declined, seen)
    expect([409, 412]).toContain(answer.statusCode)
    expect((await fileOf(clerk, file.caseNo)).status).toBe('received')
  })

  test('five clicks are one file, however they overlap', async () => {
    const before = await countFiles()
    const clicks = await Promise.all(
      Array.from({ length: 5 }, () =>
        clerk.send('POST', '/api/files', form({ acceptIfComplete: true }), {
          'idempotency-key': 'five-clicks',
        }),
      ),
    )
    expect(new Set(clicks.map((answer) => answer.json().file?.caseNo)).size).toBe(1)
    expect(await countFiles()).toBe(before + 1)
    const other = await clerk.send('POST', '/api/files', form({ materials: [] }), {
      'idempotency-key': 'five-clicks',
    })
    expect(other.statusCode).toBe(422)
  })
})

test('a session that ended mid-form stores nothing, and the same form goes through after signing in again', async () => {
  const [before, key] = [await countFiles(), { 'idempotency-key': 'mid-form' }]
  const tired = await hall.signIn('li.wei')
  await tired.send('DELETE', '/api/session')
  const ended = await tired.send('POST', '/api/files', form(), key)
  expect(ended.statusCode).toBe(401)
  expect(await countFiles()).toBe(before)
  const again = await hall.signIn('li.wei')
  expect((await again.send('POST', '/api/files', form(), key)).statusCode).toBe(200)
  expect((await again.send('POST', '/api/files', form(), key)).statusCode).toBe(200)
  expect(await countFiles()).toBe(before + 1)
})

test('a case of another department does not exist for a clerk, by address, list, work or any act', async () => {
  const { file } = await receive({ acceptIfComplete: true })
  const url = `/api/files/${file.caseNo}`
  expect(refusal(await otherClerk.get(url))).toEqual([404, 'case.not-found'])
  expect(refusal(await otherClerk.get(`${url}/clocks`))).toEqual([404, 'case.not-found'])
  for (const list of ['/api/files?limit=200', '/api/work?whose=unit&limit=200'])
    expect([list, (await otherClerk.get(list)).json().rows]).toEqual([list, []])
  const acts: Readonly<Record<string, object>> = {
    applicant: { purpose: '好奇' },
    'supplement-notice': { missing: ['layout'] },
    materials: { materials: [] },
    acceptance: {},
    refusal: { reason: 'x', basis: 'x', nextStep: 'x' },
    steps: { step: 'review', outcome: 'agreed' },
    'sent-back': { from: 'review', to: 'review', reason: 'x' },
    suspension: { ground: 'test', document: 'x', told: true },
    resumption: { document: 'x' },
    'extension-request': { by: '5W', reason: 'x' },
    decision: { outcome: 'granted' },
    delivery: { way: 'post', proof: 'x' },
    correction: { subject: 'revoked', reason: 'x' },
  }
  for (const [path, body] of Object.entries(acts))
    expect([path, ...refusal(await otherClerk.send('POST', `${url}/${path}`, body))]).toEqual([
      path,
      404,
      'case.not-found',
    ])
  expect((await fileOf(clerk, file.caseNo)).version).toBe(file.version)
})

test('a resident signed in neither sees, supplies nor guesses the case of another', async () => {
  const { file } = await receive({ materials: [] })
  await clerk.send('POST', `/api/files/${file.caseNo}/supplement-notice`, { missing: ['layout'] })
  const stranger = await hall.signInAsResident('13911112222')
  expect((await stranger.get('/api/own/files')).json().rows).toEqual([])
  const supply = await stranger.send('POST', `/api/own/files/${file.caseNo}/materials`, {
    materials: [paper('layout')],
  })
  expect(refusal(supply)).toEqual([404, 'case.not-found'])
  expect((await stranger.get(`/api/files/${file.caseNo}`)).statusCode).toBe(403)
  now += 11 * 60_000
  const guess = (code: string) => stranger.get(`/api/track/${file.caseNo}?code=${code}`)
  const answers: (number | string)[] = []
  for (let count = 0; count < 40; count++) answers.push((await guess('CCCCCCCC')).statusCode)
  expect(new Set(answers)).toEqual(new Set([404, 429]))
  expect(answers.at(-1)).toBe(429)
})

test('personal data cannot be erased while a case needs them, and can once it is over', async () => {
  // Codes guessed wrongly above keep this address waiting for ten minutes.
  now += 11 * 60_000
  const someone = { ...applicant, name: '赵一鸣', documentNumber: '440524188001010014', phone: '13900139000' }
  const { file, trackingCode } = await receive({ applicant: someone })
  const [stored] = await database.read(HALL_SCOPE, (db) => findStates(db, [file.caseNo]))
  const security = await hall.signIn('zhou.er')
  const erase = () =>
    security.send('POST', `/api/persons/${stored?.state.applicant}/forget`, { reason: '本人书面申请删除' })
  expect(refusal(await erase())).toEqual([409, 'vault.still-needed'])
  const payload = { code: trackingCode, reason: '不办了' }
  const withdrawn = await hall.http.inject({
    method: 'POST',
    url: `/api/track/${file.caseNo}/withdrawal`,
    payload,
  })
  expect(withdrawn.json()).toMatchObject({ status: 'withdrawn' })
  expect((await erase()).statusCode).toBe(200)
})

import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { EVERY_JURISDICTION, sql } from '#kernel/sql.ts'
import type { FormField } from '#modules/catalogue/contract.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { testDatabase } from '#test/database/index.ts'
import { applicant, paper, refusal } from './hall.ts'
import { furnish, HALL_SCOPE, ITEM, MARKET_CLERK, openWholeHall } from './whole-hall.ts'

const field = (code: string, zh: string, more: Partial<FormField>): FormField => ({
  ...{ code, label: { zh, en: code }, kind: 'text', required: true, choices: [], hint: { zh: '', en: '' } },
  ...{ maxLength: 60, min: null, max: null },
  ...more,
})
const form = [
  field('premises', '经营场所', {}),
  field('area', '使用面积', { kind: 'number', min: 1, max: 10_000 }),
  field('since', '开业日期', { kind: 'date', required: false }),
  field('trade', '经营业态', {
    kind: 'choice',
    choices: [
      { code: 'hot', label: { zh: '热食', en: 'hot food' } },
      { code: 'cold', label: { zh: '冷食', en: 'cold food' } },
    ],
  }),
]
const PLANTED = '观澜路七十七号甲'
const answers = { premises: PLANTED, area: '1,200', since: '2026-04-01', trade: 'hot' }

const now = Date.parse('2026-03-02T09:00:00+08:00')
const database = await testDatabase()
await furnish(database, now, { ...soundItem, form })
const hall = await openWholeHall(database, () => now)
const clerk = await hall.signIn('li.wei')
const other = await hall.signIn(MARKET_CLERK)
const resident = await hall.signInAsResident('13800138000')

const apply = (given: object) => resident.send('POST', '/api/own/files', { item: ITEM, applicant, ...given })
const applied = async () => {
  const answer = await apply({ form: answers, materials: [paper('application')] })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as { file: { caseNo: string; formAt: string }; trackingCode: string }
}

describe('the form of an item', () => {
  test.each([
    { why: 'nothing filled in', form: {}, field: '经营场所', because: '要填' },
    { why: 'words for a number', form: { ...answers, area: '很大' }, field: '使用面积', because: '应为数字' },
    {
      why: 'more than there can be',
      form: { ...answers, area: '10001' },
      field: '使用面积',
      because: '10000',
    },
    {
      why: 'a day that is none',
      form: { ...answers, since: '2026-02-30' },
      field: '开业日期',
      because: '日期',
    },
    { why: 'a choice not offered', form: { ...answers, trade: 'raw' }, field: '经营业态', because: '选项' },
    {
      why: 'a text too long',
      form: { ...answers, premises: '路'.repeat(61) },
      field: '经营场所',
      because: '60',
    },
  ])('online: $why is refused in words that name the field, and nothing is kept', async (given) => {
    const before = await database.read(HALL_SCOPE, (db) => db.rows(Count, sheets))
    const answer = await apply({ form: given.form })
    expect(refusal(answer)).toEqual([422, 'case.form-answer-wrong'])
    expect(answer.json().detail).toContain(given.field)
    expect(answer.json().detail).toContain(given.because)
    expect(await database.read(HALL_SCOPE, (db) => db.rows(Count, sheets))).toEqual(before)
  })

  test('a question that the item does not ask is refused', async () => {
    const answer = await apply({ form: { ...answers, salary: '1' } })
    expect(refusal(answer)).toEqual([422, 'case.form-field-not-asked'])
  })

  test('what it says is shown to staff for a purpose only, and the ledger holds a hash and the purpose without it', async () => {
    const { file } = await applied()
    expect(file.formAt).toBe('2026-03-02T09:00:00+08:00')
    const page = await clerk.get(`/api/files/${file.caseNo}`)
    expect(page.json().form).toMatchObject({
      corrected: false,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(page.body).not.toContain(PLANTED)
    const read = (body: object) => clerk.send('POST', `/api/files/${file.caseNo}/form`, body)
    expect((await read({})).statusCode).toBe(400)
    const shown = await read({ purpose: `核对${PLANTED}的面积` })
    expect(shown.json().answers).toEqual({ ...answers, area: '1200' })
    expect(shown.json().sha256).toBe(page.json().form.sha256)
    const ledger = await everythingTold()
    expect(ledger).toContain('SheetRead')
    expect(ledger).toContain('核对***的面积')
    expect(ledger).not.toContain(PLANTED)
    const stranger = await other.send('POST', `/api/files/${file.caseNo}/form`, { purpose: '看看' })
    expect(refusal(stranger)).toEqual([404, 'case.not-found'])
  })

  test('the applicant has it as PDF by number and code, and nobody by another code', async () => {
    const { file, trackingCode } = await applied()
    const get = (code: string) => hall.http.inject(`/api/track/${file.caseNo}/form/paper?code=${code}`)
    const own = await get(trackingCode)
    expect([own.statusCode, own.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(own.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await get('CCCCCCCC')).statusCode).toBe(404)
    const answersOf = await hall.http.inject(`/api/track/${file.caseNo}/form?code=${trackingCode}`)
    expect(answersOf.json()).toMatchObject({ answers: { premises: PLANTED }, corrected: false })
  })

  test('is corrected with what a supplement notice asks for, and at no other time', async () => {
    const { file, trackingCode } = await applied()
    const correct = (area: string) =>
      hall.http.inject({
        method: 'POST',
        url: `/api/track/${file.caseNo}/materials`,
        payload: { code: trackingCode, materials: [paper('layout')], form: { ...answers, area } },
      })
    expect(refusal(await correct('80'))).toEqual([409, 'case.nothing-to-supply'])
    await clerk.send('POST', `/api/files/${file.caseNo}/supplement-notice`, { missing: ['layout'] })
    expect(refusal(await correct('0'))).toEqual([422, 'case.form-answer-wrong'])
    expect((await correct('80')).statusCode).toBe(200)
    const shown = await clerk.send('POST', `/api/files/${file.caseNo}/form`, { purpose: '审查材料' })
    expect(shown.json()).toMatchObject({ answers: { area: '80' }, corrected: true })
    await clerk.send('POST', `/api/files/${file.caseNo}/acceptance`, {})
    expect(refusal(await correct('90'))).toEqual([409, 'case.after-acceptance'])
  })

  test('at the counter it is typed in, or stays on paper', async () => {
    const receive = (more: object) =>
      clerk.send('POST', '/api/files', {
        ...{ item: ITEM, channel: 'counter', counter: '3', applicant, ...more },
        materials: [paper('application'), paper('layout')],
        acceptIfComplete: true,
      })
    expect(refusal(await receive({ form: { area: '12' } }))).toEqual([422, 'case.form-answer-wrong'])
    expect((await receive({ form: answers })).json().file).toMatchObject({
      status: 'accepted',
      form: { corrected: false },
    })
    const onPaper = (await receive({})).json().file
    expect(onPaper).toMatchObject({ status: 'accepted', form: null })
    const none = await clerk.send('POST', `/api/files/${onPaper.caseNo}/form`, { purpose: '审查材料' })
    expect(refusal(none)).toEqual([404, 'case.no-form'])
  })
})

describe('files of a draft', () => {
  const send = async () =>
    (
      await hall.http.inject({
        method: 'POST',
        url: `/api/own/uploads?item=${ITEM}&name=${encodeURIComponent('申请书.pdf')}`,
        headers: {
          cookie: resident.cookie,
          'x-csrf-token': resident.csrfToken,
          'content-type': 'application/octet-stream',
        },
        payload: Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n'),
      })
    ).json().file as string
  const remains = async (file: string) =>
    (await database.read(HALL_SCOPE, (db) => db.rows(Count, files(file))))[0]?.count

  test('leave the vault when they are taken away and when the draft is; those handed in stay', async () => {
    const [wrong, forgotten, used] = [await send(), await send(), await send()]
    const materials = [{ ...paper('application'), form: 'electronic', files: [used] }]
    expect((await apply({ form: answers, materials })).statusCode).toBe(200)
    const remove = (file: string) => resident.send('DELETE', `/api/own/uploads/${file}?item=${ITEM}`)
    expect((await remove(wrong)).statusCode).toBe(200)
    expect(refusal(await remove(used))).toEqual([409, 'case.file-handed-in'])
    const neighbour = await hall.signInAsResident('13911113333')
    const theft = await neighbour.send('DELETE', `/api/own/uploads/${forgotten}?item=${ITEM}`)
    expect(refusal(theft)).toEqual([422, 'case.no-such-file'])
    await resident.send('PUT', `/api/resident/drafts/${ITEM}`, { content: { step: 1 } })
    expect((await resident.send('DELETE', `/api/resident/drafts/${ITEM}`)).statusCode).toBe(200)
    expect([await remains(wrong), await remains(forgotten), await remains(used)]).toEqual([0, 0, 1])
  })
})

const files = (file: string) => sql`select count(*)::integer as count from vault_file where file = ${file}`
const Count = z.object({ count: z.number() })
const sheets = sql`select count(*)::integer as count from vault_sheet`

async function everythingTold(): Promise<string> {
  const rows = await database.read({ jurisdiction: EVERY_JURISDICTION }, (db) =>
    db.rows(z.object({ said: z.string() }), sql`select ledger_event::text as said from ledger_event`),
  )
  return rows.map(({ said }) => said).join('\n')
}

import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type { FeeSurvey, FileEngagements, IntermediaryRow } from '#modules/cases/contract.ts'
import { keptLists } from './kept-lists.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'

const ITEM = 'building-permit'
const hall = await openHall({ [ITEM]: soundItem })
await hall.pass('2026-03-02T09:00:00')

const desk = (account: string) => hall.desk(account)
const service = (more: object = {}) => ({
  ...{ service: 'drawing-check', name: { zh: '施工图审查', en: 'Check of drawings' }, cents: 500_000 },
  ...{ limitDays: 5, basis: '建设工程质量管理条例 11' },
  ...more,
})
const firm = (name: string, more: object = {}) => ({
  ...{ name, creditCode: '91330500MA00000001', owners: ['张某'], services: [service()], relations: [] },
  ...more,
})
const accept = (id: string, body: object, account = 'wang.fang') =>
  desk(account).send('PUT', `/api/intermediaries/${id}`, body)
const listed = async (): Promise<IntermediaryRow[]> =>
  (await hall.app.inject('/api/intermediaries')).json().rows
const cards = async (): Promise<Array<{ because: { zh: string }; unit: string }>> =>
  (await desk('zhang.min').get('/api/cards?log=charges&limit=100')).json().rows

const received = async () => {
  const answer = await desk('li.wei').send('POST', '/api/files', {
    ...{ item: ITEM, channel: 'counter', counter: '1', applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file as { caseNo: string; dueAt: string }
}
const engage = (caseNo: string, more: object = {}) =>
  desk('li.wei').send('POST', `/api/files/${caseNo}/engagements`, {
    ...{ service: 'drawing-check', intermediary: 'anxin', cents: 480_000, chosenBy: 'applicant' },
    ...more,
  })

test('[ITEM-33] every association and intermediary on the list has a sheet of service, rate, whether compulsory and who demands it, and the report is due on a day; a paid service that somebody forces as a precondition is found, and a report without all sheets or after its day is refused or marked', async () => {
  const open = {
    title: '2026 年社团和中介收费调研',
    due: '2026-03-06',
    respondents: ['建筑业协会', '安信图审'],
  }
  const put = (id: string, body: object) => desk('zhang.min').send('PUT', `/api/fee-surveys/${id}`, body)
  const post = (
    account: string,
    path: string,
    body: object,
  ): Promise<{ json(): FeeSurvey; statusCode: number }> =>
    desk(account).send('POST', `/api/fee-surveys/s2026/${path}`, body)
  expect(refusal(await put('s2026', { ...open, due: '2026-03-02' }))).toEqual([422, 'survey.due-past'])
  expect((await put('s2026', open)).json()).toMatchObject({ missing: open.respondents, overdue: false })
  const row = {
    ...{
      service: '施工图审查',
      rate: '每平方米 1.2 元',
      compulsory: true,
      demandedBy: 'planning',
      item: ITEM,
    },
    basis: '建设工程质量管理条例 11',
  }
  const forced = { ...row, service: '会员培训', rate: '每人 800 元', basis: '' }
  const sheet = await post('li.wei', 'sheets', { respondent: '建筑业协会', rows: [row, forced] })
  expect(sheet.json().sheets[0]?.rows.map((one) => one.forced)).toEqual([false, true])
  expect(refusal((await post('li.wei', 'sheets', { respondent: '别的协会', rows: [] })) as never)).toEqual([
    ...[422, 'survey.not-asked'],
  ])
  const text = '共调研两家，一项强制服务。建议取消。'
  expect(refusal((await post('zhang.min', 'report', { text })) as never)).toEqual([
    409,
    'survey.sheets-missing',
  ])
  await post('li.wei', 'sheets', { respondent: '安信图审', rows: [{ ...row, compulsory: false }] })

  await hall.pass('2026-03-09T09:00:00')
  const read = async (): Promise<FeeSurvey> => (await desk('chen.jie').get('/api/fee-surveys')).json().rows[0]
  expect(await read()).toMatchObject({ overdue: true, forced: 1, missing: [] })
  await post('zhang.min', 'report', { text })
  expect(await read()).toMatchObject({ overdue: false, report: { text, late: true, by: 'zhang.min' } })
  expect(refusal((await post('li.wei', 'sheets', { respondent: '安信图审', rows: [] })) as never)).toEqual([
    ...[409, 'survey.reported'],
  ])
  expect((await cards())[0]?.because.zh).toContain('强制中介服务作为审批前置')
})

test('[ITEM-34] the list of accepted intermediaries has fees and limits, their days are days of the case and are measured like a department’s; who designates one, or a firm that belongs to relatives of officials, is refused, and one without a rival is flagged', async () => {
  await hall.pass('2026-03-10T09:00:00')
  const relation = { official: '李某', unit: 'planning', relation: '配偶' }
  expect(refusal(await accept('family', firm('家和图审', { relations: [relation] })))).toEqual([
    ...[409, 'intermediary.related'],
  ])
  expect((await accept('anxin', firm('安信图审'))).statusCode).toBe(200)
  const { caseNo, dueAt } = await received()
  expect((await engage(caseNo)).json().rows).toMatchObject([{ onlyChoice: true, days: 0, limitDays: 5 }])
  await accept('zhicheng', firm('至诚图审', { services: [service({ cents: 450_000, limitDays: 3 })] }))
  // Related to another unit: on the list here, and looked at by supervision; that unit may not use it.
  const elsewhere = { ...relation, unit: 'market' }
  expect((await accept('shangxin', firm('尚信图审', { relations: [elsewhere] }))).statusCode).toBe(200)
  expect((await listed()).map(({ intermediary, services }) => [intermediary, services[0]?.choices])).toEqual([
    ['anxin', 3],
    ['shangxin', 3],
    ['zhicheng', 3],
  ])

  expect(refusal(await engage(caseNo, { chosenBy: 'office' }))).toEqual([409, 'intermediary.designated'])
  expect(refusal(await engage(caseNo, { intermediary: 'unknown-firm' }))).toEqual([
    409,
    'intermediary.not-accepted',
  ])
  expect(refusal(await engage(caseNo, { cents: 500_001 }))).toEqual([422, 'intermediary.above-price'])
  await accept(
    'zhicheng',
    firm('至诚图审', { services: [service(), service({ service: 'training', basis: '' })] }),
  )
  expect(refusal(await engage(caseNo, { intermediary: 'zhicheng', service: 'training' }))).toEqual([
    ...[409, 'intermediary.no-basis'],
  ])
  // Found later: whoever turns out to be a relative's is not used by that unit any more.
  const found = await desk('zhang.min').send('POST', '/api/intermediaries/zhicheng/relations', relation)
  expect(found.json().relations).toEqual([relation])
  expect(refusal(await engage(caseNo, { intermediary: 'zhicheng' }))).toEqual([409, 'intermediary.related'])

  // Seven working days pass: they are days of the case, whose date does not move, and two too many for the firm.
  await hall.pass('2026-03-19T09:00:00')
  expect((await fileOf(desk('li.wei'), caseNo)).dueAt).toBe(dueAt)
  const view: FileEngagements = (await desk('li.wei').get(`/api/files/${caseNo}/engagements`)).json()
  expect(view.rows).toMatchObject([{ days: 7, late: true, doneAt: null }])
  const done = await desk('li.wei').send('POST', `/api/files/${caseNo}/engagements/1/result`, {
    result: '审查合格书',
  })
  expect(done.json().rows).toMatchObject([{ days: 7, late: true, result: '审查合格书' }])
  const again = await desk('li.wei').send('POST', `/api/files/${caseNo}/engagements/1/result`, {
    result: '再来',
  })
  expect(refusal(again)).toEqual([404, 'engagement.not-found'])
  expect((await listed())[0]).toMatchObject({ finished: 1, late: 1, medianDays: 7 })

  const said = (await cards()).map(({ because }) => because.zh.replace(/^发生于 \S+：/, ''))
  expect(said.filter((text) => text === '指定中介机构').length).toBe(2)
  expect(said.filter((text) => text === '中介机构与经办人员有利害关系').length).toBe(2)
  await desk('zhang.min').send('POST', '/api/intermediaries/zhicheng/removal', { reason: '利害关系查实' })
  expect((await listed()).map(({ intermediary }) => intermediary)).toEqual(['anxin', 'shangxin'])
})

test('the lists are the same when they are made again from the ledger', async () => {
  const compared = await compareRebuilt(hall.database, DEMO_JURISDICTION, keptLists)
  expect(compared.filter(({ identical }) => !identical)).toEqual([])
})

import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type { FileCharges, ProjectView } from '#modules/cases/contract.ts'
import { keptLists } from './kept-lists.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { openHall, paper, refusal } from './hall.ts'

const ITEMS = ['site-choice', 'building-permit']
const own = (item: string) => ({ ...soundItem, codes: { ...soundItem.codes, basic: `L-${item}` } })
const hall = await openHall(Object.fromEntries(ITEMS.map((item) => [item, own(item)])))
await hall.pass('2026-03-02T09:00:00')

const desk = (account: string) => hall.desk(account)
const company = {
  ...{
    kind: 'legal',
    name: '青禾精工有限公司',
    documentKind: 'creditCode',
    documentNumber: '91350100M000100Y43',
  },
  phone: '13800138001',
}
const permit = (code: string, needs: string[]) => ({
  ...{ code, name: { zh: code, en: code }, item: code, unit: 'planning', days: 8, needs },
})
const project = {
  ...{ name: '精工二期', company, kind: 'industry', investment: 3000 * 1_000_000, map: null },
  permits: [permit('site-choice', []), permit('building-permit', ['site-choice'])],
}
const BASE = '/api/project-files/jinggong-2'
const open = (body: object = project, account = 'chen.jie') => desk(account).send('PUT', BASE, body)
const post = (account: string, path: string, body: object) =>
  desk(account).send('POST', `${BASE}/${path}`, body)
const appoint = (more: object = {}, account = 'chen.jie') =>
  post(account, 'agent', {
    ...{ account: 'li.wei', unit: 'planning', document: '县政办〔2026〕8号', until: '2026-04-30' },
    ...more,
  })
const view = async (account = 'zhang.min'): Promise<ProjectView> => (await desk(account).get(BASE)).json()
const received = async (item: string, more: object = {}) => {
  const answer = await desk('li.wei').send('POST', '/api/files', {
    ...{ item, channel: 'counter', counter: '1', applicant: company, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
    ...more,
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file.caseNo as string
}
const asAgent = {
  agent: {
    ...{ kind: 'natural', name: '李蔚', documentKind: 'residentId', documentNumber: '110101199003070070' },
    ...{ phone: '13800138002', mandate: '县政办〔2026〕8号', mandateUntil: '2026-04-30' },
  },
}

test('[ITEM-26] a named official with a document of authority keeps the permits, dates and blockers of a project and reports to the company each week; without authority nobody acts, and trips that the company still makes itself are shown', async () => {
  expect(refusal(await open(project, 'wang.fang'))[0]).toBe(403)
  const opened = await open()
  expect(opened.statusCode).toBe(200)
  const { code } = opened.json() as { code: string }
  expect(refusal(await post('li.wei', 'plan', { permit: 'site-choice', on: '2026-03-03' }))).toEqual([
    ...[403, 'project.not-its-agent'],
  ])
  expect(refusal(await appoint({ document: ' ' }))).toEqual([422, 'project.no-authority'])
  expect(refusal(await appoint({ until: '2026-03-01' }))).toEqual([409, 'project.authority-ended'])
  expect(refusal(await appoint({ account: 'nobody' }))).toEqual([422, 'project.not-staff'])
  expect((await appoint()).json().agent).toMatchObject({ account: 'li.wei', valid: true })

  await post('li.wei', 'plan', { permit: 'site-choice', on: '2026-03-06' })
  const first = await received('site-choice', asAgent)
  expect(refusal(await post('li.wei', 'permits', { permit: 'building-permit', caseNo: first }))).toEqual([
    ...[422, 'project.other-case'],
  ])
  await post('li.wei', 'permits', { permit: 'site-choice', caseNo: first })
  await post('li.wei', 'blockers', { permit: 'site-choice', text: '缺地籍图', owedBy: 'planning' })
  const before = await view()
  expect(before.permits.map(({ standing }) => standing)).toEqual(['handled', 'waiting'])
  expect(before.permits[0]?.dueAt).not.toBeNull()
  expect(before.blockers).toMatchObject([{ text: '缺地籍图', owedBy: 'planning', cleared: null }])
  expect([before.reportDueOn, before.reportLate, before.ownTrips]).toEqual(['2026-03-09', false, []])
  // What the case is billed by is what the project invests.
  const charges: FileCharges = (await desk('li.wei').get(`/api/files/${first}/charges`)).json()
  expect(charges.chargedFor).toMatchObject({ investment: project.investment, project: 'industry' })

  // A week and a day without a word: late, until the report goes out as a numbered paper and a message.
  await hall.pass('2026-03-10T09:00:00')
  expect((await view('chen.jie')).permits[0]?.late).toBe(true)
  expect((await view()).reportLate).toBe(true)
  await hall.told()
  const reported: ProjectView = (await post('li.wei', 'reports', { text: '等地籍图，周三到。' })).json()
  expect(reported).toMatchObject({ reportLate: false, reportDueOn: '2026-03-17' })
  expect(reported.reports[0]?.number).toMatch(/代字〔2026〕第0001号$/)
  expect((await hall.told()).join()).toContain('已办结 0/2 项。等地籍图，周三到。')
  await post('li.wei', 'blockers/cleared', { blocker: 1, how: '已补图' })
  expect(refusal(await post('li.wei', 'blockers/cleared', { blocker: 1, how: '再清' }))).toEqual([
    ...[404, 'project.no-such-blocker'],
  ])

  // 企业自己还在跑: a case that the company brought to the counter itself.
  const alone = await received('building-permit')
  expect((await view()).ownTrips).toMatchObject([{ caseNo: alone }])
  const tracked = await hall.app.inject(`/api/project/jinggong-2?code=${code}`)
  expect(tracked.json()).toMatchObject({ company: company.name, reports: [{ text: '等地籍图，周三到。' }] })
  expect((await hall.app.inject('/api/project/jinggong-2?code=WRONG234')).statusCode).toBe(404)

  // Authority ends on its day, and with it what the agent may do.
  await hall.pass('2026-05-06T09:00:00')
  expect((await view()).agent?.valid).toBe(false)
  expect(refusal(await post('li.wei', 'reports', { text: '五月周报' }))).toEqual([
    409,
    'project.authority-ended',
  ])
})

test('the lists are the same when they are made again from the ledger', async () => {
  const compared = await compareRebuilt(hall.database, DEMO_JURISDICTION, keptLists)
  expect(compared.filter(({ identical }) => !identical)).toEqual([])
})

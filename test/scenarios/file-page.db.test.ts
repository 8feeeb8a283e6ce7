import { expect, test } from 'vitest'
import type { FileView } from '#modules/cases/contract.ts'
import { assignPost, changeUnit, createPost, decided } from '#modules/organisation/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, openHall, paper } from './hall.ts'

const ITEM = 'food-business'
const hall = await openHall({ [ITEM]: soundItem })
await hall.database.transaction({ jurisdiction: '990100', reach: 'jurisdiction' }, async (db) => {
  const doing = { by: 'sun.yi', at: hall.now }
  const [post, holder] = ['review', 'li.wei']
  await changeUnit(db, 'planning', doing, (state) =>
    createPost(decided(state, 'planning'), { post, title: '审查岗', titleEn: 'review post' }),
  )
  await changeUnit(db, 'planning', doing, (state) =>
    assignPost(decided(state, 'planning'), { post, holder, backup: 'wang.fang' }),
  )
})
await hall.pass('2026-03-02T09:00:00')

async function accepted(): Promise<FileView> {
  const materials = [paper('application'), paper('layout')]
  const body = { item: ITEM, channel: 'counter', counter: '3', applicant, materials, acceptIfComplete: true }
  const answer = await hall.desk('li.wei').send('POST', '/api/files', body)
  return answer.json().file
}
const act = (account: string, { caseNo }: FileView, path: string, body: object) =>
  hall.desk(account).send('POST', `/api/files/${caseNo}/${path}`, body)

test('a file says who did what by unit, post and name, never by account; what the law did says so', async () => {
  const file = await accepted()
  await act('li.wei', file, 'steps', { step: 'review', outcome: 'agreed' })
  const denied = await act('li.wei', file, 'decision', { outcome: 'granted' })
  expect(denied.body).toContain('由 规划局 的“决定岗”岗位办理')
  const view: FileView = (await hall.desk('li.wei').get(`/api/files/${file.caseNo}`)).json()
  expect(view.steps[0]).toMatchObject({
    postTitle: { zh: '审查岗', en: 'review post' },
    doneByName: { zh: '规划局 李蔚（演示）', en: '李蔚（演示）, Planning' },
  })
  expect(view.timeline.map(({ by }) => by.zh)).toEqual(Array(3).fill('规划局 李蔚（演示）'))
  expect(view.actions.find(({ action }) => action === 'decide')?.whyNot).toMatchObject({
    zh: expect.stringContaining('规划局'),
    en: expect.stringContaining('Planning'),
  })
})

test('what the law lets follow was done by the law, and the applicant is told no account', async () => {
  const body = { item: ITEM, channel: 'counter', applicant, materials: [] }
  const { file, trackingCode } = (await hall.desk('li.wei').send('POST', '/api/files', body)).json()
  await hall.pass('2026-03-20T09:00:00')
  const view: FileView = (await hall.desk('li.wei').get(`/api/files/${file.caseNo}`)).json()
  expect(view.timeline.map(({ by }) => by.zh)).toEqual([
    '规划局 李蔚（演示）',
    '依法自动发生',
    '依法自动发生',
  ])
  const tracked = await hall.app.inject({ url: `/api/track/${file.caseNo}?code=${trackingCode}` })
  expect(tracked.body).not.toMatch(/li\.wei/)
  // Whom to ask has a name (HALL-29); who did what inside the office has none.
  const { officer, ...rest } = tracked.json()
  expect(officer.name).toContain('李蔚')
  expect(JSON.stringify(rest)).not.toContain('李蔚')
})

const company = {
  ...{ kind: 'legal', name: '青禾餐饮有限公司', documentKind: 'creditCode', phone: '13800138001' },
  documentNumber: '91350100M000100Y43',
} as const
const agent = { ...applicant, mandate: '授权委托书（2026-02-27）', mandateUntil: '2026-12-31' }

test('an organisation applies at the counter through its agent, who is shown masked with the mandate and may then act for it', async () => {
  await hall.pass('2026-03-23T09:00:00')
  const body = { item: ITEM, channel: 'counter', applicant: company, agent, materials: [] }
  const answer = await hall.desk('li.wei').send('POST', '/api/files', body)
  const { file, trackingCode } = answer.json() as { file: FileView; trackingCode: string }
  const { mandate, mandateUntil } = agent
  expect(file.applicant).toBe('青禾餐饮有限公司')
  expect(file.agent).toEqual({ name: '王**', mandate, mandateUntil })
  expect(answer.body).not.toMatch(/王小明|11010519491231002X/)
  const withdrawn = await hall.app.inject({
    ...{ method: 'POST', url: `/api/track/${file.caseNo}/withdrawal` },
    payload: { code: trackingCode, reason: '改日再办' },
  })
  expect(withdrawn.json()).toMatchObject({ status: 'withdrawn' })
})

test.each([
  { why: 'the agent is the applicant', wrong: { applicant }, code: 'case.agent-is-applicant' },
  {
    why: 'the mandate has ended',
    wrong: { agent: { ...agent, mandateUntil: '2026-03-22' } },
    code: 'case.mandate-ended',
  },
  {
    why: 'the mandate is not named',
    wrong: { agent: { ...agent, mandate: ' ' } },
    code: 'case.reason-missing',
  },
])('nothing is received when $why, and nothing is left behind', async ({ wrong, code }) => {
  const files = async () => (await hall.desk('li.wei').get('/api/files')).json().total as number
  const before = await files()
  const body = { item: ITEM, channel: 'counter', applicant: company, agent, materials: [], ...wrong }
  const answer = await hall.desk('li.wei').send('POST', '/api/files', body)
  expect(answer.json().code).toBe(code)
  expect(await files()).toBe(before)
})

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
  expect(tracked.body).not.toMatch(/li\.wei|李蔚/)
})

import { expect, test } from 'vitest'
import type { EfficiencyCase, IndicatorAnswer } from '#modules/supervision/contract.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, openHall, paper, refusal } from './hall.ts'

const ITEM = 'food-business'
const [accept, review, ...rest] = soundItem.steps
const second = {
  ...review!,
  code: 'second',
  name: { zh: '复核', en: 'second look' },
  limit: { length: 2, unit: 'workingDays' as const },
}
const content = { ...soundItem, steps: [accept!, { ...review!, limit: second.limit }, second, ...rest] }
const hall = await openHall({ [ITEM]: content })
const desk = (account: string) => hall.desk(account)
const SPAN = 'from=2026-03-01&until=2026-12-31'

const post = async (account: string, path: string, body: object) => {
  const answer = await desk(account).send('POST', path, body)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`)
  return answer.json()
}
const receive = async (more: object = {}): Promise<string> =>
  (
    await post('li.wei', '/api/files', {
      ...{ item: ITEM, channel: 'counter', counter: 'A01', applicant, acceptIfComplete: true },
      ...{ materials: [paper('application'), paper('layout')], ...more },
    })
  ).file.caseNo
const finish = (caseNo: string, step = 'review') =>
  post('wang.fang', `/api/files/${caseNo}/steps`, { step, outcome: 'agreed', opinion: '符合' })
const decide = (caseNo: string, by = 'wang.fang') =>
  post(by, `/api/files/${caseNo}/decision`, { outcome: 'granted', reasons: '', basis: '', result: '证' })
const indicator = async (code: string, query = '', account = 'zhang.min'): Promise<IndicatorAnswer> => {
  const answer = await desk(account).get(`/api/efficiency/indicators/${code}?${SPAN}&${query}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const casesOf = async (code: string, query = ''): Promise<EfficiencyCase[]> =>
  (await desk('zhang.min').get(`/api/efficiency/indicators/${code}/cases?${SPAN}&${query}`)).json().rows

await hall.pass('2026-03-02T09:00:00')
const first = await receive()
const unanswered = await receive({ acceptIfComplete: false })
await hall.pass('2026-03-03T10:00:00')
await finish(first)
await hall.pass('2026-03-04T09:00:00')
await post('wang.fang', `/api/files/${first}/sent-back`, {
  from: 'second',
  to: 'review',
  reason: '意见没有写明',
})
await hall.pass('2026-03-09T09:00:00')
await finish(first)
await hall.pass('2026-03-10T09:00:00')
await finish(first, 'second')
await hall.pass('2026-03-12T16:00:00')
await decide(first)
await hall.pass('2026-03-16T09:00:00')

test('[CASE-23] the time to the first real act is measured by officer: finishing a step that is sent back does not end it', async () => {
  const { rows, figure } = await indicator('firstActHours', 'by=officer')
  expect(rows).toMatchObject([
    { group: 'li.wei', count: 1, value: 0, isSmall: true },
    { group: 'wang.fang', count: 2 },
  ])
  // Received on Monday at nine; the empty finish of Tuesday would have said seven and a half hours.
  expect(figure.most).toBe(32.5)
  const [slowest] = await casesOf('firstActHours')
  expect(slowest).toMatchObject({ caseNo: first, officer: 'wang.fang', value: 32.5 })
  expect(unanswered).not.toBe(first)
  expect(refusal(await desk('li.wei').get('/api/efficiency/indicators'))[0]).toBe(403)
})

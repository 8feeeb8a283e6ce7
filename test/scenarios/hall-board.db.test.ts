import { expect, test } from 'vitest'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import type { FileView } from '#modules/cases/contract.ts'
import type { DepartmentWall, HallBoard } from '#modules/hall/contract.ts'
import { applicant, openHall, paper } from './hall.ts'

const ITEM = 'food-business'
const hall = await openHall({ [ITEM]: soundItem })
await hall.pass('2026-03-02T09:00:00')

const system = await hall.signIn('sun.yi')
await system.send('PUT', '/api/hall/halls/main', {
  name: { zh: '政务服务中心', en: 'Service Hall' },
  ...{ level: 'county', address: '', phone: '', unit: 'planning', channels: ['counter'] },
})
await system.send('PUT', '/api/hall/counters/A01', {
  ...{ hall: 'main', name: { zh: '规划窗口', en: 'Planning' }, place: '一楼', units: ['planning'] },
  ...{ workingHours: '09:00-17:00', restHours: null },
})

async function receive(acceptIfComplete: boolean) {
  const materials = [paper('application'), paper('layout')]
  const body = { item: ITEM, channel: 'counter', counter: 'A01', applicant, materials, acceptIfComplete }
  const answer = await hall.desk('li.wei').send('POST', '/api/files', body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const { file, trackingCode } = answer.json() as { file: FileView; trackingCode: string }
  return { caseNo: file.caseNo, code: trackingCode }
}
const board = async (): Promise<HallBoard> => (await hall.app.inject('/api/hall/board')).json()
const wall = async (account: string): Promise<DepartmentWall> =>
  (await hall.desk(account).get('/api/hall/walls/planning')).json()

let regretted = { caseNo: '', code: '' }

test('the public board counts what came in today, and the middle time until acceptance', async () => {
  regretted = await receive(true)
  const { caseNo } = await receive(false)
  await hall.pass('2026-03-02T09:30:00')
  await hall.desk('li.wei').send('POST', `/api/files/${caseNo}/acceptance`, {})
  hall.now += 4000
  const { figures } = await board()
  expect(figures).toMatchObject({
    received: 2,
    accepted: 2,
    concluded: 0,
    open: 2,
    waitMinutes: 15,
    overdue: [],
  })
  expect(figures.asked).toMatchObject([{ item: ITEM, cases: 2 }])
  const { rows } = (
    await hall.desk('li.wei').get('/api/hall/staffing?from=2026-03-02&until=2026-03-02')
  ).json()
  expect(rows).toMatchObject([{ counter: 'A01', workingDays: { cases: 2, staffedMinutes: 0 } }])
})

test('what passes its limit is late on the board and on the wall, and leaves both when it has ended', async () => {
  expect((await wall('li.wei')).cases).toMatchObject([{ colour: 'quiet', daysLeft: 8 }, { colour: 'quiet' }])
  await hall.pass('2026-03-16T09:00:00')
  expect((await board()).figures).toMatchObject({
    ...{ received: 0, open: 2 },
    overdue: [{ unit: 'planning', name: { zh: '规划局', en: 'Planning' }, cases: 2 }],
  })
  const late = await wall('li.wei')
  expect(late).toMatchObject({ open: 2, late: 2, yellowCards: 2, redCards: 0 })
  expect(late.cases[0]).toMatchObject({ colour: 'yellow', caseNo: expect.any(String) })
  expect(late.cards[0]).toMatchObject({ level: 'yellow', answered: false, ageDays: 0 })
  expect(JSON.stringify([late, await board()])).not.toMatch(/王|13800138000|11010519491231002X/)
  expect((await wall('zhang.min')).open).toBe(2)
  const { caseNo, code } = regretted
  const url = `/api/track/${caseNo}/withdrawal`
  await hall.app.inject({ method: 'POST', url, payload: { code, reason: '不再需要' } })
  expect((await wall('li.wei')).open).toBe(1)
})

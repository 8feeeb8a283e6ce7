import { expect, test } from 'vitest'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import type { FileView } from '#modules/cases/contract.ts'
import type { DepartmentWork, HallBoard, StaffingRow } from '#modules/hall/contract.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'

const ITEM = 'food-business'
const counterOnly = {
  ...soundItem,
  ...{ channels: ['counter' as const], onlineDepth: 0, visits: 1 },
  onSiteReason: { zh: '依法须当面核对原件', en: 'originals are compared' },
}
const hall = await openHall({ [ITEM]: soundItem, 'counter-item': counterOnly })
const AGREED = { step: 'review', outcome: 'agreed', opinion: '' }
const FROM = 'from=2026-03-01&until=2026-03-31'

let system = await hall.signIn('sun.yi')
const pass = async (text: string) => {
  await hall.pass(text)
  system = await hall.signIn('sun.yi')
}
const desk = (account: string) => hall.desk(account)
const put = async (path: string, body: object) => {
  const answer = await system.send('PUT', `/api/hall/${path}`, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
const counter = (more: object = {}) => ({
  ...{ hall: 'main', name: { zh: '规划窗口', en: 'Planning' }, place: '一楼', units: ['planning'] },
  ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: null, ...more },
})
const receive = (account: string, more: object = {}) =>
  desk(account).send('POST', '/api/files', {
    ...{ item: ITEM, channel: 'counter', counter: 'A01', applicant, acceptIfComplete: true },
    ...{ materials: [paper('application'), paper('layout')], ...more },
  })
const received = async (account: string, more: object = {}): Promise<FileView> => {
  const answer = await receive(account, more)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file
}
const work = async () =>
  (await desk('zhang.min').get(`/api/hall/halls/main/departments?${FROM}`)).json() as {
    rows: DepartmentWork[]
    flags: string[]
  }
const planning = async () => (await work()).rows.find(({ unit }) => unit === 'planning')
const casesBehind = async (what: string) => {
  const path = `/api/hall/halls/main/departments/planning/cases?${FROM}&what=${what}`
  const { rows } = (await desk('zhang.min').get(path)).json()
  return rows.map(({ caseNo }: { caseNo: string }) => caseNo)
}
const board = async (): Promise<HallBoard> => {
  hall.now += 4000
  return (await hall.app.inject('/api/hall/board')).json()
}

await pass('2026-03-02T09:00:00')
await put('halls/main', {
  name: { zh: '政务服务中心', en: 'Service Hall' },
  ...{
    level: 'county',
    address: '青禾路 1 号',
    phone: '12345',
    unit: 'market',
    channels: ['counter', 'web'],
  },
})
await put('counters/A01', counter())
await put('counters/A02', counter({ restHours: '09:00-12:00' }))
for (const [badge, account] of [
  ['001', 'li.wei'],
  ['002', 'wang.fang'],
])
  await put(`badges/${badge}`, {
    account,
    name: badge,
    unit: 'planning',
    duties: { zh: '受理', en: 'Intake' },
  })

test('[HALL-01] the hall shows its windows, people and cases of today to everybody, and flags an open window with nobody at it and a hall without cases', async () => {
  expect((await work()).flags).toEqual(['noCases'])
  expect((await planning())?.flags).toEqual(['noCases'])
  // Only who sits there may open it here: the head of the hall's own unit is not among these people.
  await put('halls/main', {
    name: { zh: '政务服务中心', en: 'Service Hall' },
    ...{
      level: 'county',
      address: '青禾路 1 号',
      phone: '12345',
      unit: 'planning',
      channels: ['counter', 'web'],
    },
  })
  for (const one of ['A01', 'A02'])
    await desk('wang.fang').send('PUT', `/api/hall/counters/${one}/state`, { state: 'open' })
  expect((await board()).counters).toMatchObject([{ counter: 'A01', unstaffed: true }, { unstaffed: true }])
  await desk('li.wei').send('POST', '/api/hall/counters/A01/seat', { badge: '001' })
  await received('li.wei')
  expect(await board()).toMatchObject({
    hall: { level: 'county', address: '青禾路 1 号' },
    figures: { received: 1, accepted: 1 },
    counters: [
      {
        counter: 'A01',
        state: 'open',
        hoursToday: '09:00-12:00,13:30-17:00',
        unstaffed: false,
        clerk: { badge: '001' },
      },
      { counter: 'A02', unstaffed: true },
    ],
  })
  expect((await work()).flags).toEqual([])
})

test('[HALL-03] a department’s claims of central and online handling are held against its cases, and open to those that contradict them', async () => {
  await desk('li.wei').send('DELETE', '/api/hall/counters/A01/seat')
  const outside = await received('li.wei', { item: 'counter-item', counter: null })
  expect((await planning())?.flags).toEqual(['elsewhere'])
  await put('halls/main/departments/planning', { since: '2026-03-03', central: true, online: true })
  const row = await planning()
  expect(row).toMatchObject({
    stationed: { since: '2026-03-03', central: true, online: true },
    ...{ counters: 2, staff: 2, figures: { received: 2, atHall: 1, elsewhere: 1, paperOnly: 1 } },
    flags: ['notCentral', 'notOnline'],
  })
  expect(await casesBehind('elsewhere')).toEqual([outside.caseNo])
  expect(await casesBehind('paperOnly')).toEqual([outside.caseNo])
})

test('[HALL-12] a stationed department receives at a registered window or online only; a case written down just before its decision is flagged', async () => {
  await pass('2026-03-03T09:00:00')
  expect(refusal(await receive('li.wei', { counter: null }))).toEqual([409, 'hall.sign-on-first'])
  expect(refusal(await receive('li.wei', { counter: 'A01' }))).toEqual([409, 'hall.sign-on-first'])
  await desk('li.wei').send('POST', '/api/hall/counters/A01/seat', { badge: '001' })
  const file = await received('li.wei', { counter: 'B99' })
  expect([file.counter, file.channel]).toEqual(['A01', 'counter'])
  expect((await planning())?.figures.registeredLate).toBe(0)

  const head = desk('wang.fang')
  await head.send('POST', `/api/files/${file.caseNo}/steps`, AGREED)
  const decided = await head.send('POST', `/api/files/${file.caseNo}/decision`, {
    ...{ outcome: 'granted', reasons: '', basis: '', result: '食品经营许可证' },
  })
  expect(refusal(decided)[0]).toBe(200)
  expect((await planning())?.flags).toContain('registeredLate')
  expect(await casesBehind('registeredLate')).toEqual([file.caseNo])
})

test('[HALL-17] an acceptance is bound to window, person and badge and shows it; who is not on the list of the window is refused', async () => {
  const online = await received('li.wei', { acceptIfComplete: false })
  await desk('li.wei').send('DELETE', '/api/hall/counters/A01/seat')
  await desk('wang.fang').send('POST', '/api/hall/badges/002/withdrawal', { reason: '调离窗口' })
  const path = `/api/files/${online.caseNo}/acceptance`
  expect(refusal(await desk('wang.fang').send('POST', path, {}))).toEqual([403, 'hall.not-on-the-list'])
  const accepted = await desk('li.wei').send('POST', path, {})
  expect(accepted.json().timeline.at(-1)).toMatchObject({
    ...{ type: 'CaseAccepted', actor: 'li.wei' },
    notice: { number: expect.stringMatching(/受字/) },
  })
  expect(accepted.json()).toMatchObject({ counter: 'A01', badge: '001' })
})

test('[HALL-18] the badge stands at the window and on the case, and anybody looks it up; another’s badge, a lost one and a lent one that is over are refused', async () => {
  const seat = (badge: string) => desk('li.wei').send('POST', '/api/hall/counters/A01/seat', { badge })
  const plate = { name: '王代', unit: 'planning', duties: { zh: '受理', en: 'Intake' } }
  await put('badges/T01', { ...plate, account: 'wang.fang', lentUntil: '2026-03-04' })
  expect(refusal(await seat('T01'))).toEqual([409, 'hall.badge-of-another'])
  expect((await seat('001')).statusCode).toBe(200)
  expect((await received('li.wei')).badge).toBe('001')
  expect((await board()).counters[0]).toMatchObject({ clerk: { badge: '001' } })
  expect((await hall.app.inject('/api/hall/badges/001')).json()).toMatchObject({
    ...{ valid: true, name: '001', counter: { counter: 'A01' } },
    unit: { name: { zh: '规划局' } },
  })
  await pass('2026-03-05T09:00:00')
  const worn = await desk('wang.fang').send('POST', '/api/hall/counters/A02/seat', { badge: 'T01' })
  expect(refusal(worn)).toEqual([409, 'hall.badge-expired'])
  await desk('wang.fang').send('POST', '/api/hall/badges/001/withdrawal', { reason: '遗失', how: 'lost' })
  expect(refusal(await seat('001'))).toEqual([409, 'hall.badge-withdrawn'])
  expect((await hall.app.inject('/api/hall/badges/001')).json()).toMatchObject({
    standing: 'lost',
    name: null,
  })
})

test('[HALL-22] whoever accepted stays answerable for completeness to the end: nothing is asked for or sent back afterwards, and nobody else accepts it again', async () => {
  await put('badges/003', { account: 'li.wei', name: '李', unit: 'planning', duties: { zh: '受理', en: '' } })
  await put('badges/004', {
    account: 'wang.fang',
    name: '王',
    unit: 'planning',
    duties: { zh: '受理', en: '' },
  })
  await desk('li.wei').send('POST', '/api/hall/counters/A01/seat', { badge: '003' })
  const file = await received('li.wei')
  const again = await desk('wang.fang').send('POST', `/api/files/${file.caseNo}/acceptance`, {})
  expect(refusal(again)).toEqual([409, 'case.after-acceptance'])
  const back = await desk('wang.fang').send('POST', `/api/files/${file.caseNo}/supplement-notice`, {
    ...{ missing: ['layout'], orally: false },
  })
  expect(refusal(back)).toEqual([409, 'case.after-acceptance'])
  // The post goes to somebody else, the case keeps whose acceptance it was; supervision sees who tried to undo it.
  const seen = await fileOf(desk('wang.fang'), file.caseNo)
  const acceptance = seen.timeline.filter(({ type }) => type === 'CaseAccepted')
  expect(acceptance).toMatchObject([{ actor: 'li.wei' }])
  await hall.pass('2026-03-05T10:00:00')
  const { rows } = (await desk('zhang.min').get('/api/cards?limit=200')).json()
  expect(rows).toContainEqual(expect.objectContaining({ rule: 'SV-04', caseId: file.caseNo }))
})

test('[HALL-26] a 365-day window is held to its hours on every rest day: duty without a name and days with nobody there show, cases of rest days are counted', async () => {
  await pass('2026-03-07T09:30:00')
  const saturday = await desk('zhang.min').get('/api/hall/duty?from=2026-03-07&until=2026-03-08')
  expect(saturday.json().gaps).toMatchObject([
    { day: '2026-03-07', half: 'morning', counter: 'A02', everyDay: true },
    { day: '2026-03-08', counter: 'A02' },
  ])
  await desk('li.wei').send('POST', '/api/hall/counters/A02/seat', { badge: '003' })
  await received('li.wei')
  await pass('2026-03-09T09:00:00')
  const staffing = await desk('zhang.min').get('/api/hall/staffing?from=2026-03-07&until=2026-03-08')
  const [, window] = staffing.json().rows as StaffingRow[]
  expect(window).toMatchObject({
    ...{ everyDay: true, shut: ['2026-03-08'] },
    restDays: { declaredMinutes: 360, staffedMinutes: 150, cases: 1 },
  })
})

test('[HALL-14] how much the window decides itself is computed by department and opens to the cases; one that takes in and hardly ever decides is flagged', async () => {
  await desk('li.wei').send('POST', '/api/hall/counters/A01/seat', { badge: '003' })
  await desk('wang.fang').send('POST', '/api/hall/badges/004/withdrawal', { reason: '调离窗口' })
  const before = await planning()
  for (let nth = 0; nth < 10; nth++) {
    const { caseNo } = await received('li.wei')
    await desk('wang.fang').send('POST', `/api/files/${caseNo}/steps`, AGREED)
    await desk('wang.fang').send('POST', `/api/files/${caseNo}/decision`, {
      ...{ outcome: 'granted', reasons: '', basis: '', result: '证' },
    })
  }
  const after = await planning()
  expect(after?.figures.decided).toBe((before?.figures.decided ?? 0) + 10)
  expect([before?.figures.byWindow, after?.figures.byWindow]).toEqual([1, 1])
  expect(await casesBehind('notByWindow')).toHaveLength(10)
  expect([before?.flags, after?.flags]).toEqual([
    expect.not.arrayContaining(['registersOnly']),
    expect.arrayContaining(['registersOnly']),
  ])
})

import { expect, test } from 'vitest'
import type { DepartmentWork } from '#modules/hall/contract.ts'
import { testDatabase } from '#test/database/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, chinaTime, paper, refusal } from './hall.ts'
import { furnish, ITEM, openWholeHall } from './whole-hall.ts'

let now = chinaTime('2026-03-02T09:00:00')
const [accept, review, ...rest] = soundItem.steps as [
  (typeof soundItem.steps)[number],
  (typeof soundItem.steps)[number],
]
const twoSteps = {
  ...soundItem,
  steps: [
    accept,
    review,
    {
      ...review,
      code: 'verify',
      name: { zh: '复核', en: 'verify' },
      limit: { length: 2, unit: 'workingDays' as const },
    },
    ...rest,
  ],
}
const database = await testDatabase()
await furnish(database, now, twoSteps)
const hall = await openWholeHall(database, () => now)
let desks = new Map<string, Awaited<ReturnType<typeof hall.signIn>>>()
const at = (text: string) => {
  now = chinaTime(text)
  desks = new Map()
}
const desk = async (account: string) => {
  const found = desks.get(account) ?? (await hall.signIn(account))
  desks.set(account, found)
  return found
}
const send = async (account: string, path: string, body: object) =>
  (await desk(account)).send('POST', `/api/files/${path}`, body)
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n')
const GRANTED = { outcome: 'granted', reasons: '', basis: '', result: '食品经营许可证' }
const agreed = (step: string) => ({ step, outcome: 'agreed', opinion: '' })

const system = await desk('sun.yi')
const put = async (path: string, body: object) => {
  const answer = await system.send('PUT', `/api/hall/${path}`, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
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
const window = { hall: 'main', name: { zh: '规划窗口', en: 'Planning' }, place: '一楼', units: ['planning'] }
await put('counters/A01', { ...window, workingHours: '09:00-12:00,13:30-17:00', restHours: null })
await put('counters/A02', { ...window, workingHours: '09:00-17:00', restHours: '09:00-12:00' })
await put('badges/001', {
  ...{ account: 'li.wei', name: '李蔚', unit: 'planning', duties: { zh: '受理', en: 'Intake' } },
})

/** Applies as a resident does at home, with files or with paper. */
async function apply(phone: string, form: 'electronic' | 'original') {
  const resident = await hall.signInAsResident(phone)
  const files: string[] = []
  for (const name of ['申请书.pdf', '布局图.pdf']) {
    const kept = await hall.http.inject({
      ...{
        method: 'POST',
        url: `/api/own/uploads?${new URLSearchParams({ item: ITEM, name })}`,
        payload: PDF,
      },
      headers: {
        ...{ cookie: resident.cookie, 'x-csrf-token': resident.csrfToken },
        'content-type': 'application/octet-stream',
      },
    })
    files.push(kept.json().file)
  }
  const materials = ['application', 'layout'].map((code, index) => ({
    ...{ code, form, copies: 1 },
    files: form === 'electronic' ? [files[index]] : [],
  }))
  const answer = await resident.send('POST', '/api/own/files', {
    item: ITEM,
    applicant: { ...applicant, phone },
    materials,
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as { file: { caseNo: string }; trackingCode: string }
}
const work = async () => {
  const path = '/api/hall/halls/main/departments?from=2026-03-01&until=2026-03-31'
  const { rows } = (await (await desk('zhang.min')).get(path)).json() as { rows: DepartmentWork[] }
  return rows.find(({ unit }) => unit === 'planning')
}

test('[HALL-05] an application goes from home to the paper in hand online, each step stamped and followed by number and code; online items that want paper and steps entered in bulk at the decision show', async () => {
  const { file, trackingCode } = await apply('13800138000', 'electronic')
  const { caseNo } = file
  const track = async () => (await hall.http.inject(`/api/track/${caseNo}?code=${trackingCode}`)).json()
  expect(await track()).toMatchObject({ status: 'received' })
  expect(refusal(await hall.http.inject(`/api/track/${caseNo}?code=ABCDEFGH`))[0]).toBe(404)
  await send('li.wei', `${caseNo}/acceptance`, {})
  at('2026-03-03T10:00:00')
  await send('wang.fang', `${caseNo}/steps`, agreed('review'))
  at('2026-03-04T10:00:00')
  await send('wang.fang', `${caseNo}/steps`, agreed('verify'))
  at('2026-03-05T10:00:00')
  await send('wang.fang', `${caseNo}/decision`, GRANTED)
  await send('li.wei', `${caseNo}/delivery`, { way: 'electronic', proof: '电子证照已下载' })
  const tracked = await track()
  expect(tracked).toMatchObject({ status: 'delivered', outcome: 'granted' })
  expect(tracked.steps.map(({ doneAt }: { doneAt: string }) => doneAt)).toEqual([
    '2026-03-03T10:00:00+08:00',
    '2026-03-04T10:00:00+08:00',
  ])
  expect((await work())?.flags).not.toEqual(expect.arrayContaining(['wantsPaper']))
  expect(await work()).toMatchObject({ figures: { online: 1, wantsPaper: 0, inBulk: 0 } })

  const paperly = await apply('13800138001', 'original')
  await send('li.wei', `${paperly.file.caseNo}/acceptance`, {})
  at('2026-03-09T10:00:00')
  for (const step of ['review', 'verify'])
    await send('wang.fang', `${paperly.file.caseNo}/steps`, agreed(step))
  at('2026-03-09T10:03:00')
  await send('wang.fang', `${paperly.file.caseNo}/decision`, GRANTED)
  expect(await work()).toMatchObject({
    figures: { online: 2, wantsPaper: 1, inBulk: 1 },
    flags: expect.arrayContaining(['wantsPaper', 'inBulk']),
  })
  const behind = await (
    await desk('zhang.min')
  ).get('/api/hall/halls/main/departments/planning/cases?from=2026-03-01&until=2026-03-31&what=inBulk')
  expect(behind.json().rows).toMatchObject([{ caseNo: paperly.file.caseNo }])
})

const sit = async (counter: string) => {
  await (await desk('wang.fang')).send('PUT', `/api/hall/counters/${counter}/state`, { state: 'open' })
  const seat = { badge: '001' }
  const answer = await (await desk('li.wei')).send('POST', `/api/hall/counters/${counter}/seat`, seat)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
const receive = async () => {
  const answer = await (
    await desk('li.wei')
  ).send('POST', '/api/files', {
    ...{ item: ITEM, channel: 'counter', applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file
}

test('[HALL-15] every step bears its place and person; the time back at the department is shown apart and counts in the limit, and the clock does not stop for papers that travel', async () => {
  at('2026-03-10T09:00:00')
  await sit('A01')
  const { caseNo, clocks } = await receive()
  const due = clocks.find(({ limit }: { limit: string }) => limit === 'committed').dueAt
  at('2026-03-10T15:00:00')
  await send('wang.fang', `${caseNo}/steps`, agreed('review'))
  const travelling = { ground: 'appraisal', document: '材料送回部门途中', told: true, needs: '5W' }
  expect(refusal(await send('wang.fang', `${caseNo}/suspension`, travelling))).toEqual([
    422,
    'case.holiday-no-ground',
  ])
  at('2026-03-12T09:00:00')
  const file = (await (await desk('wang.fang')).get(`/api/files/${caseNo}`)).json()
  expect(file.responsibility).toMatchObject({
    places: [
      { what: { zh: '受理' }, counter: 'A01', by: { zh: '李蔚（演示）' } },
      { what: { zh: '审查' }, counter: null, unit: { zh: '规划局' }, by: { zh: '王放（演示）' } },
    ],
    time: { windowMinutes: 0, departmentMinutes: 48 * 60, now: 'department' },
  })
  expect(file.clocks.find(({ limit }: { limit: string }) => limit === 'committed').dueAt).toBe(due)
})

test('[HALL-26] what a 365-day window takes in is promised in days that no holiday stops, and no holiday is a ground to stop it', async () => {
  at('2026-03-14T09:30:00')
  await sit('A02')
  const file = await receive()
  expect(file.responsibility.everyDay).toBe(true)
  const ends = Object.fromEntries(
    file.clocks.map(({ limit, dueAt }: { limit: string; dueAt: string }) => [limit, dueAt]),
  )
  // Eight days promised from the Saturday on; the law's twenty working days stay what they are.
  expect(ends).toMatchObject({
    committed: '2026-03-23T00:00:00+08:00',
    statutory: '2026-04-14T00:00:00+08:00',
  })
  for (const document of ['清明节放假', '周末休息日'])
    expect(
      refusal(
        await send('wang.fang', `${file.caseNo}/suspension`, {
          ground: 'appraisal',
          document,
          told: true,
          needs: '5W',
        }),
      ),
    ).toEqual([422, 'case.holiday-no-ground'])
  await sit('A01')
  expect((await receive()).responsibility.everyDay).toBe(false)
})

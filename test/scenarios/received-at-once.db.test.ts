import { expect, test } from 'vitest'
import type { FileView } from '#modules/cases/contract.ts'
import { issueBadge, registerCounter, registerHall, setCounterState, takeSeat } from '#modules/hall/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'

const ITEM = 'food-business'
const hall = await openHall({ [ITEM]: soundItem })
await hall.pass('2026-03-02T09:00:00')
const clerk = () => hall.desk('li.wei')

async function receive(more: object = {}) {
  const materials = [paper('application'), paper('layout')]
  const body = { item: ITEM, channel: 'counter', counter: '3', applicant, materials, ...more }
  const answer = await clerk().send('POST', '/api/files', body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as { file: FileView; trackingCode: string }
}
const act = ({ caseNo }: FileView, path: string, body: object) =>
  clerk().send('POST', `/api/files/${caseNo}/${path}`, body)

test('[CASE-01] is received under a number with a receipt that names everything, at once; no paper without a number, no time but the hand-in', async () => {
  await hall.database.transaction({ jurisdiction: '990100', reach: 'jurisdiction' }, async (db) => {
    const doing = { by: 'sun.yi', at: hall.now }
    const said = (zh: string) => ({ zh, en: zh })
    const place = { level: 'county', address: '青禾路 1 号', phone: '12345', unit: 'planning' } as const
    await registerHall(db, 'main', { name: said('大厅'), ...place, channels: ['counter'] }, doing)
    const counter = { hall: 'main', name: said('窗口 7'), place: '一楼', units: ['planning'] }
    const hours = { workingHours: '00:00-24:00', restHours: null }
    await registerCounter(db, 'A07', { ...counter, ...hours }, doing)
    await setCounterState(db, { counter: 'A07', state: 'open', reason: '', manager: true }, doing)
    const badge = { account: 'li.wei', name: '李蔚', unit: 'planning', duties: said('受理') }
    await issueBadge(db, 'QH007', badge, doing)
    await takeSeat(db, { counter: 'A07', badge: 'QH007' }, { by: 'li.wei', at: hall.now })
  })
  const { file, trackingCode } = await receive({ acceptIfComplete: true, counter: '9' })
  expect(file.caseNo).toMatch(/^260302-\d{6}-\d$/)
  expect(trackingCode).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  expect(file).toMatchObject({
    ...{ status: 'accepted', applicant: '王**', item: ITEM, itemVersion: 1 },
    // Where one sits is known to the hall, not typed.
    ...{ counter: 'A07', badge: 'QH007' },
    ...{ receivedAt: '2026-03-02T09:00:00+08:00', acceptedAt: '2026-03-02T09:00:00+08:00' },
  })
  expect(file.materials.filter(({ handedIn }) => handedIn).map(({ code }) => code)).toEqual([
    ...['application', 'layout'],
  ])
  expect(file.clocks.find(({ limit }) => limit === 'committed')?.dueAt).toBe('2026-03-13T00:00:00+08:00')
  expect(file.timeline.at(-1)?.notice?.number).toMatch(/受字〔2026〕第\d{4}号/)
  expect((await hall.told()).join()).toContain(file.caseNo)

  const bare = { item: ITEM, channel: 'counter', applicant, materials: [] }
  const post = (body: object) => clerk().send('POST', '/api/files', body)
  // Nobody states when papers were taken in or accepted, and nothing is taken in for an item that is none.
  for (const stated of [{ receivedAt: '2026-03-05T09:00:00+08:00' }, { caseNo: '1' }])
    expect((await post({ ...bare, ...stated })).statusCode).toBe(400)
  expect((await act(file, 'acceptance', { at: '2026-03-05T09:00:00+08:00' })).statusCode).toBe(400)
  expect(refusal(await post({ ...bare, item: 'nothing' }))[0]).toBe(404)
  expect(refusal(await act(file, 'acceptance', {}))).toEqual([409, 'case.after-acceptance'])
})

test('[CASE-01] a file that was complete when handed in and is accepted on a later day says so, on the case and to supervision', async () => {
  const [left, sameDay] = [await receive(), await receive()]
  await act(sameDay.file, 'acceptance', {})
  await hall.pass('2026-03-04T09:00:00')
  await act(left.file, 'acceptance', {})
  const said = async ({ file }: typeof left) => (await fileOf(clerk(), file.caseNo)).timeline.at(-1)?.text.zh
  expect(await said(left)).toContain('没有当天受理')
  expect(await said(sameDay)).toBe('受理')
  await hall.pass('2026-03-04T10:00:00')
  const watched = await hall.desk('zhang.min').get(`/api/cases/hall/${left.file.caseNo}`)
  expect(watched.body).toContain('受理（迟于交件）')
})

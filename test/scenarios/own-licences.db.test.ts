import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { loadItems } from '#modules/catalogue/index.ts'
import { findLicence } from '#modules/licences/index.ts'
import type { OwnLicence } from '#modules/licences/contract.ts'
import { testDatabase } from '#test/database/index.ts'
import type { Desk } from '#test/http/office.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, chinaTime, paper, refusal } from './hall.ts'
import { furnish, HALL_SCOPE, openWholeHall } from './whole-hall.ts'

/* What holders do themselves on the portal, with every module there is. */
const database = await testDatabase()
const clock = { now: chinaTime('2026-03-02T09:00:00') }
await furnish(database, clock.now)
const [SHOP, RENEWAL] = ['shop', 'shop-renewal']
const content = { ...soundItem, mainItem: '食品经营许可', safety: true }
const renews = soundItem.results.map((result) => ({ ...result, licence: 'renews' as const }))
await database.transaction(HALL_SCOPE, (db) =>
  loadItems(
    db,
    [
      { item: SHOP, unit: 'planning', content },
      { item: RENEWAL, unit: 'planning', content: { ...content, results: renews } },
    ],
    { draftedBy: 'wang.fang', publishedBy: 'zhang.min', at: clock.now, from: day('2026-01-01') },
  ),
)
const hall = await openWholeHall(database, () => clock.now)

const resident = await hall.signInAsResident('13800138001')
const someone = { ...applicant, phone: '13800138001' }
const apply = (desk: Desk, item: string, more: object = {}) =>
  desk.send('POST', '/api/own/files', { item, applicant: someone, materials: MATERIALS, ...more })
const MATERIALS = [paper('application'), paper('layout')]
const own = async (desk: Desk): Promise<OwnLicence[]> => (await desk.get('/api/own/licences')).json().rows

async function conclude(caseNo: string, decision: object) {
  const [clerk, head] = [await hall.signIn('li.wei'), await hall.signIn('wang.fang')]
  const act = async (desk: Desk, path: string, body: object) => {
    const answer = await desk.send('POST', `/api/files/${caseNo}/${path}`, body)
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
  await act(clerk, 'acceptance', {})
  for (const { code, kind } of soundItem.steps)
    if (kind !== 'accept' && kind !== 'decide' && kind !== 'deliver')
      await act(head, 'steps', { step: code, outcome: 'agreed' })
  await act(head, 'decision', decision)
  await act(clerk, 'delivery', { way: 'inPerson', proof: '签收' })
}

test('a resident sees his licences with the days left and renews on the portal; nobody else can, and his data stay', async () => {
  const applied = await apply(resident, SHOP)
  if (applied.statusCode !== 200) throw new Error(applied.body)
  await conclude(applied.json().file.caseNo, { outcome: 'granted', result: '许可证' })
  const [licence] = await own(resident)
  expect(licence).toMatchObject({
    ...{ state: 'valid', validUntil: '2031-03-02', daysLeft: 1826, mayRenew: true },
    ...{ renewalItem: RENEWAL, unitName: { zh: '规划局', en: 'Planning' } },
  })
  const stranger = await hall.signInAsResident('13800138002')
  expect(await own(stranger)).toEqual([])
  const number = licence?.number ?? ''
  // Online nobody sees the document: stating the holder's does not make one the holder.
  expect(refusal(await apply(stranger, RENEWAL, { renews: number }))).toEqual([403, 'licence.not-the-holder'])
  expect(refusal(await apply(stranger, RENEWAL, { renews: 'L000000-000000-0' }))).toEqual([
    403,
    'licence.not-the-holder',
  ])
  const renewed = await apply(resident, RENEWAL, { renews: number })
  expect(renewed.json().file.timeline[0].text.zh).toContain(`申请延续证照 ${number}`)
  expect(await own(resident)).toMatchObject([{ number, mayRenew: false, renewal: { inTime: true } }])
  await conclude(renewed.json().file.caseNo, { outcome: 'granted', result: '许可证' })
  expect(await own(resident)).toMatchObject([{ number, state: 'renewed', validUntil: '2036-03-02' }])

  const stored = await database.read(HALL_SCOPE, (db) => findLicence(db, number))
  const security = await hall.signIn('zhou.er')
  const forget = `/api/persons/${stored?.licence.holder}/forget`
  const kept = await security.send('POST', forget, { reason: '本人书面申请删除' })
  expect([kept.statusCode, kept.json().detail]).toEqual([409, expect.stringContaining('1 份有效证照')])
})

test('at the counter the holder is known by the document, also when he had applied online', async () => {
  const [licence] = await own(resident)
  const clerk = await hall.signIn('li.wei')
  const receiving = (who: object) =>
    clerk.send('POST', '/api/files', {
      ...{ item: RENEWAL, channel: 'counter', applicant: who, materials: MATERIALS, renews: licence?.number },
    })
  const another = { ...applicant, name: '李明', documentNumber: '110101199003070070' }
  expect(refusal(await receiving(another))[1]).toBe('licence.not-the-holder')
  expect((await receiving(applicant)).statusCode).toBe(200)
})

test('a barred person is known by the document on the portal too, under whatever phone', async () => {
  const who = { ...applicant, documentNumber: '110101199003074370', name: '赵一' }
  const deceiver = await hall.signInAsResident('13800138003')
  const applied = await apply(deceiver, RENEWAL, { applicant: who })
  await conclude(applied.json().file.caseNo, {
    ...{ outcome: 'denied', reasons: '合同系伪造', basis: '行政许可法 38', falseMaterial: '合同系伪造' },
  })
  const sameDocument = await hall.signInAsResident('13800138004')
  for (const desk of [deceiver, sameDocument])
    expect(refusal(await apply(desk, RENEWAL, { applicant: who }))).toEqual([409, 'ban.in-force'])
})

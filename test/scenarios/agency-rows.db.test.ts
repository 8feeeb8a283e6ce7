import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import type { AgencyFigures, AgencyView, TrackedAgency } from '#modules/cases/contract.ts'
import type { CardRow } from '#modules/supervision/contract.ts'
import { addUnit } from '#modules/organisation/index.ts'
import { keptLists } from './kept-lists.ts'
import type { Desk } from '#test/http/office.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, openHall, paper, refusal } from './hall.ts'

const ITEM = 'food-business'
const hall = await openHall({ [ITEM]: soundItem })

const UNITS = [
  { id: 'chengguan', name: '城关镇便民服务中心', nameEn: 'Chengguan service centre', kind: 'hall' },
  { id: 'dongan', name: '东安村', nameEn: 'Dongan village', kind: 'village' },
  { id: 'xihe', name: '西河村', nameEn: 'Xihe village', kind: 'village' },
] as const
const PEOPLE = [
  { account: 'head.chengguan', name: '镇中心主任', unit: 'chengguan', role: 'unitHead' },
  { account: 'desk.chengguan', name: '镇中心代办', unit: 'chengguan', role: 'officer' },
  { account: 'agent.dongan', name: '东安代办员', unit: 'dongan', role: 'officer' },
  { account: 'agent.xihe', name: '西河代办员', unit: 'xihe', role: 'officer' },
] as const

const passwordHash = await hashPassword(DEMO_PASSWORD)
await hall.database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, async (db) => {
  const doing = { by: 'demo', at: hall.now }
  for (const unit of UNITS) await addUnit(db, { ...unit, parent: 'county-government' }, doing)
  for (const person of PEOPLE) await addAccount(db, person, { passwordHash, mustChange: false, ...doing })
})

const desks = new Map<string, Desk>()
const pass = async (text: string) => {
  await hall.pass(text)
  for (const { account } of PEOPLE) desks.set(account, await hall.signIn(account))
}
const desk = (account: string) => desks.get(account) ?? hall.desk(account)
const send = (account: string, url: string, body: object = {}) => desk(account).send('POST', url, body)
const mandate = { document: '授权委托书 2026-7', until: '2026-06-30' }
const take = (account: string, more: object = {}) =>
  send(account, '/api/agencies', { item: ITEM, applicant, mandate, papers: ['申请书', '布局图'], ...more })
const taken = async (account: string) => {
  const answer = await take(account)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as AgencyView & { code: string }
}
const name = (account: string, body: object) =>
  desk('head.chengguan').send('PUT', `/api/agents/${account}`, body)
const agentOf = (unit: string, kind: string) => ({
  ...{ kind, unit, phone: '0999-5550001', items: [ITEM], township: kind === 'village' ? 'chengguan' : null },
})
const figures = async (): Promise<AgencyFigures[]> =>
  (await desk('zhang.min').get('/api/agency-figures')).json().rows
const tracked = async (agency: string, code: string): Promise<TrackedAgency> =>
  (await hall.app.inject(`/api/agency/${agency}?code=${code}`)).json()
const materials = [paper('application'), paper('layout')]
const concluded = async (caseNo: string) => {
  const path = `/api/files/${caseNo}`
  await send('wang.fang', `${path}/steps`, { step: 'review', outcome: 'agreed', opinion: '' })
  const decision = { outcome: 'granted', reasons: '', basis: '', result: '证' }
  const answer = await send('wang.fang', `${path}/decision`, decision)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

await pass('2026-03-02T09:00:00')
for (const [account, unit, kind] of [
  ['agent.dongan', 'dongan', 'village'],
  ['agent.xihe', 'xihe', 'village'],
  ['desk.chengguan', 'chengguan', 'hall'],
] as const)
  if ((await name(account, agentOf(unit, kind))).statusCode !== 200) throw new Error(account)

test('[HALL-27] a named agent acts from application to delivery on a written mandate, with messages at each step and a rating at the end; no mandate is refused, and an agent who takes money is before supervision the same day', async () => {
  await hall.told()
  expect(refusal(await take('desk.chengguan', { mandate: { ...mandate, document: ' ' } }))).toEqual([
    ...[422, 'agency.no-mandate'],
  ])
  expect(refusal(await take('desk.chengguan', { mandate: { ...mandate, until: '2026-03-01' } }))).toEqual([
    ...[409, 'agency.mandate-ended'],
  ])
  expect(refusal(await take('li.wei'))).toEqual([403, 'agency.not-an-agent'])
  // Nor does a counter take an agent's case in that names no agent and no mandate.
  const bare = { item: ITEM, channel: 'agent', counter: '1', applicant, materials }
  expect(refusal(await send('li.wei', '/api/files', bare))).toEqual([422, 'case.agent-without-mandate'])

  const { agency, code } = await taken('desk.chengguan')
  const at = (path: string, body: object = {}) =>
    send('desk.chengguan', `/api/agencies/${agency}/${path}`, body)
  const filed: AgencyView = (await at('case', { materials })).json()
  expect(filed).toMatchObject({ stage: 'filed', mandate: mandate.document })
  expect(refusal(await at('result'))).toEqual([409, 'agency.no-result'])
  // Nor does the agent take a fee himself, not even one that another cashier might.
  const charged = await send('desk.chengguan', `/api/files/${filed.caseNo}/charges`, {
    fee: 'any',
    cents: 100,
  })
  expect([charged.statusCode, charged.json().details?.fault]).toEqual([422, 'byAgent'])
  await concluded(filed.caseNo ?? '')
  expect((await at('result')).json().stage).toBe('returned')
  expect((await at('delivery', { proof: '本人签收' })).json().stage).toBe('delivered')
  const told = await hall.told()
  expect(
    told
      .filter((text) => text.includes(agency))
      .map((text) => text.split('）').at(-1))
      .sort(),
  ).toEqual([
    '受托代办，代办不收费。',
    `已收件，办件编号 ${filed.caseNo}。`,
    '结果已由代办员取回，将尽快送交您。',
    '结果已送交，请评价代办服务；代办如向您收钱，请在进度页反映。',
  ])
  // What becomes of the case is told to the resident himself as well.
  expect(told.some((text) => text.includes('已准予'))).toBe(true)

  expect(await tracked(agency, code)).toMatchObject({
    stage: 'delivered',
    mayRate: true,
    agentName: '镇中心代办',
  })
  const rate = (payload: object) =>
    hall.app.inject({ method: 'POST', url: `/api/agency/${agency}/rating`, payload })
  expect(refusal(await rate({ code: 'WRONG234', grade: 'satisfied' }))).toEqual([404, 'agency.not-found'])
  expect((await rate({ code, grade: 'satisfied' })).json()).toMatchObject({
    rating: 'satisfied',
    mayRate: false,
  })
  expect(refusal(await rate({ code, grade: 'satisfied' }))).toEqual([409, 'agency.rated'])
  await hall.app.inject({
    ...{ method: 'POST', url: `/api/agency/${agency}/fee` },
    payload: { code, cents: 5000, text: '跑腿费' },
  })
  await pass('2026-03-02T16:00:00')
  const cards = (await desk('zhang.min').get('/api/cards?log=charges')).json().rows
  expect(cards.map(({ rule, level, unit }: CardRow) => [rule, level, unit]).sort()).toEqual([
    ['SV-20', 'red', 'chengguan'],
    ['SV-20', 'red', 'planning'],
  ])
  for (const { because } of cards) expect(because.zh).toContain('代办人员向群众收钱')

  // The mandate is the resident's: taken back, nothing is filed on it any more.
  const second = await taken('desk.chengguan')
  await hall.app.inject({
    ...{ method: 'POST', url: `/api/agency/${second.agency}/revocation`, payload: { code: second.code } },
  })
  expect(refusal(await send('desk.chengguan', `/api/agencies/${second.agency}/case`, { materials }))).toEqual(
    [...[409, 'agency.not-now']],
  )
})

test('[HALL-28] a village agent has his list of items, and each matter its days up to the township and back to the villager, counted by village; papers held in the village and agents to whom nobody comes are shown', async () => {
  const published = (await hall.app.inject('/api/agents')).json().rows
  expect(published.find(({ account }: { account: string }) => account === 'agent.dongan')).toMatchObject({
    ...{ kind: 'village', unitName: { zh: '东安村' }, township: 'chengguan' },
    items: [{ item: ITEM, name: { zh: soundItem.name.zh } }],
  })
  expect(refusal(await name('agent.dongan', agentOf('xihe', 'village')))).toEqual([422, 'agency.not-staff'])
  await pass('2026-03-03T09:00:00')
  expect(refusal(await take('agent.dongan', { item: 'no-such-item' }))[0]).toBe(404)

  const { agency } = await taken('agent.dongan')
  const at = (account: string, path: string, body: object = {}) =>
    send(account, `/api/agencies/${agency}/${path}`, body)
  expect(refusal(await at('desk.chengguan', 'case', { materials }))).toEqual([409, 'agency.not-now'])
  expect(refusal(await at('agent.dongan', 'handover', { papers: 1 }))).toEqual([422, 'agency.papers-differ'])
  expect(refusal(await at('agent.xihe', 'handover', { papers: 2 }))[0]).toBe(404)
  await pass('2026-03-04T09:00:00')
  expect((await at('agent.dongan', 'handover', { papers: 2 })).json().stage).toBe('handedOver')
  expect(refusal(await at('agent.dongan', 'arrival', { papers: 2 }))).toEqual([
    403,
    'agency.not-the-township',
  ])
  await pass('2026-03-05T09:00:00')
  await at('desk.chengguan', 'arrival', { papers: 2 })
  const filed: AgencyView = (await at('desk.chengguan', 'case', { materials })).json()
  await concluded(filed.caseNo ?? '')
  await pass('2026-03-06T09:00:00')
  await at('agent.dongan', 'result')
  await pass('2026-03-09T09:00:00')
  expect((await at('agent.dongan', 'delivery', { proof: '本人签收' })).json()).toMatchObject({
    ...{ takenAt: '2026-03-03T09:00:00+08:00', handedOverAt: '2026-03-04T09:00:00+08:00' },
    ...{ arrivedAt: '2026-03-05T09:00:00+08:00', returnedAt: '2026-03-06T09:00:00+08:00' },
    deliveredAt: '2026-03-09T09:00:00+08:00',
  })
  const of = async (unit: string) => (await figures()).find((row) => row.unit === unit)
  expect(await of('dongan')).toMatchObject({
    ...{ agents: 1, taken: 1, delivered: 1, toTownship: 2, backToResident: 1, held: 0, quiet: false },
  })

  // Taken and left lying: after two working days it is papers held in the village.
  const lying = await taken('agent.dongan')
  await pass('2026-03-11T09:00:00')
  expect((await of('dongan'))?.held).toBe(0)
  await pass('2026-03-12T09:00:00')
  expect((await of('dongan'))?.held).toBe(1)
  const list = (await desk('agent.dongan').get('/api/agencies?open=true')).json()
  expect(list.rows).toMatchObject([{ agency: lying.agency, waiting: { days: 3, most: 2, late: true } }])
  expect(list.agent).toMatchObject({ account: 'agent.dongan' })
  // A village sees its own matters only.
  expect((await desk('agent.xihe').get('/api/agencies')).json().rows).toEqual([])

  // An agent, thirty days, and nobody came.
  await pass('2026-04-02T09:00:00')
  expect([(await of('xihe'))?.quiet, (await of('xihe'))?.taken]).toEqual([true, 0])
})

test('the lists are the same when they are made again from the ledger', async () => {
  const compared = await compareRebuilt(hall.database, DEMO_JURISDICTION, keptLists)
  expect(compared.filter(({ identical }) => !identical)).toEqual([])
})

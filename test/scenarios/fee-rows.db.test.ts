import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type { FeeBill, FeeDeskRow, FeeRow, ReceiptRow } from '#modules/catalogue/contract.ts'
import type { FileCharges } from '#modules/cases/contract.ts'
import { keptLists } from './kept-lists.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, openHall, paper, refusal } from './hall.ts'

const ITEM = 'building-permit'
const hall = await openHall({ [ITEM]: soundItem })
await hall.pass('2026-03-02T09:00:00')

const WAN = 1_000_000
const said = (zh: string, en: string) => ({ zh, en })
const terms = (more: object = {}) => ({
  ...{
    from: '2026-03-03',
    status: 'kept',
    rate: { kind: 'share', millionths: 2000 },
    basis: '省价费〔2012〕1号',
  },
  ...{ exemption: said('保障性住房免收', 'Social housing is exempt'), collectedYearly: null },
  ...more,
})
const entry = (more: object = {}) => ({
  ...{
    kind: 'entry',
    name: said('城市基础设施配套费', 'Infrastructure fee'),
    payer: 'enterprise',
    items: [ITEM],
  },
  terms: terms(),
  ...more,
})
const list = (more: object = {}) => ({
  ...{ reduction: 'large-projects', title: said('3000万元以上投资项目收费减免清单', 'Large projects') },
  ...{ basis: '县政办〔2026〕5号', percent: 50, from: '2026-03-03', until: '2026-12-31' },
  ...{ minInvestment: 3000 * WAN, boundary: 'included', projects: [] },
  ...more,
})

const desk = (account: string) => hall.desk(account)
const propose = (fee: string, proposal: object, account = 'wang.fang') =>
  desk(account).send('PUT', `/api/fee-register/${fee}/proposal`, { proposal })
const publish = (fee: string, account = 'zhang.min') =>
  desk(account).send('POST', `/api/fee-register/${fee}/publication`, {})
const made = async (fee: string, proposal: object) => {
  const drafted = await propose(fee, proposal)
  if (drafted.statusCode !== 200) throw new Error(drafted.body)
  const published = await publish(fee)
  if (published.statusCode !== 200) throw new Error(published.body)
}
const shown = async (query = ''): Promise<FeeRow[]> =>
  (await hall.app.inject(`/api/fees${query}`)).json().rows
const bill = async (query: string): Promise<FeeBill> =>
  (await hall.app.inject(`/api/fee-bill?${query}`)).json()
const cards = async (): Promise<
  Array<{ rule: string; caseId: string; because: { zh: string }; level: string }>
> => (await desk('zhang.min').get('/api/cards?log=charges&limit=100')).json().rows

const received = async () => {
  const answer = await desk('li.wei').send('POST', '/api/files', {
    ...{ item: ITEM, channel: 'counter', counter: '1', applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const { file, trackingCode } = answer.json()
  return { caseNo: file.caseNo as string, code: trackingCode as string }
}
const billing = (caseNo: string, tenThousand: number) =>
  desk('li.wei').send('PUT', `/api/files/${caseNo}/bill`, {
    ...{ investment: tenThousand * WAN, project: 'industry', quantities: {} },
  })
const charge = (caseNo: string, cents: number, more: object = {}) =>
  desk('li.wei').send('POST', `/api/files/${caseNo}/charges`, { fee: 'infrastructure', cents, ...more })
const tell = async (row: object): Promise<ReceiptRow> => {
  const answer = await desk('li.wei').send('POST', '/api/receipts', {
    rows: [{ fee: 'infrastructure', title: '配套费', on: '2026-03-04', item: ITEM, ...row }],
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().rows[0]
}

await made('infrastructure', entry())
await made('infrastructure', { kind: 'reduction', reduction: list() })
await made(
  'marking-out',
  entry({
    ...{ name: said('建设工程放线咨询费', 'Advice on marking out') },
    terms: terms({ rate: { kind: 'fixed', cents: 80_000 }, collectedYearly: 12_000_000 }),
  }),
)
await made(
  'waste',
  entry({
    name: said('建筑垃圾处置费', 'Building waste'),
    terms: terms({ rate: { kind: 'each', cents: 400, of: 'area' }, collectedYearly: 10_000_000 }),
  }),
)

test('[ITEM-30] the list says fee, old and new rate, basis, who is eligible and until when, and the bill of a project shows the reduction; an eligible project charged in full is refused and found, and a reduction for acquaintances has no place', async () => {
  await hall.pass('2026-03-04T09:00:00')
  const [row] = await shown('?reduced=true')
  expect(row?.reductions).toMatchObject([
    {
      ...{ basis: '县政办〔2026〕5号', from: '2026-03-03', until: '2026-12-31', inForce: true },
      rate: { zh: '投资额的 0.1%' },
      rateBefore: { zh: '投资额的 0.2%' },
      eligible: { zh: '3,000 万元以上（含本数）投资项目' },
    },
  ])
  const due = async (investment: number) =>
    (await bill(`investment=${investment}&project=industry&item=${ITEM}`)).lines[0]
  expect((await due(2999))?.due).toBe(5_998_000)
  expect((await due(3001))?.due).toBe(3_001_000)
  expect(await due(3000)).toMatchObject({ full: 6_000_000, due: 3_000_000, saved: 3_000_000 })
  expect((await due(3000))?.because.at(-1)?.zh).toBe(
    '3000万元以上投资项目收费减免清单：3,000 万元以上（含本数）投资项目；本项目投资 3,000 万元，按标准的 50% 收取，应收 30,000.00 元（县政办〔2026〕5号）',
  )

  // "以上" with or without the boundary is what the list says (民法典 1259 where it says nothing).
  await made('infrastructure', {
    kind: 'reduction',
    reduction: list({ boundary: 'excluded', from: '2026-03-05' }),
  })
  await made('infrastructure', {
    kind: 'reduction',
    reduction: list({ reduction: 'again', from: '2026-03-06' }),
  })
  const on = async (day: string) => (await bill(`investment=3000&item=${ITEM}&on=${day}`)).lines[0]?.due
  expect([await on('2026-03-05'), await on('2026-03-06')]).toEqual([6_000_000, 3_000_000])

  // A list is by what projects are: one that names no condition, or is published by whoever drafted it, is refused.
  const named = list({ minInvestment: null, reduction: 'friend' })
  expect(refusal(await propose('infrastructure', { kind: 'reduction', reduction: named }))).toEqual([
    ...[422, 'fee.eligible-missing'],
  ])
  expect(
    refusal(await propose('infrastructure', { kind: 'reduction', reduction: list() }, 'li.wei'))[0],
  ).toBe(403)

  await hall.pass('2026-03-06T09:00:00')
  const { caseNo } = await received()
  expect((await billing(caseNo, 3001)).statusCode).toBe(200)
  expect(refusal(await charge(caseNo, 6_002_000))).toEqual([422, 'charge.refused'])
  expect((await charge(caseNo, 6_002_000)).json().details.fault).toBe('eligibleChargedFull')
  const charged: FileCharges = (await charge(caseNo, 3_001_000)).json()
  expect(charged.charges).toMatchObject([{ cents: 3_001_000, full: 6_002_000, reduction: 'large-projects' }])
  expect(refusal(await charge(caseNo, 3_001_000))).toEqual([409, 'charge.twice'])

  // Less than anybody else is a favour: at the counter refused, elsewhere found.
  const { caseNo: friend } = await received()
  await billing(friend, 2000)
  expect((await charge(friend, 1)).json().details.fault).toBe('belowRate')
  const full = await tell({ receipt: 'A-1', cents: 8_000_000, investment: 4000 * WAN, on: '2026-03-06' })
  expect(full).toMatchObject({ fault: 'eligibleChargedFull', due: 4_000_000 })
  const rows: FeeDeskRow[] = (await desk('zhang.min').get('/api/fee-register')).json().rows
  const reach = rows.find(({ fee }) => fee === 'infrastructure')?.reach
  expect(reach?.find(({ reduction }) => reduction === 'large-projects')).toMatchObject({
    eligible: 2,
    reduced: 1,
  })
})

test('[ITEM-31] each fee is kept, reduced or abolished from a day, with what enterprises save in a year; an abolished fee that is still collected, also as a voluntary service, is refused and found', async () => {
  await made('marking-out', {
    kind: 'terms',
    terms: terms({
      from: '2026-03-09',
      status: 'abolished',
      basis: '财税〔2026〕3号',
      collectedYearly: 12_000_000,
    }),
  })
  const reduced = { rate: { kind: 'each', cents: 300, of: 'area' }, basis: '县价费〔2026〕2号' }
  const lower = terms({ from: '2026-03-09', status: 'reduced', ...reduced, collectedYearly: 10_000_000 })
  expect(
    refusal(
      await propose('waste', { kind: 'terms', terms: { ...lower, rate: { ...reduced.rate, cents: 400 } } }),
    ),
  ).toEqual([...[422, 'fee.not-less']])
  await made('waste', { kind: 'terms', terms: lower })
  expect(await shown('?search=放线')).toMatchObject([
    { status: 'kept', next: { from: '2026-03-09', status: 'abolished', rate: { zh: '不收取' } } },
  ])
  await hall.pass('2026-03-09T09:00:00')
  expect((await shown()).map(({ fee, status }) => [fee, status])).toEqual([
    ['infrastructure', 'kept'],
    ['marking-out', 'abolished'],
    ['waste', 'reduced'],
  ])
  const saved = (await hall.app.inject('/api/fee-savings')).json()
  // 120,000.00 a year of the abolished fee, a quarter of 100,000.00 of the reduced one, and what receipts of this year show.
  expect([saved.yearly, saved.measured]).toEqual([14_500_000, 3_001_000])

  const { caseNo } = await received()
  await billing(caseNo, 100)
  const abolished = await charge(caseNo, 80_000, { fee: 'marking-out' })
  expect(abolished.json().details.fault).toBe('abolished')
  const voluntary = await charge(caseNo, 80_000, { fee: null, title: '放线自愿服务费', voluntary: true })
  expect(voluntary.json().details.fault).toBe('voluntary')
  const elsewhere = await tell({
    receipt: 'B-1',
    fee: null,
    title: '放线咨询服务',
    cents: 50_000,
    on: '2026-03-09',
  })
  expect(elsewhere.fault).toBe('voluntary')
  await hall.pass('2026-03-09T15:00:00')
  const found = (await cards()).map(({ because }) => because.zh.replace(/^发生于 \S+：/, ''))
  expect(found).toContain('取消的收费仍在收取')
  expect(found).toContain('取消的收费改称自愿服务')
})

test('[ITEM-32] name, basis, rate and exemption of every fee are public, and every receipt carries its code; a charge without a code or above the rate is refused, and supervision has the card the same day', async () => {
  const [row] = await shown('?search=infrastructure')
  expect(row).toMatchObject({
    ...{ fee: 'infrastructure', basis: '省价费〔2012〕1号', rate: { zh: '投资额的 0.2%' }, status: 'kept' },
    exemption: { zh: '保障性住房免收' },
  })
  const { caseNo, code } = await received()
  expect(refusal(await charge(caseNo, 2_000_000))).toEqual([409, 'charge.not-reckoned'])
  await billing(caseNo, 1000)
  expect((await charge(caseNo, 2_000_001)).json().details.fault).toBe('aboveRate')
  expect((await charge(caseNo, 5000, { fee: null, title: '资料费' })).json().details.fault).toBe('noCode')
  expect((await charge(caseNo, 5000, { fee: 'tea' })).json().details.fault).toBe('unknownCode')
  const view: FileCharges = (await charge(caseNo, 2_000_000)).json()
  const receipt = view.charges[0]?.receipt
  expect(receipt?.number).toMatch(/费字〔2026〕第0002号$/)
  const printed = await hall.app.inject(`/api/track/${caseNo}/papers/${receipt?.notice}?code=${code}`)
  expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf'])
  const book = (await desk('li.wei').get('/api/receipts?fee=infrastructure')).json()
  expect(book.rows.map((one: ReceiptRow) => one.fee)).toEqual([
    'infrastructure',
    'infrastructure',
    'infrastructure',
  ])

  // Whoever pays may ask: by number and code he sees the receipts and tells what else was asked of him.
  const track = await hall.app.inject(`/api/track/${caseNo}/charges?code=${code}`)
  expect(track.json().charges).toMatchObject([{ fee: 'infrastructure', cents: 2_000_000 }])
  const asked = await hall.app.inject({
    ...{ method: 'POST', url: `/api/track/${caseNo}/charges` },
    payload: { code, fee: null, title: '加急费', cents: 20_000, on: '2026-03-09', by: 'office' },
  })
  expect(asked.json().found).toMatchObject({ fault: 'noCode' })

  await hall.pass('2026-03-09T17:00:00')
  const own = (await cards()).filter(({ caseId }) => caseId.includes(caseNo))
  expect(own.length).toBeGreaterThanOrEqual(4)
  expect(new Set(own.map(({ rule, level }) => `${rule} ${level}`))).toEqual(new Set(['SV-20 red']))
  expect(refusal(await desk('li.wei').get('/api/fee-register'))[0]).toBe(200)
  expect((await hall.app.inject('/api/fee-register')).statusCode).toBe(401)
})

test('what was drafted is nobody’s until a second person publishes it before it holds', async () => {
  expect(refusal(await publish('nothing-there'))).toEqual([409, 'fee.no-proposal'])
  await propose('waste', { kind: 'terms', terms: terms({ from: '2026-03-09', basis: '新依据' }) })
  const late = await propose('waste', {
    kind: 'terms',
    terms: terms({ from: '2026-03-10', basis: '新依据' }),
  })
  expect(late.json().proposal.by).toBe('wang.fang')
  expect(refusal(await publish('waste', 'wang.fang'))[0]).toBe(403)
  const back = await desk('zhang.min').send('POST', '/api/fee-register/waste/return', { reason: '依据不足' })
  expect(back.json().proposal).toBeNull()
})

test('the lists are the same when they are made again from the ledger', async () => {
  const compared = await compareRebuilt(hall.database, DEMO_JURISDICTION, keptLists)
  expect(compared.filter(({ identical }) => !identical)).toEqual([])
})

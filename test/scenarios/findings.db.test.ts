import { beforeAll, describe, expect, test } from 'vitest'
import { calendarEditions, clockList } from '#engines/clocks/stored/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { caseLists } from '#modules/cases/index.ts'
import {
  badgeRoutes,
  badgeTalkLists,
  findingLists,
  findingRoutes,
  followRatings,
  guidanceLists,
  guidanceRoutes,
  networkRoutes,
  ratingsKnown,
  reportLists,
  reportRoutes,
} from '#modules/findings/index.ts'
import type {
  BadgeTalkRow,
  FindingRow,
  FindingShare,
  FindingView,
  GuidanceRow,
  NetworkItem,
  ReportRow,
} from '#modules/findings/contract.ts'
import { recusalLists, recusalRoutes } from '#modules/recusal/index.ts'
import type { RecusalRow } from '#modules/recusal/contract.ts'
import { cardsKnown, idleThenFast, objectionLists, supervisionLists } from '#modules/supervision/index.ts'
import type { CardRow, CardView, ObjectionRow } from '#modules/supervision/contract.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'

/** 问题发现: from the card to the disposition, and what nobody may do with it. */
const ITEM = 'food-business'
const hall = await openHall(
  { [ITEM]: soundItem },
  {
    routes: ({ database, vault }) => [
      ...recusalRoutes(),
      ...findingRoutes(),
      ...badgeRoutes,
      ...guidanceRoutes,
      ...networkRoutes([cardsKnown, ratingsKnown]),
      ...reportRoutes({ database, vault, idleThenFast }),
    ],
    follow: [followRatings],
  },
)
const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
const NEW = [
  { account: 'qian.second', name: '钱二', unit: 'supervision', role: 'supervisor' },
  { account: 'zhao.market', name: '赵市', unit: 'market', role: 'unitHead' },
] as const

const desks = new Map<string, Awaited<ReturnType<typeof hall.signIn>>>()
const desk = async (account: string) => {
  const found = desks.get(account) ?? (await hall.signIn(account))
  desks.set(account, found)
  return found
}
const pass = async (text: string) => {
  await hall.pass(text)
  desks.clear()
}
interface Answer {
  readonly statusCode: number
  readonly body: string
  json<T>(): T
}
const fine = async <T>(answer: Promise<Answer>): Promise<T> => {
  const given = await answer
  if (given.statusCode !== 200) throw new Error(given.body)
  return given.json<T>()
}
const post = async (account: string, url: string, body: object = {}): Promise<Answer> =>
  (await desk(account)).send('POST', url, body)
const get = async (account: string, url: string): Promise<Answer> => (await desk(account)).get(url)
const refused = async (answer: Promise<Answer>) =>
  refusal((await answer) as unknown as Parameters<typeof refusal>[0])[1]

const SUPERVISOR = 'zhang.min'
const SECOND = 'qian.second'
const HEAD = 'wang.fang'
const OFFICER = 'li.wei'
const LEADER = 'chen.jie'

const rowsOf = async (account: string, query = '') =>
  fine<{ rows: FindingRow[]; total: number }>(get(account, `/api/findings?limit=200${query}`))
const viewOf = (account: string, finding: string) =>
  fine<FindingView>(get(account, `/api/findings/${finding}`))
const act = (account: string, finding: string, path: string, body: object = {}) =>
  post(account, `/api/findings/${finding}/${path}`, body)
const take = (account: string, finding: string) =>
  fine(act(account, finding, 'handler', { relation: null, note: '无' }))
const open = (body: object, account = SUPERVISOR) =>
  fine<FindingView & { sameFactAs: string | null }>(
    post(account, '/api/findings', {
      ...{ source: 'inquiry', sourceId: 'inquiry/1', unit: 'planning', conduct: 'delay' },
      ...{ fact: '三个环节均无办理记录', happenedOn: '2026-08-20' },
      ...body,
    }),
  )
/** Opened, answered by the unit, and taken by a supervisor. */
const ready = async (body: object, account = SUPERVISOR) => {
  const { finding } = await open(body, account)
  await fine(act(OFFICER, finding, 'answer', { text: '当时人手不足，已补办' }))
  await take(account, finding)
  return finding
}

const received: { caseNo: string; trackingCode: string }[] = []
const receive = async (more: object = {}) => {
  const body = {
    ...{ item: ITEM, channel: 'counter', counter: null, applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
    ...more,
  }
  const { file, trackingCode } = await fine<{ file: { caseNo: string }; trackingCode: string }>(
    post(OFFICER, '/api/files', body),
  )
  received.push({ caseNo: file.caseNo, trackingCode })
  return file.caseNo
}

const redCards = async () =>
  (await fine<{ rows: CardRow[] }>(get(SUPERVISOR, '/api/cards?level=red&log=hall&limit=200'))).rows

beforeAll(async () => {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await hall.database.transaction(scope, async (db) => {
    for (const person of NEW)
      await addAccount(db, person, { passwordHash, mustChange: false, by: 'demo', at: hall.now })
  })
  await pass('2026-03-02T09:00:00')
  for (let files = 0; files < 2; files++) await receive()
  await pass('2026-09-01T09:00:00')
})

describe('a card', () => {
  let [card, other] = ['', '']
  const judged = (name: string, body: object) => post(SUPERVISOR, `/api/cards/${name}/judgement`, body)

  test('that is upheld opens one finding with its facts; only the list of exemptions excuses', async () => {
    const cards = await redCards()
    ;[card = '', other = ''] = cards.map((one) => one.card)
    expect(cards.length).toBeGreaterThan(1)
    await fine(post(OFFICER, `/api/cards/${card}/answer`, { text: '系统停机，已上传证明' }))
    const excusing = { outcome: 'excused', reason: '大家都不容易，算了吧' }
    expect(await refused(judged(card, excusing))).toBe('finding.not-exempt')
    expect(await refused(judged(card, { ...excusing, ground: 'goodWork' }))).toBe('finding.not-exempt')
    const upheld = await fine<CardView>(judged(card, { outcome: 'upheld', reason: '事实清楚，超过时限' }))
    expect(upheld.finding).toMatch(/^F260901-/)
    const finding = await viewOf(HEAD, upheld.finding ?? '')
    expect(finding).toMatchObject({
      status: 'open',
      sources: ['card'],
      severity: 'grave',
      unit: { id: 'planning' },
    })
    expect(finding.told[0]?.evidence.length).toBeGreaterThan(0)
  })

  test('the wrong card is objected to by the unit, judged by another supervisor and withdrawn; all figures are right again', async () => {
    const figures = async () => ({
      rules: (await get(SUPERVISOR, '/api/rules')).json<{ rows: { rule: string; cards: unknown }[] }>(),
      standing: (await fine<{ total: number }>(get(HEAD, '/api/cards?status=standing'))).total,
      findings: (await rowsOf(HEAD)).rows.filter(({ status }) => status !== 'withdrawn').length,
      shares: (await fine<{ rows: FindingShare[] }>(get(LEADER, '/api/finding-shares'))).rows.map(
        ({ findings }) => findings,
      ),
    })
    const before = await figures()
    expect([before.findings, before.shares]).toEqual([1, [1]])
    const objecting = (account: string) =>
      post(account, `/api/cards/${card}/objection`, { grounds: '停机公告在案，期间不计入时限' })
    const deciding = (account: string, outcome: string) =>
      post(account, `/api/cards/${card}/objection/decision`, { outcome, reason: '停机属实，该牌有误' })
    expect(await refused(deciding(SECOND, 'withdrawn'))).toBe('objection.none')
    expect(await refused(objecting('zhao.market'))).toBe('card.not-found')
    await fine(objecting(HEAD))
    const [waiting] = (await fine<{ rows: ObjectionRow[] }>(get(SECOND, '/api/objections'))).rows
    expect(waiting).toMatchObject({ card, outcome: null, decideBy: '2026-10-01', overdue: false })
    expect(await refused(deciding(SUPERVISOR, 'kept'))).toBe('objection.own-judgement')
    expect(await refused(deciding(HEAD, 'withdrawn'))).toBe('access.not-permitted')
    const settled = await fine<CardView>(deciding(SECOND, 'withdrawn'))
    expect(settled).toMatchObject({
      status: 'withdrawn',
      finding: null,
      objection: { decided: { outcome: 'withdrawn' } },
    })
    const after = await figures()
    expect(after.standing).toBe(before.standing - 1)
    expect([after.findings, after.shares]).toEqual([0, []])
    expect(after.rules).not.toEqual(before.rules)
  })

  test('told by several sources the same fact counts once, and goes with its last source', async () => {
    await fine(post(OFFICER, `/api/cards/${other}/answer`, { text: '没有其他说明了' }))
    const { finding } = await fine<CardView>(
      judged(other, { outcome: 'upheld', reason: '事实清楚，超过时限' }),
    )
    const { matter, conduct, happenedOn } = await viewOf(SUPERVISOR, finding ?? '')
    const same = await open({ source: 'complaint', sourceId: 'complaint/7', matter, conduct, happenedOn })
    expect(same.sameFactAs).toBe(finding)
    expect(same.sources).toEqual(['card', 'complaint'])
    await take(SUPERVISOR, same.finding)
    await fine(
      act(SUPERVISOR, same.finding, 'withdrawal', { sourceId: 'complaint/7', reason: '投诉人另案处理' }),
    )
    expect((await viewOf(SUPERVISOR, same.finding)).status).toBe('open')
  })
})

test('[ESUP-13] every finding ends in a disposition with reasons by its day; educating again and again is flagged and then refused; each supervisor’s share without consequence is shown to leaders', async () => {
  const ended = (finding: string, body: object) =>
    act(SUPERVISOR, finding, 'disposition', { reason: '事实清楚，作出处置', ...body })
  const first = await ready({ sourceId: 'inquiry/a', matter: 'A' })
  const before = await viewOf(SUPERVISOR, first)
  expect(before.disposeBy.slice(0, 10) > '2026-10-10').toBe(true)
  expect(await refused(ended(first, { disposition: 'educated', reason: '好' }))).toBe(
    'finding.reason-missing',
  )
  await fine(ended(first, { disposition: 'educated' }))
  const second = await ready({ sourceId: 'inquiry/b', matter: 'B' })
  const flagged = await fine<FindingView>(ended(second, { disposition: 'educated' }))
  expect(flagged.disposed?.educatedBefore).toEqual([first])
  const third = await ready({ sourceId: 'inquiry/c', matter: 'C' })
  expect(await refused(ended(third, { disposition: 'educated' }))).toBe('finding.educated-before')
  await fine(ended(third, { disposition: 'rectify', reason: '批评教育无效，责令整改' }))
  const { rows } = await fine<{ rows: FindingShare[] }>(get(LEADER, '/api/finding-shares'))
  const mine = rows.find(({ account }) => account === SUPERVISOR)
  expect(mine).toMatchObject({ disposed: 3, withoutConsequence: 2, educatedAgain: 1 })
  expect(await refused(get(HEAD, '/api/finding-shares'))).toBe('access.not-permitted')
  await open({ sourceId: 'inquiry/left', matter: 'LEFT' })
  await pass('2027-01-04T09:00:00')
  const late = (await rowsOf(LEADER, '&matter=LEFT')).rows
  expect(late).toMatchObject([{ overdue: true, status: 'open' }])
})

test('[ESUP-14] a relation is declared before a file is handled, recusal is on record for whoever is above, an undeclared one is found, and lenience toward one unit shows', async () => {
  const { finding } = await open({ sourceId: 'inquiry/14', matter: 'M14', happenedOn: '2026-12-01' })
  const rectify = { disposition: 'rectify', reason: '责令限期整改' }
  expect(await refused(act(SUPERVISOR, finding, 'disposition', rectify))).toBe('finding.declare-first')
  await fine(act(SECOND, finding, 'handler', { relation: 'kin', note: '配偶在该局工作' }))
  expect((await viewOf(LEADER, finding)).handler).toBeNull()
  await take(SUPERVISOR, finding)
  const history = (await viewOf(LEADER, finding)).history.map(({ what }) => what.zh)
  expect(history).toEqual(expect.arrayContaining(['申报回避', '申报无回避情形，承办']))
  const recusals = async () => (await fine<{ rows: RecusalRow[] }>(get(LEADER, '/api/recusals'))).rows
  expect((await recusals()).find(({ account }) => account === SECOND)?.files).toMatchObject([
    { subject: `finding/${finding}`, relation: 'kin' },
  ])
  // What he disposed of without consequence toward one unit, and nothing elsewhere, shows.
  for (const nth of [1, 2, 3]) {
    const one = await ready({ sourceId: `inquiry/len${nth}`, matter: `LEN${nth}`, conduct: 'onceTold' })
    await fine(act(SUPERVISOR, one, 'disposition', { disposition: 'noFault', reason: '情有可原，不予追究' }))
  }
  const { lenient } = await fine<{ lenient: { account: string; unit: { id: string } }[] }>(
    get(LEADER, '/api/finding-shares'),
  )
  expect(lenient).toMatchObject([{ account: SUPERVISOR, unit: { id: 'planning' } }])
  const service = { unit: 'planning', from: '2019-01-01', to: '2026-02-28' }
  expect(await refused(post(SUPERVISOR, `/api/recusals/${SUPERVISOR}/services`, service))).toBe(
    'access.not-permitted',
  )
  await fine(post(LEADER, `/api/recusals/${SUPERVISOR}/services`, service))
  const found = (await recusals()).find(({ account }) => account === SUPERVISOR)
  expect(found?.undeclared.map(({ subject }) => subject)).toContain(`finding/${finding}`)
  expect(await refused(act(SUPERVISOR, finding, 'disposition', rectify))).toBe('recusal.conflict')
})

test('[ESUP-10] an act beyond power does not close on paper: the person harmed has a remedy with its date', async () => {
  const finding = await ready(
    { sourceId: 'inquiry/10', matter: 'M10', conduct: 'beyondRate', happenedOn: '2026-12-02' },
    SECOND,
  )
  const instrument = { disposition: 'instrument', reason: '超标准收费，发告诫书' }
  expect((await viewOf(SECOND, finding)).remedyOwed).toBe(true)
  expect(await refused(act(SECOND, finding, 'disposition', instrument))).toBe('finding.remedy-first')
  const remedy = { what: '退还多收的 120 元', on: '2027-02-01', proof: '退款凭证 0012' }
  expect(await refused(act(SECOND, finding, 'remedy', remedy))).toBe('finding.remedy-date')
  await fine(act(SECOND, finding, 'remedy', { ...remedy, on: '2026-12-20' }))
  const closed = await fine<FindingView>(act(SECOND, finding, 'disposition', instrument))
  expect(closed).toMatchObject({ status: 'disposed', remedyOwed: false, remedy: { on: '2026-12-20' } })
})

test('the unit asks for review within thirty days, and somebody who took no part decides', async () => {
  const finding = await ready({ sourceId: 'inquiry/r', matter: 'R', happenedOn: '2026-12-03' }, SECOND)
  await fine(act(SECOND, finding, 'disposition', { disposition: 'rectify', reason: '责令限期整改' }))
  expect(await refused(act(OFFICER, finding, 'disposition', {}))).toBe('access.not-permitted')
  await fine(act(HEAD, finding, 'review', { grounds: '当日依法中止，不应计时' }))
  const deciding = { outcome: 'kept', reason: '中止没有法定情形' }
  expect(await refused(act(SECOND, finding, 'review/decision', deciding))).toBe('finding.took-part')
  const { review } = await viewOf(HEAD, finding)
  expect(review).toMatchObject({ outcome: null, decideBy: '2027-02-04T00:00:00+08:00' })
})

test('[ESUP-11] ratings, complaints and notes of visits are joined by badge; the second in a quarter opens a talk, and the unit cannot remove a bad rating', async () => {
  const system = await desk('sun.yi')
  const place = { zh: '政务服务中心', en: 'Service Hall' }
  await fine(
    system.send('PUT', '/api/hall/halls/main', {
      ...{ name: place, level: 'county', address: '青禾路 1 号', phone: '12345' },
      ...{ unit: 'planning', channels: ['counter', 'web'] },
    }),
  )
  const head = await desk(HEAD)
  await fine(
    head.send('PUT', '/api/hall/counters/A01', {
      ...{ hall: 'main', name: place, place: '一楼', units: ['planning'] },
      ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: null },
    }),
  )
  const duties = { zh: '受理', en: 'Intake' }
  await fine(
    head.send('PUT', '/api/hall/badges/001', { account: OFFICER, name: '李蔚', unit: 'planning', duties }),
  )
  await fine(head.send('PUT', '/api/hall/counters/A01/state', { state: 'open' }))
  await fine(post(OFFICER, '/api/hall/counters/A01/seat', { badge: '001' }))
  const caseNo = await receive({ counter: 'A01', acceptIfComplete: false })
  const { trackingCode } = received.at(-1) ?? { trackingCode: '' }
  const declining = { reason: '不属本机关职权', basis: '行政许可法 32(2)', ground: 'notOurs' }
  await fine(
    post(OFFICER, `/api/files/${caseNo}/refusal`, {
      ...declining,
      nextStep: '请到县行政审批局二楼 5 号窗口申请',
    }),
  )
  const payload = { code: trackingCode, grade: 'dissatisfied', tags: ['态度生硬'] }
  await fine(hall.app.inject({ method: 'POST', url: `/api/track/${caseNo}/rating`, payload }))
  await pass('2027-01-05T09:00:00')
  const [rated] = (await rowsOf(HEAD, '&source=rating')).rows
  expect(rated).toMatchObject({ badge: '001', matter: caseNo, conduct: 'rudeness', sources: ['rating'] })
  const talks = async (account: string) =>
    (await fine<{ rows: BadgeTalkRow[] }>(get(account, '/api/badge-talks'))).rows
  expect(await talks(HEAD)).toEqual([])
  const told = {
    source: 'visit',
    sourceId: 'visit/9',
    conduct: 'rudeness',
    badge: '001',
    happenedOn: '2027-01-04',
  }
  const noted = await open({ ...told, matter: 'window A01', fact: '对来访群众不理不睬' }, SECOND)
  const [talk] = await talks(HEAD)
  expect(talk).toMatchObject({ badge: '001', quarter: '2027Q1', held: null })
  expect(talk?.findings).toEqual([rated?.finding, noted.finding].sort())
  const reason = { reason: '恶意差评，予以删除' }
  for (const account of [OFFICER, HEAD])
    expect(await refused(act(account, rated?.finding ?? '', 'withdrawal', reason))).toBe(
      'access.not-permitted',
    )
  expect((await rowsOf(HEAD, '&source=rating')).rows).toMatchObject([{ status: 'open' }])
  // A complaint joins the two; the quarter owes one talk all the same, and the head sees all three of them.
  const complained = { ...told, source: 'complaint', sourceId: 'complaint/9', matter: 'complaint 9' }
  await open({ ...complained, fact: '来电投诉：问一句顶一句' }, SECOND)
  const ofBadge = (await rowsOf(HEAD, '&conduct=rudeness')).rows.filter((one) => one.badge === '001')
  expect(ofBadge.flatMap(({ sources }) => sources).sort()).toEqual(['complaint', 'rating', 'visit'])
  expect(await talks(HEAD)).toHaveLength(1)
  const url = `/api/badge-talks/${encodeURIComponent(talk?.talk ?? '')}`
  expect(await refused(post('zhao.market', url, { on: '2027-01-05', note: '已经谈过话' }))).toBe(
    'badge-talk.not-found',
  )
  await fine(post(HEAD, url, { on: '2027-01-05', note: '已谈话，要求改进态度' }))
  expect(await talks(LEADER)).toMatchObject([{ held: { on: '2027-01-05' } }])
})

test('[ESUP-22] guidance is apart from findings and needs a reply; no sanction goes out as advice, no finding is softened into it', async () => {
  const give = (body: object) => post(SECOND, '/api/guidance', { unit: 'planning', ...body })
  expect(await refused(give({ text: '建议对责任人扣发绩效并通报批评' }))).toBe('guidance.is-sanction')
  expect(await refused(give({ text: '建议今后加快办理', matter: 'LEFT' }))).toBe('guidance.softens-finding')
  const given = await fine<GuidanceRow>(give({ text: '建议把指南放到取号机旁' }))
  expect(given).toMatchObject({ reply: null, overdue: false })
  expect((await rowsOf(SECOND)).rows.some(({ fact }) => fact.includes('取号机'))).toBe(false)
  const replying = (account: string) =>
    post(account, `/api/guidance/${given.guidance}/reply`, { text: '已经移到取号机旁' })
  expect(await refused(replying('zhao.market'))).toBe('guidance.not-found')
  await fine(replying(HEAD))
  const { rows } = await fine<{ rows: GuidanceRow[] }>(get(HEAD, '/api/guidance'))
  expect(rows).toMatchObject([{ reply: { text: '已经移到取号机旁' } }])
  const soft = await ready({ sourceId: 'inquiry/soft', matter: 'SOFT', conduct: 'lateArrival' }, SECOND)
  const reason = { disposition: 'noFault', reason: '以指导意见代替处置' }
  expect(await refused(act(SECOND, soft, 'disposition', reason))).toBe('finding.softened')
})

test('[ESUP-23] one view of a unit, a post, a badge or a matter joins cards, findings and ratings, and the same fact counts once', async () => {
  interface View {
    readonly facts: number
    readonly told: number
    readonly findings: FindingRow[]
    readonly items: NetworkItem[]
  }
  const network = (query: string, account = SECOND) =>
    fine<View>(get(account, `/api/finding-network?${query}`))
  const whole = await network('unit=planning')
  expect(new Set(whole.items.map(({ source }) => source))).toEqual(new Set(['card', 'rating']))
  const joined = whole.items.filter(({ finding }) => finding !== null)
  expect(joined.length).toBeGreaterThan(1)
  const standing = whole.findings.filter(({ status }) => status !== 'withdrawn')
  expect(whole.facts).toBe(standing.length + whole.items.length - joined.length)
  const badge = await network('badge=001')
  expect(badge.findings.flatMap(({ sources }) => sources).sort()).toEqual(['complaint', 'rating', 'visit'])
  const [card] = joined.filter(({ source }) => source === 'card')
  const matter = standing.find(({ finding }) => finding === card?.finding)?.matter ?? ''
  const one = await network(`matter=${matter}`)
  expect(one.findings.filter(({ sources }) => sources.includes('card'))).toHaveLength(1)
  expect(one.items.map(({ source }) => source)).toContain('card')
  expect(await refused(get(SECOND, '/api/finding-network'))).toBe('finding.whom')
  // By post: cards and ratings of the cases that lay there; nothing of a post that had none.
  const { steps } = (await fileOf(await desk(OFFICER), matter)) as { steps: { post: string }[] }
  const post = await network(`unit=planning&post=${steps[0]?.post ?? ''}`)
  expect(post.items.map(({ source }) => source)).toContain('card')
  expect((await network('unit=planning&post=nobodys')).items).toEqual([])
  expect((await network(`unit=market&post=${steps[0]?.post ?? ''}`)).items).toEqual([])
  expect((await network('unit=planning', 'zhao.market')).facts).toBe(0)
  // By person: what the press told and a visit met again is one fact of his, told twice.
  const his = { account: OFFICER, matter: 'M23', happenedOn: '2026-12-05', fact: '上班时间在窗口看视频' }
  const press = await open({ ...his, source: 'media', sourceId: 'media/1' }, SECOND)
  const { facts, told } = await network(`account=${OFFICER}`)
  const met = await open({ ...his, source: 'visit', sourceId: 'visit/23' }, SECOND)
  expect(met.sameFactAs).toBe(press.finding)
  const person = await network(`account=${OFFICER}`)
  expect(person).toMatchObject({ facts, told: told + 1 })
  expect(person.findings.find((one) => one.finding === met.finding)?.sources).toEqual(['media', 'visit'])
})

test('[ESUP-08] who reports extortion is sealed from the unit and its line, the report goes to the discipline body in time, and “misunderstanding” ends nothing without his word', async () => {
  const name = '不该出现的人'
  const payload = {
    unit: 'planning',
    text: '窗口人员索要购物卡才肯受理，我叫不该出现的人',
    name,
    phone: '13911112222',
  }
  const told = hall.app.inject({ method: 'POST', url: '/api/reports', payload })
  const { report, code } = await fine<{ report: string; code: string }>(told)
  const held = (given: string) =>
    hall.app.inject({ method: 'GET', url: `/api/reports/${report}?code=${given}` })
  expect(await refused(held('WRONG123'))).toBe('report.not-found')
  expect(await fine(held(code))).toMatchObject({
    state: 'received',
    transferBy: '2027-01-13T00:00:00+08:00',
  })
  const list = '/api/protected-reports'
  for (const account of [OFFICER, HEAD, LEADER, 'zhao.market'])
    expect(await refused(get(account, list))).toBe('access.not-permitted')
  // The supervisor who served in the unit does not even see that it is there.
  expect((await fine<{ rows: ReportRow[] }>(get(SUPERVISOR, list))).rows).toEqual([])
  expect(
    await refused(post(SUPERVISOR, `${list}/${report}/transfer`, { to: '县纪委', receipt: '1号' })),
  ).toBe('report.not-found')
  const closing = (body: object) => post(SECOND, `${list}/${report}/closing`, body)
  const answer = '经核查，已作处理，感谢您的监督'
  expect(await refused(closing({ outcome: 'misunderstanding', answer }))).toBe('report.not-transferred')
  await pass('2027-01-14T09:00:00')
  expect((await fine<{ rows: ReportRow[] }>(get(SECOND, list))).rows).toMatchObject([
    { report, overdue: true },
  ])
  const reading = () =>
    fine<{
      text: string
      name: string | null
      hints: { matter: string; idleDays: number; finishedOn: string }[]
    }>(post(SECOND, `${list}/${report}/reading`, { purpose: '移送前审核举报内容' }))
  const read = await reading()
  expect([read.name, read.text.includes('购物卡')]).toEqual([null, true])
  // A case that lay for months and is finished within the hour is what whoever reads the report is pointed to.
  const [{ caseNo: lay } = { caseNo: '' }] = received
  expect(read.hints.map(({ matter }) => matter)).not.toContain(lay)
  await fine(post(HEAD, `/api/files/${lay}/steps`, { step: 'review', outcome: 'agreed', opinion: '' }))
  const denied = { outcome: 'denied', reasons: '经营场所不符合条件', basis: '食品安全法第三十五条' }
  await fine(post(HEAD, `/api/files/${lay}/decision`, { ...denied, result: '', unmet: ['premises'] }))
  await pass('2027-01-14T10:00:00')
  const hint = (await reading()).hints.find(({ matter }) => matter === lay)
  expect(hint).toMatchObject({ finishedOn: '2027-01-14' })
  expect(hint?.idleDays).toBeGreaterThan(100)
  await fine(post(SECOND, `${list}/${report}/transfer`, { to: '县纪委监委', receipt: '收字〔2027〕1号' }))
  expect(await refused(closing({ outcome: 'verified', answer }))).toBe('report.no-result')
  const result = { result: '经查，收受购物卡属实', reference: '函〔2027〕3号' }
  await fine(post(SECOND, `${list}/${report}/result`, result))
  expect(await refused(closing({ outcome: 'misunderstanding', answer }))).toBe('report.word-needed')
  const closed = await fine<ReportRow>(closing({ outcome: 'verified', answer }))
  expect(closed.finding).toMatch(/^F270114-/)
  expect(await fine(held(code))).toMatchObject({ state: 'closed', answer })
  // What proved true is sealed: the unit neither sees nor counts it, under whatever filter.
  const before = await rowsOf(HEAD)
  expect(before.rows.some(({ finding }) => finding === closed.finding)).toBe(false)
  expect(before.total).toBe(before.rows.length)
  expect((await rowsOf(HEAD, '&conduct=solicitation')).total).toBe(0)
  expect(await refused(get(HEAD, `/api/findings/${closed.finding}`))).toBe('finding.not-found')
  expect(await refused(act(HEAD, closed.finding ?? '', 'answer', { text: '没有这回事啊' }))).toBe(
    'finding.not-found',
  )
})

test('the lists are made again from the ledger with the same result', async () => {
  const lists = [
    ...[calendarEditions, clockList, caseLists, recusalLists, findingLists, badgeTalkLists],
    ...[guidanceLists, reportLists, supervisionLists, objectionLists],
  ]
  for (const table of await compareRebuilt(hall.database, DEMO_JURISDICTION, lists))
    expect(table).toMatchObject({ identical: true })
})

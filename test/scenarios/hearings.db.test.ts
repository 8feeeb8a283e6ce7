import { describe, expect, test } from 'vitest'
import { createDemoAccounts } from '#modules/access/index.ts'
import type { FileView, TrackedFile } from '#modules/cases/contract.ts'
import type { Desk } from '#test/http/office.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'
import { itemUnder, withVisit } from './statutory-items.ts'

/*
 * Hearings, visits on the spot and the post, as an office and its applicants live them. The dates were counted by hand
 * on the State Council's calendar of 2026, not taken from the platform.
 */
const hall = await openHall({
  licence: itemUnder('XK-04', '20W'),
  registration: itemUnder('DJ-01', '3W'),
  visited: withVisit(itemUnder('XK-04', '20W'), '5W'),
})
const person = (account: string, name: string, unit: string) =>
  ({ account, name, unit, role: 'officer', title: { zh: '工作人员', en: 'officer' } }) as const
await createDemoAccounts(hall.database, {
  now: hall.now,
  units: [],
  more: [
    person('gao.shan', '高山（演示）', 'planning'),
    person('liu.shui', '柳水（演示）', 'planning'),
    person('ma.si', '马思（演示）', 'market'),
  ],
})

const COMPLETE = [paper('application'), paper('layout')]
const clerk = () => hall.desk('li.wei')
const head = () => hall.desk('wang.fang')
const morning = (day: string) => hall.pass(`${day}T09:00:00`)

interface Received {
  readonly caseNo: string
  readonly code: string
}

async function accept(item: string): Promise<Received> {
  const body = { item, channel: 'counter', applicant, materials: COMPLETE, acceptIfComplete: true }
  const answer = await clerk().send('POST', '/api/files', body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const { file, trackingCode } = answer.json<{ file: FileView; trackingCode: string }>()
  return { caseNo: file.caseNo, code: trackingCode }
}

const act = (desk: Desk, { caseNo }: Received, path: string, body: object = {}) =>
  desk.send('POST', `/api/files/${caseNo}/${path}`, body)
/** An act that must not be refused. */
async function done(desk: Desk, of: Received, path: string, body: object = {}): Promise<FileView> {
  const answer = await act(desk, of, path, body)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`)
  return answer.json()
}
const file = ({ caseNo }: Received) => fileOf(clerk(), caseNo)
const tracked = async ({ caseNo, code }: Received): Promise<TrackedFile> =>
  (await clerk().get(`/api/track/${caseNo}?code=${code}`)).json()
const clockOf = ({ clocks }: Pick<FileView, 'clocks'>, limit: string) =>
  clocks.find((clock) => clock.limit === limit)
/** The last day of a limit in China: it runs out at 24:00. */
function lastDay(of: Pick<FileView, 'clocks'>, limit: string): string | undefined {
  const dueAt = clockOf(of, limit)?.dueAt
  return dueAt ? new Date(Date.parse(dueAt) - 1 + 8 * 3_600_000).toISOString().slice(0, 10) : undefined
}
const happened = ({ timeline }: FileView) => timeline.map(({ type }) => type)

const MATTER = { matter: '影响北侧住宅采光', concerned: '北侧相邻住户 6 户' }
const offer = (of: Received) => done(clerk(), of, 'hearing-offer', MATTER)
const ask = (of: Received, body: object) => act(clerk(), of, 'hearing-request', { by: 'concerned', ...body })
const SESSION = { place: '规划局三楼会议室', chair: 'gao.shan' }
const MINUTES = {
  attended: '申请人、利害关系人代表 2 名',
  statements: '住户要求退让两米，申请人同意退让一米',
}

describe('the right to a hearing (行政许可法 47)', () => {
  test('XK-08: it is told of on paper, can be used for five working days, and lapses at the legal instant', async () => {
    await morning('2026-09-28')
    const of = await accept('licence')
    expect(refusal(await act(clerk(), of, 'hearing-request', { by: 'applicant' }))).toEqual([
      409,
      'hearing.not-offered',
    ])
    const offered = await offer(of)
    expect(offered.timeline.at(-1)).toMatchObject({ type: 'HearingOffered' })
    expect(offered.timeline.at(-1)?.notice?.number).toMatch(/听告字〔2026〕第\d{4}号/)
    // 29 and 30 September, then National Day; 8, 9 and 10 October (a Saturday that is made up).
    expect(lastDay(offered, 'hearing-request')).toBe('2026-10-10')
    expect(refusal(await act(clerk(), of, 'hearing-offer', MATTER))[1]).toBe('hearing.already-offered')
    await done(head(), of, 'steps', { step: 'review', outcome: 'agreed' })
    const decision = { outcome: 'granted', result: '许可证' }
    expect(refusal(await act(head(), of, 'decision', decision))).toEqual([409, 'hearing.right-open'])
    await hall.pass('2026-10-10T23:59:59')
    expect((await tracked(of)).hearing).toMatchObject({ stage: 'offered', until: expect.any(String) })
    await morning('2026-10-12')
    const lapsed = await file(of)
    expect(lapsed.timeline.at(-1)).toMatchObject({
      type: 'HearingRightLapsed',
      at: '2026-10-11T00:00:00+08:00',
    })
    expect(lapsed.hearing?.stage).toBe('lapsed')
    expect((await done(head(), of, 'decision', decision)).status).toBe('decided')
  })

  test('T-04: the day of posting counts: posted on the last day it is in time though it arrives later, a day after it is not', async () => {
    await morning('2026-03-02')
    const [inTime, late] = [await accept('licence'), await accept('licence')]
    for (const of of [inTime, late]) await offer(of)
    await morning('2026-03-12')
    expect(refusal(await ask(inTime, {}))).toEqual([409, 'hearing.asked-too-late'])
    expect(refusal(await ask(inTime, { postedOn: '2026-03-13' }))).toEqual([422, 'hearing.posted-day-wrong'])
    expect(refusal(await ask(inTime, { postedOn: '2026-02-27' }))).toEqual([422, 'hearing.posted-day-wrong'])
    expect(refusal(await ask(inTime, { postedOn: '2026-02-30' }))).toEqual([400, 'day.invalid'])
    const refused = await ask(late, { postedOn: '2026-03-10' })
    expect(refusal(refused)).toEqual([409, 'hearing.asked-too-late'])
    expect(refused.body).toMatch(/2026-03-09.*2026-03-10/)
    const asked = await ask(inTime, { postedOn: '2026-03-09' })
    expect(asked.statusCode).toBe(200)
    expect(asked.json<FileView>().hearing).toMatchObject({
      stage: 'asked',
      asked: { by: 'concerned', postedOn: '2026-03-09' },
    })
  })

  test('the applicant asks by number and code, once; nobody else does with a wrong code', async () => {
    await morning('2026-03-02')
    const of = await accept('licence')
    const byCode = (code: string) => clerk().send('POST', `/api/track/${of.caseNo}/hearing-request`, { code })
    expect((await byCode(of.code)).statusCode).toBe(409)
    await offer(of)
    expect((await hall.told()).join()).toContain('您有权要求听证')
    expect((await byCode('WRONGONE')).statusCode).toBe(404)
    const answer = await byCode(of.code)
    expect(answer.json<TrackedFile>().hearing).toMatchObject({ stage: 'asked', until: null })
    expect(refusal(await byCode(of.code))).toEqual([409, 'hearing.already-asked'])
  })
})

describe('the hearing (行政许可法 45, 48)', () => {
  async function asked(item = 'licence'): Promise<Received> {
    await morning('2026-03-02')
    const of = await accept(item)
    await offer(of)
    await morning('2026-03-04')
    await ask(of, {})
    return of
  }

  test('XK-09, 45: it is held within twenty working days, and the time it takes is not counted', async () => {
    const of = await asked()
    const waiting = await file(of)
    expect(lastDay(waiting, 'hearing')).toBe('2026-04-01')
    expect(waiting.status).toBe('suspended')
    expect(clockOf(waiting, 'statutory')).toMatchObject({ status: 'suspended', dueAt: null })
    expect(waiting.timeline.at(-1)?.notice?.number).toMatch(/特字/)
    expect(refusal(await act(clerk(), of, 'resumption', { document: '自行恢复' }))[1]).toBe(
      'hearing.not-held',
    )
    await done(clerk(), of, 'hearing', { ...SESSION, at: '2026-03-18T09:00:00+08:00' })
    expect(refusal(await act(clerk(), of, 'hearing-minutes', MINUTES))).toEqual([409, 'hearing.not-begun'])
    await hall.pass('2026-03-18T17:00:00')
    const held = await done(clerk(), of, 'hearing-minutes', MINUTES)
    expect(held.status).toBe('accepted')
    expect(happened(held).slice(-2)).toEqual(['HearingHeld', 'CaseResumed'])
    // Accepted on 2 March, 20 working days would end on the 30th; eleven (4 to 18 March) are left out.
    expect(lastDay(held, 'statutory')).toBe('2026-04-15')
    expect(clockOf(held, 'hearing')).toMatchObject({ status: 'stopped', expiredAt: null })
  })

  test('XK-09: one that is not held in time is on record at the legal instant, as other limits are', async () => {
    const of = await asked()
    await hall.pass('2026-04-01T23:59:59')
    expect(happened(await file(of))).not.toContain('LimitPassed')
    await morning('2026-04-02')
    const late = (await file(of)).timeline.at(-1)
    expect(late).toMatchObject({ type: 'LimitPassed', at: '2026-04-02T00:00:00+08:00' })
    expect(late?.text.zh).toContain('组织听证时限')
  })

  test('XK-10: an earlier day than seven working days ahead is refused with the first possible one', async () => {
    const of = await asked()
    // Told on Wednesday 4 March: 4, 5, 6, 9, 10, 11 and 12 March lie before Friday the 13th.
    const early = await act(clerk(), of, 'hearing', { ...SESSION, at: '2026-03-12T09:00:00+08:00' })
    expect(refusal(early)).toEqual([422, 'hearing.notice-too-short'])
    expect(early.body).toContain('2026-03-13')
    expect((await file(of)).hearing?.firstDay).toBe('2026-03-13')
    const set = await done(clerk(), of, 'hearing', { ...SESSION, at: '2026-03-13T09:00:00+08:00' })
    expect(set.timeline.at(-1)?.notice?.number).toMatch(/听通字/)
    expect(set.timeline.at(-1)?.text.zh).toMatch(/规划局三楼会议室.*高山.*公开/)
    expect((await tracked(of)).hearing?.session).toMatchObject({
      at: '2026-03-13T09:00:00+08:00',
      closedFor: null,
    })
  })

  test('48(3): who has worked on the file does not chair it, nor somebody of another unit, and the chair reviews nothing', async () => {
    const of = await asked()
    const at = '2026-03-16T09:00:00+08:00'
    const set = (chair: string) => act(clerk(), of, 'hearing', { ...SESSION, chair, at })
    expect(refusal(await set('li.wei'))).toEqual([422, 'hearing.chair-handled'])
    expect(refusal(await set('ma.si'))).toEqual([422, 'hearing.chair-not-of-unit'])
    expect(refusal(await set('planning.system'))).toEqual([422, 'hearing.chair-not-of-unit'])
    expect(refusal(await set('nobody'))).toEqual([422, 'hearing.chair-not-of-unit'])
    const people = (await clerk().get(`/api/files/${of.caseNo}/people`)).json<{
      rows: { account: string; handled: boolean }[]
    }>()
    expect(people.rows.filter(({ handled }) => handled).map(({ account }) => account)).toEqual(['li.wei'])
    expect((await set('wang.fang')).statusCode).toBe(200)
    await hall.pass('2026-03-16T17:00:00')
    await done(clerk(), of, 'hearing-minutes', MINUTES)
    expect(refusal(await act(head(), of, 'steps', { step: 'review', outcome: 'agreed' }))).toEqual([
      403,
      'hearing.chair-reviews',
    ])
  })

  test('48: nothing is decided before it was held, and afterwards only on its minutes', async () => {
    await morning('2026-03-02')
    const of = await accept('registration')
    await offer(of)
    await done(head(), of, 'steps', { step: 'review', outcome: 'agreed' })
    await ask(of, { by: 'applicant' })
    // A registration has no ground to stand still for: its clock runs on.
    expect((await file(of)).status).toBe('accepted')
    const decide = (more: object = {}) =>
      act(head(), of, 'decision', { outcome: 'granted', result: '登记证', ...more })
    expect(refusal(await decide())).toEqual([409, 'hearing.not-held'])
    await done(clerk(), of, 'hearing', { ...SESSION, at: '2026-03-12T09:00:00+08:00' })
    await hall.pass('2026-03-12T17:00:00')
    const held = await done(clerk(), of, 'hearing-minutes', MINUTES)
    const minutes = held.hearing?.minutes ?? ''
    expect(minutes).toMatch(/听录字/)
    const silent = await decide()
    expect(refusal(silent)).toEqual([422, 'hearing.minutes-unanswered'])
    expect(silent.body).toContain(minutes)
    expect((await decide({ heard: '采纳退让一米的意见' })).json()).toMatchObject({ status: 'decided' })
  })

  test('given up, the case goes on without it', async () => {
    const of = await asked()
    expect(refusal(await act(clerk(), of, 'hearing-given-up', { reason: ' ' }))[1]).toBe(
      'case.reason-missing',
    )
    const on = await done(clerk(), of, 'hearing-given-up', { reason: '申请人书面撤回' })
    expect(on).toMatchObject({ status: 'accepted', hearing: { stage: 'givenUp' } })
    await done(head(), of, 'steps', { step: 'review', outcome: 'agreed' })
    expect((await done(head(), of, 'decision', { outcome: 'granted', result: '许可证' })).status).toBe(
      'decided',
    )
  })

  test('supervision reads the hearing in words, and a suspension for it is grounded', async () => {
    const of = await asked()
    await morning('2026-03-05')
    const seen = await hall.desk('zhang.min').get(`/api/cases/hall/${of.caseNo}`)
    expect(seen.body).toMatch(/告知听证权利.*申请听证/)
    const cards = await hall.desk('zhang.min').get('/api/cards?limit=200')
    const own = (cards.json().rows as { caseId: string }[]).filter(({ caseId }) => caseId === of.caseNo)
    expect(own).toEqual([])
  })
})

describe('visits on the spot (行政许可法 34(3), 55)', () => {
  test('XK-13: two different people of the unit are named within five working days of acceptance', async () => {
    await morning('2026-09-30')
    const of = await accept('visited')
    expect(lastDay(await file(of), 'visit')).toBe('2026-10-13')
    const name = (people: string[]) => act(head(), of, 'visit-people', { step: 'visit', people })
    expect(refusal(await name(['gao.shan']))).toEqual([422, 'visit.too-few'])
    expect(refusal(await name(['gao.shan', 'gao.shan']))).toEqual([422, 'visit.same-person'])
    expect(refusal(await name(['gao.shan', 'ma.si']))).toEqual([422, 'visit.not-of-unit'])
    expect(refusal(await act(head(), of, 'visit-people', { step: 'review', people: [] }))[0]).toBe(404)
    const named = (await name(['gao.shan', 'liu.shui'])).json<FileView>()
    expect(clockOf(named, 'visit')).toMatchObject({ status: 'stopped' })
    expect(named.timeline.at(-1)?.text.zh).toContain('高山（演示）、柳水（演示）')
    await morning('2026-10-14')
    expect(happened(await file(of))).not.toContain('LimitPassed')
  })

  test('XK-13: nobody named in time is on record at the legal instant', async () => {
    await morning('2026-09-30')
    const of = await accept('visited')
    await hall.pass('2026-10-13T23:59:59')
    expect(happened(await file(of))).not.toContain('LimitPassed')
    await morning('2026-10-14')
    const passed = (await file(of)).timeline.find(({ type }) => type === 'LimitPassed')
    expect(passed).toMatchObject({ at: '2026-10-14T00:00:00+08:00' })
    expect(passed?.text.zh).toContain('指派现场核查人员')
  })

  test('34(3): what was found is entered by one who went, with day and both names, and before that the step stays open', async () => {
    await morning('2026-03-02')
    const of = await accept('visited')
    await done(head(), of, 'visit-people', { step: 'visit', people: ['gao.shan', 'liu.shui'] })
    const finish = () => act(head(), of, 'steps', { step: 'visit', outcome: 'agreed' })
    expect(refusal(await finish())).toEqual([409, 'visit.not-reported'])
    await morning('2026-03-05')
    const found = { step: 'visit', visitedOn: '2026-03-04', conforms: true, finding: '操作间与图纸一致' }
    expect(refusal(await act(head(), of, 'visit-record', found))).toEqual([403, 'visit.not-one-of-them'])
    const visitor = await hall.signIn('gao.shan')
    const enter = (more: object) => act(visitor, of, 'visit-record', { ...found, ...more })
    expect(refusal(await enter({ visitedOn: '2026-03-01' }))).toEqual([422, 'visit.day-wrong'])
    expect(refusal(await enter({ visitedOn: '2026-03-06' }))).toEqual([422, 'visit.day-wrong'])
    expect(refusal(await enter({ finding: ' ' }))).toEqual([422, 'case.reason-missing'])
    const entered = (await enter({})).json<FileView>()
    expect(entered.timeline.at(-1)?.text.zh).toMatch(/2026-03-04 高山（演示）、柳水（演示）到现场/)
    expect(entered.timeline.at(-1)?.notice?.number).toMatch(/核字/)
    expect((await finish()).statusCode).toBe(200)
  })
})

describe('delivery by post (T-04)', () => {
  async function decided(): Promise<Received> {
    await morning('2026-09-30')
    const of = await accept('licence')
    await done(head(), of, 'steps', { step: 'review', outcome: 'agreed' })
    const file = await done(head(), of, 'decision', { outcome: 'granted', result: '许可证' })
    expect(lastDay(file, 'delivery')).toBe('2026-10-20')
    return of
  }
  const deliver = (of: Received, more: object) =>
    act(clerk(), of, 'delivery', { way: 'post', proof: 'EMS 1', ...more })

  test('what was posted on the last day was delivered in time, though it was entered after the limit; the card says so', async () => {
    const of = await decided()
    await morning('2026-10-22')
    expect(refusal(await deliver(of, { postedOn: '2026-10-23' }))).toEqual([422, 'case.posted-day-wrong'])
    expect(refusal(await deliver(of, { postedOn: '2026-09-29' }))).toEqual([422, 'case.posted-day-wrong'])
    expect(refusal(await deliver(of, { way: 'inPerson', postedOn: '2026-10-20' }))).toEqual([
      422,
      'case.posted-otherwise',
    ])
    const delivered = (await deliver(of, { postedOn: '2026-10-20' })).json<FileView>()
    expect(delivered.deliveredAt?.slice(0, 10)).toBe('2026-10-20')
    expect(delivered.timeline.at(-1)?.text.zh).toContain('2026-10-20 交邮')
    await morning('2026-10-23')
    const [card] = await cardsOf(of)
    expect(card).toContain('该规则已不再成立')
  })

  test('posted a day after the limit it was late, and supervision says so', async () => {
    const of = await decided()
    await morning('2026-10-22')
    await deliver(of, { postedOn: '2026-10-21' })
    await morning('2026-10-23')
    const [card] = await cardsOf(of)
    expect(card).toContain('作出决定后逾期送达')
    expect(card).not.toContain('不再成立')
  })

  /** Every card about the case, with what has become of its finding. */
  async function cardsOf({ caseNo }: Received): Promise<string[]> {
    const desk = hall.desk('zhang.min')
    const { rows } = (await desk.get('/api/cards?limit=200')).json<{
      rows: { caseId: string; card: string }[]
    }>()
    const own = rows.filter(({ caseId }) => caseId === caseNo)
    return Promise.all(own.map(async ({ card }) => (await desk.get(`/api/cards/${card}`)).body))
  }
})

test('sending back before any step was done says that there is none to send back to', async () => {
  await morning('2026-03-02')
  const of = await accept('licence')
  const answer = await act(head(), of, 'sent-back', { from: 'review', to: '', reason: '缺签名' })
  expect(refusal(answer)).toEqual([409, 'case.no-earlier-step'])
})

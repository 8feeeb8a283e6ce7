import { expect, test } from 'vitest'
import { onCaseClocks } from '#modules/cases/index.ts'
import { onEntryClocks } from '#modules/institutions/index.ts'
import { issueNotice } from '#modules/notices/index.ts'
import type { CircularView } from '#modules/inspections/contract.ts'
import { ITEM } from './whole-hall.ts'
import { openRegisters } from './registers.ts'

/** The registers of inspection and supervision, and the circulars that come of them, in one office from March to July. */
const caseClocks = onCaseClocks({ issue: issueNotice, tell: () => Promise.resolve() })
const office = await openRegisters('2026-03-02T09:00:00', async (db, fired) => {
  await caseClocks(db, fired)
  await onEntryClocks(db, fired)
})
const { enter, take, see } = office
const [OFFICER, HEAD, SUPERVISOR, SECOND] = ['li.wei', 'wang.fang', 'zhang.min', 'second.supervisor'] as const
const [LEADER, LEADER2, OBSERVER] = ['chen.jie', 'second.leader', 'lin.guan'] as const

const send = async (account: string, url: string, body: object = {}) =>
  (await office.as(account)).send('POST', url, body)
const read = async <T>(account: string, url: string): Promise<T> => {
  const answer = await (await office.as(account)).get(url)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as T
}
const done = async <T>(account: string, url: string, body: object = {}): Promise<T> => {
  const answer = await send(account, url, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as T
}
const codeOf = async (account: string, url: string, body: object = {}) =>
  (await send(account, url, body)).json().code as string

/** What an observer enters, and the steps he takes: his own doors. */
const own = '/api/own/registers'
const observe = async (institution: string, values: object) => {
  const answer = (await send(OBSERVER, `${own}/${institution}/entries`, { values })).json()
  return {
    code: answer.code as string | undefined,
    entry: (answer.entry ?? '') as string,
    flags: flagsOf(answer),
  }
}
const observerTakes = async (institution: string, entry: string, step: string, values: object) =>
  (await send(OBSERVER, `${own}/${institution}/entries/${entry}/steps`, { step, values })).json()
const flagsOf = ({ flags = [] }: { flags?: { flag: string }[] }) => flags.map(({ flag }) => flag)

interface FindingRow {
  readonly finding: string
  readonly unit: { readonly zh: string }
}
const findings = (query = '') =>
  read<{ rows: FindingRow[]; total: number }>(SUPERVISOR, `/api/findings?limit=200${query}`)
const finding = async (more: object = {}) =>
  (
    await done<FindingRow>(SUPERVISOR, '/api/findings', {
      ...{ source: 'inquiry', sourceId: 'inquiry/1', unit: 'planning', conduct: 'undisclosed' },
      ...{ fact: '公示栏收费标准已过期两个月', happenedOn: '2026-03-01', ...more },
    })
  ).finding
const dispose = async (id: string, disposition = 'rectify', head: string = HEAD) => {
  await done(head, `/api/findings/${id}/answer`, { text: '已核实，立即改正' })
  await done(SUPERVISOR, `/api/findings/${id}/handler`, { relation: null, note: '无' })
  await done(SUPERVISOR, `/api/findings/${id}/disposition`, { disposition, reason: '事实清楚，责令限期改正' })
}

test('[INSP-11] points report on schedule and what holds becomes a finding of the unit; points of its own choosing are refused, silence and identical reports flagged', async () => {
  const point = {
    ...{ name: '青禾商贸公司', kind: 'enterprise', watches: 'planning', contact: OBSERVER, how: 'drawn' },
    ...{ everyDays: 14, from: '2026-03-02' },
  }
  const nominated = { ...point, how: 'nominated', nominatedBy: 'planning' }
  expect((await enter(SUPERVISOR, 'monitoring-point', nominated)).code).toBe(
    'register.monitoring-point.not-by-the-watched',
  )
  expect((await enter(SUPERVISOR, 'monitoring-point', { ...point, contact: OFFICER })).code).toBe(
    'register.monitoring-point.independent-contact',
  )
  const { entry } = await enter(SUPERVISOR, 'monitoring-point', point)
  // Who watches it the unit does not see.
  expect((await see(HEAD, 'monitoring-point', entry)).code).toBe('register.no-such-entry')
  const seen = { point: entry, unit: 'planning', kept: ['staffed'], seen: '公示栏里的收费标准两个月没有更新' }
  expect((await observe('monitoring-report', { ...seen, unit: 'market' })).code).toBe(
    'register.monitoring-report.own-point',
  )
  const first = await observe('monitoring-report', seen)
  expect(first.flags).toEqual([])
  const upheld = { conduct: 'undisclosed', severity: 'light' }
  expect(await take(SUPERVISOR, ['monitoring-report', first.entry], 'uphold', upheld)).toMatchObject({
    state: 'upheld',
  })
  expect((await findings('&source=monitoringPoint')).rows).toHaveLength(1)
  expect((await see(HEAD, 'monitoring-report', first.entry)).state).toBe('upheld')
  const copy = await observe('monitoring-report', { ...seen, seen: '公示栏里的收费标准，两个月没有更新。' })
  expect(copy.flags).toEqual(['identical'])
  await office.pass('2026-03-20T09:00:00')
  expect((await see(SUPERVISOR, 'monitoring-point', entry)).flags).toEqual(['silent'])
  expect(await office.figure('monitoring-report', 'upheld')).toMatchObject({ value: 1 })
})

test('[INSP-12] supervisors have term and tasks, their reports are replied to in time and the reply is rated by them; one who depends on the unit is refused, an unanswered report shows', async () => {
  const member = { member: OBSERVER, category: 'deputy', from: '2026-03-01', until: '2028-02-29' }
  const { entry } = await enter(LEADER, 'corps-member', { ...member, tie: 'employed', tiedTo: 'market' })
  const of = ['corps-member', entry] as const
  const task = { who: OBSERVER, unit: 'planning', theme: '查看是否一次告知', dueOn: '2026-03-31' }
  expect((await enter(SUPERVISOR, 'corps-task', { ...task, unit: 'market' })).code).toBe(
    'register.corps-task.independent',
  )
  const assigned = await enter(SUPERVISOR, 'corps-task', task)
  const seen = { unit: 'planning', seen: '窗口让企业跑了三趟，每次要的材料都不同' }
  expect((await observe('corps-report', { ...seen, unit: 'market' })).code).toBe(
    'register.corps-report.independent',
  )
  const report = await observe('corps-report', { ...seen, conduct: 'onceTold', severity: 'light' })
  expect((await findings('&source=corps')).total).toBe(1)
  const finish = { report: report.entry }
  expect(await observerTakes('corps-task', assigned.entry, 'finish', finish)).toMatchObject({ state: 'done' })
  const answer = ['corps-report', report.entry] as const
  expect((await take(OFFICER, answer, 'reply', { reply: '已阅' })).code).toBe(
    'register.corps-report.says-something',
  )
  await take(OFFICER, answer, 'reply', { reply: '已核实并改用一次告知单，向企业道歉' })
  expect(
    await observerTakes('corps-report', report.entry, 'rate', { stars: 2, why: '没有说何时改' }),
  ).toMatchObject({
    state: 'rated',
  })
  expect((await see(SUPERVISOR, ...answer)).flags).toEqual(['dissatisfied'])
  expect((await take(SUPERVISOR, answer, 'take-up', { again: '监察室约谈窗口单位' })).flags).toEqual([])
  const second = await observe('corps-report', { ...seen, seen: '取号机坏了三天没有人修' })
  await office.pass('2026-04-07T09:00:00')
  expect((await see(SUPERVISOR, 'corps-report', second.entry)).flags).toEqual(['replying'])
  // His own entries are what an observer sees, and the rest of the office stays shut.
  const mine = await read<{ entries: { institution: string }[] }>(OBSERVER, own)
  expect(new Set(mine.entries.map(({ institution }) => institution))).toEqual(
    new Set(['corps-member', 'corps-task', 'corps-report', 'monitoring-point', 'monitoring-report']),
  )
  for (const url of ['/api/registers', '/api/findings', '/api/units', '/api/circulars'])
    expect([url, (await (await office.as(OBSERVER)).get(url)).statusCode]).toEqual([url, 403])
  expect((await take(LEADER, of, 'end', { why: '工作调动' })).state).toBe('ended')
})

let draft: CircularView
test('[INSP-13] a circular is built from every finding of its period, approved by another and signed for by each unit; a name is taken out only with a recorded reason', async () => {
  const [one, other] = [
    await finding(),
    await finding({
      ...{ unit: 'market', account: 'zhao.market', conduct: 'absence' },
      fact: '窗口上班时间无人值守半小时',
    }),
  ]
  const none = { title: '三月暗访情况通报', from: '2026-03-01', until: '2026-03-01' }
  expect(await codeOf(SUPERVISOR, '/api/circulars', none)).toBe('circular.no-facts')
  await dispose(one)
  await dispose(other, 'rectify', 'market.head')
  draft = await done(SUPERVISOR, '/api/circulars', none)
  expect(draft.factList.map((fact) => fact.finding).sort()).toEqual([one, other].sort())
  const told = (id: string) => draft.factList.find((fact) => fact.finding === id)
  expect(told(one)).toMatchObject({ measure: '责令整改', personType: null, removed: null })
  expect(told(other)).toMatchObject({
    ...{ measure: '责令整改', personType: 'officer', unit: { zh: '市场监管局' } },
    fact: '窗口上班时间无人值守半小时',
  })
  const at = `/api/circulars/${draft.circular}`
  const lobbied = { finding: other, reason: '领导意见', askedBy: '市场局局长' }
  expect(await codeOf(SUPERVISOR, `${at}/removals`, lobbied)).toBe('circular.removal-reason')
  const removed = { ...lobbied, reason: '经复核当日为停电检修，窗口已公告' }
  draft = await done(SUPERVISOR, `${at}/removals`, removed)
  expect((await (await office.as(HEAD)).get(at)).statusCode).toBe(404)
  expect(await codeOf(SUPERVISOR, `${at}/issue`)).toBe('access.not-permitted')
  const seenByLeader = await read<CircularView>(LEADER, at)
  expect(seenByLeader.factList.find((fact) => fact.finding === other)?.removed).toMatchObject({
    askedBy: '市场局局长',
  })
  const issued = await done<CircularView>(LEADER, `${at}/issue`)
  expect(issued).toMatchObject({ status: 'issued', level: 'city' })
  const paper = await (await office.as(HEAD)).get(`${at}/paper`)
  expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf'])
  const toUnit = await read<CircularView>(HEAD, at)
  expect(toUnit.factList.map((fact) => fact.finding)).toEqual([one])
  expect(toUnit.may).toEqual(['read'])
  await done(HEAD, `${at}/receipts`)
  expect(await codeOf(OFFICER, `${at}/receipts`)).toBe('circular.read-already')
  await office.pass('2026-04-20T09:00:00')
  const late = (await read<{ rows: CircularView[] }>(LEADER, '/api/circulars')).rows[0]
  expect(late).toMatchObject({ late: true, read: 1 })
})

test('[INSP-26] how far a circular is told follows from the gravest finding; another level takes a leader’s signed reason, and telling some and not others shows', async () => {
  // Light: to the units concerned. Ordinary went to the city above; grave goes to the public below.
  const light = { severity: 'light', happenedOn: '2026-03-20', fact: '公示栏漏登一个咨询电话' }
  await dispose(await finding(light))
  const small = await done<CircularView>(SUPERVISOR, '/api/circulars', {
    ...{ title: '三月下旬督查情况通报', from: '2026-03-20', until: '2026-03-20' },
  })
  expect(small.level).toBe('unit')
  await done(LEADER, `/api/circulars/${small.circular}/issue`)
  const readBy = async (account: string) =>
    (await (await office.as(account)).get(`/api/circulars/${small.circular}`)).statusCode
  expect([await readBy(HEAD), await readBy('market.head')]).toEqual([200, 404])
  expect((await office.http.inject('/api/public/circulars')).json().rows).toEqual([])

  const grave = await finding({
    fact: '虚报办结件数二百余件',
    conduct: 'falseReport',
    happenedOn: '2026-04-02',
  })
  await dispose(grave, 'accountability')
  const next = { title: '四月督查情况通报', from: '2026-04-01', until: '2026-04-30' }
  const view = await done<CircularView>(SUPERVISOR, '/api/circulars', next)
  expect(view.level).toBe('public')
  const at = `/api/circulars/${view.circular}`
  expect(await codeOf(SUPERVISOR, `${at}/level`, { to: 'unit', reason: '影响不好' })).toBe(
    'access.not-permitted',
  )
  expect(await codeOf(LEADER, `${at}/level`, { to: 'city', reason: '稳妥' })).toBe('circular.level-reason')
  const signed = await done<CircularView>(LEADER, `${at}/level`, {
    to: 'city',
    reason: '案件尚在移送，先在全市通报',
  })
  expect(signed.changes[0]).toMatchObject({
    from: 'public',
    to: 'city',
    by: { zh: expect.stringContaining('陈') },
  })
  await done(LEADER2, `${at}/level`, { to: 'public', reason: '移送已经办结，依规定向社会公开' })
  await done(LEADER, `${at}/issue`)
  const open = (await office.http.inject('/api/public/circulars')).json().rows
  expect(open).toMatchObject([
    { title: next.title, facts: [{ fact: '虚报办结件数二百余件', personType: null }] },
  ])
  const { selective } = await read<{ selective: { why: string; unit: { zh: string } }[] }>(
    LEADER,
    '/api/circulars',
  )
  // The one that was taken out above, and nothing that was told.
  expect(selective).toMatchObject([{ why: 'leftOut', unit: { zh: '市场监管局' } }])
  expect((await (await office.as(HEAD)).get('/api/circulars')).json().selective).toEqual([])
})

test('[INSP-14] a notice is about one finding, has its date and is verified by another; a reply alone closes nothing, and an overdue one goes to the leader', async () => {
  const id = await finding({ fact: '一次告知单缺少材料样表', conduct: 'onceTold', happenedOn: '2026-04-15' })
  const notice = { finding: id, unit: 'planning', order: '补发样表并重新公示', dueOn: '2026-04-30' }
  expect((await enter(SUPERVISOR, 'handling-notice', { ...notice, finding: 'F000000-000000' })).code).toBe(
    'register.handling-notice.about-a-finding',
  )
  const { entry } = await enter(SUPERVISOR, 'handling-notice', notice)
  const of = ['handling-notice', entry] as const
  expect((await enter(SUPERVISOR, 'handling-notice', notice)).code).toBe('register.handling-notice.one-each')
  await office.pass('2026-05-06T09:00:00')
  expect(await see(LEADER, ...of)).toMatchObject({ state: 'escalated', flags: ['due', 'escalated'] })
  await take(LEADER, of, 'rule', { ruling: '主要负责人说明', dueOn: '2026-05-15' })
  await take(OFFICER, of, 'reply', { reply: '样表已补发' })
  const checked = { how: 'site', verified: '现场查看公示栏，抽问三名办事人' }
  expect((await take(SUPERVISOR, of, 'verify', checked)).code).toBe('register.checks-himself')
  expect((await take(SECOND, of, 'verify', { how: 'data', verified: '属实' })).code).toBe(
    'register.handling-notice.seen',
  )
  expect(await take(SECOND, of, 'verify', checked)).toMatchObject({ state: 'closed' })
})

test('[INSP-15] the round in June covers every unit and judges by its cases; a report before that is refused, papers without work are flagged', async () => {
  await office.pass('2026-06-22T09:00:00')
  const term = { from: '2026-01-01', until: '2026-06-20' }
  const round = await enter(SUPERVISOR, 'systems-round', {
    name: '三项制度督查',
    ...term,
    dueOn: '2026-06-30',
  })
  const sheet = {
    ...{ round: round.entry, unit: 'planning', ...term, papers: ['firstAsked', 'limits', 'accountability'] },
    ...{ sampled: 10, finding: '抽查卷宗十份，三份无首问登记' },
  }
  expect((await enter(SUPERVISOR, 'systems-check', { ...sheet, from: '2026-05-01' })).code).toBe(
    'register.systems-check.period-of-round',
  )
  expect((await enter(HEAD, 'systems-check', sheet)).code).toBe('register.not-yours')
  expect((await enter(SUPERVISOR, 'systems-check', sheet)).flags).toEqual([])
  const of = ['systems-round', round.entry] as const
  const report = { summary: '两个单位文件齐备而超时较多' }
  expect((await take(SUPERVISOR, of, 'report', report)).code).toBe('register.systems-round.all-units')
  for (const unit of ['market', 'urban-management'])
    await enter(SUPERVISOR, 'systems-check', { ...sheet, unit })
  expect((await take(SUPERVISOR, of, 'report', report)).state).toBe('reported')
  // A case of this unit that lay for months: its papers are complete all the same.
  const caseNo = await office.handle(ITEM)
  await office.pass('2026-07-24T09:00:00')
  await office.decide(caseNo, { basis: '食品安全法第三十五条' })
  const july = { from: '2026-06-21', until: '2026-07-31' }
  const next = await enter(SUPERVISOR, 'systems-round', { name: '七月复查', ...july, dueOn: '2026-08-10' })
  const again = { ...sheet, round: next.entry, ...july }
  expect((await enter(SUPERVISOR, 'systems-check', again)).flags).toEqual(['papers-not-work'])
  // Without a file looked into, only papers were inspected; a unit without cases had none to look into.
  const third = await enter(SUPERVISOR, 'systems-round', { name: '再次复查', ...july, dueOn: '2026-08-10' })
  const papersOnly = { ...again, round: third.entry, sampled: '' }
  expect((await enter(SUPERVISOR, 'systems-check', papersOnly)).flags).toEqual([
    'papers-not-work',
    'work-not-looked-at',
  ])
  expect((await enter(SUPERVISOR, 'systems-check', { ...papersOnly, unit: 'market' })).flags).toEqual([])
})

test('[INSP-16] each milestone of the hall is checked against live cases and clocks; running without data is refused, done on paper is flagged', async () => {
  const put = async (path: string, body: object) => {
    const answer = await (await office.as('sun.yi')).send('PUT', `/api/hall/${path}`, body)
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
  await put('halls/main', {
    name: { zh: '政务服务中心', en: 'Service Hall' },
    ...{ level: 'county', address: '青禾路 1 号', phone: '12345', unit: 'hall-office' },
    channels: ['counter', 'web'],
  })
  const set = {
    hall: 'main',
    kind: 'network',
    what: '网络开通',
    dueOn: '2026-07-31',
    paper: '自治区〔2026〕5号',
  }
  const milestone = await enter('hall.manager', 'hall-milestone', set)
  await office.handle(ITEM)
  await take('hall.manager', ['hall-milestone', milestone.entry], 'report', { evidence: '已开通' })
  const check = {
    milestone: milestone.entry,
    hall: 'main',
    kind: 'network',
    seen: '现场取号办理，数据即时上传',
  }
  const running = await enter(SUPERVISOR, 'hall-building-check', { ...check, outcome: 'running' })
  expect(running.flags).toEqual([])
  await office.pass('2026-08-10T09:00:00')
  expect((await see(LEADER, 'hall-building-check', running.entry)).flags).toEqual(['done-on-paper'])
  expect((await enter(SUPERVISOR, 'hall-building-check', { ...check, outcome: 'running' })).code).toBe(
    'register.hall-building-check.live-data',
  )
})

test('[INSP-17] sample, hand-out, return and count are seen by two and go with the evaluation; a second count by the first person is refused, forms of the unit’s own hand flagged', async () => {
  const check = {
    ...{
      evaluation: '2026年民主评议',
      unit: 'planning',
      frame: 400,
      handedOut: 100,
      returned: 82,
      counted: 82,
    },
    ...{ byUnit: 0, seen: '随机抽取，第三方发放，现场回收' },
  }
  expect((await enter(SUPERVISOR, 'evaluation-check', { ...check, returned: 120 })).code).toBe(
    'register.evaluation-check.adds-up',
  )
  const { entry } = await enter(SUPERVISOR, 'evaluation-check', check)
  const of = ['evaluation-check', entry] as const
  const again = { again: 82, agrees: '两人各点一遍，张数一致' }
  expect((await take(SUPERVISOR, of, 'confirm', again)).code).toBe('register.checks-himself')
  expect((await take(SECOND, of, 'confirm', again)).state).toBe('confirmed')
  expect((await take(SUPERVISOR, of, 'attach', { attachedTo: '评议结果第3号' })).state).toBe('attached')
  expect((await enter(SUPERVISOR, 'evaluation-check', { ...check, byUnit: 12 })).flags).toEqual(['own-forms'])
})

test('[INSP-18] random checks go on every month out of a seeded lot and open findings; a unit that was not drawn is refused, a month below the minimum or of a campaign only is flagged', async () => {
  const plan = {
    month: '2026年8月',
    from: '2026-08-01',
    until: '2026-08-31',
    minimum: 2,
    seed: '20260801收盘',
  }
  const campaign = { campaignFrom: '2026-08-10', campaignUntil: '2026-08-14' }
  const { entry } = await enter(SUPERVISOR, 'conduct-plan', { ...plan, ...campaign })
  const tried = []
  for (const unit of ['planning', 'market', 'urban-management']) {
    const check = { plan: entry, unit, about: 'post', witness: '王某', outcome: 'kept' }
    tried.push((await enter(SUPERVISOR, 'conduct-check', check)).code ?? 'checked')
  }
  // Two of three are in the lot of the month, by the seed and nobody's wish.
  expect(tried.sort()).toEqual(['checked', 'checked', 'register.conduct-check.drawn'])
  const before = (await findings()).total
  const idle = await enter(SUPERVISOR, 'conduct-plan', {
    ...plan,
    month: '2026年8月第二组',
    minimum: 3,
    seed: '2',
  })
  const broken = {
    outcome: 'broken',
    found: '三楼窗口下午无人值守',
    conduct: 'absence',
    severity: 'ordinary',
  }
  const check = { plan: idle.entry, unit: 'planning', about: 'post', witness: '王某', ...broken }
  expect((await enter(SUPERVISOR, 'conduct-check', check)).flags).toEqual([])
  expect((await findings()).total).toBe(before + 1)
  await office.pass('2026-09-10T09:00:00')
  expect((await see(SUPERVISOR, 'conduct-plan', entry)).flags).toEqual(['month', 'campaign-only'])
  expect((await see(SUPERVISOR, 'conduct-plan', idle.entry)).flags).toEqual(['month', 'below-minimum'])
  const late = { plan: entry, unit: 'planning', about: 'post', witness: '王某', outcome: 'kept' }
  expect((await enter(SUPERVISOR, 'conduct-check', late)).code).toBe(
    'register.conduct-check.within-the-month',
  )
})

test('[INSP-19] findings from above are word for word, with their date and an analysis of the miss; toning down or re-labelling is refused', async () => {
  const upper = {
    ...{ body: '省效能监察室', paper: '省效〔2026〕12号', unit: 'planning', upperSeverity: 'ordinary' },
    text: '规划窗口上班时间有两名工作人员擅自离岗，群众等候四十分钟',
    ...{ foundOn: '2026-09-03', dueOn: '2026-09-30' },
  }
  const { entry } = await enter(SUPERVISOR, 'upper-finding', upper)
  const of = ['upper-finding', entry] as const
  const correction = { values: { text: '窗口秩序有待加强' }, reason: '写错了' }
  const corrected = await send(
    SUPERVISOR,
    `/api/registers/upper-finding/entries/${entry}/corrections`,
    correction,
  )
  expect(corrected.json().code).toBe('register.fixed')
  const carry = { localText: '窗口秩序有待加强', conduct: 'absence', severity: 'ordinary' }
  expect((await take(SUPERVISOR, of, 'carry', carry)).code).toBe('register.upper-finding.word-for-word')
  const whole = { ...carry, localText: upper.text }
  expect((await take(SUPERVISOR, of, 'carry', { ...whole, severity: 'light' })).code).toBe(
    'register.upper-finding.as-grave',
  )
  expect((await take(SUPERVISOR, of, 'carry', whole)).state).toBe('carried')
  expect((await findings('&source=upper')).total).toBe(1)
  await office.pass('2026-10-09T09:00:00')
  expect((await see(SUPERVISOR, ...of)).flags).toEqual(['due', 'unanalysed'])
  const miss = { why: 'notCovered', analysis: '疏忽', change: '午间列入抽查', changeBy: '2026-10-31' }
  expect((await take(SUPERVISOR, of, 'analyse', miss)).code).toBe('register.upper-finding.says-why')
  await take(SUPERVISOR, of, 'analyse', { ...miss, analysis: '本季度没有抽到该窗口的午间时段' })
  expect((await take(SUPERVISOR, of, 'report', { result: '两人已教育，午间加派窗口' })).state).toBe(
    'reported',
  )
})

test('[INSP-20] an opinion of the congress is split into dated tasks and its state reported back; answering it as a whole is refused', async () => {
  const opinion = {
    ...{ meeting: '县人大常委会第12次会议', text: '窗口排队时间长，建议整合窗口', receivedOn: '2026-10-09' },
    replyBy: '2026-12-31',
  }
  const { entry } = await enter(SUPERVISOR, 'congress-opinion', opinion)
  const of = ['congress-opinion', entry] as const
  const reply = { reply: '两项任务均已完成，排队缩短' }
  expect((await take(SUPERVISOR, of, 'report', reply)).code).toBe(
    'register.congress-opinion.split-into-tasks',
  )
  const work = { opinion: entry, unit: 'planning', task: '整合三个窗口', dueOn: '2026-10-31' }
  const task = await enter(SUPERVISOR, 'congress-task', work)
  expect((await take(SUPERVISOR, of, 'report', reply)).code).toBe('register.congress-opinion.tasks-ended')
  const at = ['congress-task', task.entry] as const
  await take(OFFICER, at, 'do', { done: '综合窗口启用', proof: '取号数据' })
  expect((await take(SECOND, at, 'verify')).state).toBe('done')
  expect((await take(SUPERVISOR, of, 'report', reply)).state).toBe('reported')
  expect((await office.publicRows('congress-opinion'))[0]?.values['reply']?.zh).toBe(reply.reply)
  const lying = await enter(SUPERVISOR, 'congress-opinion', opinion)
  await office.pass('2026-10-20T09:00:00')
  expect((await see(LEADER, 'congress-opinion', lying.entry)).flags).toEqual(['not-split'])
})

test('[INSP-21] each suggestion of the CPPCC is adopted or not with its reason, by a date; a visit of which nothing was entered is a ceremony', async () => {
  const visit = { visit: '县政协视察政务服务', on: '2026-10-20', place: '政务服务中心' }
  const { entry } = await enter(SUPERVISOR, 'cppcc-visit', visit)
  const of = ['cppcc-visit', entry] as const
  expect((await take(SUPERVISOR, of, 'close', { summary: '视察圆满' })).code).toBe(
    'register.cppcc-visit.has-suggestions',
  )
  const raised = { visit: entry, text: '大厅设老年人专窗', unit: 'planning', replyBy: '2026-11-06' }
  const one = await enter(SUPERVISOR, 'cppcc-suggestion', raised)
  const at = ['cppcc-suggestion', one.entry] as const
  expect((await take(OFFICER, at, 'answer', { outcome: 'notAdopted', reason: '不需要' })).code).toBe(
    'register.cppcc-suggestion.with-reason',
  )
  const adopted = { outcome: 'adopted', reason: '老年人占办事人三成，可缩短等候' }
  expect((await take(OFFICER, at, 'answer', adopted)).code).toBe('register.cppcc-suggestion.measure-and-date')
  await take(OFFICER, at, 'answer', { ...adopted, measure: '设专窗', by: '2026-11-30' })
  expect((await take(SUPERVISOR, of, 'close', { summary: '一条建议已采纳' })).state).toBe('closed')
  const late = await enter(SUPERVISOR, 'cppcc-suggestion', raised)
  const ceremony = await enter(SUPERVISOR, 'cppcc-visit', visit)
  await office.pass('2026-11-10T09:00:00')
  expect((await see(SUPERVISOR, 'cppcc-suggestion', late.entry)).flags).toEqual(['replying'])
  expect((await see(SUPERVISOR, 'cppcc-visit', ceremony.entry)).flags).toEqual(['ceremony'])
})

test('[INSP-22] orders of the two offices and their results are shared, and two dates on one matter are shown to both until they agree', async () => {
  const order = {
    ...{ from: 'county-government', shares: 'supervision', unit: 'planning', matter: '综合窗口改造' },
    ...{ order: '按时完成改造并报送', dueOn: '2026-11-30' },
  }
  const one = await enter(LEADER, 'shared-order', order)
  expect(one.flags).toEqual([])
  const theirs = { ...order, from: 'supervision', shares: 'county-government', dueOn: '2026-11-20' }
  const other = await enter(SUPERVISOR, 'shared-order', { ...theirs, matter: '综合窗口改造工程' })
  const both = [see(LEADER, 'shared-order', one.entry), see(SUPERVISOR, 'shared-order', other.entry)]
  expect((await Promise.all(both)).map(({ flags }) => flags)).toEqual([['two-dates'], ['two-dates']])
  const agreed = { dueOn: '2026-11-20', agreed: '两办商定十一月二十日' }
  expect((await take(LEADER, ['shared-order', one.entry], 'agree', agreed)).flags).toEqual([])
  await take(OFFICER, ['shared-order', one.entry], 'report', { result: '已启用' })
  expect(await take(SUPERVISOR, ['shared-order', one.entry], 'close', { seen: '现场已启用' })).toMatchObject({
    state: 'closed',
  })
})

test('[INSP-23] the group’s cases have milestones and weekly progress up to the day by which typical ones must be decided; trifles are flagged and fill no quota', async () => {
  const [light, grave] = [
    await finding({ fact: '工作牌放在抽屉里没有佩戴', conduct: 'noBadge', severity: 'light' }),
    await finding({ fact: '截留并私分图纸审查费', conduct: 'solicitation', severity: 'grave' }),
  ]
  const quota = await enter(LEADER, 'case-quota', { task: '查处典型个案', wanted: 1, until: '2026-12-31' })
  const typical = (id: string, severity: string) => ({
    ...{ quota: quota.entry, finding: id, unit: 'planning', matter: '典型个案', severity },
    ...{ inquiryBy: '2026-11-20', decideBy: '2026-12-10', circulateBy: '2026-12-25' },
  })
  expect((await enter(SUPERVISOR, 'typical-case', typical(grave, 'light'))).code).toBe(
    'register.typical-case.as-found',
  )
  const trifle = await enter(SUPERVISOR, 'typical-case', typical(light, 'light'))
  expect(trifle.flags).toEqual(['trivial'])
  const { entry } = await enter(SUPERVISOR, 'typical-case', typical(grave, 'grave'))
  expect((await see(HEAD, 'typical-case', entry)).code).toBe('register.no-such-entry')
  const end = async (id: string) => {
    await take(SUPERVISOR, ['typical-case', id], 'inquire', { progress: '调取票据三十份' })
    await take(SECOND, ['typical-case', id], 'decide', { outcome: '组织处理并退还' })
    return take(SUPERVISOR, ['typical-case', id], 'circulate', { circular: '监通〔2026〕3号' })
  }
  await end(trifle.entry)
  const met = ['case-quota', quota.entry] as const
  expect((await take(LEADER, met, 'meet', { summary: '完成' })).code).toBe(
    'register.case-quota.enough-that-count',
  )
  await office.pass('2026-11-23T09:00:00')
  expect((await see(LEADER, 'typical-case', entry)).flags).toEqual(['inquiry', 'no-weekly-word'])
  expect((await end(entry)).state).toBe('circulated')
  expect((await see(HEAD, 'typical-case', entry)).state).toBe('circulated')
  expect((await take(LEADER, met, 'meet', { summary: '一件已通报' })).state).toBe('met')
})

test('[INSP-25] a leader’s check has place, problems and an instruction with a date for each; a visit without a list of problems is refused, "noted" answers nothing', async () => {
  const visit = {
    place: '青禾工业园三期',
    on: '2026-11-23',
    problems: '一、水电未接通；二、许可等了四十天',
    listed: 1,
  }
  const courtesy = { ...visit, problems: '企业生产总体良好，领导给予肯定', listed: 0 }
  expect((await enter(LEADER, 'leader-visit', courtesy)).code).toBe('register.leader-visit.lists-problems')
  const { entry } = await enter(LEADER, 'leader-visit', visit)
  const of = ['leader-visit', entry] as const
  expect((await take(LEADER, of, 'close', { summary: '已解决' })).code).toBe(
    'register.leader-visit.each-problem-a-task',
  )
  const order = { visit: entry, unit: 'planning', problem: '许可等了四十天', instruction: '三日内查明并解决' }
  const task = await enter(LEADER, 'leader-instruction', { ...order, dueOn: '2026-11-27' })
  const at = ['leader-instruction', task.entry] as const
  expect((await take(OFFICER, at, 'reply', { reply: '已阅' })).code).toBe(
    'register.leader-instruction.says-what',
  )
  await take(OFFICER, at, 'reply', { reply: '卡在图审，已与图审机构当面办结' })
  expect((await take(LEADER, at, 'confirm')).state).toBe('done')
  expect((await take(LEADER, of, 'close', { summary: '已解决' })).state).toBe('closed')
})

test('[ESUP-04] each window has its sheet of the day, with a trend by window; a sheet of another day is refused, sheets that are the same every day are flagged', async () => {
  const put = async (path: string, body: object) => {
    const answer = await (await office.as('sun.yi')).send('PUT', `/api/hall/${path}`, body)
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
  for (const counter of ['A01', 'A02'])
    await put(`counters/${counter}`, {
      ...{
        hall: 'main',
        name: { zh: `规划${counter}窗口`, en: counter },
        place: '一楼',
        units: ['planning'],
      },
      ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: null },
    })
  const kept = ['staffed', 'queue', 'noOffHall', 'guides', 'badges']
  const sheet = {
    hall: 'main',
    counter: 'A01',
    unit: 'planning',
    waiting: 8,
    kept,
    seen: '两人在岗，叫号正常',
  }
  expect((await enter(SUPERVISOR, 'hall-day-sheet', { ...sheet, on: '2026-11-20' })).code).toBe(
    'register.hall-day-sheet.that-day',
  )
  const missing = { ...sheet, on: '2026-11-23', kept: ['queue'] }
  expect((await enter(SUPERVISOR, 'hall-day-sheet', missing)).code).toBe('register.hall-day-sheet.says-what')
  const before = (await findings()).total
  const broken = { ...missing, seen: '窗口无人，群众在等', conduct: 'absence', severity: 'ordinary' }
  expect((await enter(SUPERVISOR, 'hall-day-sheet', broken)).flags).toEqual([])
  expect((await findings()).total).toBe(before + 1)
  expect((await enter(SUPERVISOR, 'hall-day-sheet', broken)).code).toBe('register.hall-day-sheet.once')
  let flags: readonly string[] = []
  for (const on of ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11']) {
    await office.pass(`${on}T10:00:00`)
    flags = (await enter(SUPERVISOR, 'hall-day-sheet', { ...sheet, on })).flags
  }
  expect(flags).toEqual(['same-every-day'])
  const offHall = {
    ...broken,
    counter: 'A02',
    on: '2026-12-11',
    kept: kept.filter((one) => one !== 'noOffHall'),
  }
  await enter(SUPERVISOR, 'hall-day-sheet', {
    ...offHall,
    conduct: 'offGuide',
    seen: '抽屉里有未登记的申请材料',
  })
  const { figures } = await read<{
    figures: { code: string; group: { en: string } | null; period: string; value: number }[]
  }>(LEADER, '/api/registers/hall-day-sheet')
  const trend = figures
    .filter(({ code }) => code === 'all-kept')
    .map(({ group, period, value }) => [group?.en, period, value])
  expect(trend.sort()).toEqual([
    ['A01', '2026-11', 0],
    ['A01', '2026-12', 1],
    ['A02', '2026-12', 0],
  ])
})

test('[ESUP-15] every institution shows its live use in the quarter; one reported as running with no record is flagged as dormant and cannot be confirmed', async () => {
  const quarter = { from: '2026-10-01', until: '2026-12-31' }
  const { rows } = await read<{ rows: { institution: string; uses: number; dormant: boolean }[] }>(
    LEADER,
    `/api/registers/uses?from=${quarter.from}&until=${quarter.until}`,
  )
  const use = (code: string) => rows.find(({ institution }) => institution === code)
  expect(use('hall-day-sheet')).toMatchObject({ uses: 7, dormant: false })
  expect(use('advice-log')).toMatchObject({ uses: 0, dormant: true })
  expect(use('first-enquiry')).toMatchObject({ uses: 0, dormant: true })
  expect(
    (await (await office.as(HEAD)).get('/api/registers/uses?from=2026-10-01&until=2026-12-31')).statusCode,
  ).toBe(403)
  const report = { unit: 'planning', ...quarter, claimed: 'running', said: '首问登记均按制度执行' }
  expect((await enter(HEAD, 'institution-report', { ...report, institution: 'no-such-thing' })).code).toBe(
    'register.institution-report.known',
  )
  const dormant = await enter(HEAD, 'institution-report', { ...report, institution: 'first-enquiry' })
  expect(dormant.flags).toEqual(['in-name-only'])
  const of = ['institution-report', dormant.entry] as const
  expect((await take(SUPERVISOR, of, 'confirm', { seen: '负责人口头说明' })).code).toBe(
    'register.institution-report.has-records',
  )
  expect(await take(SUPERVISOR, of, 'find-dormant', { seen: '本季度没有一条首问登记' })).toMatchObject({
    ...{ state: 'dormant', flags: ['in-name-only', 'no-plan'] },
  })
  const live = await enter(HEAD, 'institution-report', { ...report, institution: 'congress-task' })
  expect(live.flags).toEqual([])
  expect(
    (await take(SUPERVISOR, ['institution-report', live.entry], 'confirm', { seen: '有记录' })).state,
  ).toBe('running')
})

test('[ESUP-18] each audit finding is a problem with amount, unit and date that audit and supervision see; one left out is flagged, none closes without the money returned', async () => {
  const paper = {
    number: '县审〔2026〕7号',
    auditor: 'urban-management',
    findings: 2,
    receivedOn: '2026-12-01',
  }
  const report = await enter(SUPERVISOR, 'audit-report', paper)
  expect(report.flags).toEqual(['not-entered'])
  const given = {
    ...{
      report: report.entry,
      unit: 'planning',
      auditor: 'urban-management',
      text: '截留应上缴的图纸审查费',
    },
    ...{ amount: 1200000, dueOn: '2026-12-31', severity: 'grave' },
  }
  const { entry } = await enter(SUPERVISOR, 'audit-finding', given)
  const of = ['audit-finding', entry] as const
  expect((await findings('&source=audit')).total).toBe(1)
  expect((await see('urban.officer', ...of)).state).toBe('entered')
  await take(OFFICER, of, 'report', { mended: '停止收取', returned: 600000, proof: '国库回单118号' })
  const seen = { seen: '国库回单已核对' }
  expect((await take('urban.officer', of, 'close', seen)).code).toBe('register.audit-finding.money-back')
  expect((await take(SUPERVISOR, of, 'close', seen)).code).toBe('register.audit-finding.money-back')
  await take(SUPERVISOR, of, 'return', { why: '其余六千元未缴' })
  await take(OFFICER, of, 'report', { mended: '全额上缴', returned: 1200000, proof: '国库回单118、120号' })
  expect((await take('urban.officer', of, 'close', seen)).state).toBe('closed')
  expect((await take(SUPERVISOR, ['audit-report', report.entry], 'close', { summary: '办结' })).code).toBe(
    'register.audit-report.all-entered',
  )
})

test('[ESUP-21] regular checks stand in a calendar with sheet, day and findings, and the share done is told by quarter; a sheet filled in after the period is flagged', async () => {
  const check = {
    what: '政务环境检查',
    body: 'discipline',
    unit: 'planning',
    from: '2026-12-01',
    until: '2026-12-20',
  }
  const plan = async (more: object = {}) =>
    (await enter(SUPERVISOR, 'regular-check', { ...check, ...more })).entry
  const [kept, late] = [await plan(), await plan({ unit: 'market' })]
  expect((await see(HEAD, 'regular-check', kept)).code).toBe('register.no-such-entry')
  const sheet = { doneOn: '2026-12-11', findings: 1, seen: '抽查三个窗口，一处指南过期' }
  expect(
    (await take(SUPERVISOR, ['regular-check', kept], 'do', { ...sheet, doneOn: '2026-12-18' })).code,
  ).toBe('register.regular-check.not-ahead')
  expect((await take(SUPERVISOR, ['regular-check', kept], 'do', sheet)).flags).toEqual([])
  await office.pass('2026-12-28T09:00:00')
  expect((await take(SUPERVISOR, ['regular-check', late], 'do', sheet)).flags).toEqual([
    'period',
    'filled-afterwards',
  ])
  expect(await office.figure('regular-check', 'done')).toMatchObject({
    ...{ period: '2026Q4', numerator: 1, denominator: 2, value: 0.5 },
  })
})

test('[ESUP-29] for harm found late, the step of supervision that should have caught it is named and changed by a date; blaming the window alone is refused', async () => {
  const id = await finding({
    fact: '二十三家企业重复提交材料',
    conduct: 'offGuide',
    happenedOn: '2026-10-10',
  })
  const harm = {
    harm: '二十三家企业重复提交材料',
    finding: id,
    unit: 'planning',
    began: '2026-10-10',
    foundOn: '2026-12-28',
  }
  const { entry, flags } = await enter(SUPERVISOR, 'supervision-gap', harm)
  expect(flags).toEqual(['found-late'])
  const of = ['supervision-gap', entry] as const
  const analysis = {
    missed: 'card',
    analysis: '规则只看时限，不看同一材料被要求两次',
    change: '增加规则',
    changeBy: '2027-01-31',
  }
  expect((await take(SUPERVISOR, of, 'analyse', { ...analysis, missed: 'windowOnly' })).code).toBe(
    'register.supervision-gap.own-step',
  )
  expect((await take(SUPERVISOR, of, 'analyse', { ...analysis, analysis: '窗口责任心不强' })).code).toBe(
    'register.supervision-gap.says-why',
  )
  await take(SUPERVISOR, of, 'analyse', analysis)
  await take(SUPERVISOR, of, 'change', { proof: '规则已施行' })
  expect((await take(SUPERVISOR, of, 'verify', { seen: '试算有效' })).code).toBe('register.checks-himself')
  expect((await take(SECOND, of, 'verify', { seen: '新规则试算发现七件' })).state).toBe('closed')
  expect((await see(HEAD, ...of)).code).toBe('register.no-such-entry')
})

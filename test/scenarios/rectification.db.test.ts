import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { calendarEditions, clockList } from '#engines/clocks/stored/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { caseworkLists, caseworkRoutes, followLeads } from '#modules/accountability/index.ts'
import { findingLists, findingRoutes } from '#modules/findings/index.ts'
import type { FindingRow } from '#modules/findings/contract.ts'
import {
  followFindings,
  onRectificationClocks,
  rectificationLists,
  rectificationRoutes,
} from '#modules/rectification/index.ts'
import type {
  CommitmentView,
  MeasureView,
  ProblemRow,
  ProblemView,
  RoundView,
} from '#modules/rectification/contract.ts'
import { declareRelation, recordService } from '#modules/recusal/index.ts'
import { residentRoutes, send } from '#modules/residents/index.ts'
import type { CardRow } from '#modules/supervision/contract.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, openHall, paper } from './hall.ts'

/**
 * 问题整改 over HTTP: from a late case, a word at a forum or a sheet of 352 problems to what stays mended; and everything
 * that a unit in a hurry tries instead.
 */
const hall = await openHall(
  { permit: soundItem },
  {
    routes: ({ database, vault }) => [
      ...findingRoutes(),
      ...caseworkRoutes({ database, vault, tell: (db, message, now) => send(db, vault, message, now) }),
      ...residentRoutes({ database, vault, demo: true }),
      ...rectificationRoutes({
        ...{ database, vault, tell: (db, message, now) => send(db, vault, message, now) },
        readSheet: () => Promise.reject(new Error('no workbook in this test')),
      }),
    ],
    onFired: onRectificationClocks,
    follow: [followFindings, followLeads],
  },
)
const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
const passwordHash = await hashPassword(DEMO_PASSWORD)
const SECOND = 'liu.second'
const THIRD = 'ma.third'
await hall.database.transaction(scope, async (db) => {
  for (const person of [
    { account: SECOND, name: '刘二', unit: null, role: 'supervisor' },
    { account: THIRD, name: '马三', unit: null, role: 'supervisor' },
    { account: 'qian.market', name: '钱市', unit: 'market', role: 'unitHead' },
    { account: 'zhao.market', name: '赵市', unit: 'market', role: 'officer' },
  ] as const)
    await addAccount(db, person, { passwordHash, mustChange: false, by: 'demo', at: hall.now })
})

const entered = new Map<string, Awaited<ReturnType<typeof hall.signIn>>>()
const enter = async (account: string) => {
  const desk = entered.get(account) ?? (await hall.signIn(account))
  entered.set(account, desk)
  return desk
}
const pass = async (text: string) => {
  await hall.pass(text)
  entered.clear()
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
const refused = async (answer: Promise<Answer>): Promise<string> =>
  (await answer).json<{ code: string }>().code
const R = '/api/rectification'
const post = async (account: string, url: string, body: object = {}) =>
  (await enter(account)).send('POST', url, body)
const get = async (account: string, url: string) => (await enter(account)).get(url)
const visitor = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  hall.app.inject({ method, url, ...(payload ? { payload } : {}) })
const upload = async (account: string, url: string, text: string) => {
  const { cookie, csrfToken } = await enter(account)
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/octet-stream' }
  return hall.app.inject({
    method: 'POST',
    url,
    headers,
    payload: Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`),
  })
}

const base = {
  ...{ unit: 'planning', source: 'opinion', category: 'service', happenedOn: '2026-03-02' },
  fact: '3月2日，3号窗口让申请人往返4次补交同一份图纸',
}
const problemOf = (account: string, more: object = {}) => post(account, `${R}/problems`, { ...base, ...more })
const problem = (more: object = {}, account = 'zhang.min') =>
  fine<ProblemView & { as: string }>(problemOf(account, more))
const act = (account: string, number: string, path: string, body: object = {}) =>
  post(account, `${R}/problems/${number}/${path}`, body)
const seen = (number: string, account = 'zhang.min') =>
  fine<ProblemView>(get(account, `${R}/problems/${number}`))

const plan = {
  ...{ unit: 'planning', treats: 'cause', leader: 'wang.fang', officer: 'li.wei' },
  action: '全部窗口实行一次性告知，图纸要求印入告知单',
  result: '同一材料补正不超过1次',
}
const measureOf = (account: string, problems: readonly string[], more: object = {}) =>
  post(account, `${R}/measures`, { ...plan, problems, dueOn: '2026-03-30', ...more })
const measure = (problems: readonly string[], more: object = {}, account = 'wang.fang') =>
  fine<MeasureView>(measureOf(account, problems, more))
const does = (account: string, number: string, path: string, body: object = {}) =>
  post(account, `${R}/measures/${number}/${path}`, body)
const measureSeen = (number: string, account = 'zhang.min') =>
  fine<MeasureView>(get(account, `${R}/measures/${number}`))
const prove = (account: string, number: string, text = '告知单样张') =>
  upload(account, `${R}/measures/${number}/proofs?name=${encodeURIComponent('证明.pdf')}`, text)
/** Proof, hand-in, and the word of somebody of another unit. */
const finish = async (number: string, { by = 'li.wei', verifier = 'zhang.min' } = {}) => {
  await fine(prove(by, number, `证明材料 ${number}`))
  await fine(does(by, number, 'hand-in', { text: '已完成', deviation: '按单位实际安排，先完成本条' }))
  return fine<MeasureView>(
    does(verifier, number, 'verification', { passed: true, text: '现场核对，情况属实' }),
  )
}
const list = (query: string, account = 'zhang.min') =>
  fine<{ rows: ProblemRow[]; total: number }>(get(account, `${R}/problems?${query}`))
interface Board {
  problems: number
  measures: number
  withoutMeasure: number
  atOnce: number
  atOnceDone: number
  mostlyOther: boolean
  byUnit: Record<string, number>
  byCategory: Record<string, number>
  bySource: Record<string, number>
  byState: Record<string, number>
  units: {
    unit: { unit: string }
    problems: number
    relapses: number
    falseClosures: number
    signedOn: string | null
    flags: string[]
  }[]
  clusters: { problems: string[]; units: { unit: string }[]; measure: string | null }[]
}
const board = (account = 'zhang.min', query = '') => fine<Board>(get(account, `${R}/board${query}`))
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0)
const unitOf = async (unit: string) => (await board()).units.find((row) => row.unit.unit === unit)

await pass('2026-03-02T09:00:00')

test('[RECT-07] a unit with findings and no problem shows, and so does a list that its head has not signed', async () => {
  await fine(
    post('zhang.min', '/api/findings', {
      ...{ source: 'complaint', sourceId: 'complaint/1', unit: 'market', conduct: 'rudeness' },
      ...{ fact: '2月27日窗口人员对来访企业态度生硬', happenedOn: '2026-02-27' },
    }),
  )
  expect(await unitOf('market')).toMatchObject({ problems: 0, flags: ['zeroProblems'] })
})

test('[RECT-06] one entry per problem: several in one and vague ones are refused; a unit enters only what it found itself', async () => {
  expect(await refused(problemOf('zhang.min', { fact: '工作作风有待改进' }))).toBe('problem.vague')
  const several = '一是窗口中午无人值守，二是公示栏过期，三是电话无人接听'
  expect(await refused(problemOf('zhang.min', { fact: several }))).toBe('problem.several')
  expect(await refused(problemOf('wang.fang'))).toBe('problem.own-unit-only')
  expect(await refused(problemOf('wang.fang', { source: 'selfCheck', unit: 'market' }))).toBe(
    'problem.own-unit-only',
  )
  const own = await problem(
    { source: 'selfCheck', fact: '2月26日档案室借阅登记簿缺少6次归还签字' },
    'wang.fang',
  )
  expect(own).toMatchObject({ as: 'new', source: 'selfCheck', state: 'registered', flags: ['noMeasure'] })
  expect(own.unit.unit).toBe('planning')
  // 同一事实 counts once, however many tell of it.
  const first = await problem()
  expect(await problem({ source: 'complaint', sourceId: 'complaint/7' })).toMatchObject({
    ...{ as: 'same', problem: first.problem, voices: 2 },
    joined: [{ source: 'complaint', sourceId: 'complaint/7' }],
  })
  // Nor does an entry become vague, or several, by being put into other words.
  for (const [fact, code] of [
    ['工作作风有待改进', 'problem.vague'],
    [several, 'problem.several'],
  ] as const)
    expect(await refused(act('zhang.min', first.problem, 'wording', { fact, reason: '归纳合并表述' }))).toBe(
      code,
    )
  expect(await seen(first.problem, 'li.wei')).toMatchObject({
    ...{ fact: base.fact, source: 'opinion', category: 'service', severity: 'ordinary', measures: 0 },
  })
  expect((await get('zhao.market', `${R}/problems/${first.problem}`)).statusCode).toBe(404)
  expect((await list('unit=planning', 'qian.market')).total).toBe(0)
  expect((await visitor('GET', `${R}/problems/${first.problem}`)).statusCode).toBe(401)
})

test('[RECT-09] one leader and one officer are named; "the whole office" is nobody; after the date nobody is exchanged', async () => {
  const [one] = (await list('state=registered&source=opinion')).rows
  const number = one?.problem ?? ''
  expect(await refused(measureOf('wang.fang', [number], { officer: '全体人员' }))).toBe(
    'measure.nobody-named',
  )
  expect(await refused(measureOf('wang.fang', [number], { leader: 'planning' }))).toBe('measure.nobody-named')
  expect(await refused(measureOf('wang.fang', [number], { officer: 'zhao.market' }))).toBe(
    'measure.nobody-named',
  )
  // Somebody else's clerk leads nothing here.
  expect(await refused(measureOf('wang.fang', [number], { leader: 'zhao.market' }))).toBe(
    'measure.nobody-named',
  )
  expect(await refused(measureOf('wang.fang', [number], { leader: 'li.wei' }))).toBe('measure.one-for-both')
  const planned = await measure([number], { dueOn: '2026-03-05' })
  expect(planned).toMatchObject({
    leader: { account: 'wang.fang' },
    officer: { account: 'li.wei' },
    state: 'open',
  })
  const change = { leader: 'chen.jie', officer: 'li.wei', reason: '分管领导调整' }
  const after = await fine<MeasureView>(does('wang.fang', planned.measure, 'owners', change))
  expect(after.owners).toMatchObject([{ officer: '李蔚（演示）', reason: '分管领导调整' }])
  expect((await measureSeen(planned.measure)).owners).toHaveLength(1)
  await pass('2026-03-06T09:00:00')
  expect(
    await refused(does('wang.fang', planned.measure, 'owners', { ...change, leader: 'wang.fang' })),
  ).toBe('measure.owner-fixed')
})

test('[RECT-10] a date is a day; it is reminded of, runs out, is extended by the office with its reason, and moving it again and again shows', async () => {
  const { problem: number } = await problem({ fact: '3月4日“建设用地规划许可”公示栏缺少收费标准' })
  for (const dueOn of ['长期', '2026年底', '长期坚持'])
    expect(await refused(measureOf('wang.fang', [number], { dueOn }))).toBe('measure.no-date')
  expect(await refused(measureOf('wang.fang', [number], { dueOn: '2026-03-01' }))).toBe('measure.past')
  const { measure: id } = await measure([number], {
    dueOn: '2026-03-16',
    action: '更换公示栏，写明全部收费标准',
  })
  await pass('2026-03-12T09:00:00')
  const whats = async () => (await seen(number)).timeline.map(({ what }) => what.zh)
  expect(await whats()).toContain(`到期提醒 ${id}`)
  expect((await measureSeen(id)).overdue).toBe(false)
  await pass('2026-03-17T09:00:00')
  expect(await whats()).toContain(`逾期 ${id}`)
  expect((await list('flag=overdue')).rows.map((row) => row.problem)).toContain(number)

  const longer = { dueOn: '2026-03-25', reason: '供货延误，已附合同' }
  expect((await does('wang.fang', id, 'extensions', longer)).statusCode).toBe(403)
  expect(await refused(does('zhang.min', id, 'extensions', { ...longer, reason: '' }))).toBe(
    'problem.reason-missing',
  )
  expect(await refused(does('zhang.min', id, 'extensions', { ...longer, dueOn: '长期' }))).toBe(
    'measure.no-date',
  )
  await fine(does('zhang.min', id, 'extensions', longer))
  expect(await measureSeen(id)).toMatchObject({
    dueOn: '2026-03-25',
    firstDueOn: '2026-03-16',
    overdue: false,
  })
  const twice = await fine<MeasureView>(
    does('zhang.min', id, 'extensions', { ...longer, dueOn: '2026-04-15' }),
  )
  expect(twice.extensions).toHaveLength(2)
  expect(twice.flags).toContain('movedOften')
})

test('[RECT-08] measures and problems are many to many; a problem without one shows, and so does boilerplate over units', async () => {
  const [a, b] = [
    await problem({ fact: '3月9日5号窗口未出具受理单，企业当天往返2次' }),
    await problem({ fact: '3月10日咨询电话连续3次无人接听', category: 'spirit' }),
  ]
  expect((await list('flag=noMeasure')).rows.map((row) => row.problem)).toEqual(
    expect.arrayContaining([a.problem, b.problem]),
  )
  const both = await measure([a.problem, b.problem], { action: '窗口实行挂牌值班，每天公示值班人和电话' })
  const more = await measure([a.problem], {
    action: '受理单由系统自动打印，未打印不能收件',
    treats: 'symptom',
  })
  expect(both.problems).toEqual([a.problem, b.problem])
  const [first, second] = [await seen(a.problem), await seen(b.problem)]
  expect(first.measuresShown.map((one) => one.measure).sort()).toEqual([both.measure, more.measure].sort())
  expect(second).toMatchObject({ state: 'underWay', measures: 1 })
  expect(first.flags).not.toContain('noMeasure')

  const copied = '加强学习教育，提高思想认识，强化责任意识，健全长效机制'
  const result = '群众满意度明显提高'
  const c = await problem({ unit: 'market', fact: '3月9日市场监管窗口2名人员空岗40分钟' })
  await measure([b.problem], { action: copied, result })
  const copy = await fine<MeasureView>(
    measureOf('qian.market', [c.problem], {
      ...{ unit: 'market', leader: 'qian.market', officer: 'zhao.market', action: `${copied}。`, result },
    }),
  )
  expect(copy.flags).toContain('boilerplate')
  expect((await list('flag=boilerplate')).rows.map((row) => row.problem).sort()).toEqual(
    [b.problem, c.problem].sort(),
  )
  // A unit does not plan for another one's problems.
  expect(await refused(measureOf('wang.fang', [c.problem]))).toBe('measure.foreign-problem')
})

test('[RECT-27] nothing closes by saying so: proof, another’s verification, a reply, and the view of whoever raised it', async () => {
  await hall.told()
  const raised = await problem({
    ...{ fact: '3月11日窗口拒收加盖电子印章的材料，要求重新跑一趟', raiser: { phone: '13800138000' } },
  })
  const { problem: number } = raised
  const [message] = await hall.told()
  const code = /查询码 (\w+)/.exec(message ?? '')?.[1] ?? ''
  expect(raised).toMatchObject({ raised: true, code })
  const { measure: id } = await measure([number], {
    dueOn: '2026-04-10',
    action: '全部窗口认可电子印章，取消重复提交',
  })

  expect(await refused(act('zhang.min', number, 'closure', { text: '单位报告已整改' }))).toBe(
    'problem.not-verified',
  )
  expect(await refused(does('li.wei', id, 'hand-in', { text: '已经改好了' }))).toBe('measure.no-proof')
  const proved = await fine<MeasureView>(prove('li.wei', id))
  expect(proved.proofs).toMatchObject([{ name: '证明.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  const file = proved.proofs[0]?.file ?? ''
  const read = await get(
    'zhang.min',
    `${R}/measures/${id}/proofs/${file}?purpose=${encodeURIComponent('验收核对')}`,
  )
  expect(read.body).toContain('告知单样张')
  expect(
    (await get('zhao.market', `${R}/measures/${id}/proofs/${file}?purpose=${encodeURIComponent('看看')}`))
      .statusCode,
  ).toBe(404)
  await fine(does('li.wei', id, 'hand-in', { text: '已完成', deviation: '涉及企业多，按计划先完成' }))

  const word = { passed: true, text: '现场核对，情况属实' }
  expect(await refused(does('li.wei', id, 'verification', word))).toBe('measure.self-verified')
  expect(await refused(does('wang.fang', id, 'verification', word))).toBe('measure.self-verified')
  expect((await does('zhao.market', id, 'verification', word)).statusCode).toBe(404)
  await fine(does('zhang.min', id, 'verification', { passed: false, text: '样张没有日期，退回补充' }))
  expect(await refused(does('li.wei', id, 'hand-in', { text: '' }))).toBe('measure.no-proof')
  await fine(prove('li.wei', id, '第二份证明'))
  await fine(does('li.wei', id, 'hand-in', { text: '已补充', deviation: '涉及企业多，按计划先完成' }))
  await fine(does('zhang.min', id, 'verification', word))

  expect(await refused(act(SECOND, number, 'closure', { text: '措施落实，同意销号' }))).toBe(
    'problem.no-reply',
  )
  await fine(act('li.wei', number, 'replies', { text: '窗口已全部认可电子印章，您不用再跑' }))
  expect(await refused(act(SECOND, number, 'closure', { text: '措施落实，同意销号' }))).toBe(
    'problem.raiser-waits',
  )

  expect((await visitor('GET', `/api/raised-problems/${number}?code=AAAAAAAA`)).statusCode).toBe(404)
  const shown = (await visitor('GET', `/api/raised-problems/${number}?code=${code}`)).json()
  expect(shown).toMatchObject({ problem: number, maySpeak: true, replies: [{}], opinions: [] })
  await visitor('POST', `/api/raised-problems/${number}/opinions`, {
    code,
    solved: false,
    text: '2号窗口还是不收',
  })
  expect(await refused(act(SECOND, number, 'closure', { text: '措施落实，同意销号' }))).toBe(
    'problem.raiser-unsatisfied',
  )
  await pass('2026-03-19T09:00:00')
  await fine(act('li.wei', number, 'replies', { text: '2号窗口当天已改正，请您再核实一次' }))
  await visitor('POST', `/api/raised-problems/${number}/opinions`, { code, solved: true, text: '收了，谢谢' })
  const closed = await fine<ProblemView>(act(SECOND, number, 'closure', { text: '措施落实，同意销号' }))
  expect(closed).toMatchObject({
    state: 'closed',
    opinions: [{ solved: false }, { solved: true, text: '收了，谢谢' }],
  })
  expect((await act('wang.fang', number, 'closure', { text: '单位自行销号' })).statusCode).toBe(403)
})

test('[RECT-14] the look-back is somebody else’s, with the raiser’s view; a relapse reopens, and one entered as new is recognised', async () => {
  const [closed] = (await list('state=closed')).rows
  const number = closed?.problem ?? ''
  const look = { holds: true, view: '电话回访：没有再出现', text: '抽查3个窗口，未再发生' }
  expect(await refused(act(THIRD, number, 'look-backs', look))).toBe('problem.look-back-early')
  await pass('2026-05-25T09:00:00')
  expect(await refused(act(SECOND, number, 'look-backs', look))).toBe('problem.same-reviewer')
  expect(await refused(act('zhang.min', number, 'look-backs', look))).toBe('problem.same-reviewer')
  expect(await refused(act(THIRD, number, 'look-backs', { ...look, view: '' }))).toBe('problem.view-missing')
  const held = await fine<ProblemView>(act(THIRD, number, 'look-backs', look))
  expect(held.state).toBe('closed')

  // Under another class it is entered, and shows as what it is like.
  const fact = '5月24日窗口又拒收加盖电子印章的材料，要求重新跑一趟'
  const elsewhere = await problem({ source: 'audit', happenedOn: '2026-05-23', category: 'spirit', fact })
  expect(elsewhere).toMatchObject({ as: 'new', likeOf: number, firstEnteredOn: closed?.firstEnteredOn })
  expect(elsewhere.flags).toEqual(expect.arrayContaining(['likeAnother', 'renamed']))
  // The same, under a new number and with other words around it; that it is another thing is not for the unit to say.
  const again = await problem(
    { source: 'selfCheck', happenedOn: '2026-05-24', fact, apartBecause: '另一窗口、另一批材料' },
    'wang.fang',
  )
  expect(again).toMatchObject({ as: 'relapse', problem: number, state: 'underWay', relapses: 1 })
  expect(again.flags).toEqual(expect.arrayContaining(['relapsed', 'returning']))
  expect((await unitOf('planning'))?.relapses).toBe(1)
  // What was verified before it came back closes nothing.
  expect(await refused(act(SECOND, number, 'closure', { text: '此前已验收' }))).toBe('problem.nothing-since')
})

/** A problem that is ready to be closed: measures finished, nobody to reply to. */
const ready = async (more: object, plans: readonly object[] = [{}]) => {
  const { problem: number } = await problem({ source: 'audit', ...more })
  for (const one of plans) {
    const { measure: id } = await measure([number], { dueOn: '2026-12-31', ...one })
    await finish(id)
  }
  return number
}
const closing = { text: '逐项核对，同意销号' }

test('[RECT-20] each measure treats the symptom or the cause; what comes back is not closed by symptoms alone', async () => {
  const first = await problem({
    source: 'audit',
    fact: '5月20日4号窗口收件后遗失材料2份',
    happenedOn: '2026-05-20',
  })
  const like = await problem({
    source: 'audit',
    fact: '5月22日4号窗口收件后又遗失材料2份',
    happenedOn: '2026-05-22',
  })
  expect(like).toMatchObject({ as: 'new', likeOf: first.problem })
  expect(like.flags).toContain('likeAnother')
  const { measure: id } = await measure([like.problem], {
    ...{
      treats: 'symptom',
      dueOn: '2026-06-10',
      action: '向当事人致歉并补齐2份材料',
      result: '2份材料已补齐归档',
    },
  })
  expect((await seen(like.problem)).flags).toContain('onlySymptoms')
  await finish(id)
  expect(await refused(act(SECOND, like.problem, 'closure', closing))).toBe('problem.only-symptoms')
  const cause = await measure([like.problem], {
    dueOn: '2026-06-20',
    action: '收件即扫描建档，原件双人签收',
    result: '遗失材料为0',
  })
  await finish(cause.measure)
  expect(await fine(act(SECOND, like.problem, 'closure', closing))).toMatchObject({ state: 'closed' })
})

test('[RECT-16] an acute problem has the shortest limit and a leader, who raised it is told the class, and one in a slow class shows', async () => {
  await hall.told()
  const slow = await problem({
    ...{
      fact: '5月21日起3个小区因审批积压停止供水2天',
      happenedOn: '2026-05-21',
      raiser: { phone: '13800138000' },
    },
  })
  await fine(act('zhang.min', slow.problem, 'triage', { triage: 'ordinary' }))
  expect((await seen(slow.problem)).flags).toContain('acuteInSlowClass')
  const acute = await fine<ProblemView>(
    act('zhang.min', slow.problem, 'triage', { triage: 'acute', reason: '影响居民用水' }),
  )
  expect(acute).toMatchObject({ triage: 'acute', limitOn: '2026-06-04' })
  expect(acute.flags).not.toContain('acuteInSlowClass')
  expect((await hall.told()).join()).toMatch(/已列为急症问题，整改期限 2026-06-04/)
  expect(await refused(measureOf('wang.fang', [slow.problem], { dueOn: '2026-06-05' }))).toBe(
    'measure.past-class',
  )
  const officers = { leader: 'li.wei', officer: 'wang.fang', dueOn: '2026-06-01' }
  expect(await refused(measureOf('wang.fang', [slow.problem], officers))).toBe('measure.leader-needed')
  expect(await measure([slow.problem], { dueOn: '2026-06-01' })).toMatchObject({ dueOn: '2026-06-01' })
  await pass('2026-06-05T09:00:00')
  expect((await seen(slow.problem)).flags).toEqual(expect.arrayContaining(['classOverdue', 'overdue']))
})

test('[RECT-17] a grave problem is looked into at once and counts on its unit; it is lowered only by a leader who signs', async () => {
  const { problem: number } = await problem({
    fact: '6月1日窗口工作人员向2家企业索要购物卡',
    happenedOn: '2026-06-01',
  })
  await fine(act('zhang.min', number, 'triage', { triage: 'grave', reason: '损害干部形象' }))
  await pass('2026-06-05T10:00:00')
  const cases = await fine<{ rows: { title: string }[] }>(get('zhang.min', '/api/investigations'))
  expect(cases.rows.map(({ title }) => title)).toContain('6月1日窗口工作人员向2家企业索要购物卡')
  expect(await unitOf('planning')).toMatchObject({ grave: 1 })
  const lower = { triage: 'ordinary', reason: '经核实情节轻微，已退还' }
  expect(await refused(act('zhang.min', number, 'triage', lower))).toBe('problem.downgrade-unsigned')
  expect(await refused(act('chen.jie', number, 'triage', { ...lower, reason: '' }))).toBe(
    'problem.reason-missing',
  )
  const lowered = await fine<ProblemView>(act('chen.jie', number, 'triage', lower))
  expect(lowered.flags).toContain('downgraded')
  expect(lowered.timeline[0]).toMatchObject({ by: '陈阶（演示）', text: '经核实情节轻微，已退还' })
})

test('[RECT-18] a stubborn problem needs a changed rule or process and is looked at again after a quarter', async () => {
  const { problem: number } = await problem({
    fact: '6月2日并联审批第5次在同一环节等待会签9天',
    happenedOn: '2026-06-02',
  })
  await fine(act('zhang.min', number, 'triage', { triage: 'stubborn', reason: '同一环节反复' }))
  const { measure: once } = await measure([number], {
    dueOn: '2026-06-20',
    action: '督促会签单位当日补签5件积压件',
  })
  await finish(once)
  expect(await refused(act(SECOND, number, 'closure', closing))).toBe('problem.no-change-of-rules')
  const changes = { kind: 'process', document: '并联审批会签限时办理规程（2026年第3号）' }
  const { measure: rule } = await measure([number], {
    dueOn: '2026-06-25',
    action: '会签改为限时2日，逾期视为同意',
    changes,
  })
  await finish(rule)
  const closed = await fine<ProblemView>(act(SECOND, number, 'closure', closing))
  expect(closed.lookBackOn).toBe('2026-09-03')
})

test('[RECT-21] a deep-seated case is taken on by a leader with milestones and reports; parked it shows, and it does not close', async () => {
  const number = await ready({ fact: '历史遗留的12宗用地手续自2019年以来未办结', happenedOn: '2026-06-02' })
  const parked = await fine<ProblemView>(
    act('zhang.min', number, 'triage', { triage: 'hard', reason: '深层次矛盾' }),
  )
  expect(parked.flags).toContain('parked')
  expect(await refused(act(SECOND, number, 'closure', closing))).toBe('problem.no-contract')
  const contract = { leader: 'chen.jie', milestones: [{ text: '完成12宗权属核查', dueOn: '2026-07-10' }] }
  expect(await refused(act('zhang.min', number, 'contract', { ...contract, milestones: [] }))).toBe(
    'problem.no-milestones',
  )
  const taken = await fine<ProblemView>(act('zhang.min', number, 'contract', contract))
  expect(taken.contract).toMatchObject({ leader: '陈阶（演示）', milestones: [{ reachedAt: null }] })
  expect(taken.flags).not.toContain('parked')
  await pass('2026-07-08T09:00:00')
  expect((await seen(number)).flags).toContain('reportMissing')
  expect(await refused(act('zhang.min', number, 'reports', { text: '已核查完成8宗用地' }))).toBe(
    'problem.not-in-charge',
  )
  expect(
    (await fine<ProblemView>(act('chen.jie', number, 'reports', { text: '已核查完成8宗用地' }))).flags,
  ).not.toContain('reportMissing')
  expect(await refused(act(SECOND, number, 'closure', closing))).toBe('problem.no-contract')
  await pass('2026-07-11T09:00:00')
  expect((await seen(number)).flags).toContain('parked')
  await fine(act('chen.jie', number, 'reports', { text: '12宗全部核查完成', milestone: 0 }))
  expect(await fine(act(SECOND, number, 'closure', closing))).toMatchObject({ state: 'closed' })
})

test('[RECT-23] what is mended at once is due in days, counted apart, and shows when nothing proves it', async () => {
  const { problem: number } = await problem({
    fact: '7月11日大厅2台自助机无法打印回执',
    happenedOn: '2026-07-11',
  })
  const atOnce = { atOnce: true, action: '当天更换2台自助机的打印模块', result: '2台自助机恢复打印' }
  expect(await refused(measureOf('wang.fang', [number], { ...atOnce, dueOn: '2026-07-30' }))).toBe(
    'measure.not-at-once',
  )
  const [done, claimed] = [
    await measure([number], { ...atOnce, dueOn: '2026-07-13' }),
    await measure([number], { ...atOnce, dueOn: '2026-07-14', action: '在2台自助机旁张贴报修电话' }),
  ]
  await finish(done.measure)
  expect(await board()).toMatchObject({ atOnce: 2, atOnceDone: 1 })
  await pass('2026-07-16T09:00:00')
  expect((await measureSeen(claimed.measure)).flags).toContain('atOnceWithoutProof')
  expect((await measureSeen(done.measure)).flags).not.toContain('atOnceWithoutProof')
})

test('[RECT-22] work goes in the order of need; whoever goes first with less gives a reason that the office sees', async () => {
  const unit = { unit: 'market' }
  const owners = { ...unit, leader: 'qian.market', officer: 'zhao.market' }
  const grave = await problem({
    ...unit,
    severity: 'grave',
    fact: '7月15日食品经营许可3件压件不受理',
    happenedOn: '2026-07-15',
  })
  await problem({
    ...unit,
    severity: 'grave',
    source: 'complaint',
    fact: '7月15日食品经营许可3件压件不受理',
    happenedOn: '2026-07-15',
  })
  const easy = await problem({
    ...unit,
    severity: 'light',
    fact: '7月15日窗口绿植3盆枯萎未更换',
    happenedOn: '2026-07-15',
  })
  const order = (await list('unit=market&order=need&state=registered')).rows.map((row) => row.problem)
  expect(order.indexOf(grave.problem)).toBeLessThan(order.indexOf(easy.problem))
  expect((await seen(grave.problem)).need).toBeGreaterThan((await seen(easy.problem)).need)
  const { measure: id } = await fine<MeasureView>(
    measureOf('qian.market', [easy.problem], { ...owners, dueOn: '2026-07-20', action: '更换枯萎的3盆绿植' }),
  )
  await fine(prove('zhao.market', id))
  expect(await refused(does('zhao.market', id, 'hand-in', { text: '已更换' }))).toBe('problem.out-of-order')
  expect((await measureSeen(id)).state).toBe('open')
  await fine(does('zhao.market', id, 'hand-in', { text: '已更换', deviation: '绿植供应商当天到货' }))
  const shown = await seen(easy.problem)
  expect(shown.flags).toContain('outOfOrder')
  expect(shown.timeline.map(({ text }) => text)).toContain('绿植供应商当天到货')
})

test('[RECT-11] the public reads problem, measure, person, date and state; edits are history, the overdue shows, and what was weakened is marked', async () => {
  const { problem: number } = await problem({
    fact: '7月16日不动产窗口排队超过90分钟',
    happenedOn: '2026-07-16',
  })
  const { measure: id } = await measure([number], {
    ...{
      dueOn: '2026-07-25',
      action: '全部窗口实行预约分时办理，增设2个窗口',
      result: '平均等候不超过20分钟',
    },
  })
  expect((await visitor('GET', `/api/commitments/${id}`)).statusCode).toBe(404)
  const text = {
    problem: '不动产窗口排队时间过长',
    action: '全部窗口实行预约分时办理，增设2个窗口',
    result: '平均等候不超过20分钟',
  }
  expect((await does('zhao.market', id, 'publication', text)).statusCode).toBe(404)
  expect(await refused(does('li.wei', id, 'publication', text))).toBe('measure.not-owner')
  await fine(does('wang.fang', id, 'publication', text))
  const shown = (await visitor('GET', `/api/commitments/${id}`)).json<CommitmentView>()
  expect(shown).toMatchObject({
    ...text,
    leader: '王放（演示）',
    dueOn: '2026-07-25',
    state: 'open',
    overdue: false,
    history: [],
  })
  const soft = { ...text, action: '争取在窗口逐步推行预约办理', result: '等候时间明显缩短' }
  const weaker = await fine<MeasureView>(does('wang.fang', id, 'publication', soft))
  expect(weaker.flags).toEqual(expect.arrayContaining(['weakened', 'weakerThanInternal']))
  expect((await visitor('GET', `/api/commitments/${id}`)).json()).toMatchObject({
    ...{ action: soft.action, changed: 1 },
    history: [{ action: text.action, result: text.result }],
  })
  await pass('2026-07-27T09:00:00')
  const overdue = (await visitor('GET', '/api/commitments?overdue=yes')).json<{ rows: CommitmentView[] }>()
    .rows
  expect(overdue.map((row) => row.measure)).toEqual([id])
})

test('[RECT-12] readers comment and say that it is not solved; it goes to the office, and the unit neither sees nor deletes it', async () => {
  const [shown] = (await visitor('GET', '/api/commitments')).json<{ rows: CommitmentView[] }>().rows
  const id = shown?.measure ?? ''
  const said = await visitor('POST', `/api/commitments/${id}/comments`, {
    solved: false,
    text: '今天排了2小时，电话13800138000',
  })
  expect(said.json()).toMatchObject({ notSolved: 1, answered: [] })
  const told = await fine<{ rows: { measure: string; comment: string; text: string }[] }>(
    get('zhang.min', `${R}/comments`),
  )
  expect(told.rows).toMatchObject([{ measure: id, text: '今天排了2小时，电话138****8000' }])
  expect((await measureSeen(id)).flags).toContain('notSolvedSaid')
  expect((await get('wang.fang', `${R}/comments`)).statusCode).toBe(403)
  expect((await measureSeen(id, 'wang.fang')).comments).toBeNull()
  const comment = told.rows[0]?.comment ?? ''
  for (const url of [`/api/commitments/${id}/comments/${comment}`, `${R}/comments/${comment}`])
    expect((await (await enter('wang.fang')).send('DELETE', url)).statusCode).toBe(404)
  const answer = { comment, text: '已责令单位当天加开窗口，复查中' }
  expect((await does('wang.fang', id, 'answers', answer)).statusCode).toBe(403)
  await fine(does('zhang.min', id, 'answers', answer))
  expect((await visitor('GET', `/api/commitments/${id}`)).json()).toMatchObject({
    ...{ notSolved: 1, answered: [{ solved: false, answer: '已责令单位当天加开窗口，复查中' }] },
  })
  expect((await measureSeen(id)).flags).not.toContain('notSolvedSaid')
})

test('[RECT-13] the checklist is marked point by point by somebody else, in the office’s own words; ticked within a minute it shows', async () => {
  const setting = {
    name: 'checklist',
    from: '2026-07-27',
    value: '对照问题,有证据,群众知晓',
    reason: '县里定的三条',
  }
  expect((await post('wang.fang', `${R}/settings`, setting)).statusCode).toBe(403)
  expect(await refused(post('zhang.min', `${R}/settings`, { ...setting, from: '2026-07-01' }))).toBe(
    'setting.backdated',
  )
  await fine(post('zhang.min', `${R}/settings`, setting))
  const [one] = (await list('state=underWay&unit=planning')).rows
  const [shown] = (await seen(one?.problem ?? '')).measuresShown
  const id = shown?.measure ?? ''
  expect(shown?.checklist.map(({ point }) => point)).toEqual(['对照问题', '有证据', '群众知晓'])
  expect(await refused(does('li.wei', id, 'marks', { point: '有证据', passed: true }))).toBe(
    'measure.self-verified',
  )
  for (const point of ['对照问题', '有证据', '群众知晓']) {
    await fine(does(SECOND, id, 'marks', { point, passed: true }))
    hall.now += 40_000
  }
  expect((await measureSeen(id)).flags).not.toContain('tickedInBulk')
  for (const point of ['对照问题', '有证据', '群众知晓'])
    await fine(does(THIRD, id, 'marks', { point, passed: true }))
  expect((await measureSeen(id)).flags).toContain('tickedInBulk')
})

test('[RECT-19] the same problem in several units is one cluster; unit by unit it shows, one measure a tier above mends it', async () => {
  await fine(
    post('zhang.min', `${R}/settings`, {
      name: 'commonUnits',
      from: '2026-07-27',
      value: 2,
      reason: '全县仅有两个试点单位',
    }),
  )
  const fact = '7月20日起电子证照系统每天上午中断30分钟'
  const given = { fact, happenedOn: '2026-07-20', category: 'policyFlow' }
  const [a, b] = [await problem(given), await problem({ ...given, unit: 'market', fact: `${fact}左右` })]
  const numbers = [a.problem, b.problem].sort()
  const clusterOf = async () =>
    (await board()).clusters.find(({ problems }) => [...problems].sort().join() === numbers.join())
  expect(await clusterOf()).toMatchObject({
    measure: null,
    units: [{ unit: 'market' }, { unit: 'planning' }],
  })
  expect((await list('flag=commonAlone')).rows.map((row) => row.problem).sort()).toEqual(numbers)
  const above = { dueOn: '2026-08-20', action: '县级统一扩容电子证照系统，设双机热备', leader: 'chen.jie' }
  expect(await refused(measureOf('wang.fang', numbers, above))).toBe('measure.foreign-problem')
  const { measure: id } = await fine<MeasureView>(measureOf('zhang.min', numbers, above))
  expect(await clusterOf()).toMatchObject({ measure: id })
  expect((await list('flag=commonAlone')).total).toBe(0)
  expect((await measureSeen(id, 'qian.market')).measure).toBe(id)
})

/** Something found by whomever, which the office wants mended. */
const found = async (more: object) => {
  const { finding } = await fine<FindingRow>(
    post('zhang.min', '/api/findings', { ...more, unit: 'planning' }),
  )
  return finding
}

test('[RECT-26] register, inspections and report use the same six classes; when most are "other" it shows', async () => {
  const finding = await found({
    ...{ source: 'visit', sourceId: 'visit/26', conduct: 'absence', happenedOn: '2026-07-21' },
    fact: '7月21日下午4号窗口空岗50分钟',
  })
  const url = `/api/findings/${finding}`
  await fine(post(SECOND, `${url}/handler`, { relation: null, note: '无回避情形' }))
  await fine(post('li.wei', `${url}/answer`, { text: '当班人员外出未安排顶岗' }))
  await fine(post(SECOND, `${url}/disposition`, { disposition: 'rectify', reason: '空岗属实，责令整改' }))
  await pass('2026-07-27T10:00:00')
  const [visited] = (await list('source=visit&category=spirit')).rows
  expect((await seen(visited?.problem ?? '')).finding).toBe(finding)
  const { byCategory } = await board()
  expect(byCategory.spirit).toBe((await list('category=spirit')).total)
  for (const name of Object.keys(byCategory)) expect([...CLASSES, 'other']).toContain(name)
  const unit = { unit: 'market', category: 'other', happenedOn: '2026-07-21' }
  expect((await problemOf('zhang.min', { category: 'anything' })).statusCode).toBe(400)
  const before = await unitOf('market')
  for (let nth = 1; nth <= (before?.problems ?? 0) + 1; nth++)
    await problem({
      ...unit,
      fact: `7月${nth}日第${nth}号柜台${'甲乙丙丁戊己庚辛'[nth % 8]}档案第${nth * 7}卷缺页`,
      apartBecause: '逐卷核对的不同案卷',
    })
  expect((await unitOf('market'))?.flags).toContain('mostlyOther')
  expect((await unitOf('planning'))?.flags).not.toContain('mostlyOther')
  const one = (await list('unit=market&category=other')).rows[0]
  const changed = { category: 'spirit', reason: '属于工作作风不实' }
  const after = await fine<ProblemView>(act('zhang.min', one?.problem ?? '', 'category', changed))
  expect(after.category).toBe('spirit')
})

test('[RECT-25] the curve of activity is drawn; a month of silence shows, and so does a rush of closures after it', async () => {
  const numbers: string[] = []
  for (let nth = 1; nth <= 5; nth++)
    numbers.push(
      await ready({
        ...{
          fact: `7月${nth + 20}日第${nth}批${'档案卷宗窗口'[nth]}材料积压${nth * 11}件`,
          happenedOn: `2026-07-${nth + 20}`,
        },
        apartBecause: '不同批次分别登记',
      }),
    )
  const open = await problem({ fact: '7月27日服务热线转接错误4次', happenedOn: '2026-07-27' })
  const curve = (await seen(numbers[0] ?? '')).activity
  expect(curve.at(-1)?.count).toBeGreaterThan(3)
  expect((await seen(open.problem)).flags).not.toContain('silent')
  await pass('2026-09-01T09:00:00')
  expect((await list('flag=silent')).rows.map((row) => row.problem)).toContain(open.problem)
  expect((await seen(numbers[0] ?? '')).activity.at(-1)?.count).toBe(0)
  expect((await unitOf('planning'))?.flags).not.toContain('rushedClosures')
  for (const number of numbers) await fine(act(SECOND, number, 'closure', closing))
  expect((await unitOf('planning'))?.flags).toContain('rushedClosures')
})

test('[RECT-28] each round draws closed measures by chance; a false closure opens again and counts double, papers made for the visit show', async () => {
  expect((await post('wang.fang', `${R}/rounds`, { title: '第三季度抽查' })).statusCode).toBe(403)
  await fine(
    post('zhang.min', `${R}/settings`, {
      name: 'sampleShare',
      from: '2026-09-01',
      value: 30,
      reason: '本季加大抽查',
    }),
  )
  const round = await fine<RoundView>(post('zhang.min', `${R}/rounds`, { title: '第三季度抽查', seed: 7 }))
  const again = await fine<RoundView>(post('zhang.min', `${R}/rounds`, { title: '同一种子', seed: 7 }))
  expect(round.measures.length).toBe(Math.ceil(round.from * 0.3))
  expect(again.measures.map((one) => one.measure)).toEqual(round.measures.map((one) => one.measure))
  const [first, second] = round.measures
  const check = { round: round.round, stands: true, text: '现场核对台账和窗口', papersOn: ['2026-07-01'] }
  expect(await refused(does('zhang.min', first?.measure ?? '', 'checks', check))).toBe(
    'problem.same-reviewer',
  )
  const held = await fine<MeasureView>(
    does(THIRD, first?.measure ?? '', 'checks', { ...check, papersOn: ['2026-09-01'] }),
  )
  expect(held.flags).toContain('madeForTheVisit')
  expect(await refused(does(THIRD, first?.measure ?? '', 'checks', check))).toBe('round.checked')
  const undrawn = (await list('state=underWay&unit=planning')).rows[0]?.problem ?? ''
  const other = (await seen(undrawn)).measuresShown[0]?.measure ?? ''
  expect(await refused(does(THIRD, other, 'checks', check))).toBe('measure.not-drawn')
  const falsely = { ...check, stands: false, text: '现场未见整改，台账为补做' }
  const opened = await fine<MeasureView>(does(THIRD, second?.measure ?? '', 'checks', falsely))
  expect(opened).toMatchObject({ state: 'open' })
  expect(opened.flags).toContain('falseClosure')
  expect(await unitOf(opened.unit)).toMatchObject({ falseClosures: 2 })
  for (const number of opened.problems) expect((await seen(number)).state).not.toBe('closed')
})

test('[RECT-29] a campaign begins with its baseline, which is taken again in the same classes at its end', async () => {
  const period = { period: 'style-2026', title: '作风建设年', from: '2026-09-02', until: '2026-12-31' }
  expect(
    await refused(
      problemOf('zhang.min', {
        fact: '9月1日窗口6人迟到20分钟',
        happenedOn: '2026-09-01',
        period: 'style-2026',
      }),
    ),
  ).toBe('problem.period-unknown')
  expect(await refused(post('zhang.min', `${R}/periods`, { ...period, from: '2026-08-01' }))).toBe(
    'period.started',
  )
  await found({
    ...{ source: 'card', sourceId: 'card/29', conduct: 'overLimit', happenedOn: '2026-08-03' },
    fact: '8月3日一件许可超过时限2天',
  })
  const taken = await fine<{ picture: Record<string, Record<string, number>> }>(
    post('zhang.min', `${R}/periods`, period),
  )
  expect(Object.keys(taken.picture).sort()).toEqual([...CLASSES, 'other'].sort())
  expect(taken.picture.service?.complaints).toBeGreaterThan(0)
  expect(taken.picture.policyFlow).toMatchObject({ clocks: 1 })
  // The visit of RECT-26 and the audit of RECT-14.
  expect(taken.picture.spirit).toMatchObject({ inspections: 2 })
  expect(await refused(post('zhang.min', `${R}/periods`, period))).toBe('period.exists')
  const late = await problem({
    fact: '9月1日窗口6人迟到20分钟',
    happenedOn: '2026-09-01',
    period: 'style-2026',
    category: 'spirit',
  })
  expect(late.period).toBe('style-2026')
  await pass('2026-12-30T09:00:00')
  await fine(act('zhang.min', late.problem, 'category', { category: 'service', reason: '结束前改归服务类' }))
  expect(
    await refused(post('zhang.min', `${R}/periods/style-2026/end`, { classes: ['service', 'spirit'] })),
  ).toBe('period.classes-changed')
  const ended = await fine<{ end: { reclassified: number; picture: Record<string, unknown> } }>(
    post('zhang.min', `${R}/periods/style-2026/end`),
  )
  expect(ended.end.reclassified).toBe(1)
  expect(Object.keys(ended.end.picture)).toEqual(Object.keys(taken.picture))
  // What happened before the campaign is not counted at its end.
  expect(ended.end.picture.policyFlow).toMatchObject({ clocks: 0 })
})

test('[RECT-15] what is left over is carried into the next campaign with its age; under another name it is still as old', async () => {
  const old = await problem({
    fact: '2024年以来5个村级服务站网络不通',
    happenedOn: '2024-05-06',
    firstEnteredOn: '2024-05-10',
  })
  expect(old).toMatchObject({ firstEnteredOn: '2024-05-10', ageDays: 964 })
  const carry = { period: 'style-2026', reason: '上次活动未解决，已列入预算', dueOn: '2027-03-31' }
  expect(await refused(act('zhang.min', old.problem, 'carry-over', { ...carry, reason: '' }))).toBe(
    'problem.reason-missing',
  )
  expect(await refused(act('zhang.min', old.problem, 'carry-over', { ...carry, period: 'nowhere' }))).toBe(
    'problem.period-unknown',
  )
  const carried = await fine<ProblemView>(act('zhang.min', old.problem, 'carry-over', carry))
  expect(carried).toMatchObject({ period: 'style-2026', limitOn: '2027-03-31', ageDays: 964 })
  expect((await list('order=age')).rows[0]?.problem).toBe(old.problem)
  const renamed = await problem({ fact: '2024年以来5个村级服务站网络不通、信号弱', happenedOn: '2026-12-29' })
  expect(renamed).toMatchObject({ likeOf: old.problem, firstEnteredOn: '2024-05-10', ageDays: 964 })
  expect(renamed.flags).toContain('renamed')
  const wording = { fact: '5个村级服务站2024年起无法联网办件', reason: '按核查结果改写' }
  const reworded = await fine<ProblemView>(act('zhang.min', old.problem, 'wording', wording))
  expect(reworded).toMatchObject({ ageDays: 964 })
  expect(reworded.timeline.map(({ text }) => text)).toContain('2024年以来5个村级服务站网络不通')
})

const [SERVED, KIN] = ['gu.served', 'kong.kin']
const NEAR = [SERVED, KIN]
let closedByOthers = ''
test('whoever served in the unit, or has a relation on record with those who answer, neither verifies nor closes', async () => {
  const daysOn = (days: number) => new Date(hall.now + days * 86_400_000).toISOString().slice(0, 10)
  await hall.database.transaction(scope, async (db) => {
    for (const account of [SERVED, KIN])
      await addAccount(
        db,
        { account, name: account, unit: null, role: 'supervisor' },
        { passwordHash, mustChange: false, by: 'demo', at: hall.now },
      )
    const doing = { actor: 'demo', now: hall.now }
    const service = { unit: 'planning', from: day('2024-01-01'), to: day(daysOn(-30)) }
    await recordService(db, SERVED, service, doing)
    const kin = { kind: 'kin', unit: null, account: 'li.wei', note: '配偶的兄弟' } as const
    await declareRelation(db, KIN, kin, doing)
  })
  const fact = '审图意见书3次更改格式，申请人重新打印装订'
  const { problem: number } = await problem({ fact, source: 'audit', happenedOn: daysOn(-1) })
  const { measure: one } = await measure([number], {
    dueOn: daysOn(30),
    action: '统一审图意见书格式并公布样本',
  })
  await fine(prove('li.wei', one, '证明材料'))
  await fine(does('li.wei', one, 'hand-in', { text: '已完成', deviation: '按单位实际安排，先完成本条' }))
  const verified = { passed: true, text: '现场核对，情况属实' }
  for (const who of NEAR)
    expect(await refused(does(who, one, 'verification', verified))).toBe('recusal.conflict')
  await fine(does(SECOND, one, 'verification', verified))
  for (const who of NEAR) expect(await refused(act(who, number, 'closure', closing))).toBe('recusal.conflict')
  const closed = await fine<ProblemView>(act('zhang.min', number, 'closure', closing))
  expect(closed.state).toBe('closed')
  closedByOthers = number
})

test('a late case, from card to look-back: judged, found, mended, verified, confirmed, closed, looked at again, and back', async () => {
  await pass('2027-01-04T09:00:00')
  const received = await hall.desk('li.wei').send('POST', '/api/files', {
    ...{ item: 'permit', channel: 'counter', counter: null, applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  const { caseNo } = (await fine<{ file: { caseNo: string } }>(Promise.resolve(received))).file
  await pass('2027-03-29T09:00:00')
  const cards = await fine<{ rows: CardRow[] }>(get('zhang.min', '/api/cards?level=red&limit=200'))
  const card = cards.rows.find((one) => one.caseId === caseNo)?.card ?? ''
  await fine(post('li.wei', `/api/cards/${card}/answer`, { text: '材料审查人员调离，未及时移交' }))
  const judged = { outcome: 'upheld', reason: '移交不是超时的理由', applicantWord: 'denied' }
  await fine(
    post('zhang.min', `/api/cards/${card}/judgement`, { outcome: judged.outcome, reason: judged.reason }),
  )
  const found = await fine<{ rows: FindingRow[] }>(get('zhang.min', '/api/findings?unit=planning'))
  const finding = found.rows.find((one) => one.matter === caseNo)?.finding ?? ''
  await fine(post(SECOND, `/api/findings/${finding}/handler`, { relation: null, note: '无回避情形' }))
  const rectify = { disposition: 'rectify', reason: '办件超时未办结，责令整改' }
  await fine(post(SECOND, `/api/findings/${finding}/disposition`, rectify))
  await pass('2027-03-30T09:00:00')

  const [row] = (await list('source=card&unit=planning')).rows
  const number = row?.problem ?? ''
  expect(await seen(number)).toMatchObject({
    finding,
    matter: caseNo,
    source: 'card',
    state: 'registered',
    severity: 'grave',
  })
  await hall.told()
  await fine(act('zhang.min', number, 'raisers', { phone: applicant.phone }))
  const code = /查询码 (\w+)/.exec((await hall.told()).join())?.[1] ?? ''
  await fine(act('zhang.min', number, 'triage', { triage: 'acute', reason: '申请人仍在等候' }))
  const plans = {
    dueOn: '2027-04-08',
    action: '人员调离当日移交在办件，由B岗接手',
    result: '移交清单当日双签，超期件为0',
  }
  const { measure: id } = await measure([number], plans)
  await finish(id)
  await fine(act('li.wei', number, 'replies', { text: '您的许可已办结，移交办法已执行' }))
  await visitor('POST', `/api/raised-problems/${number}/opinions`, { code, solved: true, text: '拿到了' })
  expect((await signedIn('13800138000')).rows.map((one) => one.problem)).toContain(number)
  await fine(act(SECOND, number, 'closure', closing))
  await pass('2027-05-31T09:00:00')
  const looked = { holds: false, view: '电话回访：又等了20天', text: '再次发现2件调离未移交' }
  const back = await fine<ProblemView>(act(THIRD, number, 'look-backs', looked))
  expect(back).toMatchObject({ state: 'underWay', relapses: 1 })
  expect(back.flags).toEqual(expect.arrayContaining(['relapsed', 'returning']))
  // Withdrawn with its finding: the record stays, and it burdens nobody any more.
  await fine(post(SECOND, `/api/findings/${finding}/withdrawal`, { reason: '经复核，超时由不可抗力造成' }))
  await pass('2027-05-31T10:00:00')
  expect(await seen(number)).toMatchObject({ state: 'withdrawn', flags: [] })
})

const signedIn = async (phone: string) => {
  const { demoCode } = (await visitor('POST', '/api/resident/codes', { phone })).json()
  const answer = await visitor('POST', '/api/resident/session', { phone, code: demoCode })
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  const own = await hall.app.inject({ url: '/api/own/problems', headers: { cookie } })
  return own.json<{ rows: { problem: string }[] }>()
}

/** As offices keep it: one row a measure, rows of one number are one problem. */
const HEAD = '问题序号,单位,来源,分类,问题,发生日期,整改措施,可见成效,标本,负责领导,经办人,整改时限'
const CLASSES = ['thinking', 'policyFlow', 'shirking', 'service', 'spirit', 'thrift']
const PLACES = ['东', '南', '西', '北', '中', '上', '下', '前', '后', '左', '右'] as const
function sheetOf(problems: number, measures: number): string {
  const rows = [HEAD]
  for (let nth = 1; nth <= problems; nth++) {
    const market = nth % 4 === 0
    const unit = market ? 'market' : 'planning'
    const [leader, officer] = market ? ['qian.market', 'zhao.market'] : ['wang.fang', 'li.wei']
    const place = `${PLACES[nth % 11]}${PLACES[Math.floor(nth / 11) % 11]}${PLACES[Math.floor(nth / 121)]}`
    const fact = `${nth}号企业反映${place}片区${(nth * 7919) % 9973}号项目缺件${nth}次`
    const source = nth % 3 === 0 ? 'poll' : 'opinion'
    const own = [nth, unit, source, CLASSES[nth % 6], fact, '2027-05-20']
    const count = nth <= measures - problems ? 2 : 1
    for (let of = 1; of <= count; of++)
      rows.push(
        [
          ...own,
          `为${nth}号企业办第${of}项承诺${(nth * 104729 + of) % 99991}`,
          `${nth}号企业签字确认`,
          '治标',
          leader,
          officer,
          '2027-08-31',
        ].join(),
      )
  }
  return rows.join('\n')
}

test('nor does any of them look again at what was closed', async () => {
  const looking = { holds: true, view: '', text: '再次到现场，没有反弹' }
  for (const who of NEAR)
    expect(await refused(act(who, closedByOthers, 'look-backs', looking))).toBe('recusal.conflict')
  const held = await fine<ProblemView>(act(THIRD, closedByOthers, 'look-backs', looking))
  expect(held.state).toBe('closed')
})

test('[RECT-07] 352 problems and 547 measures load from a sheet, none without a measure; the board adds up and heads sign their list', async () => {
  const send = async (text: string) => {
    const { cookie, csrfToken } = await enter('zhang.min')
    const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/octet-stream' }
    const url = `${R}/sheet?name=${encodeURIComponent('问题清单.csv')}`
    return hall.app.inject({ method: 'POST', url, headers, payload: Buffer.from(text) })
  }
  await pass('2027-06-01T09:00:00')
  const before = await board()
  const vague = `${HEAD}\n1,planning,opinion,service,服务意识有待提高,2027-05-20,,,,,,`
  expect((await send(vague)).json()).toMatchObject({ code: 'sheet.row', details: { row: 2 } })
  const loaded = await fine<{ problems: number; joined: number; measures: number }>(send(sheetOf(352, 547)))
  expect(loaded).toEqual({ problems: 352, joined: 0, measures: 547 })
  const after = await board()
  expect([after.problems - before.problems, after.measures - before.measures]).toEqual([352, 547])
  expect(after.withoutMeasure).toBe(before.withoutMeasure)
  for (const counts of [after.byUnit, after.byCategory, after.bySource, after.byState])
    expect(sum(counts)).toBe(after.problems)
  expect(after.units.reduce((all, row) => all + row.problems, 0)).toBe(after.problems)

  expect((await unitOf('market'))?.flags).toContain('unsigned')
  expect(await refused(post('wang.fang', `${R}/lists/market/signature`))).toBe('list.not-the-head')
  expect(await refused(post('li.wei', `${R}/lists/planning/signature`))).toBe('list.not-the-head')
  await fine(post('qian.market', `${R}/lists/market/signature`))
  expect(await unitOf('market')).toMatchObject({ signedOn: '2027-06-01' })
  expect((await unitOf('market'))?.flags).not.toContain('unsigned')
  const csv = (await get('zhang.min', `${R}/sheet?as=csv`)).body
  expect(csv.split('\r\n').length).toBeGreaterThan(547)
})

test('lists rebuilt from the record are the lists', async () => {
  const lists = [clockList, calendarEditions, findingLists, rectificationLists, caseworkLists]
  const compared = await compareRebuilt(hall.database, DEMO_JURISDICTION, lists)
  expect(compared.filter(({ identical }) => !identical)).toEqual([])
}, 120_000)

import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { calendarEditions, clockList } from '#engines/clocks/stored/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
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
import { residentRoutes } from '#modules/residents/index.ts'
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
    routes: ({ database, vault, papers }) => [
      ...findingRoutes(),
      ...residentRoutes({ database, vault, demo: true }),
      ...rectificationRoutes({
        ...{ database, vault, tell: papers.tell },
        readSheet: () => Promise.reject(new Error('no workbook in this test')),
      }),
    ],
    onFired: onRectificationClocks,
    follow: [followFindings],
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
  return hall.app.inject({ method: 'POST', url, headers, payload: Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`) })
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

  // The same, under a new number and with other words around it.
  const again = await problem({
    ...{ source: 'complaint', happenedOn: '2026-05-24' },
    fact: '5月24日窗口又拒收加盖电子印章的材料，要求重新跑一趟',
  })
  expect(again).toMatchObject({ as: 'relapse', problem: number, state: 'underWay', relapses: 1 })
  expect(again.flags).toEqual(expect.arrayContaining(['relapsed', 'returning']))
  expect((await unitOf('planning'))?.relapses).toBe(1)
  // What was verified before it came back closes nothing.
  expect(await refused(act(SECOND, number, 'closure', { text: '此前已验收' }))).toBe('problem.nothing-since')
})

import { beforeAll, expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type { CardRow, CardView, CaseView, EditionView, RuleRow } from '#modules/supervision/contract.ts'
import { registerLog, ruleLists, supervisionLists, sweepAll } from '#modules/supervision/index.ts'
import { type Desk, deskOf } from '#test/http/office.ts'
import { DAY, MINUTE, openWatch } from './watch.ts'

/** 规则的一生: what an office may find by itself, and by whose word. */
const office = await openWatch()
let supervisor: Desk
let leader: Desk
let officer: Desk
let system: Desk

const LOG = 'own-system'
const SCOPE = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction', account: 'system' } as const

const signIn = async () => {
  supervisor = await office.signIn('zhang.min')
  leader = await office.signIn('chen.jie')
  officer = await office.signIn('li.wei')
}

beforeAll(async () => {
  await signIn()
  await office.database.transaction(SCOPE, (db) =>
    registerLog(
      db,
      {
        ...{ log: LOG, title: '规划局审批系统', source: 'reported', order: 'time', live: true },
        profile: {
          meanings: {
            ...{
              收件: 'received',
              受理: 'accepted',
              审查: 'step',
              补正告知: 'supplementNotice',
              备注: 'noted',
            },
            ...{ 换人: 'reassigned', 决定: 'decided', 修改: 'edited' },
          },
          case: { item: '事项', unit: '单位', guideVersion: '版本' },
          event: {
            materials: '材料',
            reason: '原因',
            basis: '依据',
            reasons: '理由',
            outcome: '结果',
            document: '文书',
          },
          refusals: ['不予'],
          officeHours: '08:30-12:00,14:00-17:30',
          powers: { 决定: ['王'] },
          guides: [
            { item: '选址', version: '1', from: '2020-01-01', materials: ['申请表', '地形图'] },
            { item: '选址', version: '2', from: '2026-01-01', materials: ['申请表'] },
          ],
          limits: [{ name: '法定', from: 'accepted', length: '60W' }],
        },
      },
      { now: office.now, calendar: chinaCalendar(), actor: 'system' },
    ),
  )
  const security = await office.signIn('zhou.er')
  const { bearer } = (
    await security.send('POST', '/api/accounts/planning.system/tokens', { title: '审批系统', days: 365 })
  ).json()
  const desk = deskOf(office.app, '', '')
  const headers = { authorization: `Bearer ${bearer}`, cookie: '', 'x-csrf-token': '' }
  system = { ...desk, send: (method, url, body) => desk.send(method, url, body, headers) }
})

let sequence = 0
type Act = readonly [
  activity: string,
  at: number,
  more?: { by?: string; attributes?: Record<string, string>; version?: string },
]
const report = async (caseId: string, ...acts: readonly Act[]) => {
  const events = acts.map(([activity, at, { by = '李', attributes = {}, version = '2' } = {}]) => ({
    ...{
      id: `n${++sequence}`,
      sequence,
      caseId,
      activity,
      at: new Date(at).toISOString(),
      resource: by,
      attributes,
    },
    caseAttributes: { 事项: '选址', 单位: 'planning', 版本: version },
  }))
  const answer = await system.send('POST', `/api/logs/${LOG}/events`, { source: 'planning', events })
  if (answer.statusCode >= 300) throw new Error(answer.body)
}
const caseOf = async (caseId: string) =>
  (await supervisor.get(`/api/cases/${LOG}/${caseId}`)).json<CaseView>()
const found = async (caseId: string) =>
  (await caseOf(caseId)).cards
    .map(({ rule, level }: CardRow) => `${rule} ${level}`)
    .filter((one) => !one.startsWith('SV-1'))
    .sort()
const pass = async (days: number) => {
  office.now += days * DAY
  await sweepAll(office.database, { now: () => office.now })
  await signIn()
}
const founded = { 依据: '城乡规划法第三十六条', 理由: '符合规划', 结果: '准予' }
/** Ten in the morning of the day that it is. */
const morning = () => Math.floor((office.now + 8 * 3_600_000) / DAY) * DAY + 2 * 3_600_000 - DAY

test('[ESUP-05] a decision is compared with the guide published when it came: other papers, another version or another person raise a finding, and one by the guide raises none', async () => {
  const at = morning()
  await report(
    'G-1',
    ['收件', at],
    ['受理', at + MINUTE],
    ['审查', at + 2 * MINUTE, { by: '赵' }],
    ['决定', at + 3 * MINUTE, { by: '王', attributes: founded }],
  )
  expect(await found('G-1')).toEqual([])
  await report('G-2', ['收件', at], ['补正告知', at + MINUTE, { attributes: { 材料: '申请表、邻里同意书' } }])
  expect(await found('G-2')).toEqual(['SV-27 yellow'])
  await report(
    'G-3',
    ['收件', at, { version: '1' }],
    ['受理', at + MINUTE, { version: '1' }],
    ['决定', at + 2 * MINUTE, { by: '李', attributes: founded, version: '1' }],
  )
  expect(await found('G-3')).toEqual(['SV-07 red', 'SV-27 yellow'])
  // Past the limit that was published.
  const late = at - 150 * DAY
  await report(
    'G-4',
    ['收件', late],
    ['受理', late + MINUTE],
    ['审查', late + DAY, { by: '赵' }],
    ['决定', at, { by: '王', attributes: founded }],
  )
  expect(await found('G-4')).toContain('SV-01 red')
  const [card] = (await caseOf('G-2')).cards
  const view = (await supervisor.get(`/api/cards/${card?.card}`)).json<CardView>()
  expect(view.because.zh).toContain('邻里同意书')
  expect(view.ruleVersion).toBeNull()
})

test('[ESUP-28] every decision shows who, when and on what basis; off-hours decisions, unexplained changes of handler and edits, and decisions without reasons are listed', async () => {
  const at = morning()
  await report(
    'B-1',
    ['收件', at],
    ['受理', at + MINUTE],
    ['换人', at + 2 * MINUTE, { by: '钱' }],
    ['决定', at + 30 * MINUTE, { by: '王', attributes: founded }],
  )
  expect(await found('B-1')).toEqual(['SV-24 yellow'])
  await report(
    'B-2',
    ['收件', at],
    ['换人', at + MINUTE, { attributes: { 原因: '李四病假' } }],
    ['决定', at + 20 * MINUTE, { by: '王', attributes: { ...founded, 结果: '不予', 理由: '' } }],
  )
  expect(await found('B-2')).toEqual(['SV-25 yellow'])
  await report(
    'B-3',
    ['收件', at - 12 * 3_600_000],
    ['决定', at - 11 * 3_600_000, { by: '王', attributes: founded }],
    ['修改', at, { by: '王' }],
  )
  expect(await found('B-3')).toEqual(['SV-26 notice', 'SV-37 yellow'])
  const decision = (await caseOf('B-1')).timeline.find(({ activity }) => activity === '决定')
  expect(decision).toMatchObject({ resource: '王' })
  expect(JSON.stringify(decision)).toContain('城乡规划法第三十六条')
  const listed = (await supervisor.get(`/api/cards?log=${LOG}&rule=SV-24`)).json<{ rows: CardRow[] }>()
  expect(listed.rows.map(({ caseId }) => caseId)).toEqual(['B-1'])
  expect((await supervisor.get('/api/supervision/unusual-acts')).statusCode).toBe(200)
  expect((await officer.get('/api/supervision/unusual-acts')).statusCode).toBe(403)
})

test('[ESUP-06] an idle case raises a note to the officer and then to the head, and the reason stays on the case; notes written to hide it are found', async () => {
  const at = office.now - MINUTE
  await report('I-1', ['收件', at], ['受理', at + 1000])
  await report('I-2', ['收件', at], ['受理', at + 1000])
  const idle = async (caseId: string) =>
    (await caseOf(caseId)).cards
      .filter(({ rule }: CardRow) => ['SV-13', 'SV-38', 'SV-39'].includes(rule))
      .map(({ rule }: CardRow) => rule)
  await pass(10)
  expect(await idle('I-1')).toEqual([])
  await report('I-2', ['备注', office.now - MINUTE])
  await pass(14)
  expect(await idle('I-1')).toEqual(['SV-13'])
  await report('I-2', ['备注', office.now - MINUTE])
  const note = (await caseOf('I-1')).cards.find(({ rule }: CardRow) => rule === 'SV-13')
  const asked = (await supervisor.get(`/api/cards/${note?.card}`)).json<CardView>()
  expect(asked).toMatchObject({ person: '李', addressee: 'officer' })
  const reason = '等待测绘成果，已催办两次'
  await officer.send('POST', `/api/cards/${note?.card}/answer`, { text: reason })
  expect((await supervisor.get(`/api/cards/${note?.card}`)).json<CardView>().history.at(-1)?.text).toContain(
    reason,
  )
  await pass(10)
  expect(await idle('I-1')).toEqual(['SV-13', 'SV-39'])
  const head = (await caseOf('I-1')).cards.find(({ rule }: CardRow) => rule === 'SV-39')
  expect((await supervisor.get(`/api/cards/${head?.card}`)).json<CardView>().addressee).toBe('head')
  // Notes kept the plain count of idle days short; that nothing but notes was written is a fault of its own.
  expect(await idle('I-2')).toContain('SV-38')
})

const own = {
  form: 'own',
  title: { zh: '一人办到底', en: 'One person did it all' },
  kind: 'process',
  level: 'yellow',
  basis: { zh: '本县行政审批监督办法第九条', en: 'County rules on supervision, Art. 9' },
  explanation: { zh: '五个以上环节由一人办理的列出', en: 'Five acts or more by one person' },
  replyDays: 5,
  numbers: { most: { title: { zh: '最多几个环节', en: 'Acts at most' }, unit: 'times', value: 4 } },
  when: {
    all: [
      { field: 'people', is: 1 },
      { field: 'actCount', above: { field: 'most' } },
    ],
  },
  unless: [{ title: { zh: '备案', en: 'filings' }, when: { field: 'item', is: '备案' } }],
  examples: [
    {
      ...{ text: { zh: '一人五步', en: 'five acts by one' }, fires: true, at: '2026-03-10T09:00' },
      events: [1, 2, 3, 4, 5].map((hour) => ({ at: `2026-03-02T0${hour}:00`, activity: 'step', by: '李' })),
    },
    {
      ...{ text: { zh: '两人', en: 'two people' }, fires: false, at: '2026-03-10T09:00' },
      events: [1, 2, 3, 4, 5].map((hour) => ({
        at: `2026-03-02T0${hour}:00`,
        activity: 'step',
        by: hour > 3 ? '李' : '王',
      })),
    },
  ],
}
const post = async (desk: Desk, path: string, body: object) => (await desk.send('POST', path, body)).json()
const today = () => new Date(office.now + 8 * 3_600_000).toISOString().slice(0, 10)

test('an office drafts a rule of its own, tries it over history, a second person approves it with a day, and a card names the version', async () => {
  expect((await post(officer, '/api/rule-editions', own)).code).toBe('access.not-permitted')
  const misspelt = await post(supervisor, '/api/rule-editions', { ...own, when: { field: 'peopel', is: 1 } })
  expect(misspelt.code).toBe('condition.unknown-field')
  const wrong = (await post(supervisor, '/api/rule-editions', {
    ...own,
    numbers: { most: { ...own.numbers.most, value: 9 } },
  })) as EditionView
  expect(wrong).toMatchObject({ edition: 'LR-01-1', status: 'draft', wrongExamples: ['一人五步'] })
  await post(supervisor, `/api/rule-editions/${wrong.edition}/trial`, { log: LOG })
  const path = (edition: EditionView, act: string) => `/api/rule-editions/${edition.edition}/${act}`
  expect((await post(leader, path(wrong, 'approval'), { from: today() })).code).toBe(
    'rule-edition.examples-wrong',
  )
  await post(supervisor, path(wrong, 'withdrawal'), { reason: '例子不符，重新起草' })

  const draft = (await post(supervisor, '/api/rule-editions', { ...own, code: 'LR-01' })) as EditionView
  expect(draft).toMatchObject({ edition: 'LR-01-2', wrongExamples: [] })
  expect((await post(leader, path(draft, 'approval'), { from: today() })).code).toBe('rule-edition.untried')
  const at = office.now - 10 * MINUTE
  await report('L-1', ...[0, 1, 2, 3, 4].map((place): Act => ['审查', at + place * 1000]))
  const tried = (await post(supervisor, path(draft, 'trial'), { log: LOG })) as EditionView
  expect(tried.trial).toMatchObject({ before: 0, units: [{ unit: 'planning' }] })
  expect(tried.trial?.units[0]?.samples).toContain('L-1')
  expect((await supervisor.get(`/api/cases/${LOG}/${tried.trial?.units[0]?.samples[0]}`)).statusCode).toBe(
    200,
  )
  expect(await found('L-1')).toEqual([])

  expect((await post(supervisor, path(draft, 'approval'), { from: today() })).code).toBe(
    'rule-edition.own-draft',
  )
  expect((await post(leader, path(draft, 'approval'), { from: '2026-01-01' })).code).toBe(
    'rule-edition.in-the-past',
  )
  expect(await post(leader, path(draft, 'approval'), { from: today() })).toMatchObject({ status: 'approved' })

  const later = office.now - 5 * MINUTE
  await report('L-2', ...[0, 1, 2, 3, 4].map((place): Act => ['审查', later + place * 1000]))
  expect(await found('L-2')).toEqual(['LR-01 yellow'])
  const [row] = (await caseOf('L-2')).cards
  const card = (await supervisor.get(`/api/cards/${row?.card}`)).json<CardView>()
  expect(card).toMatchObject({ ruleVersion: 2, ruleTitle: own.title, basis: own.basis })
  const rules = (await officer.get(`/api/rules?log=${LOG}`)).json<{ rows: RuleRow[] }>().rows
  expect(rules.find(({ code }) => code === 'LR-01')).toMatchObject({ firings: 1, kind: 'process' })

  await post(supervisor, path(draft, 'withdrawal'), { until: today(), reason: '改由岗位分离规则管理' })
  await report(
    'L-3',
    ...[0, 1, 2, 3, 4].map((place): Act => ['审查', office.now - 4 * MINUTE + place * 1000]),
  )
  expect(await found('L-3')).toEqual([])
  expect(await found('L-2')).toEqual(['LR-01 yellow'])
})

test('other numbers of a rule hold for cases accepted from their day on, and every version is kept', async () => {
  const numbers = { form: 'numbers', code: 'SV-39', numbers: { headWorkingDays: 17 }, reason: '本县要求更严' }
  expect((await post(supervisor, '/api/rule-editions', { ...numbers, numbers: { headDays: 17 } })).code).toBe(
    'rule-edition.unknown-number',
  )
  expect(
    (await post(supervisor, '/api/rule-editions', { ...numbers, numbers: { headWorkingDays: 20 } })).code,
  ).toBe('rule-edition.nothing-new')
  const draft = (await post(supervisor, '/api/rule-editions', numbers)) as EditionView
  expect(draft.edition).toBe('SV-39-2')
  await post(supervisor, `/api/rule-editions/${draft.edition}/trial`, { log: 'demo' })
  await post(leader, `/api/rule-editions/${draft.edition}/approval`, { from: today() })
  const { numbers: shown } = (await officer.get('/api/rules/SV-39')).json()
  expect(shown[0].values.map(({ value }: { value: number }) => value)).toEqual([20, 17])
  const { rows } = (await leader.get('/api/rule-editions')).json<{ rows: EditionView[] }>()
  expect(rows.map(({ edition, status }) => [edition, status])).toEqual([
    ['SV-39-2', 'approved'],
    ['LR-01-2', 'withdrawn'],
    ['LR-01-1', 'dropped'],
  ])
})

test('lists of rules and of supervision are made again from the ledger with the same result', async () => {
  const tables = await compareRebuilt(office.database, DEMO_JURISDICTION, [supervisionLists, ruleLists])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
})

import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { loadItems } from '#modules/catalogue/index.ts'
import type {
  CounterQueue,
  HallCapacity,
  QueueBoard,
  QueueFigures,
  TicketView,
} from '#modules/hall/contract.ts'
import { keptLists } from './kept-lists.ts'
import { testDatabase } from '#test/database/index.ts'
import type { Desk } from '#test/http/office.ts'
import type { ConnectionAnswers } from '#modules/cases/contract.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, paper } from './hall.ts'
import { furnish, HALL_SCOPE, ITEM, MARKET_CLERK, openWholeHall } from './whole-hall.ts'

const database = await testDatabase()
const clock = { now: Date.parse('2026-03-02T09:00:00+08:00') }
const DAY = '2026-03-02'
const MARKET_ITEM = 'market-licence'
const minutes = (count: number) => (clock.now += count * 60_000)

await furnish(database, clock.now)
await database.transaction(HALL_SCOPE, (db) =>
  loadItems(db, [{ item: MARKET_ITEM, unit: 'market', content: soundItem }], {
    ...{ draftedBy: 'wang.fang', publishedBy: 'zhang.min', at: clock.now, from: day('2026-01-01') },
  }),
)
const hall = await openWholeHall(database, () => clock.now)
const people = ['sun.yi', 'li.wei', 'wang.fang', MARKET_CLERK]
const signedIn = async () => (await Promise.all(people.map(hall.signIn))) as [Desk, Desk, Desk, Desk]
let [system, clerk, head, market] = await signedIn()
/** Sessions end when nobody works for an hour. */
async function anHour() {
  minutes(60)
  ;[system, clerk, head, market] = await signedIn()
}

const ok = async <T>(answer: Promise<{ statusCode: number; body: string }>): Promise<T> => {
  const { statusCode, body } = await answer
  if (statusCode !== 200) throw new Error(body)
  return JSON.parse(body) as T
}
const refused = async (answer: Promise<{ statusCode: number; body: string }>) =>
  (JSON.parse((await answer).body) as { code: string }).code

await ok(
  system.send('PUT', '/api/hall/halls/main', {
    name: { zh: '政务服务中心', en: 'Service Hall' },
    ...{ level: 'county', address: '', phone: '12345', unit: 'planning', channels: ['counter'] },
  }),
)
for (const [counter, unit] of [
  ['P01', 'planning'],
  ['P02', 'planning'],
  ['M01', 'market'],
])
  await ok(
    system.send('PUT', `/api/hall/counters/${counter}`, {
      ...{ hall: 'main', name: { zh: `${counter}窗口`, en: counter }, place: '一楼', units: [unit] },
      ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: null },
    }),
  )
for (const [badge, account, unit, counter] of [
  ['001', 'li.wei', 'planning', 'P01'],
  ['002', 'wang.fang', 'planning', 'P02'],
  ['003', MARKET_CLERK, 'market', 'M01'],
] as const) {
  await ok(
    system.send('PUT', `/api/hall/badges/${badge}`, {
      ...{ account, name: badge, unit, duties: { zh: '受理', en: 'Intake' } },
    }),
  )
  await ok(head.send('PUT', `/api/hall/counters/${counter}/state`, { state: 'open' }))
}

const RULES = {
  groups: [
    { group: 'A', name: { zh: '规划', en: 'Planning' }, units: ['planning'] },
    { group: 'B', name: { zh: '其他', en: 'Others' }, units: [] },
  ],
  priorityReasons: ['elderly', 'disabled'],
  ...{ mostCounters: 4, seats: 30 },
}

const take = (more: object = {}, desk: Desk = clerk): Promise<TicketView> =>
  ok(desk.send('POST', '/api/hall/halls/main/tickets', { item: ITEM, ...more }))
const call = (desk: Desk, body: object = {}) => desk.send('POST', '/api/hall/counter-queue/call', body)
const act = (desk: Desk, number: string, verb: string, body: object = {}) =>
  desk.send('POST', `/api/hall/counter-queue/${number}/${verb}`, body)
const board = (): Promise<QueueBoard> => ok(hall.http.inject('/api/hall/halls/main/queue'))
const line = (desk: Desk): Promise<CounterQueue> => ok(desk.get('/api/hall/counter-queue'))
const figures = (): Promise<QueueFigures> =>
  ok(clerk.get(`/api/hall/halls/main/queue-figures?from=${DAY}&until=${DAY}`))

test('rules of the queue are set for today or later by whoever runs the hall, and contradictions are refused', async () => {
  const put = (desk: Desk, from: string, settings: object) =>
    desk.send('PUT', '/api/hall/halls/main/queue-settings', { from, settings })
  await ok(put(head, DAY, RULES))
  expect(await refused(put(head, '2026-03-01', RULES))).toBe('queue.settings-past')
  expect(await refused(put(market, DAY, RULES))).toBe('access.not-permitted')
  const twice = { ...RULES, groups: [...RULES.groups, ...RULES.groups] }
  expect(await refused(put(head, DAY, twice))).toBe('queue.settings-wrong')
})

test('numbers count up by group, tell their place and wait, and are called by the rule at a counter that takes them', async () => {
  await ok(clerk.send('POST', '/api/hall/counters/P01/seat', { badge: '001' }))
  const first = await take()
  const second = await take({ channel: 'kiosk' })
  const elder = await take({ priority: 'elderly' })
  const other = await take({ item: MARKET_ITEM })
  expect([first, second, elder, other].map(({ number }) => number)).toEqual(['A001', 'A002', 'A003', 'B001'])
  expect(second).toMatchObject({ ahead: 1, saidMinutes: 10, because: 'firstCome' })
  expect(elder).toMatchObject({ ahead: 0, because: 'priority', lane: 'priority' })
  // Nobody sits at the market's counter yet: no minutes are promised.
  expect(other.expectedMinutes).toBeNull()
  expect(await ok(call(clerk))).toMatchObject({ number: 'A003', counter: 'P01', state: 'called' })
  minutes(6)
  expect((await line(clerk)).waiting.map(({ number }) => number)).toEqual(['A001', 'A002'])
  expect(await ok(call(clerk))).toMatchObject({ number: 'A001' })
  const place = await ok<TicketView>(hall.http.inject(`/api/hall/tickets/main/${DAY}/A002`))
  expect(place).toMatchObject({ ahead: 0, state: 'waiting', because: 'firstCome' })
  expect(JSON.stringify(place)).not.toContain('li.wei')
  expect(await board()).toMatchObject({
    serving: [{ number: 'A001', counter: 'P01' }],
    groups: [
      { group: 'A', waiting: 1, counters: 1 },
      { group: 'B', waiting: 1, counters: 0, expectedMinutes: null },
    ],
  })
  await expect(take({ priority: 'soldier' })).rejects.toThrow('queue.no-priority')
  expect(await refused(call(market))).toBe('queue.sign-on-first')
})

test('whoever does not come is called twice before being passed over, and comes back behind the others', async () => {
  expect(await refused(act(clerk, 'A001', 'skip'))).toBe('queue.call-again-first')
  await ok(act(clerk, 'A001', 'recall'))
  expect(await ok(act(clerk, 'A001', 'skip'))).toMatchObject({ state: 'missed' })
  minutes(1)
  await ok(clerk.send('POST', '/api/hall/halls/main/tickets/A001/return'))
  expect((await line(clerk)).waiting.map(({ number }) => number)).toEqual(['A002', 'A001'])
  await ok(call(clerk))
  minutes(9)
  expect(await ok(act(clerk, 'A002', 'served'))).toMatchObject({ state: 'served' })
  expect(await refused(act(clerk, 'A002', 'served'))).toBe('queue.not-here')
})

test('[CASE-27] the order of the queue is held: a call out of turn is refused without a reason, and with one it stays on record by officer', async () => {
  const [later] = [await take(), await take()]
  expect(await refused(call(clerk, { number: later.number }))).toBe('queue.jump-needs-reason')
  for (let at = 0; at < 3; at++) {
    const wanted = await take()
    await ok(call(clerk, { number: wanted.number, reason: '领导打招呼' }))
  }
  await ok(market.send('POST', '/api/hall/counters/M01/seat', { badge: '003' }))
  for (let at = 0; at < 12; at++) await take({ item: MARKET_ITEM })
  for (let at = 0; at < 13; at++) await ok(call(market))
  // Another counter whose own line is empty is no way around the line.
  expect(await refused(call(market, { number: later.number }))).toBe('queue.jump-needs-reason')
  const { jumps, jumpers } = await figures()
  expect(jumps).toHaveLength(3)
  expect(jumps[0]).toMatchObject({ officer: 'li.wei', counter: 'P01', reason: '领导打招呼' })
  expect(jumps[2]?.overtook).toEqual(['A001', 'A004', 'A005'])
  expect(jumpers).toMatchObject([{ officer: 'li.wei', jumps: 3, sameReason: 3, flagged: true }])
})

test('[CASE-27] after a case its applicant may say whether connections were needed; yes-answers that cluster on one officer stand out', async () => {
  const materials = [paper('application'), paper('layout')]
  const answered = async (connections: boolean | undefined) => {
    const given = {
      item: ITEM,
      channel: 'counter',
      counter: 'P01',
      applicant,
      materials,
      acceptIfComplete: true,
    }
    const received = await ok<{ file: { caseNo: string }; trackingCode: string }>(
      clerk.send('POST', '/api/files', given),
    )
    const path = `/api/files/${received.file.caseNo}`
    await ok(head.send('POST', `${path}/steps`, { step: 'review', outcome: 'agreed', opinion: '' }))
    const decision = { outcome: 'granted', reasons: '', basis: '', result: '食品经营许可证' }
    await ok(head.send('POST', `${path}/decision`, decision))
    const rating = { code: received.trackingCode, grade: 'satisfied', connections }
    const url = `/api/track/${received.file.caseNo}/rating`
    await ok(hall.http.inject({ method: 'POST', url, payload: rating }))
    expect(await refused(hall.http.inject({ method: 'POST', url, payload: rating }))).toBe(
      'case.already-rated',
    )
  }
  for (const connections of [true, true, true, false, undefined]) await answered(connections)
  const found = (desk: Desk) => ok<ConnectionAnswers>(desk.get(`/api/connections?from=${DAY}&until=${DAY}`))
  const { rows, yes, answered: count } = await found(await hall.signIn('zhang.min'))
  expect([yes, count]).toEqual([3, 4])
  expect(rows).toMatchObject([{ officer: 'wang.fang', unit: 'planning', yes: 3, clusters: true }])
  expect(rows[0]?.cases).toHaveLength(3)
  // Another office sees nothing of it.
  expect((await found(market)).rows).toEqual([])
})

test('[HALL-31] a greeter writes down the need and hands over guide and number; wrong-counter visits count by item and week; steering to a paid agent is refused and reported', async () => {
  const guide = (body: object) => head.send('POST', '/api/hall/halls/main/visits', body)
  const visit = await ok<{ visit: string; ticket: TicketView; guide: string }>(
    guide({ need: '想开个小饭馆', item: MARKET_ITEM, guidedTo: 'ticket' }),
  )
  expect(visit).toMatchObject({ guide: `/guide/${MARKET_ITEM}`, ticket: { group: 'B', channel: 'greeter' } })
  await ok(call(market))
  // What he really needs is the planning office's: the market's counter cannot take it.
  expect(await refused(act(market, visit.ticket.number, 'transfer', { item: MARKET_ITEM }))).toBe(
    'queue.taken-here',
  )
  const sent = await ok<TicketView>(act(market, visit.ticket.number, 'transfer', { item: ITEM }))
  expect(sent).toMatchObject({ state: 'waiting', group: 'A', item: ITEM })
  expect(await refused(guide({ need: '办照', item: MARKET_ITEM, guidedTo: 'paidAgent' }))).toBe(
    'queue.no-paid-agents',
  )
  const report = (code: string) =>
    hall.http.inject({
      ...{ method: 'POST', url: `/api/hall/visits/${code}/report` },
      payload: { kind: 'sentToAgent', text: '让我找门口的代办公司' },
    })
  await ok(report(visit.visit))
  expect(await refused(report(visit.visit))).toBe('queue.reported-already')
  expect(await refused(report('NOSUCH22'))).toBe('queue.no-such-visit')
  const { wrongWindows, reports, visits } = await figures()
  expect(wrongWindows).toMatchObject([
    { week: DAY, item: ITEM, issuedBy: 'wang.fang', channel: 'greeter', visits: 1 },
  ])
  expect(reports).toMatchObject([
    { greeter: 'wang.fang', refused: true, reported: null },
    { greeter: 'wang.fang', refused: false, reported: 'sentToAgent', text: '让我找门口的代办公司' },
  ])
  expect(visits).toEqual([{ day: DAY, visits: 1 }])
})

test('what was said of the wait stands beside what it was', async () => {
  const { error, waitMedian, served } = await figures()
  expect(served).toBeGreaterThan(10)
  expect(error.counted).toBeGreaterThan(10)
  expect(error.steps.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(error.counted)
  expect(waitMedian).not.toBeNull()
})

test('[HALL-06] counters show their load and the wait, more departments can be tried, and what does not fit is refused', async () => {
  await anHour()
  const capacity = (more = ''): Promise<HallCapacity> =>
    ok(clerk.get(`/api/hall/halls/main/capacity?from=${DAY}&until=${DAY}${more}`))
  const now = await capacity()
  expect(now).toMatchObject({ mostCounters: 4, seats: 30, counters: 3, lacking: { fits: true } })
  const window = now.windows.find(({ counter }) => counter === 'M01')
  expect(window).toMatchObject({ visits: 13 })
  expect(window?.perHour).toBeGreaterThan(5)
  const crowded = await capacity('&morePerHour=100&moreCounters=2')
  expect(crowded.whatIf.busy).toBeGreaterThan(now.now.busy ?? 0)
  expect(crowded.lacking).toMatchObject({ counters: 1, fits: false })
  const fourth = (counter: string) =>
    system.send('PUT', `/api/hall/counters/${counter}`, {
      ...{ hall: 'main', name: { zh: counter, en: counter }, place: '', units: ['market'] },
      ...{ workingHours: '09:00-17:00', restHours: null },
    })
  await ok(fourth('M02'))
  expect(await refused(fourth('M03'))).toBe('queue.no-room')
  // A hall that is planned smaller than it is takes nobody in.
  const items = [MARKET_ITEM]
  await ok(head.send('POST', '/api/hall/halls/main/admissions', { items, reason: '应进必进' }))
  const approve = async () =>
    (await hall.signIn('zhang.min')).send('POST', '/api/hall/halls/main/admissions/approvals', {
      ...{ items, document: '政发 1 号', entryOn: '2026-03-03', counter: 'M01', batch: null },
    })
  await ok(
    head.send('PUT', '/api/hall/halls/main/queue-settings', {
      from: DAY,
      settings: { ...RULES, mostCounters: 3 },
    }),
  )
  expect(await refused(approve())).toBe('queue.no-room')
  await ok(head.send('PUT', '/api/hall/halls/main/queue-settings', { from: DAY, settings: RULES }))
  await ok(approve())
  await ok(fourth('M02'))
})

test('after an hour without the server what the counter did is brought in once, in order, and no number is given twice', async () => {
  const lease = (device: string) =>
    ok<{ group: string; first: number; last: number }>(
      clerk.send('POST', '/api/hall/halls/main/number-blocks', { group: 'A', device }),
    )
  expect([await lease('kiosk-2'), await lease('counter-p01')]).toMatchObject([
    { first: 401, last: 450 },
    { first: 451, last: 500 },
  ])
  const at = (minute: number) => new Date(clock.now + minute * 60_000).toISOString()
  const acts = [
    { key: 'offline-1', at: at(1), kind: 'issued', number: 'A451', item: ITEM },
    { key: 'offline-2', at: at(2), kind: 'called', number: 'A451' },
    { key: 'offline-3', at: at(3), kind: 'issued', number: 'A452', priority: 'elderly' },
    { key: 'offline-4', at: at(20), kind: 'served', number: 'A451' },
    { key: 'offline-5', at: at(21), kind: 'issued', number: 'A401' },
  ]
  const online = await take()
  await anHour()
  const send = (given: readonly object[]) =>
    ok<{ results: { outcome: string; code: string | null }[] }>(
      clerk.send('POST', '/api/hall/halls/main/offline-acts', { device: 'counter-p01', acts: given }),
    )
  expect((await send(acts.slice(0, 2))).results.map(({ outcome }) => outcome)).toEqual(['taken', 'taken'])
  // The answer was lost on the way: everything is sent again.
  const { results } = await send(acts)
  expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual([
    ...['again', 'again', 'taken', 'taken'],
    'queue.not-leased',
  ])
  const place = await ok<TicketView>(hall.http.inject(`/api/hall/tickets/main/${DAY}/A452`))
  expect(place).toMatchObject({ state: 'waiting', channel: 'offline', priority: 'elderly' })
  expect((await take()).number).not.toBe(online.number)
  const all = await figures()
  expect(all.tickets).toBeGreaterThan(20)
})

test('the lists of the queue are rebuilt from the ledger as they are', async () => {
  const tables = await compareRebuilt(database, HALL_SCOPE.jurisdiction, keptLists)
  const own = tables.filter(({ table }) => /^hall_(queue|ticket|wrong|number|visit)/.test(table))
  expect(own.map(({ table, identical, rowsBefore }) => [table, identical, rowsBefore > 0])).toEqual([
    ['hall_number_block', true, true],
    ['hall_queue_jump', true, true],
    ['hall_queue_setting', true, true],
    ['hall_ticket', true, true],
    ['hall_visit', true, true],
    ['hall_wrong_window', true, true],
  ])
})

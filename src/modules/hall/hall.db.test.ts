import { describe, expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { openOffice } from '#test/http/office.ts'
import { DEMO_JURISDICTION, isAccount } from '#modules/access/index.ts'
import { hallLists, hallRoutes } from './index.ts'

const noCases = {
  figures: () =>
    Promise.resolve({
      ...{ received: 3, accepted: 2, concluded: 1, waitMinutes: 4.5, open: 7, asked: [] },
      overdue: [{ unit: 'planning', cases: 2 }],
    }),
  countByCounter: () => Promise.resolve([{ counter: 'A01', day: '2026-03-01', cases: 5 }]),
  openOf: () => Promise.resolve({ open: 0, late: 0, cases: [] }),
  windowWork: () => Promise.resolve([]),
  entered: () => Promise.resolve([]),
  windowCases: () => Promise.resolve([]),
}
const noCards = () => Promise.resolve({ yellowCards: 0, redCards: 0, cards: [] })

const office = await openOffice({
  routes: (database) => hallRoutes({ database, isAccount, cases: noCases, cards: noCards }),
})
const at = (text: string) => Date.parse(`${text}:00+08:00`)

const desks = async () => ({
  system: await office.signIn('sun.yi'),
  head: await office.signIn('wang.fang'),
  officer: await office.signIn('li.wei'),
  other: await office.signIn('zhang.min'),
})
let { system, head, officer, other } = await desks()
/** People come back another day, and sign in again. */
const move = async (text: string) => {
  office.now = at(text)
  ;({ system, head, officer, other } = await desks())
}
const coded = (answer: { statusCode: number; json(): { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
]
const board = async () => (await office.app.inject('/api/hall/board')).json()
const counterOn = async (code: string) =>
  (await board()).counters.find(({ counter }: { counter: string }) => counter === code)

const hall = {
  name: { zh: '青禾县政务服务中心', en: 'Qinghe Service Hall' },
  ...{
    level: 'county',
    address: '青禾路 1 号',
    phone: '12345',
    unit: 'planning',
    channels: ['counter', 'web'],
  },
}
const counter = {
  ...{ hall: 'main', name: { zh: '规划窗口', en: 'Planning' }, place: '一楼', units: ['planning'] },
  ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: '09:00-12:00' },
}
const plate = (account: string, name: string, unit = 'planning') => ({
  ...{ account, name, unit, duties: { zh: '综合受理', en: 'Reception' } },
})

describe('the hall over HTTP', () => {
  test('is registered by the system administrator alone; its counters by the head of the unit that runs it', async () => {
    await move('2026-02-27T08:00')
    expect(coded(await head.send('PUT', '/api/hall/halls/main', hall))).toEqual([403, 'hall.not-the-manager'])
    expect(coded(await system.send('PUT', '/api/hall/counters/A01', counter))).toEqual([
      404,
      'hall.no-such-hall',
    ])
    expect((await system.send('PUT', '/api/hall/halls/main', hall)).statusCode).toBe(200)
    const made = await head.send('PUT', '/api/hall/counters/A01', counter)
    expect(made.json()).toMatchObject({ state: 'closed', everyDay: true, clerk: null, unstaffed: false })
    await head.send('PUT', '/api/hall/counters/A02', { ...counter, units: ['market'], restHours: null })
    const hours = await head.send('PUT', '/api/hall/counters/A03', {
      ...counter,
      workingHours: '12:00-09:00',
    })
    expect(coded(hours)).toEqual([422, 'hours.invalid'])
    expect((await officer.send('PUT', '/api/hall/counters/A04', counter)).statusCode).toBe(403)
    const halls = (await office.app.inject('/api/hall/halls')).json().rows
    expect(halls).toEqual([{ ...hall, hall: 'main' }])
  })

  test('a badge is looked up by anybody and says what stands on it; withdrawn, only that it is not valid', async () => {
    expect((await head.send('PUT', '/api/hall/badges/001', plate('li.wei', '李蔚'))).statusCode).toBe(200)
    await head.send('PUT', '/api/hall/badges/002', plate('wang.fang', '王放'))
    await head.send('PUT', '/api/hall/badges/009', plate('chen.jie', '陈阶'))
    const ghost = await head.send('PUT', '/api/hall/badges/010', plate('ghost', '某人'))
    expect(coded(ghost)).toEqual([400, 'hall.no-such-account'])
    const seen = (await office.app.inject('/api/hall/badges/001')).json()
    expect(seen).toEqual({
      ...{
        badge: '001',
        valid: true,
        standing: 'valid',
        name: '李蔚',
        duties: { zh: '综合受理', en: 'Reception' },
        counter: null,
      },
      unit: { unit: 'planning', name: { zh: '规划局', en: 'Planning' } },
    })
    await head.send('POST', '/api/hall/badges/009/withdrawal', { reason: '调离窗口' })
    const gone = (await office.app.inject('/api/hall/badges/009')).json()
    expect(gone).toMatchObject({ valid: false, name: null, unit: null })
    expect(coded(await office.app.inject('/api/hall/badges/777'))).toEqual([404, 'hall.no-such-badge'])
  })

  test('nobody serves without the own badge; who serves stands on the public board and on the badge', async () => {
    const seat = '/api/hall/counters/A01/seat'
    expect(coded(await officer.send('POST', seat, { badge: '001' }))).toEqual([409, 'hall.counter-closed'])
    const open = { state: 'open' }
    expect(coded(await officer.send('PUT', '/api/hall/counters/A01/state', open))[1]).toBe('hall.not-seated')
    for (const code of ['A01', 'A02']) await head.send('PUT', `/api/hall/counters/${code}/state`, open)
    await move('2026-02-27T09:30')
    expect(await counterOn('A01')).toMatchObject({ state: 'open', declaredNow: true, unstaffed: true })
    expect(coded(await officer.send('POST', seat, { badge: '002' }))[1]).toBe('hall.badge-of-another')
    expect(coded(await officer.send('POST', seat, { badge: '777' }))[1]).toBe('hall.no-such-badge')
    expect((await officer.send('POST', seat, { badge: '001' })).json().clerk.badge).toBe('001')
    office.now += 4000
    expect(await counterOn('A01')).toMatchObject({
      unstaffed: false,
      clerk: { badge: '001', name: '李蔚' },
    })
    expect((await office.app.inject('/api/hall/badges/001')).json().counter).toMatchObject({ counter: 'A01' })
    expect((await officer.get('/api/hall/seat')).json()).toMatchObject({
      badge: '001',
      counter: { counter: 'A01' },
    })
    expect(coded(await head.send('POST', seat, { badge: '002' }))[1]).toBe('hall.seat-taken')
  })

  test('signing on elsewhere leaves the counter before; pausing says why to everybody', async () => {
    await officer.send('POST', '/api/hall/counters/A02/seat', { badge: '001' })
    office.now += 4000
    expect((await counterOn('A01')).clerk).toBeNull()
    expect((await counterOn('A02')).clerk).toMatchObject({ badge: '001' })
    const pause = '/api/hall/counters/A02/state'
    expect(coded(await officer.send('PUT', pause, { state: 'paused' }))).toEqual([400, 'hall.reason-needed'])
    await officer.send('PUT', pause, { state: 'paused', reason: '系统检修' })
    office.now += 4000
    expect(await counterOn('A02')).toMatchObject({ state: 'paused', reason: '系统检修', unstaffed: false })
    await officer.send('PUT', pause, { state: 'open' })
    expect((await officer.send('DELETE', '/api/hall/counters/A02/seat')).json().clerk).toBeNull()
  })

  test('the board gives counts and plates, and nothing that belongs to a person', async () => {
    office.now += 4000
    const seen = await board()
    expect(seen.figures).toMatchObject({ received: 3, waitMinutes: 4.5 })
    expect(seen.figures.overdue).toEqual([
      { unit: 'planning', name: { zh: '规划局', en: 'Planning' }, cases: 2 },
    ])
    expect(JSON.stringify(seen)).not.toContain('li.wei')
    const nowhere = await office.app.inject('/api/hall/board?hall=other')
    expect(coded(nowhere)).toEqual([404, 'hall.no-such-hall'])
  })
})

describe('duty and 365-day windows', () => {
  const duty = (day: string, body: object) => head.send('PUT', `/api/hall/duty/${day}`, body)
  test('a declared half day without a name is a gap, on Sundays too where the window declares them', async () => {
    const named = await duty('2026-03-01', { counter: 'A01', half: 'morning', account: 'li.wei' })
    expect(named.json().rows).toMatchObject([{ counter: 'A01', badge: '001', name: '李蔚' }])
    const both = await duty('2026-03-01', { counter: 'A02', half: 'morning', account: 'li.wei' })
    expect(coded(both)).toEqual([409, 'hall.seated-elsewhere'])
    const unbadged = await duty('2026-03-02', { counter: 'A01', half: 'morning', account: 'chen.jie' })
    expect(coded(unbadged)[1]).toBe('hall.no-badge-no-duty')
    const past = await duty('2026-02-26', { counter: 'A01', half: 'morning', account: 'li.wei' })
    expect(coded(past)[1]).toBe('hall.past-duty')
    const { gaps } = (await other.get('/api/hall/duty?from=2026-03-01&until=2026-03-08')).json()
    const sundays = gaps.filter(({ day }: { day: string }) => ['2026-03-01', '2026-03-08'].includes(day))
    expect(sundays).toEqual([{ day: '2026-03-08', half: 'morning', counter: 'A01', everyDay: true }])
    const long = await other.get('/api/hall/duty?from=2026-03-01&until=2026-09-01')
    expect(coded(long)).toEqual([400, 'hall.bad-span'])
  })

  test('how long a window was staffed is told for rest days apart, and a declared day with nobody is named', async () => {
    // Thursday and Friday before: A01 was left within minutes. On Sunday 1 March the clerk comes an hour late.
    await move('2026-03-01T10:00')
    await officer.send('POST', '/api/hall/counters/A01/seat', { badge: '001' })
    await move('2026-03-09T09:00')
    const { rows } = (await other.get('/api/hall/staffing?from=2026-03-01&until=2026-03-08')).json()
    const [a01, a02] = rows
    expect(a01.restDays).toEqual({ declaredMinutes: 3 * 180, staffedMinutes: 120, cases: 5 })
    expect(a01.shut).toContain('2026-03-08')
    expect(a01.shut).not.toContain('2026-03-01')
    expect(a02.restDays.declaredMinutes).toBe(0)
    expect(a02.shut).not.toContain('2026-03-08')
  })

  test('who did not sign off does not serve the next day', async () => {
    office.now = at('2026-03-09T09:30')
    expect(await counterOn('A01')).toMatchObject({ clerk: null, unstaffed: true })
  })
})

describe('arranging', () => {
  test('is one answer with hours, badges and people; who may change what stands beside it', async () => {
    const seen = (await head.get('/api/hall/halls/main/arrangement')).json()
    expect(seen).toMatchObject({ mayArrange: true, hall: { hall: 'main' } })
    expect(seen.counters[0]).toMatchObject({ counter: 'A01', restHours: '09:00-12:00', mayName: true })
    expect(
      seen.badges.map(({ badge, standing }: { badge: string; standing: string }) => [badge, standing]),
    ).toEqual([
      ...[
        ['001', 'valid'],
        ['002', 'valid'],
        ['009', 'returned'],
      ],
    ])
    expect(seen.people).toContainEqual(expect.objectContaining({ account: 'li.wei' }))
    expect((await officer.get('/api/hall/halls/main/arrangement')).json().mayArrange).toBe(false)
    expect(coded(await head.get('/api/hall/halls/nowhere/arrangement'))).toEqual([404, 'hall.no-such-hall'])
  })

  test('a badge is lent for some days and then serves nowhere; a lost one is known to everybody', async () => {
    const lent = { ...plate('zhang.min', '张代'), lentUntil: '2026-03-09' }
    expect((await head.send('PUT', '/api/hall/badges/T01', lent)).json()).toMatchObject({ valid: true })
    const past = await head.send('PUT', '/api/hall/badges/T02', {
      ...plate('sun.yi', '孙'),
      lentUntil: '2026-03-08',
    })
    expect(coded(past)).toEqual([400, 'hall.lent-in-the-past'])
    await move('2026-03-10T09:00')
    expect((await office.app.inject('/api/hall/badges/T01')).json()).toMatchObject({
      standing: 'expired',
      name: null,
    })
    await head.send('POST', '/api/hall/badges/T01/withdrawal', { reason: '地铁上遗失', how: 'lost' })
    expect((await office.app.inject('/api/hall/badges/T01')).json()).toMatchObject({ standing: 'lost' })
  })

  test('one person fills the free half days of a span, from today on and never at two counters', async () => {
    await head.send('PUT', '/api/hall/duty/2026-03-11', {
      counter: 'A02',
      half: 'morning',
      account: 'li.wei',
    })
    const span = { from: '2026-03-09', until: '2026-03-15', account: 'li.wei' }
    const filled = await head.send('POST', '/api/hall/counters/A01/duty', span)
    // Tuesday to Friday are eight half days, one of them taken, and the two mornings of the weekend.
    expect(filled.json().named).toBe(9)
    expect(coded(await head.send('POST', '/api/hall/counters/A01/duty', span))).toEqual([
      409,
      'hall.nothing-to-fill',
    ])
    expect((await officer.send('POST', '/api/hall/counters/A01/duty', span)).statusCode).toBe(403)
    const { days } = (await other.get('/api/hall/duty?from=2026-03-13&until=2026-03-14')).json()
    expect(days).toMatchObject([{ works: true, announced: true }, { works: false }])
  })

  test('a department is stationed with what is claimed for it, by who runs the hall alone', async () => {
    const claims = { since: '2026-03-01', central: true, online: false }
    const path = '/api/hall/halls/main/departments/market'
    expect((await head.send('PUT', path, claims)).json()).toEqual({ ...claims, unit: 'market' })
    expect((await officer.send('PUT', path, claims)).statusCode).toBe(403)
    const listed = async () =>
      (await other.get('/api/hall/halls/main/departments?from=2026-03-01&until=2026-03-31')).json()
    const { rows, flags } = await listed()
    const market = rows.find(({ unit }: { unit: string }) => unit === 'market')
    expect(market).toMatchObject({ stationed: claims, flags: ['noCases'] })
    expect(flags).toEqual(['noCases'])
    const nobody = await head.send('POST', '/api/hall/halls/main/departments/nobody/withdrawal', {
      reason: '撤出',
    })
    expect(coded(nobody)).toEqual([404, 'hall.no-such-department'])
  })
})

test("a department's wall is its own: an officer of another unit is refused, supervision is not", async () => {
  expect(coded(await officer.get('/api/hall/walls/market'))).toEqual([403, 'hall.other-unit'])
  expect((await officer.get('/api/hall/walls/planning')).json()).toMatchObject({ open: 0, redCards: 0 })
  expect((await other.get('/api/hall/walls/market')).statusCode).toBe(200)
  expect(coded(await officer.get('/api/hall/walls/all'))).toEqual([403, 'hall.other-unit'])
  expect((await other.get('/api/hall/walls/all')).json()).toMatchObject({
    unit: { name: { zh: '全部单位' } },
  })
  expect((await office.app.inject('/api/hall/walls/planning')).statusCode).toBe(401)
})

test('the lists of the hall are made anew from the ledger with the same result', async () => {
  const compared = await compareRebuilt(office.database, DEMO_JURISDICTION, [hallLists])
  expect(compared.filter(({ identical }) => !identical)).toEqual([])
  expect(compared.every(({ rowsAfter }) => rowsAfter > 0)).toBe(true)
})

import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { startResidentSession } from '#modules/access/index.ts'
import { settleBookings } from '#modules/hall/index.ts'
import type { AppointmentFigures, BookingView, TicketView } from '#modules/hall/contract.ts'
import { keptLists } from './kept-lists.ts'
import { testDatabase } from '#test/database/index.ts'
import { type Desk, deskOf } from '#test/http/office.ts'
import { furnish, HALL_SCOPE, ITEM, openWholeHall } from './whole-hall.ts'

const database = await testDatabase()
const clock = { now: Date.parse('2026-03-02T09:00:00+08:00') }
const at = (text: string) => (clock.now = Date.parse(`${text}:00+08:00`))
await furnish(database, clock.now)
const hall = await openWholeHall(database, () => clock.now)

const ok = async <T>(answer: Promise<{ statusCode: number; body: string }>): Promise<T> => {
  const { statusCode, body } = await answer
  if (statusCode !== 200) throw new Error(body)
  return JSON.parse(body) as T
}
const refused = async (answer: Promise<{ statusCode: number; body: string }>) =>
  (JSON.parse((await answer).body) as { code: string }).code

let [system, clerk, head] = await staff()
async function staff(): Promise<[Desk, Desk, Desk]> {
  return [await hall.signIn('sun.yi'), await hall.signIn('li.wei'), await hall.signIn('wang.fang')]
}
await ok(
  system.send('PUT', '/api/hall/halls/main', {
    name: { zh: '政务服务中心', en: 'Service Hall' },
    ...{ level: 'county', address: '', phone: '12345', unit: 'planning', channels: ['counter'] },
  }),
)
await ok(
  system.send('PUT', '/api/hall/counters/P01', {
    ...{ hall: 'main', name: { zh: '规划窗口', en: 'Planning' }, place: '一楼', units: ['planning'] },
    ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: null },
  }),
)
await ok(
  system.send('PUT', '/api/hall/badges/001', {
    ...{ account: 'li.wei', name: '001', unit: 'planning', duties: { zh: '受理', en: 'Intake' } },
  }),
)
await ok(head.send('PUT', '/api/hall/counters/P01/state', { state: 'open' }))

const open = (desk: Desk, more: object = {}) =>
  desk.send('POST', '/api/hall/halls/main/slots', {
    ...{ group: 'A', from: '2026-03-02', until: '2026-03-06', hours: '10:00-12:00,17:00-18:00', minutes: 60 },
    ...{ capacity: 50, ...more },
  })
const book = (desk: Desk, day: string, starts: string, more: object = {}) =>
  desk.send('POST', '/api/hall/own/bookings', { hall: 'main', item: ITEM, day, starts, ...more })
const slots = async () =>
  (
    await ok<{ slots: { day: string; starts: string; free: number; afterHours: boolean }[] }>(
      hall.http.inject(`/api/hall/halls/main/slots?item=${ITEM}`),
    )
  ).slots
const freeAt = async (day: string, starts: string) =>
  (await slots()).find((one) => one.day === day && one.starts === starts)?.free
const figures = () =>
  ok<AppointmentFigures>(
    clerk.get('/api/hall/halls/main/appointment-figures?from=2026-03-01&until=2026-03-31'),
  )
/** Somebody who has proved a phone; the same resident signs in anew, since a day later no session holds. */
const again = async (index: number): Promise<Desk> => {
  const { signed, token } = await database.transaction({ jurisdiction: HALL_SCOPE.jurisdiction }, (db) =>
    startResidentSession(db, `resident-${index}`, clock.now),
  )
  return deskOf(hall.http, `xiaoneng_session=${token}`, signed.csrfToken)
}
const settle = () =>
  settleBookings(database, HALL_SCOPE.jurisdiction, {
    now: () => clock.now,
    tell: async (_db, { to, text }) => void told.push([to, text]),
  })
const told: [string, string][] = []

const crowd: Desk[] = []
for (let index = 0; index < 200; index++) crowd.push(await again(index))
const [first, second, third] = crowd as [Desk, Desk, Desk]

test('times are opened for working days by whoever runs the hall, those past the counters’ hours say so', async () => {
  expect(await ok(open(head))).toEqual({ opened: 15 })
  expect((await open(clerk)).statusCode).toBe(403)
  const today = (await slots()).filter(({ day }) => day === '2026-03-02')
  expect(today).toMatchObject([
    { starts: '10:00', free: 50, afterHours: false },
    { starts: '11:00', free: 50, afterHours: false },
    { starts: '17:00', free: 50, afterHours: true },
  ])
})

test('of two hundred who book fifty places at the same instant fifty get one, and of two hundred after the last place one', async () => {
  const outcomes = async (starts: string) => {
    const answers = await Promise.all(crowd.map((desk) => book(desk, '2026-03-04', starts)))
    const codes = answers.map((answer) => (answer.statusCode === 200 ? 'booked' : answer.json().code))
    return Object.fromEntries(
      [...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]),
    )
  }
  expect(await outcomes('10:00')).toEqual({ booked: 50, 'booking.slot-full': 150 })
  expect(await freeAt('2026-03-04', '10:00')).toBe(0)
  await ok(open(head, { from: '2026-03-04', until: '2026-03-04', hours: '11:00-12:00', capacity: 1 }))
  expect(await outcomes('11:00')).toEqual({ booked: 1, 'booking.slot-full': 199 })
  expect(await freeAt('2026-03-04', '11:00')).toBe(0)
  expect(
    await refused(
      open(head, { from: '2026-03-04', until: '2026-03-04', hours: '10:00-11:00', capacity: 20 }),
    ),
  ).toBe('booking.capacity-taken')
})

test('[HALL-32] one books by item, day and time and reads what to bring; cancelling gives the place back; hoarding is refused and flagged', async () => {
  for (const desk of [first, second, third]) {
    const { rows } = await ok<{ rows: BookingView[] }>(desk.get('/api/hall/own/bookings'))
    for (const { booking } of rows.filter(({ state }) => state === 'booked'))
      await ok(desk.send('DELETE', `/api/hall/own/bookings/${booking}`))
  }
  const before = await freeAt('2026-03-02', '10:00')
  const booked = await ok<BookingView>(book(first, '2026-03-02', '10:00'))
  expect(booked).toMatchObject({ state: 'booked', starts: '10:00', ends: '11:00' })
  expect(booked.checklist.length).toBeGreaterThan(1)
  expect(await freeAt('2026-03-02', '10:00')).toBe((before ?? 0) - 1)
  expect(await refused(second.send('DELETE', `/api/hall/own/bookings/${booked.booking}`))).toBe(
    'booking.no-such-booking',
  )
  expect(await refused(book(first, '2026-03-02', '10:00'))).toBe('booking.twice')
  await ok(book(first, '2026-03-03', '10:00'))
  expect(await refused(book(first, '2026-03-05', '10:00'))).toBe('booking.too-many')
  // An agent books through many phones: his document gives him away.
  const agentDocument = '91330000AGENT00001'
  for (const desk of crowd.slice(60, 65)) await ok(book(desk, '2026-03-05', '10:00', { agentDocument }))
  expect(await refused(book(crowd[65] as Desk, '2026-03-05', '10:00', { agentDocument }))).toBe(
    'booking.too-many-of-agent',
  )
  expect(await refused(book(third, '2026-04-30', '10:00'))).toBe('booking.no-such-slot')
  const { hoarding } = await figures()
  expect(hoarding.filter(({ flagged, refused: count }) => flagged && count === 1)).toMatchObject([
    { kind: 'agent', bookings: 5 },
    { kind: 'person' },
  ])
  expect(JSON.stringify(hoarding)).not.toContain('AGENT')
})

test('[HALL-32] a booking becomes a number that is called when its time has come; the office that calls too late is recorded, and both sides’ keep rates count', async () => {
  at('2026-03-02T09:50')
  ;[system, clerk, head] = await staff()
  await ok(clerk.send('POST', '/api/hall/counters/P01/seat', { badge: '001' }))
  const { booking } = (
    await ok<{ rows: BookingView[] }>((await again(0)).get('/api/hall/own/bookings'))
  ).rows.at(-1) as BookingView
  const walkIn = await ok<TicketView>(clerk.send('POST', '/api/hall/halls/main/tickets', { item: ITEM }))
  const ticket = await ok<TicketView>(clerk.send('POST', `/api/hall/bookings/${booking}/check-in`))
  expect(ticket).toMatchObject({ channel: 'appointment', booking, lane: 'ordinary' })
  expect(await refused(clerk.send('POST', `/api/hall/bookings/${booking}/check-in`))).toBe('booking.not-open')
  at('2026-03-02T10:20')
  const line = await ok<{ waiting: TicketView[] }>(clerk.get('/api/hall/counter-queue'))
  expect(line.waiting.map(({ number, because }) => [number, because])).toEqual([
    [ticket.number, 'appointmentDue'],
    [walkIn.number, 'firstCome'],
  ])
  await ok(clerk.send('POST', '/api/hall/counter-queue/call', {}))
  const { officeMissed, officeKept, peopleKept } = await figures()
  expect(officeMissed).toMatchObject([{ booking, number: ticket.number, counter: 'P01', lateMinutes: 20 }])
  expect([officeKept, peopleKept]).toEqual([0, 1])
})

test('[HALL-32] who does not come three times is told so, books on the spot only for a while, and is heard when he appeals', async () => {
  let desk = await again(1)
  for (const day of ['2026-03-02', '2026-03-03']) await ok(book(desk, day, '17:00'))
  at('2026-03-03T17:16')
  expect(await settle()).toBeGreaterThan(1)
  expect(await settle()).toBe(0)
  ;[system, clerk, head] = await staff()
  desk = await again(1)
  await ok(book(desk, '2026-03-05', '11:00'))
  at('2026-03-05T11:16')
  await settle()
  desk = await again(1)
  ;[system, clerk, head] = await staff()
  expect(told.filter(([, text]) => text.includes('现场取号'))).toHaveLength(1)
  expect(await refused(book(desk, '2026-03-06', '10:00'))).toBe('booking.barred')
  const appeal = () => desk.send('POST', '/api/hall/own/bars/main/appeal', { text: '住院，来不了' })
  expect(await ok(appeal())).toMatchObject({
    missed: 3,
    from: '2026-03-05',
    until: '2026-04-04',
    lifted: false,
  })
  expect(await refused(appeal())).toBe('booking.appealed-already')
  const bar = (await figures()).bars[0]
  const decide = (by: Desk) =>
    by.send('POST', `/api/hall/halls/main/bars/${bar?.person}/decision`, {
      lift: true,
      answer: '情况属实，恢复预约',
    })
  expect((await decide(clerk)).statusCode).toBe(403)
  expect(await ok(decide(head))).toMatchObject({ lifted: true })
  await ok(book(desk, '2026-03-06', '10:00'))
})

test('the lists of appointments are rebuilt from the ledger as they are', async () => {
  const tables = await compareRebuilt(database, HALL_SCOPE.jurisdiction, keptLists)
  const own = tables.filter(({ table }) => /^hall_(slot|booking)/.test(table))
  expect(own.map(({ table, identical, rowsBefore }) => [table, identical, rowsBefore > 0])).toEqual([
    ['hall_booking', true, true],
    ['hall_booking_bar', true, true],
    ['hall_booking_refusal', true, true],
    ['hall_slot', true, true],
  ])
})

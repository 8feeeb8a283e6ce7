import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { AppointmentRules } from '../queue-shapes.ts'
import { type Asking, barAfter, book, type Booking, cancel, type Made, mayCheckIn, miss } from './booking.ts'
import { daysOpened, slotsOf } from './slots.ts'

const rules = AppointmentRules.parse({})
const startsAt = Date.parse('2026-03-03T09:00:00+08:00')
const made: Made = {
  ...{ hall: 'main', day: day('2026-03-03'), group: 'A', starts: '09:00', startsAt, endsAt: startsAt + 1 },
  ...{ item: 'food', unit: 'market', person: 'somebody', agentMark: null },
}
const asking: Asking = {
  ...{ now: startsAt - 86_400_000, today: day('2026-03-02'), rules, barredUntil: undefined, ownOpen: [] },
  ...{ slot: { group: 'A', capacity: 2, booked: 1 }, agentOpen: 0 },
}
const code = (act: () => unknown) => {
  try {
    act()
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a booking', () => {
  test.each<[string, Partial<Asking>, Partial<Made>, string]>([
    ['takes the last place', {}, {}, 'done'],
    [
      'finds none where all are taken',
      { slot: { group: 'A', capacity: 2, booked: 2 } },
      {},
      'booking.slot-full',
    ],
    ['finds no time that was not opened', { slot: undefined }, {}, 'booking.no-such-slot'],
    [
      'is not for a time of another group',
      { slot: { group: 'B', capacity: 2, booked: 0 } },
      {},
      'booking.other-group',
    ],
    ['is not for a time that has begun', { now: startsAt }, {}, 'booking.slot-passed'],
    ['is not for a day too far ahead', { today: day('2026-02-01') }, {}, 'booking.too-early'],
    [
      'is not made twice for one time',
      { ownOpen: [{ day: '2026-03-03', starts: '09:00' }] },
      {},
      'booking.twice',
    ],
    [
      'is refused who holds two already',
      {
        ownOpen: [
          { day: '2026-03-04', starts: '09:00' },
          { day: '2026-03-05', starts: '09:00' },
        ],
      },
      {},
      'booking.too-many',
    ],
    ['is refused an agent who holds five', { agentOpen: 5 }, { agentMark: 'x' }, 'booking.too-many-of-agent'],
    [
      'is refused who is barred',
      { barredUntil: { until: day('2026-04-01'), missed: 3 } },
      {},
      'booking.barred',
    ],
  ])('%s', (_what, more, other, expected) => {
    expect(code(() => book({ ...made, ...other }, { ...asking, ...more }))).toBe(expected)
  })
})

test('whoever booked cancels before the time, nobody else, and not afterwards', () => {
  const booking: Booking = { ...made, state: 'booked' }
  expect(code(() => cancel(booking, 'somebody', startsAt - 1))).toBe('done')
  expect(code(() => cancel(booking, 'another', startsAt - 1))).toBe('booking.no-such-booking')
  expect(code(() => cancel(booking, 'somebody', startsAt))).toBe('booking.slot-passed')
  expect(code(() => cancel({ ...booking, state: 'missed' }, 'somebody', startsAt - 1))).toBe(
    'booking.not-open',
  )
})

test.each([
  { minute: 0, comes: 'done', missed: 0 },
  { minute: 15, comes: 'done', missed: 0 },
  { minute: 16, comes: 'booking.too-late', missed: 1 },
])('$minute minutes after its time checking in is: $comes', ({ minute, comes, missed }) => {
  const booking: Booking = { ...made, state: 'booked' }
  const now = startsAt + minute * 60_000
  expect(code(() => mayCheckIn(booking, { now, today: made.day, rules, until: '' }))).toBe(comes)
  expect(miss(booking, now, rules)).toHaveLength(missed)
})

test.each([
  { why: 'twice not come is borne', days: ['2026-02-01', '2026-02-02'], last: undefined, bar: undefined },
  {
    why: 'three times within ninety days bars for thirty',
    days: ['2026-02-01', '2026-02-02', '2026-03-01'],
    last: undefined,
    bar: { from: '2026-03-02', until: '2026-04-01', missed: 3 },
  },
  {
    why: 'what is long ago does not count',
    days: ['2025-11-01', '2026-02-02', '2026-03-01'],
    last: undefined,
    bar: undefined,
  },
  {
    why: 'what barred once does not bar again',
    days: ['2026-02-01', '2026-02-02', '2026-03-01'],
    last: '2026-02-02',
    bar: undefined,
  },
])('$why', ({ days, last, bar }) => {
  const asked = { today: day('2026-03-02'), rules, lastBar: last === undefined ? undefined : day(last) }
  expect(barAfter(days.map(day), asked)).toEqual(bar)
})

test('times lie side by side within the hours; those outside of every counter’s hours are after hours', () => {
  const calendar = chinaCalendar()
  const counters = [{ workingHours: '09:00-12:00,13:30-17:00', restHours: null }]
  const slots = slotsOf(day('2026-03-02'), {
    hours: '11:30-13:30,17:00-17:50',
    minutes: 30,
    counters,
    calendar,
  })
  expect(slots.map(({ starts, ends, afterHours }) => [starts, ends, afterHours])).toEqual([
    ['11:30', '12:00', false],
    ['12:00', '12:30', true],
    ['12:30', '13:00', true],
    ['13:00', '13:30', true],
    ['17:00', '17:30', true],
  ])
  expect(slots[0]?.startsAt).toBe(Date.parse('2026-03-02T11:30:00+08:00'))
  const week = { from: day('2026-03-06'), until: day('2026-03-09') }
  expect(daysOpened({ ...week, restDays: false }, calendar)).toEqual(['2026-03-06', '2026-03-09'])
  expect(daysOpened({ ...week, restDays: true }, calendar)).toHaveLength(4)
})

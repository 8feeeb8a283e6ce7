import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, dayNumber } from '#kernel/day.ts'
import {
  addOpenTime,
  calendarFromCsv,
  chinaCalendar,
  isWorking,
  layered,
  type OfficeHours,
  officeHours,
  openTimeBetween,
  workingSecondsBetween,
  workingSecondsCounter,
} from './index.ts'

const china = chinaCalendar()
const shanghai = (text: string) => Date.parse(`${text}+08:00`)

test.each([
  { why: 'within one morning', from: '2026-03-02T09:00:00', to: '2026-03-02T10:30:00', seconds: 5400 },
  { why: 'lunch does not count', from: '2026-03-02T11:30:00', to: '2026-03-02T14:30:00', seconds: 3600 },
  { why: 'a weekend does not count', from: '2026-03-06T17:00:00', to: '2026-03-09T09:00:00', seconds: 3600 },
  {
    why: 'a worked Saturday counts',
    from: '2026-02-14T08:00:00',
    to: '2026-02-14T18:00:00',
    seconds: 25_200,
  },
  { why: 'the Spring Festival does not', from: '2026-02-15T00:00:00', to: '2026-02-24T00:00:00', seconds: 0 },
  { why: 'backwards is negative', from: '2026-03-02T10:30:00', to: '2026-03-02T09:00:00', seconds: -5400 },
])('$why', ({ from, to, seconds }) => {
  const hours = officeHours('08:30-12:00,14:00-17:30')
  expect(workingSecondsBetween(shanghai(from), shanghai(to), { calendar: china, hours })).toBe(seconds)
})

test.each([
  '',
  '17:00-08:30',
  '08:30',
  '8-17',
  '08:30-25:00',
  '08:61-17:00',
  '13:00-17:00,08:30-12:00',
  '08:30-12:00,11:00-17:00',
])('"%s" is refused as office hours', (text) => {
  expect(() => officeHours(text)).toThrow('office hours')
})

test('a half day is open for its own hours only', () => {
  const calendar = layered(china, {
    id: 'half',
    title: { zh: '半天', en: 'half' },
    days: [{ date: '2026-02-13', kind: 'half', name: '节前半天', hours: '08:30-12:00' }],
  })
  const open = { calendar, hours: officeHours('08:30-17:00') }
  const [from, to] = [shanghai('2026-02-13T00:00:00'), shanghai('2026-02-14T00:00:00')]
  expect(workingSecondsBetween(from, to, open)).toBe(3.5 * 3600)
  const until = workingSecondsCounter(open)
  expect(until(to) - until(from)).toBe(3.5 * 3600)
})

/** Minute by minute, as one would count with a finger. */
function slowOpenMinutes(hours: OfficeHours, from: number, to: number): number {
  let minutes = 0
  for (let minute = from; minute < to; minute++) {
    const number = Math.floor(minute / 1440)
    const clock = (minute - number * 1440) * 60_000
    if (isWorking(china, number) && hours.spans.some(([open, close]) => clock >= open && clock < close))
      minutes++
  }
  return minutes
}

const local = (minute: number) => ({ day: Math.floor(minute / 1440), clock: (minute % 1440) * 60_000 })

test('open time agrees with counting every minute, and adding it is the inverse', () => {
  const start = dayNumber(day('2026-01-20')) * 1440
  fc.assert(
    fc.property(
      fc.constantFrom('08:30-17:00', '08:30-12:00,14:00-17:30', '00:00-24:00'),
      fc.nat(40 * 1440),
      fc.nat(20 * 1440),
      (text, offset, length) => {
        const hours = officeHours(text)
        const from = start + offset
        const minutes = slowOpenMinutes(hours, from, from + length)
        expect(openTimeBetween(china, hours, local(from), local(from + length))).toBe(minutes * 60_000)
        const reached = addOpenTime(china, hours, local(from), minutes * 60_000)
        const gap = slowOpenMinutes(hours, from, reached.day * 1440 + reached.clock / 60_000)
        expect(gap).toBe(minutes)
      },
    ),
    { numRuns: 150 },
  )
})

test('a file calendar of Boston counts its own holidays', () => {
  const calendar = calendarFromCsv('date,name,kind\n2015-05-25,Memorial Day,off\n', { id: 'boston' })
  const open = { calendar, hours: officeHours('08:30-17:00'), zone: 'America/New_York' }
  expect(
    workingSecondsBetween(
      Date.parse('2015-05-22T16:00:00-04:00'),
      Date.parse('2015-05-26T09:30:00-04:00'),
      open,
    ),
  ).toBe(7200)
})

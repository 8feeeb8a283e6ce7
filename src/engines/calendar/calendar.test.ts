import { expect, test } from 'vitest'
import { day, dayNumber } from '#kernel/day.ts'
import { Refusal } from '#kernel/refusal.ts'
import {
  addWorkingDays,
  calendarFromCsv,
  CHINA_NOTICES,
  chinaCalendar,
  chinaCalendarFrom,
  chinaCalendarKnownAt,
  countWorkingDays,
  explainDay,
  layered,
  stateOf,
  dayAfterNotice,
  subtractWorkingDays,
} from './index.ts'

const china = chinaCalendar()

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'no refusal'
}

test.each([
  { why: 'an ordinary Friday is worked', on: '2026-03-06', state: 'working' },
  { why: 'an ordinary Saturday rests', on: '2026-03-07', state: 'resting' },
  { why: 'a weekday of the Spring Festival rests', on: '2026-02-16', state: 'resting' },
  { why: 'a Saturday made up for a holiday is worked (调休)', on: '2026-02-14', state: 'working' },
  { why: 'nobody knows about 2027 yet', on: '2027-01-01', state: 'unannounced' },
  { why: 'not even about a Sunday of 2027', on: '2027-01-03', state: 'unannounced' },
])('$why', ({ on, state }) => {
  expect(stateOf(china, day(on))).toBe(state)
})

test.each([
  ['2006-12-30', 'working'],
  ['2006-12-31', 'working'],
  ['2007-12-29', 'working'],
  ['2007-12-30', 'resting'],
  ['2007-12-31', 'resting'],
  ['2011-12-31', 'working'],
  ['2018-12-29', 'working'],
  ['2018-12-30', 'resting'],
  ['2018-12-31', 'resting'],
  ['2022-12-31', 'resting'],
])('%s stands in the notice for the year after and is %s', (on, state) => {
  expect(stateOf(china, day(on))).toBe(state)
  expect(explainDay(day(on), china).notice?.title).toContain(String(Number(on.slice(0, 4)) + 1))
})

test('every day says who decided it, in both languages', () => {
  const saturday = explainDay(day('2026-02-14'), china)
  expect(saturday).toMatchObject({ kind: 'shiftedWorkingDay', working: true, state: 'working' })
  expect(saturday.because.zh).toContain('春节调休')
  expect(saturday.because.zh).toContain('国办发明电〔2025〕7号')
  expect(saturday.because.en).toContain('Spring Festival')
  expect(explainDay(day('2026-03-07'), china)).toMatchObject({
    kind: 'weekend',
    because: { zh: '星期六，公休日' },
  })
  expect(explainDay(day('2027-02-08'), china)).toMatchObject({ kind: 'unannounced', working: true })
})

test('before 2007 nothing is known, and that is refused rather than guessed', () => {
  expect(codeOf(() => stateOf(china, day('2006-12-29')))).toBe('calendar.out-of-range')
  expect(codeOf(() => addWorkingDays('2006-12-29', 1, china))).toBe('calendar.out-of-range')
})

test.each([
  ['2025-01-24', 5, '2025-02-07'],
  ['2025-09-26', 20, '2025-10-30'],
  ['2025-09-30', 1, '2025-10-09'],
  ['2026-02-13', 5, '2026-02-27'],
  ['2026-02-11', 20, '2026-03-17'],
  ['2026-04-30', 1, '2026-05-06'],
  ['2026-09-18', 10, '2026-10-09'],
  ['2026-09-30', 5, '2026-10-13'],
  ['2024-02-08', 7, '2024-02-23'],
  ['2023-09-28', 10, '2023-10-18'],
  ['2020-01-22', 5, '2020-02-06'],
  ['2018-12-28', 3, '2019-01-03'],
])('%s + %i working days is %s', (from, count, last) => {
  expect(addWorkingDays(from, count, china)).toBe(last)
  expect(countWorkingDays(from, last, china)).toBe(count)
})

test.each([
  {
    why: 'no working days after a working day is the day itself',
    from: '2026-03-06',
    expected: '2026-03-06',
  },
  {
    why: 'no working days after a rest day is the next working day',
    from: '2026-03-07',
    expected: '2026-03-09',
  },
])('$why', ({ from, expected }) => {
  expect(addWorkingDays(from, 0, china)).toBe(expected)
})

test.each([
  ['the horizon is never stepped over', () => addWorkingDays('2026-12-30', 2, china), 'calendar.unannounced'],
  ['nor counted over', () => countWorkingDays('2026-12-01', '2027-01-05', china), 'calendar.unannounced'],
  ['a day that does not exist is refused', () => addWorkingDays('2026-02-30', 1, china), 'day.invalid'],
  ['so is a word', () => addWorkingDays('tomorrow', 1, china), 'day.invalid'],
  ['and a part of a day', () => addWorkingDays('2026-03-02', 1.5, china), 'calendar.count-invalid'],
  ['and a negative count', () => addWorkingDays('2026-03-02', -1, china), 'calendar.count-invalid'],
  ['and a count that is no number', () => addWorkingDays('2026-03-02', NaN, china), 'calendar.count-invalid'],
])('%s', (_, act, code) => {
  expect(codeOf(act)).toBe(code)
})

test('seven working days before a hearing is counted back without the day of the hearing (提前)', () => {
  expect(subtractWorkingDays('2026-03-12', 7, china)).toBe('2026-03-03')
  expect(subtractWorkingDays('2026-10-08', 1, china)).toBe('2026-09-30')
  expect(subtractWorkingDays('2026-10-03', 1, china)).toBe('2026-09-30')
})

test.each([
  ['2026-03-03', '2026-03-12', 'a working day counts itself'],
  ['2026-03-01', '2026-03-11', 'a Sunday does not'],
  ['2026-09-30', '2026-10-15', 'over National Day, with a Saturday made up'],
])('what is told on %s seven working days ahead takes place on %s at the earliest: %s', (told, first) => {
  expect(dayAfterNotice(dayNumber(day(told)), 7, china)).toBe(dayNumber(day(first)))
  expect(subtractWorkingDays(first, 7, china) >= told).toBe(true)
})

test('a second notice changes a year that is already running, and both answers stay true for their time', () => {
  const before = chinaCalendarKnownAt(Date.parse('2020-01-26T12:00:00+08:00'))
  const after = chinaCalendarKnownAt(Date.parse('2020-01-27T12:00:00+08:00'))
  expect(stateOf(before, day('2020-02-01'))).toBe('working')
  expect(stateOf(after, day('2020-02-01'))).toBe('resting')
  expect(addWorkingDays('2020-01-22', 5, before)).toBe('2020-02-04')
  expect(addWorkingDays('2020-01-22', 5, after)).toBe('2020-02-06')
  expect(before.version).not.toBe(after.version)
})

test('before the notice for 2019 was lengthened, Labour Day was one day', () => {
  const before = chinaCalendarKnownAt(Date.parse('2019-03-21T12:00:00+08:00'))
  expect(stateOf(before, day('2019-05-02'))).toBe('working')
  expect(stateOf(china, day('2019-05-02'))).toBe('resting')
})

test('the last days of 2018 were read by weekday until the notice for 2019 took them', () => {
  const before = chinaCalendarKnownAt(Date.parse('2018-12-05T12:00:00+08:00'))
  expect(stateOf(before, day('2018-12-31'))).toBe('working')
  expect(stateOf(before, day('2019-01-02'))).toBe('unannounced')
})

test('a lone later notice does not bridge a year without one', () => {
  const gap = chinaCalendarFrom([
    ...CHINA_NOTICES,
    {
      year: 2028,
      title: 't',
      publishedOn: '2026-12-01',
      source: 's',
      holidays: [{ name: '元旦', off: '2028-01-01' }],
    },
  ])
  expect(stateOf(gap, day('2027-06-01'))).toBe('unannounced')
  expect(stateOf(gap, day('2028-06-01'))).toBe('unannounced')
})

test.each([
  ['an impossible day', { name: '元旦', off: '2027-02-30' }],
  ['a reversed range', { name: '元旦', off: '2027-01-03..2027-01-01' }],
  ['a day both off and worked', { name: '元旦', off: '2027-01-02', work: '2027-01-02' }],
])('a notice with %s is refused', (_, holiday) => {
  const notice = { year: 2027, title: 't', publishedOn: '2026-11-04', source: 's', holidays: [holiday] }
  expect(codeOf(() => chinaCalendarFrom([...CHINA_NOTICES, notice]))).toBe('calendar.notice-invalid')
})

test('a calendar file rules on the days it names and leaves the others to their weekday, without a horizon', () => {
  const boston = calendarFromCsv(
    '\uFEFFdate,name,kind\r\n2015-05-25,"Memorial Day, Boston",off\r\n2015-05-30,,work\r\n',
    {
      id: 'boston',
    },
  )
  expect(stateOf(boston, day('2015-05-25'))).toBe('resting')
  expect(stateOf(boston, day('2015-05-30'))).toBe('working')
  expect(stateOf(boston, day('2045-05-31'))).toBe('working')
  expect(explainDay(day('2015-05-25'), boston).because.en).toContain('Memorial Day, Boston')
})

test.each([
  ['no header', '2015-05-25,x,off', 1],
  ['an impossible day', 'date,name,kind\n2015-05-25,x,off\n2015-02-29,x,off', 3],
  ['an unknown kind', 'date,name,kind\n2015-05-25,x,holiday', 2],
  ['a day with two kinds', 'date,name,kind\n2015-05-25,x,off\n2015-05-25,x,work', 3],
])('a calendar file with %s is refused with its line', (_, text, line) => {
  expect(() => calendarFromCsv(text, { id: 'bad' })).toThrowError(
    expect.objectContaining({ details: expect.objectContaining({ line }) }),
  )
})

test('a city closes on a day of its own and the nation stays as it was', () => {
  const title = { zh: '某市', en: 'a city' }
  const city = layered(china, {
    id: 'city',
    title,
    days: [
      { date: '2026-03-03', kind: 'off', name: '三月三' },
      { date: '2026-02-13', kind: 'half', name: '节前半天', hours: '08:30-12:00' },
    ],
  })
  const office = layered(city, {
    id: 'office',
    title,
    days: [{ date: '2026-03-03', kind: 'work', name: '值班' }],
  })
  expect(addWorkingDays('2026-03-02', 1, china)).toBe('2026-03-03')
  expect(addWorkingDays('2026-03-02', 1, city)).toBe('2026-03-04')
  expect(addWorkingDays('2026-03-02', 1, office)).toBe('2026-03-03')
  expect(explainDay(day('2026-02-13'), city)).toMatchObject({ kind: 'halfDay', working: true })
})

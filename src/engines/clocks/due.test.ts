import { describe, expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { goldenRows } from '#test/golden/rows.ts'
import { chinaCalendar, chinaCalendarKnownAt, officeHours } from '../calendar/index.ts'
import { due, dueInstant, type DueQuestion, parseLimit, parseSuspension, type Roll } from './index.ts'

const calendar = chinaCalendar()

function question(row: Record<string, string>): DueQuestion {
  const { from = '', limit = '', suspend, extend, hours, zone, roll } = row
  return {
    from,
    limit: parseLimit(limit),
    calendar,
    suspensions: suspend ? suspend.split(';').map(parseSuspension) : [],
    extensions: extend ? [parseLimit(extend)] : [],
    ...(hours ? { hours: officeHours(hours) } : {}),
    ...(zone ? { zone } : {}),
    ...(roll ? { roll: roll as Roll } : {}),
  }
}

describe('golden due dates', () => {
  test.each(goldenRows('due.csv'))('$why: $from + $limit', (row) => {
    const answer = due(question(row))
    expect({ due: answer.due, provisional: String(answer.provisional) }).toEqual({
      due: row.due,
      provisional: row.provisional,
    })
    expect(dueInstant(question(row))).toMatchObject({ at: answer.at })
  })
})

const ask = (from: string, limit: string, more: Partial<DueQuestion> = {}) =>
  due({ from, limit: parseLimit(limit), calendar, ...more })

test('the reasons name every skipped holiday, every worked weekend and the notice', () => {
  const text = JSON.stringify(ask('2026-09-18', '20W').reasons)
  for (const word of [
    '中秋节',
    '国庆节',
    '调休',
    '国办发明电〔2025〕7号',
    'Mid-Autumn Festival',
    'National Day',
  ]) {
    expect(text).toContain(word)
  }
})

test('a day-granular limit runs out at 24:00 of its last day', () => {
  expect(ask('2026-02-12', '5W').at).toBe(Date.parse('2026-02-27T00:00:00+08:00'))
})

test('the unshifted day is kept as the safe day for an agency', () => {
  expect(ask('2026-08-03', '60D')).toMatchObject({ due: '2026-10-08', unshiftedDay: '2026-10-02' })
})

test('a suspension without an end leaves no due date, and says so', () => {
  const open = ask('2026-03-02', '5W', { suspensions: [{ from: '2026-03-04' }] })
  expect(open).toMatchObject({ due: null, at: null, provisional: true })
  expect(open.reasons.at(-1)?.code).toBe('suspensionOpen')
})

test('a suspension without an end that begins after expiry changes nothing', () => {
  expect(ask('2026-03-02', '5W', { suspensions: [{ from: '2026-03-10' }] }).due).toBe('2026-03-09')
})

test('a last day at the end of December warns that the next notice may still rule on it', () => {
  const answer = ask('2026-12-20', '8W')
  expect(answer).toMatchObject({ due: '2026-12-30', provisional: false })
  expect(answer.reasons.map(({ code }) => code)).toContain('yearEnd')
})

test('what was provisional when asked became certain when the notice arrived', () => {
  const october = chinaCalendarKnownAt(Date.parse('2025-10-01T00:00:00+08:00'))
  expect(ask('2025-12-25', '5W', { calendar: october })).toMatchObject({
    due: '2026-01-01',
    provisional: true,
  })
  expect(ask('2025-12-25', '5W')).toMatchObject({ due: '2026-01-04', provisional: false })
})

test.each([
  ['a limit without a unit', () => ask('2026-03-02', '5'), 'limit.invalid'],
  ['a limit in unknown units', () => ask('2026-03-02', '5X'), 'limit.invalid'],
  ['half a working day', () => ask('2026-03-02', '1.5W'), 'limit.invalid'],
  ['a negative limit', () => ask('2026-03-02', '-5W'), 'limit.invalid'],
  ['a small m, which could be a minute or a month', () => ask('2026-03-02', '5m'), 'limit.invalid'],
  [
    'a limit made by hand of nothing',
    () => due({ from: '2026-03-02', limit: { length: NaN, unit: 'hours' }, calendar }),
    'limit.invalid',
  ],
  ['a day that does not exist', () => ask('2026-02-30', '5W'), 'moment.invalid'],
  ['a time that does not exist', () => ask('2026-03-02T25:00', '5W'), 'moment.invalid'],
  ['an offset that does not exist', () => ask('2026-03-02T10:00:00+99:00', '5W'), 'moment.invalid'],
  [
    'an instant that is no number',
    () => due({ from: NaN, limit: parseLimit('5W'), calendar }),
    'moment.invalid',
  ],
  [
    'a suspension that ends before it starts',
    () => ask('2026-03-02', '5W', { suspensions: [parseSuspension('2026-03-05..2026-03-04')] }),
    'suspension.invalid',
  ],
  ['a suspension of one day without dots', () => parseSuspension('2026-03-05'), 'suspension.invalid'],
  ['working hours without office hours', () => ask('2026-03-02', '3WH'), 'clock.hours-needed'],
  ['a trigger before the calendar', () => ask('2005-03-02', '5W'), 'calendar.out-of-range'],
  ['a limit past the calendar', () => ask('2026-03-02', '99999W'), 'calendar.out-of-range'],
  ['a zone that does not exist', () => ask('2026-03-02', '5W', { zone: 'Moon' }), 'zone.unknown'],
])('%s is refused', (_, act, code) => {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    expect((error as Refusal).code).toBe(code)
    return
  }
  expect.unreachable('it was accepted')
})

test('calendar days without shifting need no calendar, so they work in any year', () => {
  expect(ask('2000-06-20', '60D', { roll: 'none' }).due).toBe('2000-08-19')
})

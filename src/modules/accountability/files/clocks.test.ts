import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { BROUGHT } from '../instruments/brought.ts'
import { lastDayIn } from './clocks.ts'
import { untilOf } from './deciding.ts'
import type { AccountabilityFile } from './file.ts'
import { instrumentOf } from './ladder.ts'

const calendar = chinaCalendar()

test.each([
  {
    why: 'the day of service is not counted (30 days)',
    from: '2026-03-02',
    limit: '30D',
    last: '2026-04-01',
  },
  {
    why: 'a last day within a holiday moves behind it',
    from: '2026-09-01',
    limit: '30D',
    last: '2026-10-08',
  },
  { why: 'a month ends on the day of the same number', from: '2026-03-02', limit: '1M', last: '2026-04-02' },
  { why: 'a month without that day ends on its last', from: '2026-01-31', limit: '1M', last: '2026-02-28' },
  { why: 'a Saturday moves to Monday', from: '2026-04-30', limit: '1M', last: '2026-06-01' },
  { why: 'two months end behind the May holiday', from: '2026-03-02', limit: '2M', last: '2026-05-06' },
  { why: 'sixty days end behind it too', from: '2026-03-02', limit: '60D', last: '2026-05-06' },
  { why: 'fifteen days to go on to the appeal', from: '2026-03-02', limit: '15D', last: '2026-03-17' },
  { why: 'the local review counts working days', from: '2026-03-02', limit: '15W', last: '2026-03-23' },
])('the last day of an appeal: $why', ({ from, limit, last }) => {
  expect(lastDayIn(calendar, day(from), limit)).toBe(last)
})

test.each([
  { period: '3M', from: '2026-03-10', until: '2026-06-10' },
  { period: '6M', from: '2026-08-31', until: '2027-02-28' },
])(
  'an admonition of $period from $from lapses after $until, whatever day that is',
  ({ period, from, until }) => {
    expect(untilOf({ period } as AccountabilityFile, day(from))).toBe(until)
  },
)

test('each family has its own way of appeal, with the limits of its law; an admonition lasts three to six months', () => {
  const way = (code: string) => instrumentOf(BROUGHT, code).appeal.map(({ ask, decide }) => [ask, decide])
  // 公务员法 95、96
  expect(way('postAdjustment')).toEqual([
    ['30D', '30D'],
    ['15D', '60D'],
  ])
  // 监察法 56、政务处分法 55
  expect(way('warning')).toEqual([
    ['1M', '1M'],
    ['1M', '2M'],
  ])
  expect(way('admonition')).toEqual([['15W', '15W']])
  expect(instrumentOf(BROUGHT, 'admonition').period).toEqual({ least: '3M', most: '6M' })
})

import { expect, test } from 'vitest'
import { presentDayAt, sayDatesIn, sayDay, sayDue, sayInstant, sayLimit, weekdayOf } from './dates.ts'

test.each([
  { day: '2026-11-21', zh: '2026年11月21日 (周六)', en: '21 Nov 2026' },
  { day: '2027-01-01', zh: '2027年1月1日 (周五)', en: '1 Jan 2027' },
  { day: '2024-02-29', zh: '2024年2月29日 (周四)', en: '29 Feb 2024' },
  { day: '1969-12-31', zh: '1969年12月31日 (周三)', en: '31 Dec 1969' },
])('$day is said with its weekday in Chinese and briefly in English', ({ day, zh, en }) => {
  expect(sayDay(day, 'zh')).toBe(zh)
  expect(sayDay(day, 'en')).toBe(en)
})

test('an instant is read in the zone it was written in, not in the reader’s', () => {
  expect(sayInstant('2015-06-30T23:30:00.000-04:00', 'en')).toBe('30 Jun 2015, 23:30')
  expect(sayInstant('2026-03-02T09:05:00.000+08:00', 'zh')).toBe('2026年3月2日 (周一) 09:05')
})

test('the present day is that of the office, also when Greenwich is still in yesterday', () => {
  const now = Date.parse('2026-11-21T17:30:00Z')
  expect(presentDayAt('2026-01-01T00:00:00.000+08:00', now)).toBe('2026-11-22')
  expect(presentDayAt('2026-01-01T00:00:00.000-05:00', now)).toBe('2026-11-21')
})

test.each([
  { limit: '20W', zh: '20个工作日', en: '20 working days' },
  { limit: '1W', zh: '1个工作日', en: '1 working day' },
  { limit: '60D', zh: '60日', en: '60 calendar days' },
  { limit: '3WH', zh: '3个工作小时', en: '3 working hours' },
  { limit: 'by Friday', zh: 'by Friday', en: 'by Friday' },
])('the limit $limit names its unit', ({ limit, zh, en }) => {
  expect(sayLimit(limit, 'zh')).toBe(zh)
  expect(sayLimit(limit, 'en')).toBe(en)
})

test('Sunday is 0', () => {
  expect(weekdayOf('2026-11-22')).toBe(0)
})

test.each([
  { text: '自 2026-01-08T09:14:00+08:00 起', zh: '自 2026年1月8日 (周四) 09:14 起' },
  { text: '应于 2026-03-05 办结', zh: '应于 2026年3月5日 (周四) 办结' },
  { text: '办件 QH-2026-01-08', zh: '办件 QH-2026-01-08' },
  { text: '版本 2026-13-40', zh: '版本 2026-13-40' },
])('dates inside a sentence are said as people write them: $text', ({ text, zh }) => {
  expect(sayDatesIn(text, 'zh')).toBe(zh)
})

test.each([
  {
    why: 'a limit ends at 24:00 of its last day',
    at: '2026-11-07T00:00:00+08:00',
    said: '2026年11月6日 (周五) 24:00',
  },
  {
    why: 'also over the end of a year',
    at: '2027-01-01T00:00:00+08:00',
    said: '2026年12月31日 (周四) 24:00',
  },
  {
    why: 'a limit in hours ends when it ends',
    at: '2026-11-07T16:30:00+08:00',
    said: '2026年11月7日 (周六) 16:30',
  },
])('$why', ({ at, said }) => {
  expect(sayDue(at, 'zh')).toBe(said)
})

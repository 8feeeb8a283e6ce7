import { expect, test } from 'vitest'
import { presentDayAt, sayDay, sayInstant, sayLimit, weekdayOf } from './dates.ts'

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

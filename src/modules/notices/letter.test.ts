import { expect, test } from 'vitest'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { newCheckCode, readJurisdictionOf } from './check-code.ts'
import { paperDays } from './days.ts'
import { dayInWords, letterOf } from './letter.ts'
import { NOTICE_KINDS } from './terms.ts'

const AT = Date.parse('2026-09-18T10:00:00+08:00')
const said = { unitName: '规划局', applicant: '张三' }

test.each(NOTICE_KINDS)(
  '%s says something even when nothing is known, and never a programmer’s word',
  (kind) => {
    for (const data of [{}, { caseNo: 7, materials: 'x', receivedAt: 'soon', committedLimit: 'never' }]) {
      const letter = letterOf({ kind, ...said, data })
      expect(letter.paragraphs.length).toBeGreaterThan(0)
      expect([...letter.paragraphs, ...letter.list, ...letter.afterList].join()).not.toMatch(
        /undefined|null|NaN|\[object/,
      )
    }
  },
)

test('a denial says why, on what basis, and where to go until when', () => {
  const data = {
    reasons: '不符合控制性详细规划',
    basis: '《城乡规划法》第四十条',
    remedies: { reviewBody: '青禾县人民政府', court: '青禾县人民法院' },
  }
  const text = letterOf({ kind: 'decisionDenied', ...said, data }).paragraphs.join('')
  for (const part of [
    '不符合控制性详细规划',
    '第四十条',
    '60 日',
    '青禾县人民政府',
    '6 个月',
    '青禾县人民法院',
  ])
    expect(text).toContain(part)
})

test('a supplement notice lists everything once, with guidance', () => {
  const missing = [
    { code: 'm1', name: '设计方案', guidance: '加盖出图章' },
    { code: 'm2', guidance: '' },
  ]
  expect(letterOf({ kind: 'supplementNotice', ...said, data: { missing } }).list).toEqual([
    '设计方案：加盖出图章',
    'm2',
  ])
})

test('what the law deems done is called by its name', () => {
  const title = (data: object) => letterOf({ kind: 'deemedNotice', ...said, data: { ...data } }).title
  expect([title({ countsFrom: AT }), title({ basis: '地方条例' })]).toEqual([
    '视为受理通知书',
    '视为准予通知书',
  ])
})

test.each([
  {
    limits: { committedLimit: '12W', statutoryLimit: '20W' },
    committed: '2026-10-12',
    statutory: '2026-10-22',
    days: 25,
  },
  {
    limits: { committedLimit: '0W', statutoryLimit: '1W' },
    committed: null,
    statutory: '2026-09-20',
    days: 3,
  },
  { limits: { committedLimit: '4h', statutoryLimit: '' }, committed: null, statutory: null, days: 0 },
])('the days of $limits over the long holiday', ({ limits, committed, statutory, days }) => {
  const found = paperDays(AT, limits, chinaCalendar())
  expect([found.committedDueOn, found.statutoryDueOn, found.days.length]).toEqual([
    committed,
    statutory,
    days,
  ])
})

test('a day is written without leading zeros', () => {
  expect(dayInWords('2026-03-02')).toBe('2026年3月2日')
})

test('a check code names its jurisdiction and is never twice the same', () => {
  const codes = new Set(Array.from({ length: 1000 }, () => newCheckCode('qinghe-1')))
  expect(codes.size).toBe(1000)
  for (const code of codes) expect(readJurisdictionOf(code)).toBe('qinghe-1')
  expect(readJurisdictionOf('990100-ILOU000000000000')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { newCheckCode, readJurisdictionOf } from './check-code.ts'
import { paperDays } from './days.ts'
import { letterOf } from './letter.ts'
import { dayInWords } from './letter-words.ts'
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

/** Hearings, visits and what ends a licence are of licences only. */
const OF_LICENCES: ReadonlySet<string> = new Set([
  ...['hearingRights', 'hearingNotice', 'hearingMinutes', 'visitRecord', 'licenceEnded'],
])
const licence = { itemType: 'licensing', clockRule: 'XK-04' }
const wordsOf = (kind: (typeof NOTICE_KINDS)[number], data: object) => {
  const { paragraphs, list, afterList } = letterOf({ kind, ...said, data: { ...data } })
  return [...paragraphs, ...list, ...afterList].join('\n')
}

test('a denial says why, on what basis, and where to go until when, as the item names it', () => {
  const body = (name: string, within: string) => ({
    name,
    address: '文昌路1号',
    phone: '0999-5550000',
    within,
  })
  const appeal = { review: body('青禾县人民政府', '60D'), court: body('青禾县人民法院', '6M') }
  const data = { ...licence, reasons: '不符合控制性详细规划', basis: '《城乡规划法》第四十条', appeal }
  const text = wordsOf('decisionDenied', data)
  for (const part of [
    '不符合控制性详细规划',
    '第四十条',
    '60 日内向青禾县人民政府（地址：文昌路1号，电话：0999-5550000）申请行政复议',
    '6 个月内向青禾县人民法院',
    '《中华人民共和国行政许可法》第三十八条第二款',
    '决定不予许可',
  ])
    expect(text).toContain(part)
  expect(wordsOf('decisionDenied', licence)).toContain('60 日内向本级人民政府')
})

test.each([
  {
    what: 'a real-estate registration',
    rule: 'DJ-02',
    type: 'confirmation',
    cites: '《不动产登记暂行条例》',
  },
  {
    what: 'a market registration',
    rule: 'DJ-01',
    type: 'confirmation',
    cites: '《中华人民共和国市场主体登记管理条例》',
  },
  { what: 'an allowance', rule: 'XK-04', type: 'payment', cites: '《社会救助暂行办法》第九条' },
  { what: 'a public service', rule: 'XK-04', type: 'publicService', cites: '《社会救助暂行办法》第九条' },
])('the papers of $what cite $cites and never the law on licences', ({ rule, type, cites }) => {
  const data = {
    itemType: type,
    clockRule: rule,
    itemBasis: '《社会救助暂行办法》第九条',
    by: '3W',
    countsFrom: AT,
  }
  const texts = NOTICE_KINDS.filter((kind) => !OF_LICENCES.has(kind)).map((kind) => wordsOf(kind, data))
  expect(texts.join('\n')).not.toMatch(/行政许可法|不予许可/)
  for (const kind of ['acceptanceReceipt', 'supplementNotice', 'decisionGranted', 'decisionDenied'] as const)
    expect(wordsOf(kind, data)).toContain(cites)
})

test('a supplement notice says of each material what is wrong, how to mend it, and whom to ask', () => {
  const missing = [
    { code: 'm1', name: '设计方案', guidance: '加盖出图章', sample: 'form', standard: '与现场一致' },
    { code: 'm2', name: '申请表', wrong: '未签字', guidance: '', sample: null, standard: '' },
  ]
  const contact = { phone: '0999-5551001', address: '政务服务大厅二楼' }
  const { list, afterList } = letterOf({ kind: 'supplementNotice', ...said, data: { missing, contact } })
  expect(list).toEqual([
    '设计方案。未提交；要求：加盖出图章；受理标准：与现场一致；有示范文本，可在办事指南中查看或到窗口领取。',
    '申请表。存在问题：未签字。',
  ])
  expect(afterList[0]).toBe('不清楚怎么补的，请咨询：电话 0999-5551001，政务服务大厅二楼。')
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

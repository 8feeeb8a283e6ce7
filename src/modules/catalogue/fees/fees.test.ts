import { expect, test } from 'vitest'
import fc from 'fast-check'
import { day } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { billOf, isEligible } from './bill.ts'
import {
  evolveFee,
  type Fee,
  type FeeReduction,
  type FeeTerms,
  type Proposal,
  propose,
  publish,
} from './fee.ts'
import { yuan } from './money.ts'
import type { Charged } from './rate.ts'
import { faultOf, isNamedLike, type Payment } from './receipt-check.ts'

const WAN = 1_000_000
const terms: FeeTerms = {
  from: day('2026-01-01'),
  status: 'kept',
  rate: { kind: 'share', millionths: 2000 },
  basis: '省价费〔2012〕1号',
  exemption: { zh: '', en: '' },
  collectedYearly: null,
}
const list: FeeReduction = {
  reduction: 'large-projects',
  title: { zh: '3000万元以上投资项目减免', en: 'Large projects' },
  basis: '县政办〔2026〕5号',
  percent: 50,
  from: day('2026-02-01'),
  until: day('2026-12-31'),
  minInvestment: 3000 * WAN,
  boundary: 'included',
  projects: [],
}
const fee: Fee = {
  fee: 'infrastructure',
  unit: 'planning',
  name: { zh: '城市基础设施配套费', en: 'Infrastructure fee' },
  payer: 'enterprise',
  items: ['building'],
  terms: [terms],
  reductions: [list],
  proposal: null,
}
const invested = (tenThousand: number): Charged => ({
  investment: tenThousand * WAN,
  project: 'industry',
  quantities: {},
})

test.each([
  { invested: 2999, boundary: 'included', eligible: false },
  { invested: 3000, boundary: 'included', eligible: true },
  { invested: 3001, boundary: 'included', eligible: true },
  { invested: 2999, boundary: 'excluded', eligible: false },
  { invested: 3000, boundary: 'excluded', eligible: false },
  { invested: 3001, boundary: 'excluded', eligible: true },
] as const)('$invested 万元 is eligible under "3,000 以上", boundary $boundary: $eligible', (row) => {
  expect(isEligible({ ...list, boundary: row.boundary }, invested(row.invested))).toBe(row.eligible)
})

test.each([
  { why: 'below the boundary', invested: 2999, on: '2026-03-02', due: 5_998_000 },
  { why: 'on the boundary', invested: 3000, on: '2026-03-02', due: 3_000_000 },
  { why: 'above the boundary', invested: 3001, on: '2026-03-02', due: 3_001_000 },
  { why: 'before the list holds', invested: 3001, on: '2026-01-31', due: 6_002_000 },
  { why: 'on its last day', invested: 3001, on: '2026-12-31', due: 3_001_000 },
  { why: 'after its last day', invested: 3001, on: '2027-01-01', due: 6_002_000 },
])('a project $why owes $due fen, and the bill says why', (row) => {
  const bill = billOf([fee], { on: day(row.on), charged: invested(row.invested) })
  expect(bill.due).toBe(row.due)
  expect(bill.full - bill.due).toBe(bill.saved)
  expect(bill.lines[0]?.because[0]?.zh).toContain(
    `投资额 ${row.invested.toLocaleString('en-US')} 万元 × 0.2%`,
  )
})

test('an abolished fee stands on the bill with nothing due and what it would have been', () => {
  const abolished = { ...terms, from: day('2026-03-01'), status: 'abolished' as const }
  const { lines, due } = billOf([{ ...fee, terms: [terms, abolished] }], {
    on: day('2026-03-02'),
    charged: invested(1000),
  })
  expect([due, lines[0]?.saved]).toEqual([0, 2_000_000])
})

test('no bill is above the rate or below nothing, whatever is invested', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 32_000_000_000_000 }),
      fc.integer({ min: 0, max: 99 }),
      (cents, percent) => {
        const reductions = [{ ...list, percent, minInvestment: 0 }]
        const { full, due, saved } = billOf([{ ...fee, reductions }], {
          on: day('2026-03-02'),
          charged: { investment: cents, project: null, quantities: {} },
        })
        expect(due).toBeGreaterThanOrEqual(0)
        expect(due).toBeLessThanOrEqual(full)
        expect(full).toBeLessThanOrEqual((cents * 2) / 1000)
        expect(due + saved).toBe(full)
      },
    ),
  )
})

const paid: Payment = {
  ...{ fee: fee.fee, title: '配套费', unit: 'planning', item: 'building', voluntary: false },
  ...{ cents: 3_000_000, on: day('2026-03-02'), charged: invested(3000) },
}
const closed: Fee = {
  ...fee,
  fee: 'advice',
  name: { zh: '建设工程放线咨询费', en: 'Advice' },
  reductions: [],
  terms: [terms, { ...terms, from: day('2026-02-01'), status: 'abolished' }],
}

test.each([
  { why: 'as reckoned', payment: {}, fault: undefined },
  { why: 'without a code', payment: { fee: null, title: '资料费' }, fault: 'noCode' },
  { why: 'under a code nobody published', payment: { fee: 'tea' }, fault: 'unknownCode' },
  { why: 'before it holds', payment: { on: day('2025-12-31') }, fault: 'notInForce' },
  { why: 'though abolished', payment: { fee: 'advice' }, fault: 'abolished' },
  { why: 'though abolished, as voluntary', payment: { fee: 'advice', voluntary: true }, fault: 'voluntary' },
  {
    why: 'under the name of one abolished',
    payment: { fee: null, title: '放线服务费（自愿）' },
    fault: 'voluntary',
  },
  { why: 'by another unit', payment: { unit: 'market' }, fault: 'otherUnit' },
  { why: 'for another item', payment: { item: 'food' }, fault: 'otherItem' },
  { why: 'in full, though eligible', payment: { cents: 6_000_000 }, fault: 'eligibleChargedFull' },
  { why: 'above the rate', payment: { cents: 6_000_000, charged: invested(2999) }, fault: 'aboveRate' },
  { why: 'less than anybody else', payment: { cents: 1 }, fault: 'belowRate' },
])('a payment $why: $fault', ({ payment, fault }) => {
  expect(faultOf({ ...paid, ...payment }, [fee, closed])?.fault).toBe(fault)
})

test('names are alike by their own words, not by those every fee has', () => {
  expect(isNamedLike('放线服务费', '建设工程放线咨询费')).toBe(true)
  expect(isNamedLike('资料服务费', '建设工程放线咨询费')).toBe(false)
})

const refused = (attempt: () => unknown): string | undefined => {
  try {
    attempt()
    return undefined
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
}
const proposing = (proposal: Proposal, state: Fee | undefined = fee, unit = 'planning') =>
  refused(() => propose(state, { fee: fee.fee, unit, proposal }))
const later = { ...terms, from: day('2026-05-01') }

test.each([
  {
    why: 'by another unit',
    found: () => proposing({ kind: 'terms', terms: later }, fee, 'market'),
    code: 'fee.other-unit',
  },
  {
    why: 'without a basis',
    found: () => proposing({ kind: 'terms', terms: { ...later, basis: ' ' } }),
    code: 'fee.no-basis',
  },
  {
    why: 'reduced to the same',
    found: () => proposing({ kind: 'terms', terms: { ...later, status: 'reduced' } }),
    code: 'fee.not-less',
  },
  { why: 'before the last', found: () => proposing({ kind: 'terms', terms }), code: 'fee.from-order' },
  {
    why: 'raised on the old basis',
    found: () => proposing({ kind: 'terms', terms: { ...later, rate: { kind: 'share', millionths: 3000 } } }),
    code: 'fee.raised-without-basis',
  },
  {
    why: 'for nobody in particular',
    found: () => proposing({ kind: 'reduction', reduction: { ...list, minInvestment: null } }),
    code: 'fee.eligible-missing',
  },
  {
    why: 'that reduces nothing',
    found: () => proposing({ kind: 'reduction', reduction: { ...list, percent: 100 } }),
    code: 'fee.reduces-nothing',
  },
])('a draft $why is refused', ({ found, code }) => {
  expect(found()).toBe(code)
})

test('what one drafted another publishes, before it holds', () => {
  const [event] = propose(fee, { fee: fee.fee, unit: 'planning', proposal: { kind: 'terms', terms: later } })
  const drafted = event && evolveFee(fee, event, { at: 0, by: 'wang.fang', id: fee.fee })
  const publishing = (by: string, today: string) =>
    refused(() => publish(drafted, { fee: fee.fee, by, today: day(today) }))
  expect(publishing('wang.fang', '2026-04-01')).toBe('fee.own-proposal')
  expect(publishing('zhang.min', '2026-05-01')).toBe('fee.not-before-today')
  expect(publishing('zhang.min', '2026-04-30')).toBeUndefined()
})

test('fen are read as yuan', () => {
  expect([yuan(0), yuan(5), yuan(123456789)]).toEqual(['0.00', '0.05', '1,234,567.89'])
})

import { describe, expect, test } from 'vitest'
import { historiesBuilder } from '#engines/histories/index.ts'
import { readProfile } from '#engines/rules/index.ts'
import { indicatorByCode, measure, measureBy, type Subject, subjectsOf, wilson } from './index.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

const profile = readProfile({
  meanings: { accepted: 'accepted', decided: 'decided' },
  case: { unit: 'unit' },
  limits: [{ name: '承诺', kind: 'committed', from: 'accepted', length: '5W' }],
})

function subjects(): Subject[] {
  const builder = historiesBuilder()
  const add = (caseId: string, unit: string, decided: string | undefined) =>
    builder.addCase({
      caseId,
      attributes: { unit },
      events: [
        { activity: 'accepted', at: at('2026-03-02T09:00') },
        ...(decided ? [{ activity: 'decided', at: at(decided) }] : []),
      ],
    })
  add('early', '甲', '2026-03-05T09:00')
  add('last day', '甲', '2026-03-09T17:00')
  add('late', '乙', '2026-03-10T09:00')
  add('open', '乙', undefined)
  return subjectsOf(builder.finish('arrival'), profile, at('2026-03-31T09:00'))
}

describe('indicators', () => {
  test.each([
    { code: 'onTime', value: 2 / 3, denominator: 3, numerator: ['early', 'last day'] },
    { code: 'early', value: 1 / 3, denominator: 3, numerator: ['early'] },
    { code: 'medianWorkingDays', value: 5, denominator: 3, numerator: ['early', 'last day', 'late'] },
    { code: 'yellowPer100', value: 75, denominator: 4, numerator: ['early', 'last day', 'late', 'open'] },
  ] as const)('$code is $value and opens to its cases', ({ code, value, denominator, numerator }) => {
    const figure = measure(subjects(), indicatorByCode(code))
    expect(figure).toMatchObject({ value, denominator, isSmall: true })
    expect(figure.subjects.numerator).toEqual(numerator)
    expect(figure.subjects.denominator.length).toBe(denominator)
  })

  test('groups are measured apart and add up to the whole', () => {
    const groups = measureBy(subjects(), indicatorByCode('onTime'), 'unit')
    expect([...groups].map(([unit, { numerator, denominator }]) => [unit, numerator, denominator])).toEqual([
      ['甲', 2, 2],
      ['乙', 0, 1],
    ])
  })

  test('nothing counted is no figure, not zero', () => {
    expect(measure([], indicatorByCode('onTime'))).toMatchObject({ value: null, low: null, high: null })
  })
})

describe('the interval of a share', () => {
  test.each([
    { hits: 0, of: 10, low: 0, high: 0.2775 },
    { hits: 5, of: 10, low: 0.2366, high: 0.7634 },
    { hits: 10, of: 10, low: 0.7225, high: 1 },
  ])('$hits of $of', ({ hits, of, low, high }) => {
    const interval = wilson(hits, of)
    expect(interval.low).toBeCloseTo(low, 3)
    expect(interval.high).toBeCloseTo(high, 3)
  })
})

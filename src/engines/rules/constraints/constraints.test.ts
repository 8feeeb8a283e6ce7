import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkConstraints,
  type Constraint,
  layConstraints,
  readConstraints,
  sentenceOf,
  TEMPLATES,
} from './index.ts'

const ACTIVITIES = ['a', 'b', 'c']

function check(constraints: readonly unknown[], trace: string) {
  const program = layConstraints(readConstraints(constraints), ACTIVITIES)
  const activity = Int32Array.from(trace, (name) => ACTIVITIES.indexOf(name))
  return checkConstraints(program, activity, 0, activity.length)
}

/** The templates as regular expressions, written down independently (Di Ciccio and Mecella 2015, table 1). */
const LANGUAGES: readonly { constraint: unknown; language: RegExp }[] = [
  { constraint: { existence: 'a' }, language: /^.*a.*$/ },
  { constraint: { existence: { activity: 'a', times: 2 } }, language: /^.*a.*a.*$/ },
  { constraint: { atMost: { activity: 'a', times: 2 } }, language: /^[^a]*(a?[^a]*){2}$/ },
  { constraint: { exactly: { activity: 'a', times: 2 } }, language: /^[^a]*(a[^a]*){2}$/ },
  { constraint: { absence: 'a' }, language: /^[^a]*$/ },
  { constraint: { init: 'a' }, language: /^(a.*)?$/ },
  { constraint: { end: 'a' }, language: /^.*a$/ },
  { constraint: { choice: ['a', 'b'] }, language: /^.*[ab].*$/ },
  { constraint: { exclusiveChoice: ['a', 'b'] }, language: /^([^b]*a[^b]*|[^a]*b[^a]*)$/ },
  { constraint: { respondedExistence: ['a', 'b'] }, language: /^[^a]*((a.*b.*)|(b.*a.*))*[^a]*$/ },
  { constraint: { coExistence: ['a', 'b'] }, language: /^[^ab]*((a.*b.*)|(b.*a.*))*[^ab]*$/ },
  { constraint: { response: ['a', 'b'] }, language: /^[^a]*(a.*b)*[^a]*$/ },
  { constraint: { alternateResponse: ['a', 'b'] }, language: /^[^a]*(a[^a]*b[^a]*)*[^a]*$/ },
  { constraint: { chainResponse: ['a', 'b'] }, language: /^[^a]*(ab[^a]*)*[^a]*$/ },
  { constraint: { precedence: ['a', 'b'] }, language: /^[^b]*(a.*b)*[^b]*$/ },
  { constraint: { alternatePrecedence: ['a', 'b'] }, language: /^[^b]*(a[^b]*b[^b]*)*[^b]*$/ },
  { constraint: { chainPrecedence: ['a', 'b'] }, language: /^[^b]*(ab[^b]*)*[^b]*$/ },
  { constraint: { succession: ['a', 'b'] }, language: /^[^ab]*(a.*b)*[^ab]*$/ },
  { constraint: { alternateSuccession: ['a', 'b'] }, language: /^[^ab]*(a[^ab]*b[^ab]*)*[^ab]*$/ },
  { constraint: { chainSuccession: ['a', 'b'] }, language: /^[^ab]*(ab[^ab]*)*[^ab]*$/ },
  { constraint: { notCoExistence: ['a', 'b'] }, language: /^[^ab]*((a[^b]*)|(b[^a]*))?$/ },
  { constraint: { notSuccession: ['a', 'b'] }, language: /^[^a]*(a[^b]*)*$/ },
  { constraint: { notChainSuccession: ['a', 'b'] }, language: /^[^a]*(aa*[^ab][^a]*)*([^a]*|a*)$/ },
]

const shortTraces = (length: number): string[] =>
  length === 0
    ? ['']
    : ['', ...shortTraces(length - 1).flatMap((trace) => ACTIVITIES.map((name) => name + trace))]

describe('constraints', () => {
  test.each(LANGUAGES)('$constraint keeps exactly the traces of its language', ({ constraint, language }) => {
    const wrong = [...new Set(shortTraces(6))].filter(
      (trace) => (check([constraint], trace).breaks.length === 0) !== language.test(trace),
    )
    expect(wrong).toEqual([])
  })

  test('every template is held to a language, and has its sentence in both tongues', () => {
    const tested = new Set(LANGUAGES.map(({ constraint }) => Object.keys(constraint as object)[0]))
    expect([...tested].sort()).toEqual([...TEMPLATES].sort())
    const { statements } = layConstraints(readConstraints(LANGUAGES.map(({ constraint }) => constraint)), [])
    for (const { zh, en } of statements.map(sentenceOf)) {
      expect(zh).toContain('“a”')
      expect(en).toContain('"a"')
    }
  })

  test.each([
    {
      why: 'at the event that came too early',
      constraint: { precedence: ['a', 'b'] },
      trace: 'cbab',
      found: ['broken 1'],
    },
    {
      why: 'at every such event',
      constraint: { chainPrecedence: ['a', 'b'] },
      trace: 'babcb',
      found: ['broken 0', 'broken 4'],
    },
    {
      why: 'where what is owed began',
      constraint: { response: ['a', 'b'] },
      trace: 'abcaca',
      found: ['owed 3'],
    },
    {
      why: 'nowhere, when the case itself owes it',
      constraint: { existence: 'a' },
      trace: 'bc',
      found: ['owed -1'],
    },
    {
      why: 'and goes on after a break',
      constraint: { alternateResponse: ['a', 'b'] },
      trace: 'aacb',
      found: ['broken 1'],
    },
  ])('a break is placed $why', ({ constraint, trace, found }) => {
    expect(check([constraint], trace).breaks.map(({ kind, place }) => `${kind} ${place}`)).toEqual(found)
  })

  test('a constraint that had no occasion is told from one that was kept', () => {
    const constraints = [{ response: ['a', 'b'] }, { precedence: ['a', 'b'] }, { absence: 'c' }]
    expect(check(constraints, 'b').concerned).toEqual([1, 2])
    expect(check(constraints, 'a').concerned).toEqual([0, 2])
  })

  test('many constraints together find what each finds alone', () => {
    const all = LANGUAGES.map(({ constraint }) => constraint)
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 }), (trace) => {
        const together = check(all, trace).breaks.map(
          ({ constraint, kind, place }) => `${constraint} ${kind} ${place}`,
        )
        const alone = all.flatMap((constraint, index) =>
          check([constraint], trace).breaks.map(({ kind, place }) => `${index} ${kind} ${place}`),
        )
        expect(together.sort()).toEqual(alone.sort())
      }),
    )
  })

  test('a name may hold *, as everywhere in a profile', () => {
    const program = layConstraints(readConstraints([{ precedence: ['审查*', '决定'] }]), [
      '审查（初审）',
      '决定',
    ])
    expect(checkConstraints(program, Int32Array.of(0, 1), 0, 2).breaks).toEqual([])
    expect(checkConstraints(program, Int32Array.of(1, 0), 0, 2).breaks).toHaveLength(1)
  })

  test.each([
    { why: 'an unknown template', given: [{ respons: ['a', 'b'] }], says: /constraints\.0.*respons/ },
    { why: 'two templates in one', given: [{ absence: 'a', init: 'b' }], says: /constraints\.0/ },
    { why: 'an empty constraint', given: [{}], says: /constraints\.0/ },
    {
      why: 'one activity where two are needed',
      given: [{ response: ['a'] }],
      says: /constraints\.0\.response/,
    },
    {
      why: 'zero times',
      given: [{ atMost: { activity: 'a', times: 0 } }],
      says: /constraints\.0\.atMost\.times/,
    },
    { why: 'no list', given: { response: ['a', 'b'] }, says: /constraints/ },
    { why: 'an empty list', given: [], says: /constraints/ },
  ])('$why is refused with its place', ({ given, says }) => {
    expect(() => readConstraints(given)).toThrow(says)
  })

  test('an activity on both sides is refused by its name', () => {
    expect(() => layConstraints([{ response: ['审*', '审查'] } satisfies Constraint], ['审查'])).toThrow(
      /“审查”/,
    )
  })
})

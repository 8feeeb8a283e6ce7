import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test.each([
  {
    why: 'names are sorted as UTF-16, at every depth',
    value: { b: { z: 1, a: 2 }, a: [{ y: 1, x: 2 }] },
    text: '{"a":[{"x":2,"y":1}],"b":{"a":2,"z":1}}',
  },
  {
    why: 'the sorting example of RFC 8785 §3.2.3',
    value: {
      '\u20ac': 'E',
      '\r': 'C',
      '\ufb33': 'D',
      '1': 'O',
      '\ud83d\ude00': 'S',
      '\u0080': 'N',
      '\u00f6': 'L',
    },
    text: '{"\\r":"C","1":"O","\u0080":"N","\u00f6":"L","\u20ac":"E","\ud83d\ude00":"S","\ufb33":"D"}',
  },
  {
    why: 'numbers are written as in ECMAScript',
    value: [1e21, 0.1, -0, 1e-7, 100],
    text: '[1e+21,0.1,0,1e-7,100]',
  },
  {
    why: 'Chinese stays Chinese, control characters are escaped',
    value: '准予\n"许可"',
    text: '"准予\\n\\"许可\\""',
  },
  { why: 'a member that is undefined is left out', value: { a: undefined, b: 1 }, text: '{"b":1}' },
  { why: 'an empty object and an empty array', value: [{}, []], text: '[{},[]]' },
])('$why', ({ value, text }) => {
  expect(canonical(value)).toBe(text)
})

describe('what JSON cannot say is refused, never guessed', () => {
  test.each([
    { why: 'a Date', value: { at: new Date(0) } },
    { why: 'NaN', value: [Number.NaN] },
    { why: 'an infinite number', value: Infinity },
    { why: 'a function', value: { f: () => 1 } },
    { why: 'half a surrogate pair', value: '\ud83d' },
    { why: 'the NUL character, which PostgreSQL cannot store', value: 'a\u0000b' },
    { why: 'a Map', value: new Map() },
    { why: 'a bigint', value: 1n },
  ])('$why', ({ value }) => {
    expect(() => canonical(value)).toThrowError(expect.objectContaining({ code: 'ledger.not-plain' }))
  })

  test('an empty Date among members without names is refused too', () => {
    canonical({})
    expect(() => canonical(new Date(0))).toThrowError(expect.objectContaining({ code: 'ledger.not-plain' }))
  })
})

const storable = fc
  .json()
  .filter((text) => !text.includes('\\u0000'))
  .map((text): unknown => JSON.parse(text))

test('any value reads back as itself, and reads the same whatever the order of its members was', () => {
  fc.assert(
    fc.property(storable, (value) => {
      const text = canonical(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonical(reversed(value))).toBe(text)
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const turned = Object.entries(value)
    .reverse()
    .map(([name, member]) => [name, reversed(member)])
  return Object.fromEntries(turned)
}

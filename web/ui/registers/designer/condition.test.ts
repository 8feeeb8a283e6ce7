import { expect, test } from 'vitest'
import type { Expression } from '#engines/registers/contract.ts'
import { expressionOf, simpleOf } from './condition.ts'

const simple: readonly [string, Expression][] = [
  ['every entry', true],
  ['one comparison', { equals: [{ field: 'kept' }, false] }],
  ['its opposite', { not: { atMost: [{ field: 'minutes' }, 40] } }],
  [
    'a field against today',
    { all: [{ less: [{ field: 'until' }, { today: true }] }, { not: { filled: { field: 'done' } } }] },
  ],
  [
    'one of several',
    { any: [{ equals: [{ state: 'this' }, 'open'] }, { holds: [{ field: 'words' }, ['尽快', '合理时间']] }] },
  ],
]

test.each(simple)('a condition that a form can show comes back from it unchanged: %s', (_, of) => {
  const lines = simpleOf(of)
  expect(lines && expressionOf(lines)).toEqual(of)
})

const more: readonly [string, Expression][] = [
  ['counting other entries', { less: [{ count: { of: 'x', where: true } }, 3] }],
  ['one condition inside another', { all: [{ any: [{ filled: { field: 'a' } }] }] }],
  ['the opposite of a word in a text', { not: { holds: [{ field: 'a' }, ['b']] } }],
]

test.each(more)('what says more than lines can is left to be edited as data: %s', (_, of) => {
  expect(simpleOf(of)).toBeUndefined()
})

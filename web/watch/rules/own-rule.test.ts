import { expect, test } from 'vitest'
import { actsOf, conditionOf, numbersOf } from './own-rule.ts'

const fields = [
  { name: 'item', kind: 'text' },
  { name: 'idleWorkingDays', kind: 'number' },
  { name: 'open', kind: 'yesNo' },
]
const actFields = [
  { name: 'meaning', kind: 'text' },
  { name: 'hour', kind: 'number' },
]

test('lines become one condition; those about an act hold for the same act', () => {
  const lines = [
    { field: 'open', test: 'is', value: 'true' },
    { field: 'idleWorkingDays', test: 'atLeast', value: '3' },
    { field: 'act.meaning', test: 'is', value: 'decided' },
    { field: 'act.hour', test: 'atLeast', value: '20' },
  ] as const
  expect(conditionOf(lines, { fields, actFields })).toEqual({
    all: [
      { field: 'open', is: true },
      { field: 'idleWorkingDays', atLeast: 3 },
      {
        some: 'acts',
        where: {
          all: [
            { field: 'meaning', is: 'decided' },
            { field: 'hour', atLeast: 20 },
          ],
        },
      },
    ],
  })
})

test('a named number stands in the condition by its name, also inside of an act', () => {
  const lines = [
    { field: 'idleWorkingDays', test: 'atLeast', value: '0', named: 'number1' },
    { field: 'act.hour', test: 'atLeast', value: '0', named: 'number2' },
  ] as const
  expect(conditionOf(lines, { fields, actFields })).toEqual({
    all: [
      { field: 'idleWorkingDays', atLeast: { field: 'number1' } },
      { some: 'acts', where: { all: [{ field: 'hour', atLeast: { outer: 'number2' } }] } },
    ],
  })
  expect(numbersOf([{ name: 'number1', zh: '搁置', en: '', unit: 'workingDays', value: '5' }])).toEqual({
    number1: { title: { zh: '搁置', en: '搁置' }, unit: 'workingDays', value: 5 },
  })
})

test('an example is written one act a line; blank lines are nothing', () => {
  expect(actsOf('2026-03-02T09:00 accepted 李\n\n 2026-03-03T09:00 decided ')).toEqual([
    { at: '2026-03-02T09:00', activity: 'accepted', by: '李' },
    { at: '2026-03-03T09:00', activity: 'decided' },
  ])
})

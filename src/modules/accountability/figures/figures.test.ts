import { expect, test } from 'vitest'
import { BROUGHT } from '../instruments/brought.ts'
import type { AccountabilityFile } from '../files/file.ts'
import { effectsOf, onlyJuniors, unequal, unlessSmall } from './figures.ts'

const instrument = (code: string) => BROUGHT.instruments.find((one) => one.code === code)
let number = 0
const file = (code: string, more: object = {}): AccountabilityFile =>
  ({
    ...{
      file: `A260101-${String(number++).padStart(5, '0')}`,
      stage: 'decided',
      instrument: instrument(code),
    },
    ...{ conduct: 'rudeness', severity: 'ordinary', raisedFrom: null },
    subject: { kind: 'person', unit: 'planning', account: 'li.wei', status: 'civilServant', rank: 'staff' },
    ...more,
  }) as unknown as AccountabilityFile

test.each([
  { given: [], effects: [] },
  { given: ['reminderCard'], effects: [] },
  { given: ['warningTalk'], effects: ['noAwards'] },
  { given: ['admonition'], effects: ['noAwards'] },
  { given: ['admonition', 'admonition'], effects: ['noAwards', 'notExcellent', 'notCompetent', 'noBonus'] },
  {
    ...{ given: ['warningTalk', 'selfCriticism', 'warningTalk'] },
    effects: ['noAwards', 'noBonus', 'suspended'],
  },
])('$given in a year has the effects $effects', ({ given, effects }) => {
  const found = effectsOf(
    given.map((code) => file(code)),
    BROUGHT.appraisal,
  ).effects.map(({ effect }) => effect)
  for (const effect of effects) expect(found).toContain(effect)
  expect(found.includes('notExcellent')).toBe(given.includes('admonition'))
})

test('what was cleared or withdrawn has no effect', () => {
  const lifted = [file('admonition', { stage: 'cleared' }), file('warningTalk', { stage: 'withdrawn' })]
  expect(effectsOf(lifted, BROUGHT.appraisal)).toEqual({ measures: 0, admonitions: 0, effects: [] })
})

test('equal conduct with unlike measures is shown, unless the heavier was a repetition', () => {
  const talk = file('warningTalk')
  expect(unequal([talk, file('admonition')])).toHaveLength(1)
  expect(unequal([talk, file('warningTalk')])).toEqual([])
  expect(unequal([talk, file('admonition', { raisedFrom: talk.file })])).toEqual([])
  expect(unequal([talk, file('admonition', { severity: 'grave' })])).toEqual([])
})

test('only juniors dealt with where leaders were found is shown', () => {
  const head = [{ rank: 'head', status: 'civilServant' }] as const
  expect(onlyJuniors([file('warningTalk')], head)).toHaveLength(1)
  expect(onlyJuniors([file('warningTalk')], [{ rank: 'staff', status: 'temporary' }])).toEqual([])
  const own = { kind: 'person', unit: 'planning', account: 'wang.fang', status: 'civilServant', rank: 'head' }
  expect(onlyJuniors([file('warningTalk'), file('warningTalk', { subject: own })], head)).toEqual([])
})

test.each([
  { count: 0, told: 0 },
  { count: 4, told: null },
  { count: 5, told: 5 },
])('of a group of $count is told: $told', ({ count, told }) => {
  expect(unlessSmall(count, 5)).toBe(told)
})

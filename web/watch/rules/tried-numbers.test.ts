import { expect, test } from 'vitest'
import { numbersOf, readTried, writeTried } from './tried-numbers.ts'

const numbers = [
  { name: 'limitDays', title: { zh: '时限', en: 'Limit' }, unit: 'workingDays', values: [], current: 20 },
  { name: 'grace', title: { zh: '宽限', en: 'Grace' }, unit: 'hours', values: [], current: 0 },
]

test.each([
  {
    why: 'without an address the numbers in force stand',
    text: undefined,
    typed: { limitDays: '20', grace: '0' },
  },
  {
    why: 'what the address says replaces them',
    text: 'limitDays:15',
    typed: { limitDays: '15', grace: '0' },
  },
  {
    why: 'a number the rule does not have is left out',
    text: 'other:1,grace:2',
    typed: { limitDays: '20', grace: '2' },
  },
])('$why', ({ text, typed }) => {
  expect(readTried(text, numbers)).toEqual(typed)
})

test('numbers written into an address are read again as they were', () => {
  const typed = { limitDays: '12.5', grace: '1' }
  expect(readTried(writeTried(typed), numbers)).toEqual(typed)
})

test.each([
  { why: 'nothing is no number', typed: { limitDays: ' ' }, sent: undefined },
  { why: 'a word is no number', typed: { limitDays: 'ten' }, sent: undefined },
  { why: 'a limit below zero is none', typed: { limitDays: '-1' }, sent: undefined },
  { why: 'zero is a number', typed: { limitDays: '0' }, sent: { limitDays: 0 } },
])('$why', ({ typed, sent }) => {
  expect(numbersOf(typed)).toEqual(sent)
})

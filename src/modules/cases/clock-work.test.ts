import { expect, test } from 'vitest'
import { limitOfClock } from './clock-work.ts'

test.each([
  ['261123-785888-8/answer', { caseNo: '261123-785888-8', limit: 'answer' }],
  ['261123-785888-8/visit/field', { caseNo: '261123-785888-8', limit: 'visit', step: 'field' }],
  ['261123-785888-8/step/review', undefined],
  ['investigation/I261028-437861/answer', undefined],
  ['investigation/I261028-437861/stage/hearing', undefined],
  ['finding/F261123-882017/reply', undefined],
])('the clock %s is taken for what it is, and for no case of another module', (id, limit) => {
  expect(limitOfClock(id)).toEqual(limit)
})

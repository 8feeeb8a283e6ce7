import { expect, test } from 'vitest'
import { readNoticeLines } from './notice-lines.ts'

test('a notice is read line by line, empty lines aside, in both languages', () => {
  expect(readNoticeLines('2027-01-01 元旦 放假\n\n  2027-01-09,元旦,work ')).toEqual({
    days: [
      { day: '2027-01-01', name: '元旦', kind: 'off' },
      { day: '2027-01-09', name: '元旦', kind: 'work' },
    ],
  })
})

test.each([
  { why: 'an impossible day', text: '2027-02-30 元旦 放假', line: 1 },
  { why: 'neither off nor work', text: '2027-01-01 元旦 放假\n2027-01-02 元旦 也许', line: 2 },
  { why: 'no name', text: '2027-01-01', line: 1 },
])('$why is refused with its line', ({ text, line }) => {
  expect(readNoticeLines(text)).toMatchObject({ wrongLine: line })
})

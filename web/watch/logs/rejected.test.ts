import { expect, test } from 'vitest'
import { readRejected } from './rejected.ts'

const head = '\uFEFFline,column,value,code,原因,reason\r\n'
const row = '14,time,2011-02-30,instant.impossible,没有这一天,No such day\r\n'

test('a row says its line, its column, what stood there and why it was rejected in both languages', () => {
  expect(readRejected(head + row, true)).toEqual([
    { line: '14', column: 'time', value: '2011-02-30', zh: '没有这一天', en: 'No such day' },
  ])
})

test.each([
  { why: 'a comma within quotes stays in its cell', cell: '"昨天, 下午"', value: '昨天, 下午' },
  { why: 'a line break within quotes does not begin a row', cell: '"一\n二"', value: '一\n二' },
  { why: 'a doubled quote is one quote', cell: '"他说""好"""', value: '他说"好"' },
  { why: 'an empty cell is empty', cell: '', value: '' },
])('$why', ({ cell, value }) => {
  const rows = readRejected(`${head}9,time,${cell},c,原因,why\r\n${row}`, true)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ line: '9', value, zh: '原因', en: 'why' })
})

test('a beginning that was cut off loses its last row rather than showing half of it', () => {
  expect(readRejected(`${head}${row}15,time,2011-`, false)).toHaveLength(1)
})

test('a file of nothing but its head has no rows', () => {
  expect(readRejected(head, true)).toEqual([])
})

import { expect, test } from 'vitest'
import { csvCell, csvOf } from './csv.ts'

test.each([
  {
    why: 'a formula in a name does not run in the spreadsheet',
    value: '=HYPERLINK("x")',
    cell: '"\'=HYPERLINK(""x"")"',
  },
  { why: 'a plus and an at sign begin formulas too', value: '@cmd', cell: "'@cmd" },
  { why: 'a comma is quoted', value: '规划,国土', cell: '"规划,国土"' },
  { why: 'a line break stays inside its cell', value: 'a\nb', cell: '"a\nb"' },
  { why: 'a negative number stays a number', value: -3, cell: '-3' },
  { why: 'nothing is nothing', value: null, cell: '' },
])('$why', ({ value, cell }) => {
  expect(csvCell(value)).toBe(cell)
})

test('only columns that say what their text is are exported', () => {
  const columns = [
    { key: 'a', title: '编号', cell: () => null, text: (row: { id: string }) => row.id },
    { key: 'b', title: '可做', cell: () => null },
  ]
  expect(csvOf(columns, [{ id: '甲' }, { id: '乙' }])).toBe('编号\r\n甲\r\n乙')
})

import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { columnName, xlsxOf } from './xlsx.ts'

interface Row {
  readonly name: string
  readonly days: number | null
}

const columns = [
  { key: 'name', title: '办件', cell: () => null, text: (row: Row) => row.name },
  { key: 'days', title: '天数', cell: () => null, text: (row: Row) => row.days },
  { key: 'actions', title: '操作', cell: () => null },
]

async function opened(rows: readonly Row[]) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(xlsxOf(columns, rows).buffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  return sheet
}

test('another program reads the workbook as the table stands; numbers stay numbers, nothing stays empty', async () => {
  const sheet = await opened([
    { name: '规划 <1> & "2"', days: 7.5 },
    { name: '𠮷野家', days: null },
  ])
  expect([sheet.getCell('A1').value, sheet.getCell('B1').value]).toEqual(['办件', '天数'])
  expect([sheet.getCell('A2').value, sheet.getCell('B2').value]).toEqual(['规划 <1> & "2"', 7.5])
  expect([sheet.getCell('A3').value, sheet.getCell('B3').value]).toEqual(['𠮷野家', null])
})

test('columns without a text are not exported', async () => {
  expect((await opened([])).columnCount).toBe(2)
})

test.each(['=HYPERLINK("http://x")', '+1', '@SUM(A1)', '-2+3'])('%s stays a text', async (name) => {
  const cell = (await opened([{ name, days: 1 }])).getCell('A2')
  expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, name])
})

test('characters that no XML can hold are left out, and too long a text is cut where Excel would refuse it', async () => {
  const sheet = await opened([
    { name: 'a\u0000\u0008b\ud800c', days: 1 },
    { name: '长'.repeat(40_000), days: 1 },
  ])
  expect(sheet.getCell('A2').value).toBe('abc')
  expect(String(sheet.getCell('A3').value)).toHaveLength(32_767)
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name)
})

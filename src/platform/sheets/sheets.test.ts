import { csvRows } from './csv-rows.ts'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { csvOf, workbookOf } from './index.ts'

const table = {
  name: '承诺/2026',
  header: ['编号', '数量'],
  rows: [
    ['a "b", c', 3],
    ['=1+1', null],
    ['', 0],
  ],
} as const

test('a workbook is read by others as it was written, numbers as numbers and formulas as text', async () => {
  const read = new ExcelJS.Workbook()
  await read.xlsx.load((await workbookOf(table)) as unknown as ExcelJS.Buffer)
  const sheet = read.worksheets[0]
  expect(sheet?.name).toBe('承诺 2026')
  expect(sheet?.getCell('A1').font.bold).toBe(true)
  expect([sheet?.getCell('A2').value, sheet?.getCell('B2').value]).toEqual(['a "b", c', 3])
  expect([sheet?.getCell('A3').value, sheet?.getCell('A3').formula]).toEqual(['=1+1', undefined])
})

test('a CSV quotes what must be quoted and runs no formula', () => {
  expect(csvOf(table)).toBe('\uFEFF编号,数量\r\n"a ""b"", c",3\r\n\'=1+1,\r\n,0\r\n')
})

const files: readonly [string, string | Uint8Array, (readonly string[])[]][] = [
  [
    'quotes and line breaks inside',
    '名称,数\r\n"a ""b"",\nc",1\r\n',
    [
      ['名称', '数'],
      ['a "b",\nc', '1'],
    ],
  ],
  [
    'no line break at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'an empty last cell',
    'a,b\n1,\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'tabs',
    'a\tb, c\n1\t2',
    [
      ['a', 'b, c'],
      ['1', '2'],
    ],
  ],
  ['GB18030', Uint8Array.of(0xc3, 0xfb, 0x2c, 0x31), [['名', '1']]],
  [
    'empty lines',
    'a,b\n\n,\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
]

test.each(files)('a CSV is read: %s', (_, file, rows) => {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  expect(csvRows(bytes).map(({ cells }) => cells)).toEqual(rows)
})

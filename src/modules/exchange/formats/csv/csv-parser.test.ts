import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newReport } from '../../report.ts'
import { csvParser } from './csv-parser.ts'
import { delimiterOf } from './delimiter.ts'

interface Read {
  readonly records: string[][]
  readonly lines: number[]
  readonly rejected: string[]
}

function read(text: string, pieceBytes = 1 << 20, delimiter = ','): Read {
  const records: string[][] = []
  const lines: number[] = []
  const report = newReport()
  let before: string[] = []
  const parser = csvParser(delimiter.charCodeAt(0), report, (window, { from, to, count, same }, line) => {
    const record = Array.from({ length: count }, (_, field) =>
      window.toString('utf8', from[field], to[field]),
    )
    record.forEach((value, field) => {
      if (same[field] === 1) expect(before[field]).toBe(value)
    })
    before = record
    records.push(record)
    lines.push(line)
  })
  const bytes = Buffer.from(text)
  let rest = Buffer.alloc(0)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const window = Buffer.concat([rest, bytes.subarray(at, at + pieceBytes)])
    rest = Buffer.from(window.subarray(parser.consume(window, window.length, false)))
  }
  parser.consume(rest, rest.length, true)
  return { records, lines, rejected: report.rejected.map(({ line, code }) => `${line} ${code}`) }
}

describe('RFC 4180', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n,\n',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    [
      '"a","b, c"\n"say ""hi""",\n',
      [
        ['a', 'b, c'],
        ['say "hi"', ''],
      ],
    ],
    [
      'a,"two\nlines"\nb,c',
      [
        ['a', 'two\nlines'],
        ['b', 'c'],
      ],
    ],
    ['a,b"c"\n', [['a', 'b"c"']]],
    [
      'a,""\n"",b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    [
      '办件,环节\nA,收件\n',
      [
        ['办件', '环节'],
        ['A', '收件'],
      ],
    ],
    [
      '\n\na,b\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%j', (text, records) => {
    expect(read(text).records).toEqual(records)
  })

  test('a record knows the line it begins on', () => {
    expect(read('a,b\n"x\ny\nz",1\n\n2,3').lines).toEqual([1, 2, 6])
  })

  test('text behind a closing quote rejects its record and no other', () => {
    expect(read('a,b\n"x"y,1\n2,3\n')).toMatchObject({
      records: [
        ['a', 'b'],
        ['2', '3'],
      ],
      rejected: ['2 quote-misplaced'],
    })
  })

  test('a quote that is never closed is refused with the line it was opened on', () => {
    expect(() => read('a,b\n1,"2\n3,4\n')).toThrow(/第 2 行.*line 2/s)
  })
})

const field = fc.oneof(
  fc.constantFrom('', 'a', 'complete', '收件', 'x y', '2026-01-02', 'long value that repeats'),
  fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '中', ';'), maxLength: 6 }),
)
/** A lone empty field must be quoted, or its line would be empty. */
const written = (value: string, _: number, row: readonly string[]) =>
  /["\n\r,]/.test(value) || (value === '' && row.length === 1) ? `"${value.replaceAll('"', '""')}"` : value

test('what is written is read back, wherever the pieces of the file end', () => {
  const tables = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }))
  fc.assert(
    fc.property(
      tables,
      fc.integer({ min: 1, max: 64 }),
      fc.constantFrom('\n', '\r\n'),
      (table, piece, end) => {
        const text = table.map((row) => row.map(written).join(',')).join(end)
        expect(read(text, piece).records).toEqual(table)
      },
    ),
  )
})

test.each([
  ['a,b,c\n1,2,3', ','],
  ['a;b;c\n1,5;2,5;3,5', ';'],
  ['a\tb\n1,2\t3', '\t'],
  ['"x,y,z";b\n"1,2,3";4', ';'],
  ['alone', undefined],
])('the delimiter of %j', (text, delimiter) => {
  expect(delimiterOf(Buffer.from(text))).toBe(delimiter)
})

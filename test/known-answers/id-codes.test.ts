import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  checkCreditCode,
  checkResidentId,
  innerCodeOf,
  readBodyCode,
  readItemCode,
} from '#modules/exchange/index.ts'
import { sharedData } from '#test/shared-data.ts'

const rowsOf = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

const vectors = sharedData('id-code-vectors/vectors.csv')
describe.skipIf(vectors === undefined)('id-code-vectors', () => {
  test.each(vectors === undefined ? [] : rowsOf(vectors))(
    '%s %s is %s: %s',
    (kind, code, expected, result, inner) => {
      const check = kind === 'uscc' ? checkCreditCode(code) : checkResidentId(code)
      const said = check.valid ? 'ok' : check.fault === 'check' ? `check:${check.expected}` : check.fault
      expect(check.valid).toBe(expected === 'valid')
      expect(said).toBe(result)
      if (!inner) return
      const { check: innerCheck } = innerCodeOf(code)
      expect(
        innerCheck.valid
          ? 'ok'
          : innerCheck.fault === 'check'
            ? `check:${innerCheck.expected}`
            : innerCheck.fault,
      ).toBe(inner)
    },
  )
})

const items = sharedData('guangan-service-items/items.csv')
describe.skipIf(items === undefined)('guangan-service-items', () => {
  const rows = items === undefined ? [] : rowsOf(items)
  // No field of this file holds a comma in quotes before the last four columns' place counted from the end.
  const codes = rows.map((row) => ({ item: row.at(-4) ?? '', department: row.at(-2) ?? '' }))

  test('every item code can be taken apart', () => {
    expect(codes).toHaveLength(1135)
    expect(codes.filter(({ item }) => readItemCode(item) === undefined)).toEqual([])
  })

  test('every department code is kept: valid, mended, or reported as dirty with its fault', () => {
    const read = [...new Set(codes.map(({ department }) => department))].map(readBodyCode)
    expect(read).toHaveLength(39)
    const ofKind = (kind: string) => read.filter((one) => one.kind === kind)
    const rowsWith = (some: readonly { given: string }[]) =>
      codes.filter(({ department }) => some.some(({ given }) => given === department)).length
    const clean = ofKind('creditCode').filter(({ problem }) => !problem)
    expect([clean.length, rowsWith(clean)]).toEqual([9, 251])
    const mended = ofKind('creditCode').filter(({ problem }) => problem)
    expect([mended.length, rowsWith(mended)]).toEqual([1, 13])
    expect([ofKind('organisationCode').length, rowsWith(ofKind('organisationCode'))]).toEqual([15, 577])
    for (const dirty of ofKind('dirty')) expect(dirty.problem?.zh && dirty.problem.en).toBeTruthy()
  })
})

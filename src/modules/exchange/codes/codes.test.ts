import { describe, expect, test } from 'vitest'
import {
  checkCreditCode,
  checkOrganisationCode,
  checkResidentId,
  innerCodeOf,
  readBodyCode,
  readItemCode,
} from './index.ts'

const said = (check: ReturnType<typeof checkCreditCode>): string =>
  check.valid ? 'ok' : check.fault === 'check' ? `check:${check.expected}` : check.fault

test.each([
  ['91350100M000100Y43', 'ok'],
  ['91350100M000100Y44', 'check:3'],
  ['91350100M000100I43', 'format'],
  ['1135050000360001XB', 'ok'],
  ['', 'format'],
  ['91350100M000100Y43 ', 'format'],
])('credit code %s: %s', (code, expected) => {
  expect(said(checkCreditCode(code))).toBe(expected)
})

test('a valid credit code may hold an organisation code that fails its own check, and can be asked', () => {
  expect(said(checkCreditCode('123456789012345678'))).toBe('ok')
  expect(said(innerCodeOf('123456789012345678').check)).toBe('check:8')
})

test.each([
  ['083372204', 'ok'],
  ['32334539-6', 'ok'],
  ['74468656X', 'ok'],
  ['083372205', 'check:4'],
  ['08337220', 'format'],
])('organisation code %s: %s', (code, expected) => {
  expect(said(checkOrganisationCode(code))).toBe(expected)
})

test.each([
  ['11010519491231002X', 'ok'],
  ['440524188001010014', 'ok'],
  ['110105194912310021', 'check:X'],
  ['11010519491331002X', 'date'],
  ['110105194902290021', 'date'],
  ['11010519491231002x', 'format'],
])('resident id %s: %s', (id, expected) => {
  expect(said(checkResidentId(id))).toBe(expected)
})

describe('item codes', () => {
  test.each([
    ['000101001001', 'basic-12'],
    ['0100123000', 'basic-10'],
    ['91350100M000100Y434000101001001', 'implementation-31'],
    ['010012300035010041234567', 'implementation-24'],
    ['511Z07001006-511602000000-000-11511301008778183N-1-00', 'provincial'],
    ['512C0107400001-511602000000-000-00877868-5-1-00', 'provincial'],
    ['1J-5100-00027-511602000000-000-11511301008778386B-1-00', 'provincial'],
    ['E-000004-001-11511301008778386B', 'provincial'],
  ])('%s is of the scheme %s', (code, scheme) => {
    expect(readItemCode(code)?.scheme).toBe(scheme)
  })

  test('a hyphen inside the body code does not move the other parts', () => {
    expect(readItemCode('512C0107400001-511602000000-000-00877868-5-1-00')).toMatchObject({
      basic: '512C0107400001',
      division: '511602000000',
      body: { given: '00877868-5', code: '008778685', kind: 'organisationCode' },
      level: '1',
      serial: '00',
    })
  })

  test('what is no item code is none', () => {
    expect(readItemCode('申请书')).toBeUndefined()
    expect(readItemCode('')).toBeUndefined()
  })
})

test.each([
  ['11511301452259996u', 'creditCode', '应为大写'],
  ['1151130000877869M', 'dirty', '17 位'],
  ['4148481895459659776', 'dirty', '19 位'],
  ['1151130108778239R_5143', 'dirty', '22 位'],
  ['083372205', 'dirty', '校验码应为 4'],
])('the department code %s is kept, and its fault is said', (given, kind, problem) => {
  const read = readBodyCode(given)
  expect(read).toMatchObject({ given, kind })
  expect(read.problem?.zh).toContain(problem)
  expect(read.problem?.en).toMatch(/^[\x20-\x7e]+$/)
})

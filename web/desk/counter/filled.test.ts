import { describe, expect, test } from 'vitest'
import { applicantOf, askedOf, documentKindOf, faultsOf, missingOf, NOBODY, toggled } from './filled.ts'

const typed = (documentNumber: string) => ({ ...NOBODY, documentNumber })

describe('the applicant at the counter', () => {
  test.each([
    ['11010519491231002X', 'residentId'],
    ['１１０１０５１９４９１２３１００２x', 'residentId'],
    ['91110105MA01ABCD2X', 'creditCode'],
    ['110105', 'residentId'],
  ])('a number says which document it is of: %s is a %s', (number, kind) => {
    expect(documentKindOf(typed(number))).toBe(kind)
  })

  test('what the clerk chose by hand stays, whatever the number looks like', () => {
    expect(documentKindOf({ ...typed('11010519491231002X'), documentKind: 'passport' })).toBe('passport')
  })

  test('a wrong check digit, an empty name and half a phone number are said before sending', () => {
    const wrong = { ...NOBODY, documentNumber: '110105194912310021', name: ' ', phone: '138' }
    expect(Object.keys(faultsOf(wrong)).sort()).toEqual(['documentNumber', 'name', 'phone'])
    const sound = { ...NOBODY, documentNumber: '11010519491231002X', name: '王小明', phone: '13800138000' }
    expect(faultsOf(sound)).toEqual({})
    expect(applicantOf(sound)).toEqual({
      kind: 'natural',
      documentKind: 'residentId',
      documentNumber: '11010519491231002X',
      name: '王小明',
      phone: '13800138000',
    })
  })
})

describe('the checklist', () => {
  const material = (
    code: string,
    necessity: 'necessary' | 'conditional' | 'deferrable',
    askedFromApplicant = true,
  ) => ({ code, necessity, askedFromApplicant })
  const list = [
    material('form', 'necessary'),
    material('mandate', 'conditional'),
    material('photo', 'deferrable'),
    material('licence', 'necessary', false),
  ]

  test('what the office fetches itself is not on it', () => {
    expect(askedOf(list).map(({ code }) => code)).toEqual(['form', 'mandate', 'photo'])
  })

  test('a conditional material is missing only where its case is given, one that may follow never', () => {
    const missing = (needed: string[]) =>
      missingOf(askedOf(list), { handedIn: [], needed }).map(({ code }) => code)
    expect(missing([])).toEqual(['form'])
    expect(missing(['mandate'])).toEqual(['form', 'mandate'])
    expect(missingOf(askedOf(list), { handedIn: ['form'], needed: [] })).toEqual([])
  })

  test('a second press takes the tick away', () => {
    expect(toggled(toggled([], 'form'), 'form')).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { checkCreditCode } from '#kernel/codes/index.ts'
import { day } from '#kernel/day.ts'
import { ItemCode, ItemContent } from '../contract.ts'
import { examine } from '../gate/index.ts'
import { CATALOGUE_DEPARTMENTS, demoCreditCode } from './departments.ts'
import { demoCatalogue } from './catalogue.ts'

const items = demoCatalogue()
const around = { from: day('2024-10-08'), before: undefined, namesakes: [] }

describe('the catalogue of the demo city', () => {
  test('has some three hundred items of more than twenty-four departments, the same every time', () => {
    expect(items.length).toBeGreaterThan(280)
    expect(items.length).toBeLessThan(360)
    expect(new Set(items.map(({ unit }) => unit)).size).toBeGreaterThanOrEqual(24)
    expect(new Set(items.map(({ item }) => item)).size).toBe(items.length)
    expect(new Set(items.map(({ content }) => content.codes.implementation)).size).toBe(items.length)
    expect(demoCatalogue()).toEqual(items)
  })

  test.each(items)('$item passes the gate', ({ item, content }) => {
    expect(ItemCode.safeParse(item).success).toBe(true)
    expect(ItemContent.safeParse(content).error).toBeUndefined()
    const blocking = examine(content, around).filter(({ level }) => level === 'blocking')
    expect(blocking).toEqual([])
  })

  test('says everything in both languages', () => {
    const lacking = items.flatMap(({ item, content }) =>
      untranslated(content).map((text) => `${item}: ${text}`),
    )
    expect(lacking).toEqual([])
  })

  test('renewals of licences that end are deemed granted when nobody answers, and nothing else is', () => {
    const eligible = items.filter(({ content }) => content.deemedApproval.eligible)
    expect(eligible.length).toBeGreaterThan(20)
    for (const { item } of eligible) expect(item).toMatch(/-renewal$/)
  })

  test('leaves out the items of departments that a place has not', () => {
    const market = CATALOGUE_DEPARTMENTS.filter(({ id }) => id === 'market')
    expect(new Set(demoCatalogue({ units: market }).map(({ unit }) => unit))).toEqual(new Set(['market']))
  })
})

test('credit codes of demo departments hold by their standard, and each is one department’s', () => {
  const codes = CATALOGUE_DEPARTMENTS.map(({ id }) => demoCreditCode(id))
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect([code, checkCreditCode(code).valid]).toEqual([code, true])
})

/** Texts that are said in Chinese and not in English. */
function untranslated(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(untranslated)
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value) return value.zh !== '' && value.en === '' ? [String(value.zh)] : []
  return Object.values(value).flatMap(untranslated)
}

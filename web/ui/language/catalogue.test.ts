/// <reference types="vite/client" />
import { expect, test } from 'vitest'
import { declared, type English } from './catalogue.ts'

/** Loading the files declares their catalogues. */
const files = import.meta.glob(['../messages.ts', '../../watch/**/*.ts', '!../../**/*.test.ts'])
await Promise.all(Object.values(files).map((load) => load()))

const texts = [...declared].flatMap(([namespace, catalogue]) =>
  Object.entries(catalogue).flatMap(([chinese, english]) =>
    formsOf(english).map(([form, text]) => ({ namespace, chinese, english: text, form })),
  ),
)

function formsOf(english: English): Array<['only' | 'one' | 'other', string]> {
  return typeof english === 'string'
    ? [['only', english]]
    : [
        ['one', english.one],
        ['other', english.other],
      ]
}

const slots = (text: string) => new Set(text.match(/\{\{\w+\}\}/g))

test('there are catalogues to read', () => {
  expect(declared.size).toBeGreaterThan(5)
})

test('every Chinese text has an English text that is not Chinese', () => {
  const chineseLeft = texts.filter(
    ({ english }) => !english.trim() || /[\u4e00-\u9fff]/.test(english.replaceAll('元旦', '')),
  )
  expect(chineseLeft).toEqual([])
})

test('both languages show the same values', () => {
  // "The first row" need not say 1.
  const different = texts.filter(({ chinese, english, form }) => {
    const [left, right] = [slots(chinese), slots(english)]
    return (
      [...right].some((slot) => !left.has(slot)) ||
      (form !== 'one' && [...left].some((slot) => !right.has(slot) && slot !== '{{count}}'))
    )
  })
  expect(different).toEqual([])
})

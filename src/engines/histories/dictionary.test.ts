import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dictionary, internBytes } from './index.ts'

const asBytes = (text: string) => Buffer.from(text, 'utf8')

test('a text has one code, whether it came as bytes or as a string', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.boolean())), (given) => {
      const words = dictionary()
      const model = new Map<string, number>()
      for (const [text, bytewise] of given) {
        if (!model.has(text)) model.set(text, model.size)
        const bytes = asBytes(`..${text}..`)
        const code = bytewise ? internBytes(words.bytes, bytes, 2, bytes.length - 2) : words.code(text)
        expect(code).toBe(model.get(text))
      }
      expect(words.texts).toEqual([...model.keys()])
    }),
  )
})

test('many texts keep their codes while the table grows', () => {
  const words = dictionary()
  const codes = Array.from({ length: 50_000 }, (_, number) => words.code(`case-${number}`))
  expect(codes.every((code, number) => code === number)).toBe(true)
  for (let number = 0; number < 50_000; number += 997) {
    const bytes = asBytes(`case-${number}`)
    expect(internBytes(words.bytes, bytes, 0, bytes.length)).toBe(number)
  }
})

test('texts made to collide still get their own codes', () => {
  const words = dictionary()
  const { bytes } = words
  for (let number = 0; number < 400; number++) {
    const text = asBytes(`t${number}`)
    bytes.last = -1
    // A crowded table is what an attacker would reach for: every place is taken by somebody else.
    if (number === 10) bytes.places.fill(1)
    expect(internBytes(bytes, text, 0, text.length)).toBe(number)
  }
  for (let number = 10; number < 400; number++) {
    const text = asBytes(`t${number}`)
    expect(internBytes(bytes, text, 0, text.length)).toBe(number)
  }
})

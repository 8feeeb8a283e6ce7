import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Surroundings } from './check.ts'
import { CHECKS, examine } from './index.ts'
import { soundItem } from './sound-item.ts'

const around: Surroundings = { from: day('2026-03-02'), before: undefined, namesakes: [] }

test('a sound item passes without a word', () => {
  expect(examine(soundItem, around)).toEqual([])
})

test('codes are in order, each once, and the fourteen of the national tables are among them', () => {
  const codes = CHECKS.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].sort())
  expect(codes).toEqual(Array.from({ length: CHECKS.length }, (_, n) => `IC-${String(n).padStart(2, '0')}`))
})

describe.each(CHECKS)('$code $title.en', ({ check, examples, title, basis }) => {
  test.each(examples)('$why: fires $fires', ({ change, fires, around: more }) => {
    const content = change(soundItem)
    const found = check(content, { ...around, ...more?.(soundItem) })
    expect(found.length > 0).toBe(fires)
    for (const { text, todo } of found) {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(todo.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en.length).toBeGreaterThan(10)
      expect(todo.en.length).toBeGreaterThan(5)
    }
  })

  test('is shown to fire and not to fire, and says its basis', () => {
    expect(new Set(examples.map(({ fires }) => fires))).toEqual(new Set([true, false]))
    expect(basis).toMatch(/\p{Script=Han}|GB/u)
    expect(title.zh).not.toBe('')
  })
})

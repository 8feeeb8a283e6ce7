import { describe, expect, test } from 'vitest'
import { RULES, runExample } from './index.ts'

describe('every rule', () => {
  test('has a code of its own and thirteen or more are switched on', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length)
    expect(RULES.filter(({ enabled }) => enabled).length).toBeGreaterThanOrEqual(13)
  })

  test.each(RULES.map((rule) => [rule.code, rule] as const))(
    '%s shows what must and what must not fire',
    (_, rule) => {
      expect(rule.examples.some(({ fires }) => fires)).toBe(true)
      expect(rule.examples.some(({ fires }) => !fires)).toBe(true)
    },
  )

  const examples = RULES.flatMap((rule) =>
    rule.examples.map((example) => ({ code: rule.code, name: example.text.en, rule, example })),
  )
  test.each(examples)('$code: $name', ({ rule, example }) => {
    const findings = runExample(rule, example)
    expect(findings.map(({ because }) => because.zh).length > 0).toBe(example.fires)
    for (const { because, evidence } of findings) {
      expect(because.zh).toMatch(/[一-龥]/)
      expect(because.en).toMatch(/[a-z]/)
      expect(`${because.zh}${because.en}`).not.toMatch(/NaN|undefined|Invalid/)
      expect(evidence.length).toBeGreaterThan(0)
    }
  })

  test.each(RULES.map((rule) => [rule.code, rule] as const))(
    '%s has dated numbers, the oldest first',
    (_, rule) => {
      for (const { values } of Object.values(rule.numbers)) {
        expect(values.map(({ from }) => from)).toEqual(values.map(({ from }) => from).toSorted())
      }
    },
  )
})

import { describe, expect, test } from 'vitest'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { historiesBuilder } from '#engines/histories/index.ts'
import { findingsOf, judge, readProfile } from '#engines/rules/index.ts'
import { FAULT_NAMES, FAULTS } from './faults.ts'
import { type DemoCase, generateDemo } from './generate.ts'
import { demoProfile } from './profile.ts'

const calendar = chinaCalendar()

function findingsByCase(cases: readonly DemoCase[], at: number): Map<string, string[]> {
  const builder = historiesBuilder()
  for (const { history } of cases) builder.addCase(history)
  const judgement = judge(builder.finish('arrival'), readProfile(demoProfile), { at, calendar })
  // What the log of another office tells: the procedure of a licence; no charges, complaints, tasks or hall.
  const told = [
    ...Array.from({ length: 13 }, (_, index) => `SV-${String(index + 1).padStart(2, '0')}`),
    'SV-18',
    'SV-19',
    'SV-39',
  ]
  expect(judgement.rules.map(({ rule }) => rule.code)).toEqual(told)
  const found = new Map<string, string[]>()
  for (const { caseId, rule, level } of findingsOf(judgement)) {
    found.set(caseId, [...(found.get(caseId) ?? []), `${rule} ${level}`])
  }
  return found
}

describe('the demo log', () => {
  test.each(['2026-11-22T03:00:00Z', '2026-06-01T01:30:00Z', '2026-02-18T06:00:00Z', '2027-03-20T15:00:00Z'])(
    'at %s the rules find every planted fault and nothing else',
    (now) => {
      const at = Date.parse(now)
      const cases = generateDemo({ now: at, calendar })
      const found = findingsByCase(cases, at)
      const wrong = cases.flatMap(({ history: { caseId }, planted }) => {
        const expected = planted ? [...FAULTS[planted].finds] : []
        const actual = found.get(caseId) ?? []
        return expected.join() === actual.join() ? [] : [{ caseId, planted, expected, actual }]
      })
      expect(wrong).toEqual([])
    },
  )

  test('plants each fault the number of times that is listed', () => {
    const cases = generateDemo({ now: Date.parse('2026-11-22T03:00:00Z'), calendar })
    const counts = Object.fromEntries(
      FAULT_NAMES.map((name) => [name, cases.filter((one) => one.planted === name).length]),
    )
    expect(counts).toEqual(Object.fromEntries(FAULT_NAMES.map((name) => [name, FAULTS[name].count])))
  })

  test('is the same for the same moment, and has open, suspended and finished cases', () => {
    const now = Date.parse('2026-11-22T03:00:00Z')
    const cases = generateDemo({ now, calendar })
    expect(generateDemo({ now, calendar })).toEqual(cases)
    expect(cases.length).toBeGreaterThan(1150)
    const open = cases.filter(
      ({ history }) =>
        !history.events.some(({ activity }) => ['决定', '不予受理', '退件', '撤回'].includes(activity)),
    )
    expect(open.length).toBeGreaterThan(60)
    expect(open.length).toBeLessThan(160)
    expect(new Set(cases.map(({ history }) => history.caseId)).size).toBe(cases.length)
  })
})

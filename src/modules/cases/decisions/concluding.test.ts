import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { Refusal } from '#kernel/refusal.ts'
import { evolve } from '../case.ts'
import { decided, people } from '../examples.test-data.ts'
import * as decide from './index.ts'

/** Decided on 2 March; delivery is due by the sixteenth. */
const state = decided()
const NOW = Date.parse('2026-03-18T10:00:00+08:00')
const DUE = Date.parse('2026-03-17T00:00:00+08:00')

function outcome(way: 'inPerson' | 'post', postedOn: string | null): string {
  try {
    const given = { way, proof: 'EMS 1', ...(postedOn === null ? {} : { postedOn: day(postedOn) }) }
    decide.deliver(state, given, people.clerk, NOW)
    return 'allowed'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test.each<['post' | 'inPerson', string | null, string, string]>([
  ['post', '2026-03-16', 'allowed', 'what was posted earlier is entered later'],
  ['post', '2026-03-02', 'allowed', 'on the day of the decision'],
  ['post', '2026-03-18', 'allowed', 'today'],
  ['post', null, 'allowed', 'without a day it is today'],
  ['post', '2026-03-19', 'case.posted-day-wrong', 'nobody posted it tomorrow'],
  ['post', '2026-03-01', 'case.posted-day-wrong', 'nor before it was decided'],
  ['inPerson', '2026-03-16', 'case.posted-otherwise', 'what is handed over is not posted'],
])('%s, posted on %s: %s (%s)', (way, postedOn, expected) => {
  expect(outcome(way, postedOn)).toBe(expected)
})

test.each<[string | null, number, string]>([
  ['2026-03-16', 0, 'the last day'],
  ['2026-03-17', 1, 'a day later'],
  [null, 1, 'today'],
])('posted on %s, %i limits passed: %s', (postedOn, passed) => {
  const late = evolve(
    state,
    { type: 'LimitPassed', data: { limit: 'delivery', dueAt: DUE } },
    { at: DUE, by: 'system/law' },
  )
  const at = decide.deliveredAt(postedOn === null ? null : day(postedOn), NOW)
  const delivered = evolve(
    late,
    { type: 'CaseDelivered', data: { way: 'post', proof: 'EMS 1', issued: null } },
    { at, by: 'clerk' },
  )
  expect(delivered).toMatchObject({ status: 'delivered', deliveredAt: at })
  expect(delivered.status !== 'none' && delivered.passed.length).toBe(passed)
})

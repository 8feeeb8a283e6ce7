import { expect, test } from 'vitest'
import { countOf, isDone, nextOf, outcomeOf, refusedNumbers, reopenedBy, type Step } from './queue.ts'

const step = (seq: number, state: Step['state'], more: Partial<Step> = {}): Step => ({
  ...{ seq, visit: 'v', nth: seq, key: `k${seq}`, what: 'note', state, refusal: null },
  ...more,
})
const said = { zh: '不行', en: 'No' }

test('steps are sent in the order in which they were done, and a refused one holds nobody up', () => {
  const steps = [step(3, 'waiting'), step(1, 'sent'), step(2, 'refused'), step(4, 'waiting')]
  expect(nextOf(steps)?.seq).toBe(3)
  expect(refusedNumbers([...steps, step(5, 'dropped')], 'v')).toEqual([2, 5])
  expect(countOf(steps, 'waiting')).toBe(2)
  expect(isDone(steps, 'v')).toBe(false)
  expect(isDone([step(1, 'sent'), step(2, 'waiting', { visit: 'w' })], 'v')).toBe(true)
})

test.each([
  { why: 'no network', status: 0, kind: 'later' },
  { why: 'the session has ended', status: 401, kind: 'later' },
  { why: 'the server is ill', status: 503, kind: 'later' },
  { why: 'too many at once', status: 429, kind: 'later' },
  { why: 'a considered no', status: 422, kind: 'refused' },
  { why: 'somebody else', status: 403, kind: 'refused' },
])('$why: $kind', ({ status, kind }) => {
  expect(outcomeOf({ status, code: 'x', text: said }).kind).toBe(kind)
})

test('a refused beginning, end or sheet can be done again; a beginning that somebody else made stands', () => {
  expect(reopenedBy('start', 'inspection.alone-without-place')).toMatchObject({ started: false })
  expect(reopenedBy('start', 'inspection.started')).toEqual({})
  expect(reopenedBy('end', 'inspection.item-unanswered')).toEqual({ ended: false, handedIn: false })
  expect(reopenedBy('sheet', 'inspection.problem-without-finding')).toEqual({ handedIn: false })
  expect(reopenedBy('photo', 'inspection.evidence-unstamped')).toEqual({})
})

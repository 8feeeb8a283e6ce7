import { expect, test } from 'vitest'
import { type Drawing, joinOf, toggled, withFork, without, withStep } from './drawing.ts'

const empty: Drawing = {
  steps: [],
  path: { gates: [], flows: [{ from: '(start)', to: '(end)' }], joint: null, persons: 'any' },
}
const arrows = ({ path }: Drawing) => path.flows.map(({ from, to }) => `${from}>${to}`).sort()

test('a step is put into the arrow that leaves its place', () => {
  const { drawing, id } = withStep(empty, '(start)')
  expect([id, arrows(drawing)]).toEqual(['step-1', ['(start)>step-1', 'step-1>(end)']])
})

test('a fork comes with its join and two branches, and a step after the fork is another branch', () => {
  const { drawing, id } = withFork(withStep(empty, '(start)').drawing, 'step-1')
  expect(joinOf(drawing, id)).toBe('join-1')
  const third = withStep(drawing, id)
  expect(arrows(third.drawing)).toEqual([
    ...['(start)>step-1', 'fork-1>step-2', 'fork-1>step-3', 'fork-1>step-4', 'join-1>(end)'],
    ...['step-1>fork-1', 'step-2>join-1', 'step-3>join-1', 'step-4>join-1'],
  ])
  expect(third.drawing.steps.at(-1)?.power).toBe('opinion')
})

test('what is taken out leaves the way whole, and nothing waits for it any longer', () => {
  const { drawing } = withStep(withStep(empty, '(start)').drawing, 'step-1')
  const waiting = { ...drawing, steps: drawing.steps.map((step) => ({ ...step, needs: ['step-1'] })) }
  const left = without(waiting, 'step-1')
  expect(arrows(left)).toEqual(['(start)>step-2', 'step-2>(end)'])
  expect(left.steps.map(({ needs }) => needs)).toEqual([[]])
  expect(without(left, '(start)')).toBe(left)
})

test('an arrow is drawn and taken away again, never into the start or onto itself', () => {
  const there = toggled(empty, '(start)', '(end)')
  expect(arrows(there)).toEqual([])
  expect(arrows(toggled(there, '(start)', '(end)'))).toEqual(['(start)>(end)'])
  expect(toggled(empty, '(end)', '(start)')).toBe(empty)
})

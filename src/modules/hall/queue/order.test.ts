import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, type Waiting } from './order.ts'

const ticket = (number: string, more: Partial<Waiting> = {}): Waiting => ({
  ...{ number, priority: null, dueAt: null, since: Number(number.slice(1)) },
  ...more,
})
const numbers = (waiting: Waiting[], called: ('appointment' | 'priority' | 'ordinary')[] = [], now = 100) =>
  inOrder(waiting, { now, priorityInARow: 2, called }).map(({ ticket: { number } }) => number)

test.each([
  {
    why: 'whoever came first goes first',
    waiting: [ticket('A002'), ticket('A001')],
    order: ['A001', 'A002'],
  },
  {
    why: 'priority goes first, and after two of them one of the others',
    waiting: [
      ticket('A001'),
      ticket('A002'),
      ticket('A003', { priority: 'elderly' }),
      ticket('A004', { priority: 'disabled' }),
      ticket('A005', { priority: 'soldier' }),
    ],
    order: ['A003', 'A004', 'A001', 'A005', 'A002'],
  },
  {
    why: 'a booked time that has come goes before priority',
    waiting: [ticket('A001', { priority: 'elderly' }), ticket('A009', { dueAt: 90 })],
    order: ['A009', 'A001'],
  },
  {
    why: 'whoever checks in early stands with the others until the time has come',
    waiting: [ticket('A001'), ticket('A009', { dueAt: 200 })],
    order: ['A001', 'A009'],
  },
  {
    why: 'of two booked times the earlier one, however late its holder came',
    waiting: [ticket('A001', { dueAt: 90 }), ticket('A002', { dueAt: 80 })],
    order: ['A002', 'A001'],
  },
  {
    why: 'whoever comes back after being missed goes behind those who waited',
    waiting: [ticket('A001', { since: 50 }), ticket('A002')],
    order: ['A002', 'A001'],
  },
])('$why', ({ waiting, order }) => {
  expect(numbers(waiting)).toEqual(order)
})

test('what was called before counts: after two priority numbers the next is an ordinary one, booked ones between or not', () => {
  const waiting = [ticket('A001'), ticket('A002', { priority: 'elderly' })]
  expect(numbers(waiting, ['priority', 'appointment', 'priority'])).toEqual(['A001', 'A002'])
  expect(numbers(waiting, ['priority', 'ordinary', 'priority'])).toEqual(['A002', 'A001'])
  expect(
    inOrder(waiting, { now: 100, priorityInARow: 2, called: ['priority', 'priority'] })[0]?.because,
  ).toBe('turnOfOrdinary')
})

const Waitings = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 999 }).map((at) => `A${String(at).padStart(3, '0')}`),
    priority: fc.constantFrom(null, 'elderly', 'disabled'),
    dueAt: fc.constantFrom(null, 50, 100, 200),
    since: fc.integer({ min: 0, max: 100 }),
  }),
  { selector: ({ number }) => number },
)

test('nobody is lost or called twice, and nobody ordinary waits for more priority numbers than the rule says', () => {
  fc.assert(
    fc.property(Waitings, fc.integer({ min: 1, max: 4 }), (waiting, priorityInARow) => {
      const placed = inOrder(waiting, { now: 100, priorityInARow, called: [] })
      expect(placed.map(({ ticket: { number } }) => number).sort()).toEqual(
        waiting.map(({ number }) => number).sort(),
      )
      const lanes = placed.map(({ lane }) => lane)
      const lastOrdinary = lanes.lastIndexOf('ordinary')
      let run = 0
      for (const lane of lanes.slice(0, Math.max(lastOrdinary, 0))) {
        run = lane === 'priority' ? run + 1 : lane === 'ordinary' ? 0 : run
        expect(run).toBeLessThanOrEqual(priorityInARow)
      }
    }),
  )
})

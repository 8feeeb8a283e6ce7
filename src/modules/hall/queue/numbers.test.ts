import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, nextBlock, nextNumber, ticketNumber } from './numbers.ts'

const ranges = { leasedFrom: 401, leasedUntil: 700, leaseSize: 50 }

test.each([
  [0, 1],
  [399, 400],
  [400, 701],
  [701, 702],
])('after the server’s number %i comes %i', (last, next) => {
  expect(nextNumber(last, ranges)).toBe(next)
})

test('blocks follow each other by group until they are used up', () => {
  const leased: Block[] = []
  for (let at = 0; at < 6; at++) leased.push(nextBlock(leased, 'A', ranges) as Block)
  expect(leased.map(({ first, last }) => [first, last])).toEqual([
    [401, 450],
    [451, 500],
    [501, 550],
    [551, 600],
    [601, 650],
    [651, 700],
  ])
  expect(nextBlock(leased, 'A', ranges)).toBeUndefined()
  expect(nextBlock(leased, 'B', ranges)?.first).toBe(401)
  expect(ticketNumber('A', 12)).toBe('A012')
})

test('however the server, kiosks and counters are cut off from each other, no number is given twice', () => {
  const acts = fc.array(fc.record({ by: fc.integer({ min: 0, max: 4 }), offline: fc.boolean() }), {
    maxLength: 400,
  })
  fc.assert(
    fc.property(acts, (all) => {
      const leased: Block[] = []
      const held = new Map<number, { next: number; last: number }>()
      const given: string[] = []
      let last = 0
      for (const { by, offline } of all) {
        const block = held.get(by)
        if (offline && block && block.next <= block.last) {
          given.push(ticketNumber('A', block.next++))
          continue
        }
        if (offline) continue
        // With the server in reach: a new block when the old one is used up, and numbers from the server itself.
        if (!block || block.next > block.last) {
          const lease = nextBlock(leased, 'A', ranges)
          if (lease) leased.push(lease)
          if (lease) held.set(by, { next: lease.first, last: lease.last })
        }
        last = nextNumber(last, ranges)
        given.push(ticketNumber('A', last))
      }
      expect(new Set(given).size).toBe(given.length)
    }),
  )
})

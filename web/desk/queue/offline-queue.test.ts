import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, nextBlock, nextNumber, ticketNumber } from '../../../src/modules/hall/queue/numbers.ts'
import {
  callNext,
  endServed,
  give,
  hold,
  nothingHeld,
  type OfflineQueue,
  recall,
  skip,
  told,
} from './offline-queue.ts'

const ranges = { leasedFrom: 401, leasedUntil: 700, leaseSize: 50 }
let made = 0
const now = () => ({ at: '2026-03-02T09:00:00+08:00', key: `key-${++made}-xx` })
const fresh = () => hold(nothingHeld('2026-03-02', 'kiosk-2'), { group: 'A', first: 401, last: 402 })
const given = (queue: OfflineQueue, priority: 'elderly' | null = null) =>
  give(queue, { group: 'A', priority }, now())?.queue ?? queue

test('numbers come from the block that is held, and when it is used up there are none', () => {
  const both = given(given(fresh()))
  expect(both.waiting.map(({ number }) => number)).toEqual(['A401', 'A402'])
  expect(give(both, { group: 'A', priority: null }, now())).toBeUndefined()
  expect(give(both, { group: 'B', priority: null }, now())).toBeUndefined()
})

test('whoever goes first by rule stands before the others', () => {
  expect(given(given(fresh()), 'elderly').waiting.map(({ number }) => number)).toEqual(['A402', 'A401'])
})

test('calling the next ends the one before, in the order in which it is told later', () => {
  const called = callNext(callNext(given(given(fresh())), now()), now())
  expect(called.serving).toEqual({ number: 'A402', calls: 1 })
  expect(called.acts.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    ...['issued A401', 'issued A402', 'called A401', 'served A401', 'called A402'],
  ])
  expect(endServed(called, now()).serving).toBeNull()
})

test('nobody is passed over after one call', () => {
  const called = callNext(given(fresh()), now())
  expect(skip(called, 2, now())).toBe(called)
  expect(skip(recall(called, now()), 2, now()).acts.at(-1)).toMatchObject({ kind: 'skipped', number: 'A401' })
})

test('what was told is told no more, what was not stays', () => {
  const queue = given(given(fresh()))
  const [first] = queue.acts
  expect(told(queue, [first?.key ?? '']).acts.map(({ number }) => number)).toEqual(['A402'])
})

/** For each device whether it reaches the server at each step: any partition that can be. */
const partitions = fc.array(fc.record({ device: fc.nat({ max: 4 }), away: fc.boolean() }), { maxLength: 300 })

test('however devices and the server are cut off from each other, no number is given twice and each is told once', () => {
  fc.assert(
    fc.property(partitions, (steps) => {
      const leased: Block[] = []
      const devices = new Map<number, OfflineQueue>()
      const [online, toldNumbers]: [string[], string[]] = [[], []]
      let last = 0
      for (const { device, away } of steps) {
        let queue = devices.get(device) ?? nothingHeld('2026-03-02', `kiosk-${device}`)
        if (away) queue = given(queue)
        else {
          toldNumbers.push(...queue.acts.map(({ number }) => number))
          queue = told(
            queue,
            queue.acts.map(({ key }) => key),
          )
          if (!queue.blocks.some((one) => one.next <= one.last)) {
            const block = nextBlock(leased, 'A', ranges)
            if (block) leased.push(block)
            if (block) queue = hold(queue, block)
          }
          last = nextNumber(last, ranges)
          online.push(ticketNumber('A', last))
        }
        devices.set(device, queue)
      }
      const open = [...devices.values()].flatMap(({ acts }) => acts.map(({ number }) => number))
      const all = [...online, ...toldNumbers, ...open]
      expect(new Set(all).size).toBe(all.length)
    }),
  )
})

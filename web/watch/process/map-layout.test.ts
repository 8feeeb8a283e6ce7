import { expect, test } from 'vitest'
import type { ProcessMap } from '#modules/mining/contract.ts'
import { edgeKey, layOut } from './map-layout.ts'

const node = (activity: string, cases: number, onPath = true) => ({
  activity,
  events: cases,
  cases,
  reworkCases: 0,
  onPath,
})
const edge = (from: string, to: string, cases: number, onPath = true, medianSeconds = 60) => ({
  from,
  to,
  count: cases,
  cases,
  meanSeconds: medianSeconds,
  medianSeconds,
  onPath,
})

const map: ProcessMap = {
  log: 'demo',
  cases: 100,
  nodes: [node('收件', 100), node('受理', 90), node('补正', 12, false), node('决定', 95)],
  edges: [
    edge('收件', '受理', 80),
    edge('受理', '决定', 85),
    edge('收件', '决定', 10, false),
    edge('收件', '补正', 12, false, 3 * 86_400),
    edge('补正', '受理', 11, false),
    edge('补正', '补正', 2, false),
  ],
  starts: { 收件: 100 },
  ends: { 决定: 95 },
  variants: [{ path: ['收件', '受理', '决定'], count: 75, fits: true }],
  totalVariants: 9,
  shownVariants: 9,
  ...{ items: [], item: null, handOvers: [] },
  published: {
    title: { zh: '许可', en: 'Licence' },
    steps: ['收件', '受理', '决定', '送达'].map((activity) => ({ activity, optional: false })),
  },
}

const drawn = layOut(map)
const at = (name: string) => drawn.nodes.find(({ activity }) => activity === name)
const line = (from: string, to: string) => drawn.edges.find(({ key }) => key === edgeKey(from, to))

test('the published path stands in one straight column, in its order', () => {
  const column = ['收件', '受理', '决定', '送达'].map((name) => at(name))
  expect(new Set(column.map((place) => place?.x)).size).toBe(1)
  const down = column.map((place) => place?.y ?? 0)
  expect(down).toEqual([...down].sort((one, other) => one - other))
})

test('a step that was published and never ran is drawn, as absent', () => {
  expect(at('送达')).toMatchObject({ absent: true, cases: 0, onPath: true })
  expect(line('决定', '送达')).toMatchObject({ absent: true })
})

test('what lies off the published path is marked so and stands beside it', () => {
  expect(at('补正')).toMatchObject({ onPath: false, absent: false })
  expect(at('补正')?.x).not.toBe(at('收件')?.x)
  expect(line('收件', '决定')).toMatchObject({ onPath: false })
})

test('more cases make a thicker line, and longer waits another band', () => {
  expect(line('收件', '受理')?.width).toBeGreaterThan(line('补正', '受理')?.width ?? 0)
  expect(line('收件', '补正')?.band).toBe(1)
  expect(line('收件', '受理')?.band).toBe(0)
})

test('nothing lies outside of the drawing', () => {
  for (const { x, y, width, height } of drawn.nodes) {
    expect(x - width / 2).toBeGreaterThanOrEqual(0)
    expect(y - height / 2).toBeGreaterThanOrEqual(0)
    expect(x + width / 2).toBeLessThanOrEqual(drawn.width)
    expect(y + height / 2).toBeLessThanOrEqual(drawn.height)
  }
})

test('no two steps cover each other', () => {
  for (const one of drawn.nodes) {
    for (const other of drawn.nodes) {
      if (one === other) continue
      const apart =
        Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
        Math.abs(one.y - other.y) >= (one.height + other.height) / 2
      expect(apart).toBe(true)
    }
  }
})

test('without a published path the path most cases took is the straight one', () => {
  const free = layOut({ ...map, published: null })
  const x = (name: string) => free.nodes.find(({ activity }) => activity === name)?.x
  expect(x('受理')).toBe(x('收件'))
  expect(x('决定')).toBe(x('收件'))
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashHex } from './chain.ts'
import { newProver, rootAlong } from './merkle-proof.ts'
import { newTree } from './merkle.ts'

const leaves = (count: number) =>
  Array.from({ length: count }, (_, index) => hashHex('sha256', Buffer.from(`leaf ${index}`)))

test('every leaf of a tree of any size leads to the root that was sealed, and another leaf does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), (count, place) => {
      const all = leaves(count)
      const chosen = place % count
      const [tree, prover] = [newTree('sha256'), newProver('sha256')]
      all.forEach((leaf, index) => {
        tree.add(leaf)
        prover.add(leaf, index === chosen ? 'it' : undefined)
      })
      expect(prover.root()).toBe(tree.root())
      const path = prover.paths().get('it') ?? []
      expect(rootAlong('sha256', all[chosen] as string, path)).toBe(tree.root())
      const other = hashHex('sha256', Buffer.from('another'))
      expect(rootAlong('sha256', other, path)).not.toBe(tree.root())
    }),
  )
})

test('several leaves are proven in one go, and asking twice changes nothing', () => {
  const prover = newProver('sha256')
  const all = leaves(11)
  all.forEach((leaf, index) => prover.add(leaf, `${index}`))
  const first = new Map(prover.paths())
  expect(prover.paths()).toEqual(first)
  for (const [name, path] of first) {
    expect(path.length).toBeLessThanOrEqual(4)
    expect(rootAlong('sha256', all[Number(name)] as string, path)).toBe(prover.root())
  }
})

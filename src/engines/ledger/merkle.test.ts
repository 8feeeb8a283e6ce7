import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newTree } from './merkle.ts'

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 6962 §2.1, as it is written. */
function treeHead(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0] as Buffer)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(Buffer.of(1), treeHead(leaves.slice(0, split)), treeHead(leaves.slice(split)))
}

test('the tree head is that of RFC 6962, for any number of leaves', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 }), (arrays) => {
      const leaves = arrays.map((array) => Buffer.from(array))
      const tree = newTree('sha256')
      for (const leaf of leaves) tree.add(leaf.toString('hex'))
      expect(tree.root()).toBe(treeHead(leaves).toString('hex'))
      expect(tree.size()).toBe(leaves.length)
    }),
  )
})

test('a leaf can never pass for a node: two leaves have another head than their concatenation', () => {
  const [a, b] = ['11'.repeat(32), '22'.repeat(32)]
  const two = newTree('sha256')
  two.add(a)
  two.add(b)
  const one = newTree('sha256')
  one.add(a + b)
  expect(two.root()).not.toBe(one.root())
})

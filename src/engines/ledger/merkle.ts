import { createHash, hash as hashAtOnce } from 'node:crypto'
import type { Algorithm, Hash } from './chain.ts'
import { HASH_BYTES } from './chain.ts'

/** A Merkle tree that takes its leaves one by one and keeps only the roots of its complete halves. */
export interface MerkleTree {
  add(leaf: Hash): void
  size(): number
  /** The tree head of RFC 6962 §2.1. */
  root(): Hash
}

const LEAF = 0
const NODE = 1

export function newTree(algorithm: Algorithm): MerkleTree {
  const room = Buffer.alloc(1 + 2 * HASH_BYTES)
  const leafRoom = room.subarray(0, 1 + HASH_BYTES)
  const digest = (bytes: Buffer): Hash =>
    algorithm === 'sha256'
      ? hashAtOnce('sha256', bytes, 'hex')
      : createHash(algorithm).update(bytes).digest('hex')
  const nodeOf = (left: Hash, right: Hash): Hash => {
    room[0] = NODE
    room.write(left, 1, 'hex')
    room.write(right, 1 + HASH_BYTES, 'hex')
    return digest(room)
  }
  /** The roots of complete subtrees, the largest first; their sizes are the powers of two that make up `size`. */
  const roots: Hash[] = []
  let size = 0
  return {
    add(leaf) {
      room[0] = LEAF
      room.write(leaf, 1, 'hex')
      let root = digest(leafRoom)
      for (let left = size; left % 2 === 1; left = (left - 1) / 2) root = nodeOf(roots.pop() ?? '', root)
      roots.push(root)
      size++
    },
    size: () => size,
    root() {
      if (size === 0) return digest(room.subarray(0, 0))
      return roots.reduceRight((right, left) => nodeOf(left, right))
    },
  }
}

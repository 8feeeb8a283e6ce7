import { createHash, hash as hashAtOnce } from 'node:crypto'
import type { Algorithm, Hash } from './chain.ts'
import { HASH_BYTES, writeHash } from './chain.ts'

/** A Merkle tree that takes its leaves one by one and keeps only the roots of its complete halves. */
export interface MerkleTree {
  add(leaf: Hash): void
  size(): number
  /** The tree head of RFC 6962 §2.1. */
  root(): Hash
}

const LEAF = 0
const NODE = 1

/**
 * The bytes of a hash as a string of as many characters: inside the tree nothing is hex, since writing and reading hex
 * cost a fifth of the whole verification.
 */
type Bytes = string

export function newTree(algorithm: Algorithm): MerkleTree {
  const room = Buffer.alloc(1 + 2 * HASH_BYTES)
  const leafRoom = room.subarray(0, 1 + HASH_BYTES)
  const digest = (bytes: Buffer): Bytes =>
    algorithm === 'sha256'
      ? hashAtOnce('sha256', bytes, 'binary')
      : createHash(algorithm).update(bytes).digest('binary')
  const nodeOf = (left: Bytes, right: Bytes): Bytes => {
    room[0] = NODE
    for (let index = 0; index < HASH_BYTES; index++) {
      room[1 + index] = left.charCodeAt(index)
      room[1 + HASH_BYTES + index] = right.charCodeAt(index)
    }
    return digest(room)
  }
  /** The roots of complete subtrees, the largest first; their sizes are the powers of two that make up `size`. */
  const roots: Bytes[] = []
  let size = 0
  return {
    add(leaf) {
      room[0] = LEAF
      writeHash(leaf, room, 1)
      let root = digest(leafRoom)
      for (let left = size; left % 2 === 1; left = (left - 1) / 2) root = nodeOf(roots.pop() ?? '', root)
      roots.push(root)
      size++
    },
    size: () => size,
    root() {
      const root =
        size === 0 ? digest(room.subarray(0, 0)) : roots.reduceRight((right, left) => nodeOf(left, right))
      return Buffer.from(root, 'latin1').toString('hex')
    },
  }
}

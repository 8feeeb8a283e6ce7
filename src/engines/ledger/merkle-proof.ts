import { type Algorithm, HASH_BYTES, type Hash, hashHex } from './chain.ts'

/**
 * The way from a leaf to the root of a Merkle tree (RFC 6962 §2.1.1), nearest first: `<hash` stands to the left of what
 * is known so far, `>hash` to the right of it.
 */
export type MerklePath = readonly string[]

export interface Prover {
  /** Takes the leaves in their order; a named one gets a path. */
  add(leaf: Hash, name?: string): void
  root(): Hash
  paths(): ReadonlyMap<string, MerklePath>
}

interface Subtree {
  readonly root: Hash
  /** Names of the leaves in it that want a path. */
  readonly named: readonly string[]
}

const [LEAF, NODE] = [Buffer.of(0), Buffer.of(1)]
const bytesOf = (hash: Hash): Buffer => Buffer.from(hash, 'hex')
const leafOf = (algorithm: Algorithm, leaf: Hash): Hash =>
  hashHex(algorithm, Buffer.concat([LEAF, bytesOf(leaf)], 1 + HASH_BYTES))
const nodeOf = (algorithm: Algorithm, left: Hash, right: Hash): Hash =>
  hashHex(algorithm, Buffer.concat([NODE, bytesOf(left), bytesOf(right)], 1 + 2 * HASH_BYTES))

/** Goes once over the leaves and keeps, as `newTree` does, only the roots of complete halves, and the paths asked for. */
export function newProver(algorithm: Algorithm): Prover {
  const paths = new Map<string, string[]>()
  const complete: Subtree[] = []
  let size = 0
  const joined = (left: Subtree, right: Subtree): Subtree => {
    for (const name of left.named) paths.get(name)?.push(`>${right.root}`)
    for (const name of right.named) paths.get(name)?.push(`<${left.root}`)
    return { root: nodeOf(algorithm, left.root, right.root), named: [...left.named, ...right.named] }
  }
  let whole: Subtree | undefined
  const finished = (): Subtree =>
    (whole ??=
      complete.length === 0
        ? { root: hashHex(algorithm, Buffer.alloc(0)), named: [] }
        : complete.reduceRight((right, left) => joined(left, right)))
  return {
    add(leaf, name) {
      if (name !== undefined) paths.set(name, [])
      let subtree: Subtree = { root: leafOf(algorithm, leaf), named: name === undefined ? [] : [name] }
      for (let left = size; left % 2 === 1; left = (left - 1) / 2)
        subtree = joined(complete.pop() as Subtree, subtree)
      complete.push(subtree)
      size++
    },
    root: () => finished().root,
    paths() {
      finished()
      return paths
    },
  }
}

/** The root that a leaf and its path lead to; a path that is none leads to no root. */
export const rootAlong = (algorithm: Algorithm, leaf: Hash, path: MerklePath): Hash =>
  path.reduce(
    (known, step) =>
      step.startsWith('<')
        ? nodeOf(algorithm, step.slice(1), known)
        : nodeOf(algorithm, known, step.slice(1)),
    leafOf(algorithm, leaf),
  )

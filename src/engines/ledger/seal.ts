import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { ownJurisdiction } from './algorithm.ts'
import { canonical } from './canonical.ts'
import { type Algorithm, type Hash, hashHex, NO_HASH } from './chain.ts'
import { instantText, type Place, THE_BEGINNING } from './event.ts'
import { newTree } from './merkle.ts'
import type { SealKey } from './seal-key.ts'
import { findHashesAfter, findLastSeal, findUnsealed, insertSeal, tryLockSeals } from './seal-store.ts'
import { findChain } from './store.ts'

/** What is signed: that these events, in this order, were there at that time, after the seal before. */
export interface SealedContent {
  readonly number: number
  readonly count: number
  readonly root: Hash
  /** The seal before; zeros before number 1. */
  readonly previous: Hash
  readonly sealedAt: string
}

export interface Seal extends SealedContent {
  readonly hash: Hash
  readonly publicKey: string
  readonly signature: string
  /** An RFC 3161 token over `hash`, base64, where an authority gave one. */
  readonly timeStamp: string | null
}

export interface Sealing {
  readonly key: SealKey
  readonly now: EpochMs
  /** Asks a time-stamp authority (RFC 3161) for a token over a hash. A seal without one is still a seal. */
  readonly timeStamp?: (hash: Hash) => Promise<string | null>
}

/** The hash of a seal: of its canonical text, with the jurisdiction and the algorithm in it. */
export function hashOfSeal(jurisdiction: string, algorithm: Algorithm, seal: SealedContent): Hash {
  const { number, count, root, previous, sealedAt } = seal
  const text = canonical({ jurisdiction, algorithm, number, count, root, previous, sealedAt })
  return hashHex(algorithm, Buffer.from(text))
}

const HASHES_AT_ONCE = 20_000

/** Seals what was committed since the last seal; undefined when that is nothing, or another process is at it. */
export async function sealNew(db: Db, sealing: Sealing): Promise<Seal | undefined> {
  const jurisdiction = ownJurisdiction(db)
  if (!(await tryLockSeals(db))) return undefined
  const algorithm = (await findChain(db))?.algorithm
  if (!algorithm) return undefined
  const before = await findLastSeal(db)
  const { tree, last } = await treeAfter(db, algorithm, before ?? THE_BEGINNING)
  if (tree.size() === 0) return undefined
  const content = {
    number: (before?.number ?? 0) + 1,
    count: tree.size(),
    root: tree.root(),
    previous: before?.hash ?? NO_HASH,
    sealedAt: instantText(sealing.now, 'now'),
  }
  const hash = hashOfSeal(jurisdiction, algorithm, content)
  const timeStamp = (await sealing.timeStamp?.(hash).catch(() => null)) ?? null
  const { publicKey } = sealing.key
  const seal = { ...content, hash, publicKey, signature: sealing.key.sign(hash), timeStamp }
  await insertSeal(db, seal, last)
  return seal
}

async function treeAfter(db: Db, algorithm: Algorithm, after: Place) {
  const tree = newTree(algorithm)
  let last = after
  for (;;) {
    const found = await findHashesAfter(db, last, HASHES_AT_ONCE)
    for (const { hash } of found) tree.add(hash)
    last = found.at(-1) ?? last
    if (found.length < HASHES_AT_ONCE) return { tree, last }
  }
}

export interface SealEvery {
  readonly key: SealKey
  readonly everyMs: number
  readonly now: () => EpochMs
  readonly failed: (error: unknown) => void
  readonly timeStamp?: Sealing['timeStamp']
}

/** Seals all jurisdictions at an interval until closed. Any number of processes may do so: one of them finds the work. */
export function sealRegularly(database: Database, { key, everyMs, now, failed, timeStamp }: SealEvery) {
  let busy: Promise<void> | undefined
  const round = async () => {
    const unsealed = await database.read({ jurisdiction: EVERY_JURISDICTION }, findUnsealed)
    for (const { jurisdiction } of unsealed) {
      await database.transaction({ jurisdiction }, (db) => sealNew(db, { key, now: now(), timeStamp }))
    }
  }
  const timer = setInterval(() => {
    busy ??= round()
      .catch(failed)
      .finally(() => (busy = undefined))
  }, everyMs)
  return {
    async close() {
      clearInterval(timer)
      await busy
    },
  }
}

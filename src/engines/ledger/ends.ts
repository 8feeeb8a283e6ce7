import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { settleAlgorithm } from './algorithm.ts'
import { type Algorithm, EMPTY_STREAM, type Head } from './chain.ts'
import { findHead, findHeads } from './store.ts'

/**
 * What a transaction has learned of the ledger. The algorithm of a jurisdiction never changes, and the end of a stream
 * that this transaction wrote nobody else can move, so neither is asked for twice.
 */
interface Learned {
  algorithm?: Algorithm
  readonly heads: Map<string, Head>
}

const learned = new WeakMap<Db, Learned>()

function learnedIn(db: Db): Learned {
  const known = learned.get(db) ?? { heads: new Map() }
  learned.set(db, known)
  return known
}

/** The algorithm to chain with; with the first event of a jurisdiction the default is written down. */
export async function algorithmFor(db: Db, at: EpochMs): Promise<Algorithm> {
  const known = learnedIn(db)
  return (known.algorithm ??= await settleAlgorithm(db, at))
}

/** The end of a stream. One that is said to be new is believed: should it exist, its first version is taken already. */
export async function endOf(db: Db, stream: string, { isNew }: { readonly isNew: boolean }): Promise<Head> {
  const known = learnedIn(db)
  const found = known.heads.get(stream)
  if (found) return found
  if (isNew && known.algorithm) return EMPTY_STREAM
  const { head, algorithm } = await findHead(db, stream)
  if (algorithm) known.algorithm = algorithm
  return head
}

/** The ends of many streams, those that are said to be new among them. */
export async function endsOf(
  db: Db,
  streams: readonly { readonly stream: string; readonly isNew: boolean }[],
): Promise<(stream: string) => Head> {
  const { heads } = learnedIn(db)
  const asked = streams
    .filter(({ stream, isNew }) => !isNew && !heads.has(stream))
    .map(({ stream }) => stream)
  const found = asked.length > 0 ? await findHeads(db, asked) : undefined
  return (stream) => heads.get(stream) ?? found?.get(stream) ?? EMPTY_STREAM
}

/** After events were inserted: their streams end with them. */
export function movedEnds(
  db: Db,
  events: readonly { readonly stream: string; readonly version: number; readonly hash: string }[],
): void {
  const { heads } = learnedIn(db)
  for (const { stream, version, hash } of events) heads.set(stream, { version, hash })
}

/** After streams were written that nobody counted. */
export const forgetEnds = (db: Db): void => learnedIn(db).heads.clear()

import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Algorithm } from './chain.ts'
import { instantText } from './event.ts'
import { refuse } from './refusals.ts'
import { findChain, insertChain, lockChain } from './store.ts'

const DEFAULT_ALGORITHM: Algorithm = 'sha256'

/** Chooses the hash of a jurisdiction's chains, before its first event; the same choice again changes nothing. */
export async function chooseAlgorithm(db: Db, algorithm: Algorithm, chosenAt: EpochMs): Promise<void> {
  const jurisdiction = ownJurisdiction(db)
  await lockChain(db, 'alone')
  const chosen = await findChain(db)
  if (!chosen) await insertChain(db, algorithm, instantText(chosenAt, 'chosenAt'))
  else if (chosen.algorithm !== algorithm) {
    throw refuse('ledger.chain-chosen', { jurisdiction, algorithm: chosen.algorithm })
  }
}

/** The algorithm to chain with; with the first event of a jurisdiction the default is written down. */
export async function settleAlgorithm(db: Db, at: EpochMs): Promise<Algorithm> {
  const known = await findChain(db)
  if (known) return known.algorithm
  await lockChain(db, 'together')
  const chosen = await findChain(db)
  if (!chosen) await insertChain(db, DEFAULT_ALGORITHM, instantText(at, 'recordedAt'))
  return chosen?.algorithm ?? DEFAULT_ALGORITHM
}

export function ownJurisdiction(db: Db): string {
  if (db.scope.jurisdiction === EVERY_JURISDICTION) throw refuse('ledger.no-jurisdiction')
  return db.scope.jurisdiction
}

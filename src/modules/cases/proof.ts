import { timingSafeEqual } from 'node:crypto'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { limiter } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { trackingCode } from './numbers.ts'
import { refuse } from './refusals.ts'
import { findStates } from './store.ts'

/** What an applicant without a sign-in shows: the number and the code of the receipt. */
export interface Proof {
  readonly caseNo: string
  readonly code: string
  readonly jurisdiction?: string | undefined
}

export interface Asking {
  readonly address: string
  readonly now: EpochMs
}

type Work<T> = (db: Db, person: string) => Promise<T>

export interface Prover {
  read<T>(proof: Proof, asking: Asking, work: Work<T>): Promise<T>
  write<T>(proof: Proof, asking: Asking, work: Work<T>): Promise<T>
}

/** A code has 31^8 values; twenty wrong ones in ten minutes from one address find none of them. */
const GUESSES = { most: 20, windowMs: 10 * 60_000 }

/**
 * Opens a case to whoever knows its number and code, and to nobody who tries many. Only wrong ones count: a whole hall
 * asks from one address.
 */
export function prover(database: Database, vault: Vault): Prover {
  const guesses = limiter(GUESSES)
  const scopeFor = async (asked: string | undefined) => ({
    jurisdiction: await jurisdictionOf(database, asked),
    reach: 'jurisdiction' as const,
    account: 'portal',
  })
  const proving =
    <T>({ caseNo, code }: Proof, { address, now }: Asking, work: Work<T>) =>
    async (db: Db) => {
      const person = await proved(db, vault, caseNo, code)
      if (person === undefined) {
        guesses.count(address, now)
        throw refuse('case.not-found', { caseNo })
      }
      return work(db, person)
    }
  return {
    async read(proof, asking, work) {
      guesses.check(asking.address, asking.now)
      return database.read(await scopeFor(proof.jurisdiction), proving(proof, asking, work))
    },
    async write(proof, asking, work) {
      guesses.check(asking.address, asking.now)
      return database.transaction(await scopeFor(proof.jurisdiction), proving(proof, asking, work))
    },
  }
}

/** The applicant of the case, if the code is the one on the receipt. A wrong code and a wrong number look alike. */
async function proved(db: Db, vault: Vault, caseNo: string, code: string): Promise<string | undefined> {
  const [stored] = await findStates(db, [caseNo])
  const right = Buffer.from(trackingCode(db, vault, caseNo))
  const given = Buffer.from(code.trim().toUpperCase())
  const opens = stored && given.length === right.length && timingSafeEqual(given, right)
  return opens ? stored.state.applicant : undefined
}

import type { EpochMs } from '#kernel/day.ts'
import { type Db, type Scope } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { record } from '#engines/ledger/index.ts'
import { investigationViewLists, VIEWING } from './lists.ts'
import { findInvestigation } from './store.ts'

interface Looking {
  readonly database: Database
  readonly scope: Scope
  readonly account: string
  readonly now: EpochMs
}

/**
 * 调阅留痕 (ACCT-23): every look at a sealed case is recorded before it is shown. Whoever is not on it is told that there is
 * none, and that he tried is recorded all the same.
 */
export async function noteLook(number: string, { database, scope, account, now }: Looking): Promise<void> {
  const office = { jurisdiction: scope.jurisdiction }
  const sealed = await database.read(office, (db) => isSealed(db, number))
  if (!sealed) return
  const sees = await database.read(scope, async (db) => (await findInvestigation(db, number)) !== undefined)
  await database.transaction(office, (db) => recordLook(db, number, { sees, account, now }))
}

interface Look {
  readonly sees: boolean
  readonly account: string
  readonly now: EpochMs
}

/** One look at a sealed case, or one that was refused. */
export const recordLook = (db: Db, number: string, { sees, account, now }: Look): Promise<unknown> =>
  record(db, [investigationViewLists], {
    stream: VIEWING + number,
    expectedVersion: 'any',
    recordedAt: now,
    events: [
      {
        type: sees ? 'InvestigationViewed' : 'ViewingRefused',
        payload: {},
        actor: account,
        occurredAt: now,
      },
    ],
  })

const isSealed = async (db: Db, number: string) =>
  (await findInvestigation(db, number))?.state.sealed ?? false

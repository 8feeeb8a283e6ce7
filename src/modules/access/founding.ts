import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { openJurisdiction } from '#modules/organisation/index.ts'
import type { JurisdictionRow } from '#modules/organisation/contract.ts'
import { create, grant } from './account.ts'
import { findAccount } from './account-store.ts'
import { changeAccount, type Doing, known } from './commands.ts'
import type { Role } from './contract.ts'
import { hashPassword, refuseWeak } from './passwords.ts'
import { administrators } from './policy.ts'
import { refuse } from './refusals.ts'
import { putCredential } from './session-store.ts'

export interface FirstAdministrator {
  readonly account: string
  readonly name: string
  /** To be changed by its holder before anything else. */
  readonly password: string
}

/**
 * A government joins the platform, without a restart: its jurisdiction and the three administrators who then do the
 * rest. It happens once; where there are accounts already it is refused.
 */
export async function foundJurisdiction(
  database: Database,
  jurisdiction: JurisdictionRow,
  first: Readonly<Record<(typeof administrators)[number], FirstAdministrator>>,
  now: EpochMs,
): Promise<void> {
  const people = administrators.map((role) => ({ role, unit: null, ...first[role] }))
  if (new Set(people.map(({ account }) => account)).size < people.length)
    throw refuse('access.administrators-apart')
  for (const { account, password } of people) refuseWeak(password, account)
  const hashes = await Promise.all(people.map(({ password }) => hashPassword(password)))
  const doing = { by: 'installation', at: now }
  await database.transaction({ jurisdiction: jurisdiction.id }, async (db) => {
    if (!(await openJurisdiction(db, jurisdiction, doing))) throw refuse('access.already-founded')
    for (const [index, person] of people.entries())
      await addAccount(db, person, { passwordHash: hashes[index] ?? '', mustChange: true, ...doing })
  })
}

/** An account with its first role, where nobody is there yet to grant it. */
export async function addAccount(
  db: Db,
  { account, name, unit, role }: { account: string; name: string; unit: string | null; role: Role },
  {
    passwordHash,
    mustChange,
    ...doing
  }: Doing & { readonly passwordHash: string; readonly mustChange: boolean },
): Promise<void> {
  if (await findAccount(db, account)) return
  await changeAccount(db, account, doing, (state) => create(state, { account, name, unit }))
  await changeAccount(db, account, doing, (state) =>
    grant(known(state, account), [role], { account, by: doing.by }),
  )
  await putCredential(db, account, { passwordHash, mustChange, at: doing.at })
}

import type { Db } from '#kernel/sql.ts'
import type { Acting, Actor } from '#engines/registers/index.ts'
import type { Call } from '#platform/http/index.ts'
import { findUnit } from '#modules/organisation/index.ts'

/** The caller as steps ask about him. */
export async function actorOf(db: Db, { account, unit, roles }: Call['caller']): Promise<Actor> {
  const found = unit === null ? undefined : await findUnit(db, unit)
  return { account, unit, unitKind: found?.kind ?? null, roles }
}

export const actingOf = async (db: Db, { caller, now }: Pick<Call, 'caller' | 'now'>): Promise<Acting> => ({
  actor: await actorOf(db, caller),
  now,
})

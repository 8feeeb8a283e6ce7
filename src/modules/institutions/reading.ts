import type { Db } from '#kernel/sql.ts'
import { findVisible } from '#engines/registers/index.ts'
import type { Call } from '#platform/http/index.ts'
import { actorOf } from './actors.ts'
import type { InstitutionServices } from './services.ts'

/** What the caller sees is found in his own scope; what conditions count, in the whole jurisdiction's. */
export async function readingOf(
  services: InstitutionServices,
  { caller, now, read }: Pick<Call, 'caller' | 'now' | 'read'>,
  institution?: string,
) {
  const { visible, actor } = await read(async (db) => ({
    visible: await findVisible(db, institution),
    actor: await actorOf(db, caller),
  }))
  const scope = { jurisdiction: caller.jurisdiction, account: caller.account, reach: 'jurisdiction' } as const
  return {
    reading: { actor, now, visible },
    whole: <T>(work: (db: Db) => Promise<T>): Promise<T> => services.database.read(scope, work),
  }
}

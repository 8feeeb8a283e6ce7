import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findEntries } from '#engines/registers/index.ts'
import type { Basis } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { cites, isRepealed, type Law, titleOf } from './law.ts'
import { listReform } from './store.ts'

/** Laws that the register of rules says are repealed, by title, with the day and the document. */
export type Repealed = ReadonlyMap<string, Law>

/**
 * Every law that somebody reviewed: laws from above, as supervision recorded them, and the local rules of the register of
 * that name (规章规范性文件清理), in which their own departments write.
 */
export async function reviewedLaws(db: Db): Promise<ReadonlyMap<string, Law>> {
  const recorded = await listReform<Law>(db, 'law')
  const local = (await findEntries(db, 'local-rules', 'repealedOn')).flatMap(({ values }) => {
    const { name, repealedOn, paper } = values
    if (typeof name !== 'string' || typeof repealedOn !== 'string') return []
    const law: Law = {
      state: 'repealed',
      from: repealedOn as Day,
      document: typeof paper === 'string' ? paper : '',
    }
    return [[titleOf(name), law] as const]
  })
  return new Map([...local, ...recorded.map(({ subject, state }) => [subject, state] as const)])
}

export async function repealedLaws(db: Db, day: Day): Promise<Repealed> {
  return new Map([...(await reviewedLaws(db))].filter(([, law]) => isRepealed(law, day)))
}

/** Whether a clause is law on a day: what rests on repealed ones alone is not accepted any more (ITEM-08, ITEM-11). */
export const isLaw = ({ law, inForceFrom, repealedFrom }: Basis, day: Day, repealed: Repealed): boolean =>
  inForceFrom <= day && (repealedFrom === null || repealedFrom > day) && !repealed.has(titleOf(law))

/** A decision that cites a repealed rule stands on nothing (ITEM-08). */
export function refuseRepealed(cited: string, repealed: Repealed): void {
  for (const [law, { from, document }] of repealed)
    if (cites(cited, law)) throw refuse('reform.repealed-cited', { law, from, document })
}

import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Basis } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { cites, isRepealed, type Law, titleOf } from './law.ts'
import { listReform } from './store.ts'

/** Laws that the register of rules says are repealed, by title, with the day and the document. */
export type Repealed = ReadonlyMap<string, Law>

export async function repealedLaws(db: Db, day: Day): Promise<Repealed> {
  const rows = await listReform<Law>(db, 'law')
  return new Map(
    rows.filter(({ state }) => isRepealed(state, day)).map(({ subject, state }) => [subject, state]),
  )
}

/** Whether a clause is law on a day: what rests on repealed ones alone is not accepted any more (ITEM-08, ITEM-11). */
export const isLaw = ({ law, inForceFrom, repealedFrom }: Basis, day: Day, repealed: Repealed): boolean =>
  inForceFrom <= day && (repealedFrom === null || repealedFrom > day) && !repealed.has(titleOf(law))

/** A decision that cites a repealed rule stands on nothing (ITEM-08). */
export function refuseRepealed(cited: string, repealed: Repealed): void {
  for (const [law, { from, document }] of repealed)
    if (cites(cited, law)) throw refuse('reform.repealed-cited', { law, from, document })
}

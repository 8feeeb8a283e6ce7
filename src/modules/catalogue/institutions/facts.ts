import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Fact } from '#engines/registers/index.ts'
import type { ItemVersion, LimitShape } from '../contract.ts'
import { standingOn } from '../item.ts'
import { findItem } from '../store.ts'
import { findVersionOn } from '../version-store.ts'
import { titleOf } from '../reform/law.ts'
import { countItemsOf, findLaws } from './facts-store.ts'

type Content = ItemVersion['content']
type Version = Awaited<ReturnType<typeof findVersionOn>>

/** Something that the version of today says of an item; unknown (null) where none is named or in force. */
const ofItem =
  (said: (version: NonNullable<Version>, today: Day) => number | boolean | null): Fact =>
  async (db, { item }, { today }) => {
    const version = typeof item === 'string' ? await findVersionOn(db, item, today) : undefined
    return version ? said(version, today) : null
  }

/** Only working days compare with what people are told; other units are other promises. */
const workingDaysOf = (limit: LimitShape | null): number | null =>
  limit?.unit === 'workingDays' ? limit.length : null

const hasLaw = ({ basis }: Content, today: Day): boolean =>
  basis.some(
    ({ inForceFrom, repealedFrom }) =>
      inForceFrom <= today && (repealedFrom === null || repealedFrom > today),
  )

/** Figures of the catalogue that conditions of institutions may ask for. */
export const catalogueFacts: Readonly<Record<string, Fact>> = {
  'item.version': ofItem(({ version }) => version),
  'item.committedDays': ofItem(({ content }) => workingDaysOf(content.limits.committed)),
  'item.statutoryDays': ofItem(({ content }) => workingDaysOf(content.limits.statutory)),
  'item.free': ofItem(({ content }) => !content.fee.charged),
  'item.hasBasis': ofItem(({ content }, today) => hasLaw(content, today)),
  'item.hasLimit': ofItem(({ content }) => content.limits.onTheSpot || content.limits.statutory !== null),
  'items.resting': async (db, { law }, { today }) =>
    typeof law === 'string' ? countResting(db, law, today) : null,
  'unit.items': async (db, { unit }) => (typeof unit === 'string' ? countItemsOf(db, unit) : null),
}

/** What is suspended or cancelled has been stopped and rests on nothing. */
async function countResting(db: Db, law: string, today: Day): Promise<number> {
  let resting = 0
  for (const { item, laws } of await findLaws(db, today)) {
    if (!laws.some((one) => titleOf(one) === titleOf(law))) continue
    const row = await findItem(db, item)
    if (row && standingOn(row, today, true).state === 'inForce') resting++
  }
  return resting
}

import { type Day, dayNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { GuideView, ItemVersion, VersionRow } from './contract.ts'
import { standingOn } from './item.ts'
import { isLaw, repealedLaws } from './reform/law-in-force.ts'
import { powerLine, powerOf } from './reform/reading.ts'
import { refuse } from './refusals.ts'
import { findItem } from './store.ts'
import {
  findVersion,
  findVersionAfter,
  findVersionOn,
  findVersions,
  type StoredVersion,
} from './version-store.ts'

const versionView = ({ publishedAt, publishedBy: _, ...rest }: StoredVersion): ItemVersion => ({
  ...rest,
  publishedAt: publishedAt.toISOString(),
})

/**
 * The version by which an application of a day is handled. Refuses when there is none: unknown (404), not yet in force,
 * suspended or cancelled (409, with the reason that the applicant is told).
 */
export async function itemForDay(db: Db, item: string, day: Day): Promise<ItemVersion> {
  const { standing, guide } = await readGuide(db, item, day)
  const { state, since, because, document } = standing
  if (state === 'upcoming') throw refuse('catalogue.not-yet-in-force', { from: guide.from })
  if (state === 'suspended' || state === 'cancelled')
    throw refuse(`catalogue.${state}`, { from: since, reason: because, document })
  const repealed = await repealedLaws(db, day)
  if (!guide.content.basis.some((law) => isLaw(law, day, repealed)))
    throw refuse('catalogue.no-law-in-force', { day })
  return guide
}

/** One version, whatever became of the item since: what a running case is handled by. */
export async function itemVersion(db: Db, item: string, version: number): Promise<ItemVersion> {
  const found = await findVersion(db, item, version)
  if (!found) throw refuse('catalogue.no-such-version', { item, version })
  return versionView(found)
}

/** The guide as it is on a day, with the reason where nobody can apply. */
export async function readGuide(db: Db, item: string, day: Day): Promise<GuideView> {
  const row = await findItem(db, item)
  if (!row || row.latestVersion === 0) throw refuse('catalogue.no-such-item', { item: item.slice(0, 80) })
  const inForce = await findVersionOn(db, item, day)
  const shown = inForce ?? (await findVersionAfter(db, item, day))
  if (!shown) throw refuse('catalogue.no-such-item', { item })
  const standing = standingOn(row, day, inForce !== undefined)
  const move = await powerOf(db, item, day)
  const version = tagOf(row.streamVersion, shown.version, standing.state) + (move ? dayNumber(move.on) : 0)
  // Since a transfer of power it is another unit's to accept and decide (ITEM-39).
  const guide = { ...versionView(shown), ...(move ? { unit: move.toUnit } : {}) }
  return { version, standing, guide, guideOf: day, power: move ? await powerLine(db, move) : null }
}

const STATES = ['upcoming', 'inForce', 'suspended', 'cancelled'] as const

/** Days alone change what a guide says, too: a version begins, a suspension ends. So its tag is made of all three, and of the
 * day of the last transfer of power (a day number has five digits). */
const tagOf = (streamVersion: number, version: number, state: (typeof STATES)[number]): number =>
  ((streamVersion * 10_000 + version) * STATES.length + STATES.indexOf(state)) * 100_000

export async function versionsOf(db: Db, item: string): Promise<VersionRow[]> {
  const rows = await findVersions(db, item)
  if (rows.length === 0) throw refuse('catalogue.no-such-item', { item: item.slice(0, 80) })
  return rows.map(
    ({ publishedAt, publishedBy: _, draftedBy: _drafted, reason: _reason, summary, ...rest }) => ({
      ...rest,
      publishedAt: publishedAt.toISOString(),
      name: summary.name,
    }),
  )
}

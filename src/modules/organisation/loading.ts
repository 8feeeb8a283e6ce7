import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { appendMany, type BulkStream } from '#engines/ledger/index.ts'
import type { Doing, NewUnit } from './commands.ts'
import { organisationLists, unitStream } from './lists.ts'
import { findUnitNames } from './store.ts'
import type { UnitEvent } from './unit.ts'

export interface LoadedPost {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly holder: string | null
  readonly backup: string | null
  readonly away?: { readonly from: EpochMs; readonly until: EpochMs } | null
}

export interface LoadedUnit extends NewUnit {
  readonly posts: readonly LoadedPost[]
}

/** A whole government at once, for a demo or a first loading; units that are there already stay as they are. */
export async function loadUnits(db: Db, units: readonly LoadedUnit[], { by, at }: Doing): Promise<void> {
  const known = await findUnitNames(
    db,
    units.map(({ id }) => id),
  )
  const streams = units
    .filter(({ id }) => !known.has(id))
    .map((unit): BulkStream => ({
      stream: unitStream(unit.id),
      events: eventsOf(unit).map(({ type, ...payload }) => ({ type, payload, actor: by, occurredAt: at })),
    }))
  if (streams.length === 0) return
  await organisationLists.apply(db, await appendMany(db, { streams, recordedAt: at }))
}

function eventsOf({ name, nameEn, kind, parent, posts }: LoadedUnit): UnitEvent[] {
  return [
    { type: 'UnitCreated', name, nameEn, kind, parent },
    ...posts.flatMap(({ id, title, titleEn, holder, backup, away }): UnitEvent[] => [
      { type: 'PostCreated', post: id, title, titleEn },
      ...(holder === null ? [] : [{ type: 'PostAssigned', post: id, holder, backup } as const]),
      ...(away ? [{ type: 'HolderAway', post: id, ...away } as const] : []),
    ]),
  ]
}

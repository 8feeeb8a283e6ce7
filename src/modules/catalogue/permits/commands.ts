import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { findUnitNames } from '#modules/organisation/index.ts'
import type { Permit } from '../permit-shape.ts'
import { findKnownItems } from '../store.ts'
import { permitFolding } from './lists.ts'
import { type Demand, demandFault, draw, type PermitMapEvent, type PermitMapState } from './map.ts'
import { refuse } from './refusals.ts'

export interface Entered {
  readonly actor: string
  readonly now: EpochMs
  readonly expectedVersion?: number | undefined
}

interface Drawn {
  readonly name: Bilingual
  readonly permits: readonly Permit[]
  readonly reason: string
}

/** Draws the map of a kind of project anew; what it was before stays in the record. */
export async function drawPermitMap(db: Db, type: string, drawn: Drawn, entered: Entered): Promise<void> {
  await refuseUnknown(db, drawn.permits)
  await changeFolded(db, permitFolding, type, () => draw(drawn), entered)
}

async function refuseUnknown(db: Db, permits: readonly Permit[]): Promise<void> {
  const units = await findUnitNames(
    db,
    permits.map(({ unit }) => unit),
  )
  const items = await findKnownItems(
    db,
    permits.flatMap(({ item }) => item ?? []),
  )
  for (const { name, unit, item } of permits) {
    if (!units.has(unit)) throw refuse('permits.unknown-unit', { permit: name.zh, unit })
    if (item !== null && !items.has(item)) throw refuse('permits.unknown-item', { permit: name.zh, item })
  }
}

/** What somebody was told to bring: flagged and on record where the map does not ask for it. */
export async function tellDemand(
  db: Db,
  type: string,
  told: Omit<Demand, 'fault' | 'at'>,
  entered: Entered,
): Promise<Demand['fault'] | null> {
  let fault: Demand['fault'] | null = null
  await changeFolded(
    db,
    permitFolding,
    type,
    (state: PermitMapState | undefined): PermitMapEvent[] => {
      if (!state) throw refuse('permits.no-map', { type })
      fault = demandFault(state, told)
      return fault === null ? [] : [{ type: 'PermitDemanded', ...told, fault }]
    },
    entered,
  )
  return fault
}

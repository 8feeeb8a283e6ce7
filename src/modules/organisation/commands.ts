import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import type { JurisdictionRow } from './contract.ts'
import { JURISDICTION_STREAM, organisationLists, unitEventOf, unitStream } from './lists.ts'
import { refuse } from './refusals.ts'
import { findJurisdiction, findUnit } from './store.ts'
import {
  actingAt,
  createUnit,
  evolve,
  type Post,
  type UnitEvent,
  type UnitKind,
  type UnitState,
} from './unit.ts'

export interface Doing {
  readonly by: string
  readonly at: EpochMs
}

export interface NewUnit {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kind: UnitKind
  readonly parent: string | null
}

/** Decides on a unit as it stands in the ledger, appends what follows, and brings the lists along. */
export async function changeUnit(
  db: Db,
  unit: string,
  doing: Doing & { readonly expectedVersion?: number | undefined },
  decide: (state: UnitState | undefined) => UnitEvent[],
): Promise<void> {
  const stored = await readStream(db, unitStream(unit))
  const state = stored.map(unitEventOf).reduce<UnitState | undefined>(evolve, undefined)
  const events = decide(state)
  await record(db, [organisationLists], {
    stream: unitStream(unit),
    expectedVersion: stored.length,
    recordedAt: doing.at,
    events: events.map(({ type, ...payload }) => ({ type, payload, actor: doing.by, occurredAt: doing.at })),
  })
}

export async function addUnit(db: Db, { id, ...given }: NewUnit, doing: Doing): Promise<void> {
  if (given.parent !== null) await getUnit(db, given.parent)
  await changeUnit(db, id, doing, (state) => createUnit(state, id, given))
}

export async function getUnit(db: Db, unit: string) {
  const found = await findUnit(db, unit)
  if (!found) throw refuse('organisation.no-such-unit', { unit })
  return found
}

export const decided = (state: UnitState | undefined, unit: string): UnitState => {
  if (!state) throw refuse('organisation.no-such-unit', { unit })
  return state
}

/** The account that has a post's powers at an instant, or null when nobody has. */
export async function findActing(db: Db, unit: string, post: string, at: EpochMs): Promise<string | null> {
  const stored = await readStream(db, unitStream(unit))
  const state = stored.map(unitEventOf).reduce<UnitState | undefined>(evolve, undefined)
  const found: Post | undefined = state?.posts.get(post)
  return found ? actingAt(found, at) : null
}

/** It stands in front of every token, and `*` would mean all of them. */
const JURISDICTION_ID = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Opens a jurisdiction, or changes nothing when it is open already. Its own scope is needed. */
export async function openJurisdiction(db: Db, given: JurisdictionRow, doing: Doing): Promise<boolean> {
  if (!JURISDICTION_ID.test(given.id))
    throw refuse('organisation.bad-jurisdiction', { id: given.id.slice(0, 60) })
  if (await findJurisdiction(db, given.id)) return false
  const { id, ...payload } = given
  await record(db, [organisationLists], {
    stream: JURISDICTION_STREAM,
    expectedVersion: 0,
    recordedAt: doing.at,
    events: [
      { type: 'JurisdictionOpened', payload: { ...payload, id }, actor: doing.by, occurredAt: doing.at },
    ],
  })
  return true
}

import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import type { JurisdictionRow } from './contract.ts'
import { listUnitEvent, putJurisdiction } from './store.ts'
import type { UnitEvent } from './unit.ts'

/** Streams of how the office itself is run begin with `office/`: they are what the audit reads. */
const UNIT = 'office/unit/'
export const unitStream = (unit: string) => `${UNIT}${unit}`
export const JURISDICTION_STREAM = 'office/jurisdiction'

/** The ledger holds what the decisions of `unit.ts` said. */
export const unitEventOf = ({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>) =>
  ({ type, ...payload }) as unknown as UnitEvent

export const organisationLists: Projection = {
  name: 'organisation',
  tables: ['organisation_jurisdiction', 'organisation_unit', 'organisation_post'],
  async apply(db: Db, events) {
    for (const event of events) {
      if (event.stream === JURISDICTION_STREAM)
        await putJurisdiction(db, event.payload as unknown as JurisdictionRow)
      if (event.stream.startsWith(UNIT))
        await listUnitEvent(db, event.stream.slice(UNIT.length), unitEventOf(event))
    }
  },
}

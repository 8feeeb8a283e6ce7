import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import { type DelegationEvent, evolveDelegation } from './delegation.ts'
import { findDelegation, putDelegation } from './store.ts'

export const DELEGATION = 'delegation/'

export const delegationEventOf = ({
  type,
  payload,
}: Pick<StoredEvent, 'type' | 'payload'>): DelegationEvent =>
  ({ type, ...payload }) as unknown as DelegationEvent

export const delegationLists: Projection = {
  name: 'delegations',
  tables: ['hall_delegation'],
  async apply(db, events) {
    for (const event of events) if (event.stream.startsWith(DELEGATION)) await listed(db, event)
  },
}

async function listed(db: Db, event: StoredEvent): Promise<void> {
  const known = await findDelegation(db, event.stream.slice(DELEGATION.length))
  if (known && known.version >= event.version) return
  const state = evolveDelegation(known?.state, delegationEventOf(event), event.occurredAt)
  if (state) await putDelegation(db, state, event.version)
}

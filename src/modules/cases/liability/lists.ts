import type { Projection } from '#engines/ledger/index.ts'
import { evolveLiability, type LiabilityEvent, liabilityOf } from './liability.ts'
import { deleteLiability, findLiability, putLiability } from './store.ts'

export const liabilityLists: Projection = {
  name: 'liabilities',
  tables: ['case_liability'],
  async apply(db, events) {
    for (const event of events) {
      const liability = liabilityOf(event.stream)
      if (liability === undefined) continue
      const known = await findLiability(db, liability)
      if (known && known.version >= event.version) continue
      const said = { type: event.type, data: event.payload } as unknown as LiabilityEvent
      const content = evolveLiability(known?.content, said, { at: event.occurredAt, by: event.actor })
      if (content) await putLiability(db, { content, version: event.version })
      else if (known) await deleteLiability(db, liability)
    }
  },
}

import type { Projection } from '#engines/ledger/index.ts'
import { evolveCheck } from './check.ts'
import { type PledgeCheckEvent, pledgeOf } from './events.ts'
import { findPledges, putPledge } from './store.ts'

export const pledgeLists: Projection = {
  name: 'pledges',
  tables: ['pledge_check'],
  async apply(db, events) {
    for (const event of events) {
      const caseNo = pledgeOf(event.stream)
      if (caseNo === undefined) continue
      const [known] = await findPledges(db, [caseNo])
      if (known && known.version >= event.version) continue
      const said = { type: event.type, data: event.payload } as unknown as PledgeCheckEvent
      const content = evolveCheck(known?.content, said, { at: event.occurredAt, by: event.actor })
      if (content) await putPledge(db, { content, version: event.version })
    }
  },
}

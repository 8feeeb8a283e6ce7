import type { Projection } from '#engines/ledger/index.ts'
import { cardEvent, cardOfStream, isCardEvent } from '../card-list.ts'
import { dayAt } from '../moments.ts'
import { insertObjection, settleObjection } from './store.ts'

/** 异议台账, live and in a rebuild. */
export const objectionLists: Projection = {
  name: 'objections',
  tables: ['card_objection'],
  async apply(db, events) {
    for (const event of events) {
      if (!isCardEvent(event)) continue
      const card = cardOfStream(event.stream)
      const happened = cardEvent(event)
      if (happened.type === 'CardObjected') {
        const { unit, grounds, decideBy } = happened.data
        await insertObjection(db, { card, unit, grounds, objectedOn: dayAt(event.occurredAt), decideBy })
      } else if (happened.type === 'CardObjectionDecided')
        await settleObjection(db, card, happened.data.outcome)
    }
  },
}

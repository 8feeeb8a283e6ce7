import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Followed, StoredEvent } from '#engines/ledger/index.ts'
import { type CardEvent, cardStream } from '../card.ts'
import { findCard } from '../card-store.ts'
import { HALL_LOG } from './profile.ts'

const STREAM = cardStream('')

/** Delays of cases handled here that supervision found unjust: who divides the liability for them goes on from there. */
export const upheldDelays = {
  follows: [{ stream: STREAM, types: ['CardJudged'] }] satisfies Followed[],
  async among(db: Db, events: readonly StoredEvent[]): Promise<UpheldDelay[]> {
    const found: UpheldDelay[] = []
    for (const event of events) {
      if (!event.stream.startsWith(STREAM) || event.type !== 'CardJudged') continue
      const { referredTo } = event.payload as unknown as Extract<CardEvent, { type: 'CardJudged' }>['data']
      if (referredTo !== 'liabilityForOverdue') continue
      const card = await findCard(db, event.stream.slice(STREAM.length))
      if (card?.log === HALL_LOG) found.push({ card: card.card, caseNo: card.caseId, at: event.occurredAt })
    }
    return found
  },
}

interface UpheldDelay {
  readonly card: string
  readonly caseNo: string
  readonly at: EpochMs
}

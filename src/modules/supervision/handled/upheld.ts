import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Followed, StoredEvent } from '#engines/ledger/index.ts'
import { type CardEvent, cardStream } from '../card.ts'
import { findCard } from '../card-store.ts'
import { HALL_LOG } from './profile.ts'

const STREAM = cardStream('')

/** Delays of cases handled here that supervision found unjust: who divides the liability for them goes on from there. */
export const upheldDelays = {
  follows: [{ stream: STREAM, types: ['CardJudged', 'CardWithdrawn'] }] satisfies Followed[],
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
  /** Cards that were withdrawn: what was entered because of them is entered no more. */
  withdrawnAmong: (events: readonly StoredEvent[]): WithdrawnCard[] =>
    events
      .filter(({ stream, type }) => stream.startsWith(STREAM) && type === 'CardWithdrawn')
      .map(({ stream, occurredAt, payload }) => ({
        card: stream.slice(STREAM.length),
        reason: (payload as unknown as Extract<CardEvent, { type: 'CardWithdrawn' }>['data']).reason,
        at: occurredAt,
      })),
}

interface WithdrawnCard {
  readonly card: string
  readonly reason: string
  readonly at: EpochMs
}

interface UpheldDelay {
  readonly card: string
  readonly caseNo: string
  readonly at: EpochMs
}

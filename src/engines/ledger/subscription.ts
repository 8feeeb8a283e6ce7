import type { Db } from '#kernel/sql.ts'
import type { StoredEvent } from './event.ts'

/** Events of the streams that begin so, and of these types; what is left out, all of them have. */
export interface Followed {
  readonly stream?: string
  readonly types?: readonly string[]
}

export interface Subscription {
  /** Stays the same for good: the checkpoint is kept under it. */
  readonly name: string
  /**
   * What it is about: an event that fits any of these is handed over, every other is passed over without a transaction.
   * Left out, it follows everything.
   */
  readonly follows?: readonly Followed[]
  /**
   * Gets every event of a jurisdiction that it follows once it is committed, those of a stream in the order of their
   * versions, and what was appended to a stream in one go together (up to the size of a batch).
   * What it does through `db` is committed together with the checkpoint, so it happens once; anything else may happen
   * twice and must bear that.
   */
  handle(db: Db, events: readonly StoredEvent[]): Promise<void>
}

type Named = Pick<StoredEvent, 'stream' | 'type'>

/** Whether a subscription is about an event. */
export const concerns = ({ follows }: Pick<Subscription, 'follows'>, event: Named): boolean =>
  follows === undefined || follows.some((one) => fits(one, event))

const fits = ({ stream, types }: Followed, event: Named): boolean =>
  (stream === undefined || event.stream.startsWith(stream)) &&
  (types === undefined || types.includes(event.type))

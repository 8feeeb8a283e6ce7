import type { EpochMs } from '#kernel/day.ts'
import type { Database } from '#platform/database/index.ts'
import type { EventStream } from '#platform/http/index.ts'
import type { QueueBoard } from '../queue-shapes.ts'
import { boardOfQueue } from './board.ts'

export const QUEUE_CHANNEL = 'xiaoneng_queue'

interface Watched {
  readonly jurisdiction: string
  readonly hall: string
  readonly screens: Set<EventStream>
  last: QueueBoard | undefined
  reading: Promise<void> | undefined
  /** Something changed while it was being read: it is read once more, however much changed. */
  stale: boolean
}

/**
 * The queue of a hall on every screen that shows it. A change is read once for all screens of this process, and what
 * changes while it is read is read together afterwards: 500 screens cost the database as much as one.
 */
export function liveQueue(database: Database, clock: () => EpochMs) {
  const halls = new Map<string, Watched>()
  let listening: Promise<unknown> | undefined

  const refresh = (watched: Watched): void => {
    watched.stale = true
    watched.reading ??= (async () => {
      while (watched.stale && watched.screens.size > 0) {
        watched.stale = false
        watched.last = await readBoard(database, watched, clock())
        for (const screen of watched.screens) screen.send('queue', watched.last)
      }
    })()
      // A reader that failed is tried again with the next change; screens say since when they heard nothing.
      .catch(() => undefined)
      .finally(() => (watched.reading = undefined))
  }
  const heard = (message: string) => {
    // Nothing is said after a lost connection: any hall may have changed meanwhile.
    for (const [key, watched] of halls) if (message === '' || message === key) refresh(watched)
  }
  return {
    async follow(jurisdiction: string, hall: string, screen: EventStream): Promise<void> {
      listening ??= database.listen(QUEUE_CHANNEL, heard)
      await listening
      const key = JSON.stringify([jurisdiction, hall])
      const watched: Watched = halls.get(key) ?? {
        ...{ jurisdiction, hall, screens: new Set(), last: undefined, reading: undefined, stale: false },
      }
      halls.set(key, watched)
      watched.screens.add(screen)
      screen.onClose(() => {
        watched.screens.delete(screen)
        if (watched.screens.size === 0) halls.delete(key)
      })
      refresh(watched)
    },
  }
}

/** Counts and numbers of all units' counters, which no visitor's own reach spans; nothing of a person is in them. */
export const readBoard = (
  database: Database,
  { jurisdiction, hall }: { readonly jurisdiction: string; readonly hall: string },
  now: EpochMs,
): Promise<QueueBoard> =>
  database.read({ jurisdiction, account: '', reach: 'none' }, (db) => boardOfQueue(db, hall, now))

import type { Database } from '#platform/database/index.ts'
import { CARD_CHANNEL } from './raising.ts'

/** Told the names of cards that were raised or changed, by whatever process. */
export type CardListener = (jurisdiction: string, cards: readonly string[]) => void

export interface LiveCards {
  follow(listener: CardListener): Promise<() => void>
}

/** One listening connection for all readers of this process. */
export function liveCards(database: Database): LiveCards {
  const listeners = new Set<CardListener>()
  let listening: Promise<unknown> | undefined
  const heard = (message: string) => {
    const [jurisdiction, ...cards] = namesIn(message)
    if (jurisdiction === undefined || cards.length === 0) return
    for (const listener of listeners) listener(jurisdiction, cards)
  }
  return {
    async follow(listener) {
      listening ??= database.listen(CARD_CHANNEL, heard)
      await listening
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** After a reconnection the message is empty: readers then load the list again by themselves. */
function namesIn(message: string): string[] {
  try {
    const read: unknown = JSON.parse(message)
    return Array.isArray(read) ? read.filter((name) => typeof name === 'string') : []
  } catch {
    return []
  }
}

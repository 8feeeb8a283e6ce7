import { newIdempotencyKey, presentDayAt } from '#ui/index.ts'
import { nothingHeld, type OfflineQueue } from './offline-queue.ts'

/** Offices are in one zone; a traveller's laptop is not. */
export const today = () => presentDayAt('+08:00', Date.now())

export const moment = () => ({ at: new Date().toISOString(), key: newIdempotencyKey() })

/** What a page of this machine holds today. Yesterday's numbers are nobody's any more. */
export const localStore = (name: string) => ({
  read(): OfflineQueue {
    try {
      const read = JSON.parse(localStorage.getItem(name) ?? 'null') as OfflineQueue | null
      if (read?.day === today()) return read
    } catch {
      // Then it begins anew.
    }
    return nothingHeld(today(), `desk-${newIdempotencyKey().slice(0, 8)}`)
  },
  keep(queue: OfflineQueue): void {
    try {
      localStorage.setItem(name, JSON.stringify(queue))
    } catch {
      // It stays in the page's own memory.
    }
  },
})

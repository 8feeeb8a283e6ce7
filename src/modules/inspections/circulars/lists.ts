import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import { type CircularEvent, evolveCircular } from './circular.ts'
import { findCircular, putCircular } from './store.ts'

export const CIRCULAR = 'circular/'

const circularEventOf = ({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): CircularEvent =>
  ({ type, ...payload }) as unknown as CircularEvent

export const circularLists: Projection = {
  name: 'circulars',
  tables: ['circular'],
  async apply(db, events) {
    for (const event of events) {
      if (!event.stream.startsWith(CIRCULAR)) continue
      const circular = event.stream.slice(CIRCULAR.length)
      const known = await findCircular(db, circular)
      if (known && known.version >= event.version) continue
      const done = { by: event.actor, at: event.occurredAt }
      const state = evolveCircular(known?.state, circularEventOf(event), done)
      if (state) await putCircular(db, circular, state, event.version)
    }
  },
}

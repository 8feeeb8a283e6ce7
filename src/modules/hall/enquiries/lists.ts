import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import { type Enquiry, type EnquiryEvent, evolveEnquiry } from './enquiry.ts'
import { findEnquiry, putEnquiry } from './store.ts'

export const ENQUIRY = 'enquiry/'

export const enquiryEventOf = ({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): EnquiryEvent =>
  ({ type, ...payload }) as unknown as EnquiryEvent

export const enquiryLists: Projection = {
  name: 'enquiries',
  tables: ['hall_enquiry'],
  async apply(db, events) {
    for (const event of events) if (event.stream.startsWith(ENQUIRY)) await listed(db, event)
  },
}

async function listed(db: Db, event: StoredEvent): Promise<void> {
  const number = event.stream.slice(ENQUIRY.length)
  const known = await findEnquiry(db, number)
  if (known && known.version >= event.version) return
  const happened = { at: event.occurredAt, by: event.actor }
  const state: Enquiry | undefined = evolveEnquiry(known?.state, enquiryEventOf(event), happened)
  if (state) await putEnquiry(db, state, event.version)
}

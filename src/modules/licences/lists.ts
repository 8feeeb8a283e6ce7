import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import { type BanEvent, banOf, evolveBan } from './ban.ts'
import { findBan, putBan } from './ban-store.ts'
import { evolve, type LicenceEvent, licenceOf } from './licence.ts'
import { findLicences, putLicences, type StoredLicence } from './licence-store.ts'

export const licenceLists: Projection = {
  name: 'licences',
  tables: ['licence', 'application_ban'],
  async apply(db, events) {
    await listLicenceEvents(db, events)
    for (const event of events) {
      const ban = banOf(event.stream)
      if (ban !== undefined) await listBanEvent(db, ban, event)
    }
  },
}

/** The ledger holds what the decisions of this folder said; the chain vouches that it is still the same. */
const said = <Event>({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): Event =>
  ({ type, ...payload }) as unknown as Event

async function listLicenceEvents(db: Db, events: readonly StoredEvent[]): Promise<void> {
  const numbers = [...new Set(events.flatMap(({ stream }) => licenceOf(stream) ?? []))].sort()
  if (numbers.length === 0) return
  const rows = new Map<string, StoredLicence>(
    (await findLicences(db, numbers)).map((row) => [row.licence.number, row]),
  )
  for (const event of events) {
    const number = licenceOf(event.stream)
    const known = number === undefined ? undefined : rows.get(number)
    if (number === undefined || (known && known.version >= event.version)) continue
    const licence = evolve(known?.licence, number, said<LicenceEvent>(event))
    if (licence) rows.set(number, { licence, version: event.version })
  }
  await putLicences(db, [...rows.values()])
}

async function listBanEvent(db: Db, ban: string, event: StoredEvent): Promise<void> {
  const known = await findBan(db, ban)
  const content = evolveBan(known?.content, ban, said<BanEvent>(event), event.actor)
  if (content) await putBan(db, { content, version: event.version })
}

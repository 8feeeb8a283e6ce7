import { Readable } from 'node:stream'
import { isRefusal } from '#kernel/refusal.ts'
import { sealNew, type SealKey } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, streamRoute } from '#platform/http/index.ts'
import { makeBundle } from './bundle.ts'
import * as contract from './contract.ts'
import { gather } from './gather.ts'
import type { BundleSource } from './source.ts'

export interface EvidenceServices {
  readonly database: Database
  /** What the seals are signed with. */
  readonly key: SealKey
  readonly sources: readonly BundleSource[]
}

/** Files of the vault are read with this purpose where the reader, who need not give one, gave none. */
const NO_PURPOSE = '导出证据包'

export const evidenceRoutes = ({ database, key, sources }: EvidenceServices): Route[] => [
  streamRoute(contract.exportEvidence, async ({ caller, params, query, now, transaction }) => {
    const { jurisdiction, account, unit, roles, permissions } = caller
    const purpose = query.purpose ?? NO_PURPOSE
    await database.transaction({ jurisdiction }, (db) => sealNew(db, { key, now }))
    const reader = { account, unit, roles, permissions, purpose, now }
    const gathered = await transaction((db) => gather(db, sources, params, reader)).catch(
      async (error: unknown) => {
        const source = sources.find(({ kind }) => kind === params.kind)
        const { turnedAway } = source ?? {}
        if (isRefusal(error) && turnedAway)
          await database.transaction({ jurisdiction }, (db) => turnedAway(db, params.id, reader))
        throw error
      },
    )
    const bundle = await makeBundle(gathered, { key, now, account, purpose })
    const fileName = `evidence-${params.kind}-${params.id.replace(/[^\w.-]/g, '_')}.zip`
    return { contentType: 'application/zip', fileName, body: Readable.from([bundle]) }
  }),
]

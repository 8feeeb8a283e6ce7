import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from '#engines/ledger/index.ts'
import { type Route, refuseHttp, route } from '#platform/http/index.ts'
import * as contract from './contract.ts'
import type { PersonUse } from './contract.ts'
import { personStream } from './person-events.ts'
import { refuse } from './refusals.ts'
import type { Vault } from './vault.ts'

export interface VaultServices {
  readonly vault: Vault
  /** Why a person's data are still needed, if they are: cases and limits of keeping belong to the modules above. */
  readonly stillNeeded?: (db: Db, person: string, now: EpochMs) => Promise<Bilingual | undefined>
}

const PAGE = 100

export const vaultRoutes = ({ vault, stillNeeded }: VaultServices): Route[] => [
  route(contract.listPersonUses, ({ params: { person }, query, read }) =>
    read(async (db) => {
      const after = query.after === undefined ? 0 : Number(query.after)
      if (!Number.isSafeInteger(after)) throw refuseHttp('http.bad-request')
      const all = await readStream(db, personStream(person))
      if (all.length === 0) throw refuse('vault.no-such-person')
      const rows = all.filter(({ version }) => version > after).slice(0, query.limit ?? PAGE)
      const last = rows.at(-1)?.version ?? all.length
      return { rows: rows.map(useOf), next: last < all.length ? String(last) : null, total: all.length }
    }),
  ),

  route(contract.forgetPerson, ({ params: { person }, body: { reason }, transaction, caller, now }) =>
    transaction(
      async (db) => {
        const needed = await stillNeeded?.(db, person, now)
        if (needed) throw refuse('vault.still-needed', { because: needed.zh, becauseEn: needed.en })
        await vault.forgetPerson(db, person, { reason }, { by: caller.account, at: now })
        return {}
      },
      // Whoever may erase sees no case; whether one still needs the person is asked for them.
      { reach: 'jurisdiction' },
    ),
  ),
]

function useOf({
  version,
  type,
  recordedAt,
  actor,
  payload,
}: Awaited<ReturnType<typeof readStream>>[number]): PersonUse {
  const { fields, purpose, reason } = payload
  return {
    version,
    type,
    at: new Date(recordedAt).toISOString(),
    actor,
    fields: Array.isArray(fields) ? fields.map(String) : [],
    purpose: typeof purpose === 'string' ? purpose : typeof reason === 'string' ? reason : null,
  }
}

import { createHash } from 'node:crypto'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import type { Call } from '#platform/http/index.ts'
import type { InstitutionServices } from '#modules/institutions/index.ts'
import type { Message } from '#modules/residents/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { Deciding } from './acting.ts'
import { decidingNow } from './commands.ts'

export interface RectificationServices {
  readonly database: Database
  readonly vault: Vault
  readonly publicUrl?: string
  /** Leaves a message for whoever raised a problem. */
  tell(db: Db, message: Message, now: EpochMs): Promise<void>
  /** Rows of a spreadsheet; CSV is read here. */
  readonly readSheet: InstitutionServices['readSheet']
}

/** What is decided here reaches further than the unit that acts: numbers in force, likeness, other units' measures. */
export const REACH = { reach: 'jurisdiction' } as const

export const decidingOf = (db: Db, { caller, now }: Pick<Call, 'caller' | 'now'>): Promise<Deciding> =>
  decidingNow(db, { account: caller.account, unit: caller.unit, roles: caller.roles }, now)

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 查询码: follows from the number by a key that never leaves the server. */
export const raiserCode = (db: Db, vault: Pick<Vault, 'mark'>, problem: string): string =>
  Array.from(vault.mark(db, 'problem', problem).subarray(0, 8), (byte) => SIGNS[byte % SIGNS.length]).join('')

/** What the key of an upload stands for: the body is bytes, which say nothing as JSON. */
export const keyed = (query: object, bytes: Uint8Array) => ({
  ...REACH,
  request: { ...query, sha256: createHash('sha256').update(bytes).digest('hex') },
})

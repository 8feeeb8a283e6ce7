import type { Readable } from 'node:stream'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import type { FoundFact, Reference, Registers } from '#engines/registers/index.ts'
import type { Database } from '#platform/database/index.ts'
import type { LiveInstitutions } from './uses.ts'
import type { Vault } from '#modules/vault/index.ts'

/** What ids are called, for those that have a name. */
export type Titles = (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, Bilingual>>

/** One filled row of a sheet as whoever reads workbooks gives it. */
export interface ListedRow {
  readonly number: number
  readonly cells: readonly string[]
}

export interface InstitutionServices {
  /** Institutions that live in a part of the platform of their own. */
  readonly live: LiveInstitutions
  readonly database: Database
  readonly vault: Vault
  readonly registers: Registers
  /** Modules above say what their ids are called. */
  readonly titles: Readonly<Partial<Record<Reference, Titles>>>
  readonly readSheet: (source: { readonly stream: Readable; readonly name: string }) => Promise<ListedRow[]>
  /** A message to a person, in the transaction that it tells of. */
  readonly tell: (
    db: Db,
    message: { readonly to: string; readonly kind: string; readonly text: string },
    now: number,
  ) => Promise<void>
  /** What an entry found becomes a finding, in the transaction of the step that found it. */
  readonly found: (
    db: Db,
    fact: FoundFact,
    doing: { readonly actor: string; readonly now: number },
  ) => Promise<void>
}

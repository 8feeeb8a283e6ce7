import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { append } from '#engines/ledger/index.ts'
import type { PersonField } from './contract.ts'

/** Names of fields, never what stands in them: the ledger is for good. */
export type PersonEvent =
  | { type: 'PersonKept'; kind: 'natural' | 'legal'; fields: readonly PersonField[]; identity: Identity }
  | { type: 'PersonChanged'; fields: readonly PersonField[] }
  | { type: 'PersonRead'; fields: readonly PersonField[]; purpose: string }
  | { type: 'PersonForgotten'; reason: string }
  | { type: 'FileKept'; file: string; mediaType: string; size: number; sha256: string; about: string }
  | { type: 'FileRead'; file: string; purpose: string }
  | { type: 'FileRemoved'; file: string; reason: string }
  | { type: 'SheetKept'; sheet: string; sha256: string; about: string }
  | { type: 'SheetRead'; sheet: string; purpose: string }

/** Whether somebody looked at the document, or the applicant only said so. */
export type Identity = 'checked' | 'stated'

/** Who does it and when. */
export interface Doing {
  readonly by: string
  readonly at: EpochMs
}

export const personStream = (person: string) => `person/${person}`

export const tellOfPerson = (db: Db, person: string, { by, at }: Doing, { type, ...payload }: PersonEvent) =>
  append(db, {
    stream: personStream(person),
    expectedVersion: 'any',
    recordedAt: at,
    events: [{ type, payload, actor: by, occurredAt: at }],
  })

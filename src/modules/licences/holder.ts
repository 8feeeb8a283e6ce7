import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { DocumentKind } from '#modules/vault/contract.ts'
import type { Vault } from '#modules/vault/index.ts'
import { type Licence, licenceStream } from './licence.ts'
import { findLicence } from './licence-store.ts'
import { refuse } from './refusals.ts'

export interface Document {
  readonly documentKind: DocumentKind
  readonly documentNumber: string
}

export interface Renewing {
  /** Whoever stands at the counter or is signed in, and the one he applies for. */
  readonly persons: readonly string[]
  /** Only where somebody has seen the document: what is stated online proves nothing. */
  readonly seen: Document | null
  readonly by: string
  readonly at: EpochMs
}

/**
 * The licence that somebody wants renewed, if it is his: the same reference, or at the counter the same document (who
 * applied online before is another reference in the vault). Reading the holder's document is recorded.
 */
export async function licenceOfHolder(
  db: Db,
  vault: Pick<Vault, 'readPerson' | 'maskedPersons'>,
  number: string,
  { persons, seen, by, at }: Renewing,
): Promise<Licence> {
  const licence = (await findLicence(db, number.trim()))?.licence
  if (!licence) throw refuse('licence.not-found', { number: number.slice(0, 80) })
  const { holder, agent } = licence
  if (persons.includes(holder) || (agent !== null && persons.includes(agent))) return licence
  const document = seen && (await documentOf(db, vault, licence, { by, at }))
  if (!document || !sameDocument(document, seen))
    throw refuse('licence.not-the-holder', { number: licence.number })
  return licence
}

async function documentOf(
  db: Db,
  vault: Pick<Vault, 'readPerson' | 'maskedPersons'>,
  { holder, number }: Licence,
  doing: { readonly by: string; readonly at: EpochMs },
): Promise<Document | undefined> {
  const shown = (await vault.maskedPersons(db, [holder])).get(holder)
  if (!shown || shown.forgotten) return undefined
  const purpose = `核对证照持有人 ${licenceStream(number)}`
  const fields = ['documentKind', 'documentNumber'] as const
  const { documentKind, documentNumber } = await vault.readPerson(db, holder, { purpose, fields }, doing)
  return documentKind && documentNumber ? { documentKind, documentNumber } : undefined
}

const clean = (text: string) => text.replaceAll(/\s/g, '').toUpperCase()
const sameDocument = (one: Document, other: Document) =>
  one.documentKind === other.documentKind && clean(one.documentNumber) === clean(other.documentNumber)

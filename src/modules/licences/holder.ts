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
  /** The one in whose name it is applied for, with the document given for him. */
  readonly applicant: string
  readonly document: Document
  /** Whoever applies in his place. */
  readonly agent: string | null
  /** Somebody saw the document: what is stated online proves nothing. */
  readonly identitySeen: boolean
  readonly by: string
  readonly at: EpochMs
}

/**
 * The licence that somebody wants renewed, if it is his: the same reference, or the same document where that proves
 * something: it was seen at a counter, or the one who got the licence for the holder applies for him again (an organisation
 * is another reference in the vault each time). Reading the holder's document is recorded.
 */
export async function licenceOfHolder(
  db: Db,
  vault: Pick<Vault, 'readPerson' | 'maskedPersons'>,
  number: string,
  { applicant, document, agent, identitySeen, by, at }: Renewing,
): Promise<Licence> {
  const licence = (await findLicence(db, number.trim()))?.licence
  // Online a number that is not there reads like one that is another's, so that nobody tries numbers out.
  if (!licence)
    throw refuse(identitySeen ? 'licence.not-found' : 'licence.not-the-holder', {
      number: number.slice(0, 80),
    })
  if (applicant === licence.holder) return licence
  const comparable = identitySeen || (agent !== null && agent === licence.agent)
  const own = comparable ? await documentOf(db, vault, licence, { by, at }) : undefined
  if (!own || !sameDocument(own, document)) throw refuse('licence.not-the-holder', { number: licence.number })
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

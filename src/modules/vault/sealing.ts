import type { Db } from '#kernel/sql.ts'
import { decrypt, encrypt, newKey } from './cipher.ts'
import type { PersonFields } from './contract.ts'
import type { MasterKey } from './master-key.ts'
import { refuse } from './refusals.ts'
import type { KeptPerson, PersonRow } from './store.ts'

/** A person's row with its key unwrapped. */
export interface Opened {
  readonly person: string
  readonly key: Buffer
  readonly fields: PersonFields
}

/** What ciphertexts are bound to: the government, the person, and what it is of theirs. */
const aboutOf = (db: Db, person: string, what: string) => `${db.scope.jurisdiction}/${person}/${what}`

export function sealPerson(master: MasterKey, db: Db, person: string, fields: PersonFields): KeptPerson {
  const key = newKey()
  return {
    person,
    keyVersion: master.version,
    wrappedKey: master.wrap(key, aboutOf(db, person, 'key')),
    content: sealContent(db, { person, key }, fields),
  }
}

export const sealContent = (db: Db, { person, key }: Pick<Opened, 'person' | 'key'>, fields: PersonFields) =>
  encrypt(key, aboutOf(db, person, 'fields'), Buffer.from(JSON.stringify(fields)))

/** Refuses a person there is not, and one whose key was destroyed. */
export function openPerson(master: MasterKey, db: Db, row: PersonRow | undefined): Opened {
  if (!row) throw refuse('vault.no-such-person')
  const { person, content } = row
  const key = unwrapKey(master, db, row)
  const text = content && decrypt(key, aboutOf(db, person, 'fields'), content)
  if (!text) throw refuse('vault.key-does-not-fit')
  // Written by `sealContent` and authenticated, so it is what it was.
  return { person, key, fields: JSON.parse(text.toString()) as PersonFields }
}

export function unwrapKey(master: MasterKey, db: Db, { person, wrappedKey, keyVersion }: PersonRow): Buffer {
  if (wrappedKey === null) throw refuse('vault.forgotten')
  return master.unwrap(wrappedKey, keyVersion, aboutOf(db, person, 'key'))
}

export const rewrapKey = (master: MasterKey, db: Db, row: PersonRow) => ({
  person: row.person,
  keyVersion: master.version,
  wrappedKey: master.wrap(unwrapKey(master, db, row), aboutOf(db, row.person, 'key')),
})

export const sealPart = (
  db: Db,
  { person, key }: Pick<Opened, 'person' | 'key'>,
  what: string,
  text: Uint8Array,
) => encrypt(key, aboutOf(db, person, what), text)

export function openPart(
  db: Db,
  { person, key }: Pick<Opened, 'person' | 'key'>,
  what: string,
  sealed: Buffer,
): Buffer {
  const text = decrypt(key, aboutOf(db, person, what), sealed)
  if (!text) throw refuse('vault.key-does-not-fit')
  return text
}

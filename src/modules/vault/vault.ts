import type { Db } from '#kernel/sql.ts'
import type { DocumentKind } from './contract.ts'
import * as files from './files.ts'
import { type MasterKeyPlace, openMasterKey } from './master-key.ts'
import * as persons from './persons.ts'
import * as sheets from './sheets.ts'
import { openPart, sealPart, unwrapKey } from './sealing.ts'
import { findMarked, findPersons, insertMark } from './store.ts'
import { refuse } from './refusals.ts'

/** `keep(master, db, …)` as the vault offers it: the key stays inside. */
type Inside<F> = F extends (master: infer _, ...given: infer Given) => infer Answer
  ? (...given: Given) => Answer
  : never

/**
 * What the modules above may do with personal data. Every function runs in the caller's transaction and tells the
 * ledger what was done, never a value. Whether the caller may see this person is the caller's to check.
 */
export interface Vault {
  readonly keepPerson: Inside<typeof persons.keepPerson>
  readonly changePerson: Inside<typeof persons.changePerson>
  readonly maskedPersons: Inside<typeof persons.maskedPersons>
  readonly readPerson: Inside<typeof persons.readPerson>
  readonly forgetPerson: Inside<typeof persons.forgetPerson>
  readonly rewrapPersons: Inside<typeof persons.rewrapPersons>
  /** The person whose checked document this is. */
  findPersonByDocument(db: Db, kind: DocumentKind, number: string): Promise<string | undefined>
  readonly keepFile: Inside<typeof files.keepFile>
  readonly readFile: Inside<typeof files.readFile>
  readonly filesAbout: Inside<typeof files.filesAbout>
  removeFile: typeof files.removeFile
  readonly keepSheet: Inside<typeof sheets.keepSheet>
  readonly readSheet: Inside<typeof sheets.readSheet>
  /** Encrypts text under a person's key: a draft, an address. Gone when the person is forgotten. */
  sealText(db: Db, person: string, about: string, text: string): Promise<Buffer>
  openText(db: Db, person: string, about: string, sealed: Buffer): Promise<string>
  /** Lets a person be found again by a value such as a phone that was proved; forgotten with the person. */
  markPerson(db: Db, person: string, about: string, value: string): Promise<void>
  findMarkedPerson(db: Db, about: string, value: string): Promise<string | undefined>
  /** A keyed hash, to find a number again without keeping it. */
  mark(db: Db, about: string, value: string): Buffer
}

export function openVault(place: MasterKeyPlace): Vault {
  const master = openMasterKey(place)
  const keyOf = async (db: Db, person: string) => {
    const [row] = await findPersons(db, [person])
    if (!row) throw refuse('vault.no-such-person')
    return { person, key: unwrapKey(master, db, row) }
  }
  return {
    keepPerson: (...given) => persons.keepPerson(master, ...given),
    changePerson: (...given) => persons.changePerson(master, ...given),
    maskedPersons: (...given) => persons.maskedPersons(master, ...given),
    readPerson: (...given) => persons.readPerson(master, ...given),
    forgetPerson: (...given) => persons.forgetPerson(master, ...given),
    rewrapPersons: (...given) => persons.rewrapPersons(master, ...given),
    async findPersonByDocument(db, kind, number) {
      const [found] = await findMarked(db, persons.documentMark(master, db, kind, number))
      return found?.person
    },
    keepFile: (...given) => files.keepFile(master, ...given),
    readFile: (...given) => files.readFile(master, ...given),
    filesAbout: (...given) => files.filesAbout(master, ...given),
    removeFile: files.removeFile,
    keepSheet: (...given) => sheets.keepSheet(master, ...given),
    readSheet: (...given) => sheets.readSheet(master, ...given),
    sealText: async (db, person, about, text) =>
      sealPart(db, await keyOf(db, person), `text/${about}`, Buffer.from(text)),
    openText: async (db, person, about, sealed) =>
      openPart(db, await keyOf(db, person), `text/${about}`, sealed).toString(),
    async markPerson(db, person, about, value) {
      await insertMark(db, person, {
        kind: about,
        mark: master.mark(`${db.scope.jurisdiction}/${about}`, value),
      })
    },
    async findMarkedPerson(db, about, value) {
      const mark = master.mark(`${db.scope.jurisdiction}/${about}`, value)
      return (await findMarked(db, { kind: about, mark }))[0]?.person
    },
    mark: (db, about, value) => master.mark(`${db.scope.jurisdiction}/${about}`, value),
  }
}

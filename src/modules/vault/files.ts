import { createHash } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import type { KeptFile } from './contract.ts'
import { cleanFileName, kindOfFile } from './file-kind.ts'
import * as files from './file-store.ts'
import type { MasterKey } from './master-key.ts'
import { type Doing, tellOfPerson } from './person-events.ts'
import { purposeIn } from './persons.ts'
import { refuse } from './refusals.ts'
import { type Opened, openPart, openPerson, sealPart } from './sealing.ts'
import { findPersons } from './store.ts'

export const FILE_LIMIT_BYTES = 20 * 1024 * 1024

export interface HandedIn {
  readonly name: string
  readonly bytes: Uint8Array
  /** The subject it is handed in for, such as `case/2026-000123`. */
  readonly about: string
  /** Recordings are taken too. */
  readonly sounds?: boolean
}

/** Keeps a file under the person's key. Its kind is what its content says; a name that says otherwise is refused. */
export async function keepFile(
  master: MasterKey,
  db: Db,
  person: string,
  { name, bytes, about, sounds = false }: HandedIn,
  doing: Doing,
): Promise<KeptFile> {
  if (bytes.length === 0) throw refuse('vault.file-empty')
  if (bytes.length > FILE_LIMIT_BYTES) throw refuse('vault.file-too-large', { limit: FILE_LIMIT_BYTES >> 20 })
  const mediaType = await kindOfFile(name, bytes, { sounds })
  const opened = await openOne(master, db, person)
  const [file, size, label] = [newId(doing.at), bytes.length, cleanFileName(name)]
  const sha256 = createHash('sha256').update(bytes).digest()
  await files.insertFile(db, {
    ...{ file, person, about, mediaType, size, sha256, keptAt: doing.at },
    label: sealPart(db, opened, `file/${file}/name`, Buffer.from(label)),
    content: sealPart(db, opened, `file/${file}`, bytes),
  })
  const told = { file, mediaType, size, sha256: sha256.toString('hex') }
  await tellOfPerson(db, person, doing, { type: 'FileKept', ...told, about })
  return { ...told, name: label, keptAt: new Date(doing.at).toISOString() }
}

const openOne = async (master: MasterKey, db: Db, person: string) =>
  openPerson(master, db, (await findPersons(db, [person]))[0])

export interface ReadFile extends KeptFile {
  readonly person: string
  readonly about: string
  readonly bytes: Buffer
}

/** A file in the clear; who read it and what for goes into the ledger. */
export async function readFile(
  master: MasterKey,
  db: Db,
  file: string,
  { purpose }: { readonly purpose: string },
  doing: Doing,
): Promise<ReadFile> {
  const row = await files.findFile(db, file)
  if (!row) throw refuse('vault.no-such-file')
  const opened = await openOne(master, db, row.person)
  const bytes = openPart(db, opened, `file/${file}`, row.content)
  const told = { type: 'FileRead', file, purpose: purposeIn(purpose, opened.fields) } as const
  await tellOfPerson(db, row.person, doing, told)
  return { ...viewOf(db, opened, row), person: row.person, about: row.about, bytes }
}

/** The files of a subject, in the order in which they were handed in; reading their names is not reading them. */
export async function filesAbout(
  master: MasterKey,
  db: Db,
  about: string,
): Promise<(KeptFile & { person: string })[]> {
  const rows = await files.findFilesAbout(db, about)
  const persons = await findPersons(db, [...new Set(rows.map(({ person }) => person))])
  const keys = new Map(
    persons
      .filter(({ wrappedKey }) => wrappedKey !== null)
      .map((row) => [row.person, openPerson(master, db, row)]),
  )
  return rows.flatMap((row) => {
    const opened = keys.get(row.person)
    return opened ? [{ ...viewOf(db, opened, row), person: row.person }] : []
  })
}

/** Takes a file back, as long as the caller's rules allow: of a draft, not of an accepted case. */
export async function removeFile(
  db: Db,
  file: string,
  { reason }: { readonly reason: string },
  doing: Doing,
): Promise<void> {
  const row = await files.findFile(db, file)
  if (!row) throw refuse('vault.no-such-file')
  await files.deleteFile(db, file)
  await tellOfPerson(db, row.person, doing, { type: 'FileRemoved', file, reason })
}

const viewOf = (db: Db, opened: Opened, row: files.FileRow): KeptFile => ({
  file: row.file,
  name: openPart(db, opened, `file/${row.file}/name`, row.label).toString(),
  mediaType: row.mediaType,
  size: row.size,
  sha256: row.sha256.toString('hex'),
  keptAt: row.keptAt.toISOString(),
})

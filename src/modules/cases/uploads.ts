import type { Readable } from 'node:stream'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { KeptFile } from '#modules/vault/contract.ts'
import { FILE_LIMIT_BYTES, type Vault } from '#modules/vault/index.ts'
import type { LivingCase } from './case.ts'
import { caseStream } from './case-events.ts'
import { refuse } from './refusals.ts'

/** Files of an application that has no number yet stand under its applicant and item. */
export const ownUploads = (person: string, item: string): string => `upload/${person}/${item}`

/** The most that one subject may hold: enough for every list of materials, not enough to fill a disk. */
const MOST_FILES = 100

interface Upload {
  readonly person: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly about: string
}

export async function keepUpload(vault: Vault, db: Db, upload: Upload, now: EpochMs): Promise<KeptFile> {
  const { person, ...given } = upload
  if ((await vault.filesAbout(db, upload.about)).length >= MOST_FILES)
    throw refuse('case.too-many-files', { most: MOST_FILES })
  return vault.keepFile(db, person, given, { by: `resident/${person}`, at: now })
}

/** Reads an upload as far as the vault would take it; what is longer is refused without having been held. */
export async function wholeFile(file: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of file as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > FILE_LIMIT_BYTES) throw refuse('case.file-too-large', { limit: FILE_LIMIT_BYTES >> 20 })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** An application names its own files only: whoever guesses the name of another's does not get it opened by a clerk. */
export async function refuseForeignFiles(
  vault: Vault,
  db: Db,
  materials: readonly { readonly files: readonly string[] }[],
  abouts: readonly string[],
): Promise<void> {
  const named = materials.flatMap(({ files }) => files)
  if (named.length === 0) return
  const kept = new Set<string>()
  for (const about of abouts) for (const { file } of await vault.filesAbout(db, about)) kept.add(file)
  const foreign = named.find((file) => !kept.has(file))
  if (foreign !== undefined) throw refuse('case.no-such-file')
}

/** The files of a case with the material each was sent for, in the order of the list of materials. */
export async function uploadsOf(
  vault: Vault,
  db: Db,
  { caseNo, plan, applicant, agent, materials }: LivingCase,
): Promise<(KeptFile & { material: string })[]> {
  const senders = [applicant, ...(agent ? [agent] : [])]
  const abouts = [caseStream(caseNo), ...senders.map((person) => ownUploads(person, plan.item))]
  const kept = new Map<string, KeptFile>()
  for (const about of abouts) for (const file of await vault.filesAbout(db, about)) kept.set(file.file, file)
  return materials.flatMap(({ code, files }) =>
    files.flatMap((file) => {
      const found = kept.get(file)
      return found ? [{ ...found, material: code }] : []
    }),
  )
}

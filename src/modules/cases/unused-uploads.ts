import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from '#engines/ledger/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { caseEventOf, caseStream } from './case-events.ts'
import * as contract from './contract.ts'
import type { Prover } from './proof.ts'
import { refuse } from './refusals.ts'
import { findFilesOf } from './store.ts'
import { ownUploads } from './uploads.ts'

/** Every file that was ever handed in with a case, also one that a later one took the place of. */
async function handedIn(db: Db, caseNos: readonly string[]): Promise<ReadonlySet<string>> {
  const files = new Set<string>()
  for (const caseNo of caseNos)
    for (const event of await readStream(db, caseStream(caseNo))) {
      const { type, data } = caseEventOf(event)
      if (type === 'CaseReceived' || type === 'MaterialsSupplied')
        for (const material of data.materials) for (const file of material.files) files.add(file)
    }
  return files
}

interface Unused {
  readonly vault: Vault
  readonly by: string
  readonly at: EpochMs
}

async function removeOne(
  db: Db,
  {
    file,
    about,
    cases,
  }: { readonly file: string; readonly about: string; readonly cases: readonly string[] },
  { vault, ...doing }: Unused,
): Promise<void> {
  if (!(await vault.filesAbout(db, about)).some((one) => one.file === file)) throw refuse('case.no-such-file')
  if ((await handedIn(db, cases)).has(file)) throw refuse('case.file-handed-in')
  await vault.removeFile(db, file, { reason: '申请人删去' }, doing)
}

const casesOf = async (db: Db, person: string) => (await findFilesOf(db, person)).map(({ caseNo }) => caseNo)

/** What was sent for a draft that is thrown away, and is in no case, leaves the vault as well. */
export async function dropUnusedUploads(
  db: Db,
  { person, item }: { readonly person: string; readonly item: string },
  { vault, ...doing }: Unused,
): Promise<void> {
  const sent = await vault.filesAbout(db, ownUploads(person, item))
  if (sent.length === 0) return
  const used = await handedIn(db, await casesOf(db, person))
  for (const { file } of sent)
    if (!used.has(file)) await vault.removeFile(db, file, { reason: '申请人删去草稿' }, doing)
}

const REACH = { reach: 'jurisdiction' } as const

export const removalRoutes = (vault: Vault, proof: Prover): Route[] => [
  route(contract.removeOwnUpload, (call) =>
    call.transaction(async (db) => {
      const { params, query, caller, now } = call
      const person = caller.account.replace(/^resident\//, '')
      const given = { ...params, about: ownUploads(person, query.item), cases: await casesOf(db, person) }
      await removeOne(db, given, { vault, by: caller.account, at: now })
      return {}
    }, REACH),
  ),
  route(contract.removeTrackedUpload, ({ params: { caseNo, file }, query, now, address }) =>
    proof.write({ caseNo, ...query }, { address, now }, async (db, person) => {
      const given = { file, about: caseStream(caseNo), cases: [caseNo] }
      await removeOne(db, given, { vault, by: `resident/${person}`, at: now })
      return {}
    }),
  ),
]

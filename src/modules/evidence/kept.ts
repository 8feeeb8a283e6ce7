import { type Bilingual, isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { endingOf, type Vault } from '#modules/vault/index.ts'
import type { BundleDocument, BundleReader, FileInBundle } from './source.ts'

/** A file of the vault whose hash stands in an event of its own file. */
export interface KeptDocument {
  readonly file: string
  readonly name: string
  readonly sha256: string
  readonly title: Bilingual
}

/**
 * Documents of the vault, read for the reader's purpose; each reading stands in the ledger. One that does not open any more,
 * or is not what the record says, is not passed over in silence: the bundle says that it is missing.
 */
export async function keptDocuments(
  db: Db,
  vault: Pick<Vault, 'readFile'>,
  kept: readonly KeptDocument[],
  { purpose, account, now }: Pick<BundleReader, 'purpose' | 'account' | 'now'>,
): Promise<Required<Pick<FileInBundle, 'documents' | 'leftOut'>>> {
  const documents: BundleDocument[] = []
  const leftOut: Bilingual[] = []
  for (const { file, name, sha256, title } of kept) {
    const found = await vault.readFile(db, file, { purpose }, { by: account, at: now }).catch(unopened)
    if (found?.sha256 === sha256)
      documents.push({
        name: withEnding(name, found.mediaType),
        ...{ title, recorded: true, bytes: () => Promise.resolve(found.bytes) },
      })
    else
      leftOut.push({
        zh: `${title.zh}：原件已不能打开或者与记录的校验值不符`,
        en: `${title.en}: the original does not open any more, or is not what its recorded hash says`,
      })
  }
  return { documents, leftOut }
}

function unopened(error: unknown): undefined {
  if (isRefusal(error)) return undefined
  throw error
}

/** What a phone or an act named without an ending gets the one of its kind, so that whoever has the bundle can open it. */
const withEnding = (name: string, mediaType: string): string =>
  /\.[a-z0-9]{1,10}$/i.test(name) ? name : `${name}.${endingOf(mediaType)}`

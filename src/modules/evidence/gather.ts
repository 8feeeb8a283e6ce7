import { type Bilingual, isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Extract, extractStreams } from '#engines/ledger/index.ts'
import { refuse } from './refusals.ts'
import type { BundleReader, BundleSource, FileInBundle, LinkedFile } from './source.ts'

/** All that a bundle is made of: the file asked for first, then those it leads to. */
export interface Gathered {
  readonly kind: string
  readonly id: string
  readonly files: readonly (FileInBundle & { readonly source: BundleSource; readonly id: string })[]
  readonly leftOut: readonly Bilingual[]
  readonly extract: Extract
}

const MOST_FILES = 60

/**
 * Opens the file and what it is linked to, nearest first, each with the reader's own rights. A linked file that is refused
 * to him is passed over without a word: that it exists may be just what he must not learn.
 */
export async function gather(
  db: Db,
  sources: readonly BundleSource[],
  asked: LinkedFile,
  reader: BundleReader,
): Promise<Gathered> {
  const byKind = new Map(sources.map((source) => [source.kind, source]))
  const first = byKind.get(asked.kind)
  if (!first) throw refuse('evidence.no-such-kind', { kind: asked.kind })
  if (!reader.permissions.has(first.permission)) throw refuse('evidence.may-not')
  const files = [{ source: first, id: asked.id, ...(await first.open(db, asked.id, reader)) }]
  const seen = new Set([`${asked.kind}/${asked.id}`])
  for (let at = 0; at < files.length && files.length < MOST_FILES; at++) {
    for (const { kind, id } of files[at]?.linked ?? []) {
      const source = byKind.get(kind)
      if (!source || seen.has(`${kind}/${id}`) || files.length >= MOST_FILES) continue
      seen.add(`${kind}/${id}`)
      const opened = reader.permissions.has(source.permission)
        ? await openIfSeen(db, source, id, reader)
        : undefined
      if (opened) files.push({ source, id, ...opened })
    }
  }
  const streams = [...new Set(files.flatMap((file) => file.streams))]
  const leftOut = files.flatMap((file) => file.leftOut ?? [])
  return { ...asked, files, leftOut, extract: await extractStreams(db, streams) }
}

async function openIfSeen(
  db: Db,
  source: BundleSource,
  id: string,
  reader: BundleReader,
): Promise<FileInBundle | undefined> {
  try {
    return await source.open(db, id, reader)
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

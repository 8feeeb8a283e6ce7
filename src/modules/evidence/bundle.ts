import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { SealKey } from '#engines/ledger/index.ts'
import { type Entry, zipOf } from '#platform/archive/index.ts'
import type { Gathered } from './gather.ts'
import { type BundleEntry, type Manifest, NAMES, sha256Of, written } from './manifest.ts'
import { refuse } from './refusals.ts'
import type { BundleDocument } from './source.ts'
import { drawStory } from './story.ts'

export interface Making {
  readonly key: SealKey
  readonly now: EpochMs
  readonly account: string
  readonly purpose: string
}

const TITLES: Readonly<Record<'readme' | 'story' | 'events' | 'seals' | 'proofs', Bilingual>> = {
  readme: { zh: '说明', en: 'How to read this' },
  story: { zh: '经过（供阅读）', en: 'The story, to be read' },
  events: { zh: '台账事件', en: 'Events of the ledger' },
  seals: { zh: '签章', en: 'Seals' },
  proofs: { zh: '包含证明', en: 'Proofs of inclusion' },
}

const README = `本压缩包是效能平台导出的证据包。story.pdf 供阅读；events.jsonl 是台账原文，每行一个事件，前后以哈希相连；
seals.jsonl 是覆盖这些事件的签章；proofs.jsonl 证明每个事件在签章之内；manifest.json 列出全部内容及其 SHA-256，
signature.json 是对它的签名。校验：xiaoneng verify 本文件（不需要网络和数据库）。

This archive is an evidence bundle. story.pdf is for reading. events.jsonl holds the record itself, one event a line, each
chained to the one before by its hash: SHA-256(hash before, as 32 bytes, then the bytes of "event"). seals.jsonl holds the
Ed25519-signed Merkle roots (RFC 6962) over them, proofs.jsonl the way from each event to its root. manifest.json lists all
entries with their SHA-256, and signature.json signs it. To check: xiaoneng verify FILE (no network, no database).
`

/** The archive of what was gathered, signed with the key of the seals. */
export async function makeBundle(gathered: Gathered, making: Making): Promise<Buffer> {
  const { extract, files } = gathered
  const { key, now, account, purpose } = making
  const documents = await numbered(files.flatMap((file) => file.documents ?? []))
  const listed = documents.map(({ entry, title, recorded }) => entryOf(entry, title, recorded))
  const said = { madeAt: now, madeBy: account, purpose, publicKey: key.publicKey }
  const story = await drawStory({ gathered, ...said, documents: listed })
  const texts = {
    readme: README,
    story,
    events: extract.events,
    seals: extract.seals,
    proofs: extract.proofs,
  }
  const fixed = (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((part) => ({
    entry: { name: NAMES[part], bytes: Buffer.from(texts[part]) },
    title: TITLES[part],
  }))
  const manifest: Manifest = {
    evidenceBundle: 1,
    jurisdiction: extract.jurisdiction,
    algorithm: extract.algorithm,
    ...{ kind: gathered.kind, id: gathered.id, title: files[0]?.title ?? { zh: '', en: '' } },
    ...said,
    madeAt: new Date(now).toISOString(),
    entries: [...fixed.map(({ entry, title }) => entryOf(entry, title, false)), ...listed],
    streams: extract.streams.map((end) => ({ ...end })),
    ...{ events: extract.rows.length, seals: extract.sealCount, unsealed: extract.unsealed },
    leftOut: [...gathered.leftOut],
  }
  const text = written(manifest)
  const hash = sha256Of(text)
  return zipOf([
    { name: NAMES.manifest, bytes: text },
    { name: NAMES.signature, bytes: written({ manifest: hash, signature: key.sign(hash) }) },
    ...fixed.map(({ entry }) => entry),
    ...documents.map(({ entry }) => entry),
  ])
}

const entryOf = ({ name, bytes }: Entry, title: Bilingual, recorded: boolean): BundleEntry => ({
  ...{ name, bytes: bytes.length, sha256: sha256Of(bytes), title, recorded },
})

const MOST_MEGABYTES = 200

interface NamedDocument extends Pick<BundleDocument, 'title' | 'recorded'> {
  readonly entry: Entry
}

/** Documents in a folder of their own, numbered, so that two of one name stand apart. */
async function numbered(documents: readonly BundleDocument[]): Promise<NamedDocument[]> {
  const drawn: NamedDocument[] = []
  let size = 0
  for (const { name, title, recorded, ...document } of documents) {
    const bytes = await document.bytes()
    size += bytes.length
    if (size > MOST_MEGABYTES * 1024 * 1024) throw refuse('evidence.too-large', { limit: MOST_MEGABYTES })
    const number = String(drawn.length + 1).padStart(2, '0')
    const entry = { name: `documents/${number}-${name.replace(/[/\\\p{Cc}]/gu, '_')}`, bytes }
    drawn.push({ entry, title, recorded })
  }
  return drawn
}

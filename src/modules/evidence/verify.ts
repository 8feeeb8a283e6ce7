import type { z } from 'zod'
import type { Bilingual } from '#kernel/refusal.ts'
import { isSignedBy, verifyExtract } from '#engines/ledger/index.ts'
import { type Entry, unzip } from '#platform/archive/index.ts'
import { Manifest, NAMES, sha256Of, Signature, written } from './manifest.ts'
import { refuse } from './refusals.ts'

/** One thing that is wrong, with the entry of the archive it was found in. */
export interface BundleProblem {
  readonly entry: string
  readonly text: Bilingual
}

export interface BundleVerification {
  readonly jurisdiction: string
  readonly kind: string
  readonly id: string
  readonly title: Bilingual
  readonly madeAt: string
  readonly publicKey: string
  readonly events: number
  readonly streams: number
  readonly seals: number
  readonly sealedEvents: number
  readonly documents: number
  readonly problems: readonly BundleProblem[]
  readonly problemCount: number
}

/** How every ZIP begins: told from a ledger export by it. */
export const isArchive = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b

/** Checks a bundle with nothing but its bytes, and the key that is known from elsewhere where it is. */
export function verifyBundle(
  bytes: Buffer,
  { publicKey }: { readonly publicKey?: string | undefined } = {},
): BundleVerification {
  const { entries, differsAt } = unzip(bytes)
  const manifest = manifestIn(entries)
  const problems = [
    ...signatureProblems(entries, manifest, publicKey),
    ...entryProblems(entries, manifest),
    ...recordProblems(entries, manifest),
  ]
  const textIn = (name: string) =>
    Buffer.from(entries.find((entry) => entry.name === name)?.bytes ?? []).toString('utf8')
  const record = verifyExtract({
    ...manifest,
    publicKey: publicKey ?? manifest.publicKey,
    ...{ events: textIn(NAMES.events), seals: textIn(NAMES.seals), proofs: textIn(NAMES.proofs) },
  })
  problems.push(...record.problems.map(({ text }) => ({ entry: NAMES.events, text })))
  if (
    record.events !== manifest.events ||
    record.unsealed !== manifest.unsealed ||
    record.seals !== manifest.seals
  )
    problems.push(
      problem(NAMES.manifest, '数目与所载事件、签章不符', 'the counts are not those of the events and seals'),
    )
  if (differsAt !== undefined && problems.length === 0)
    problems.push(
      problem(
        nearest(entries, differsAt),
        `压缩包第 ${differsAt} 字节被改动`,
        `byte ${differsAt} of the archive was changed`,
      ),
    )
  const { jurisdiction, kind, id, title, madeAt } = manifest
  return {
    ...{ jurisdiction, kind, id, title, madeAt, publicKey: publicKey ?? manifest.publicKey },
    events: record.events,
    streams: record.streams,
    seals: record.seals,
    sealedEvents: record.sealedEvents,
    documents: manifest.entries.filter(({ name }) => name.startsWith('documents/')).length,
    problems,
    problemCount: problems.length,
  }
}

const problem = (entry: string, zh: string, en: string): BundleProblem => ({
  entry,
  text: { zh: `${entry}：${zh}`, en: `${entry}: ${en}` },
})

function manifestIn(entries: readonly Entry[]): Manifest {
  const found = entries.find(({ name }) => name === NAMES.manifest)
  if (!found) throw refuse('evidence.not-a-bundle', { reason: NAMES.manifest })
  const manifest = Manifest.safeParse(parsed(found.bytes))
  if (!manifest.success) throw refuse('evidence.not-a-bundle', { reason: NAMES.manifest })
  return manifest.data
}

function signatureProblems(
  entries: readonly Entry[],
  manifest: Manifest,
  trusted: string | undefined,
): BundleProblem[] {
  const text = entries.find(({ name }) => name === NAMES.manifest)?.bytes ?? new Uint8Array()
  const found = entries.find(({ name }) => name === NAMES.signature)
  if (!found) return [problem(NAMES.signature, '缺失', 'is missing')]
  const signature: z.infer<typeof Signature> | undefined = Signature.safeParse(parsed(found.bytes)).data
  const asWritten = signature && Buffer.from(found.bytes).equals(written(signature))
  const hash = sha256Of(text)
  const key = trusted ?? manifest.publicKey
  const problems: BundleProblem[] = []
  if (
    !asWritten ||
    signature.manifest !== hash ||
    !isSignedBy(key, hash, signature.signature) ||
    !canonical(signature)
  )
    problems.push(
      problem(NAMES.manifest, '内容被改动或签名无效', 'was changed, or its signature is not valid'),
    )
  if (manifest.publicKey !== key)
    problems.push(problem(NAMES.manifest, '用另一把密钥签名', 'was signed with another key'))
  return problems
}

/** Base64 in which no bit is without meaning. */
const canonical = ({ signature }: z.infer<typeof Signature>): boolean =>
  Buffer.from(signature, 'base64').toString('base64') === signature

/** Each entry is there, in its place, as it was, and no other is. */
function entryProblems(entries: readonly Entry[], manifest: Manifest): BundleProblem[] {
  const found = new Map(entries.map((entry) => [entry.name, entry]))
  const stated = [NAMES.manifest, NAMES.signature, ...manifest.entries.map(({ name }) => name)]
  const wrong = manifest.entries.flatMap(({ name, sha256, bytes: length }) => {
    const bytes = found.get(name)?.bytes
    if (!bytes) return [problem(name, '缺失', 'is missing')]
    if (bytes.length !== length || sha256Of(bytes) !== sha256)
      return [problem(name, '内容被改动：与 SHA-256 不符', 'was changed: it does not match its SHA-256')]
    return []
  })
  const added = entries
    .filter(({ name }) => !stated.includes(name))
    .map(({ name }) => problem(name, '不属于本包', 'does not belong to the bundle'))
  const inOrder = entries.every(({ name }, place) => stated[place] === name)
  const moved =
    wrong.length + added.length === 0 && !inOrder
      ? [problem(NAMES.manifest, '内容的次序被改动', 'the entries are not in their order')]
      : []
  return [...wrong, ...added, ...moved]
}

/** A document that is said to stand in the record does: one of the events holds its hash. */
function recordProblems(entries: readonly Entry[], manifest: Manifest): BundleProblem[] {
  const events = Buffer.from(entries.find(({ name }) => name === NAMES.events)?.bytes ?? []).toString('utf8')
  return manifest.entries
    .filter(({ recorded, sha256 }) => recorded && !events.includes(sha256))
    .map(({ name }) => problem(name, '台账中没有它的哈希值', 'no event holds its hash'))
}

/** The entry in which, or before whose end, a byte stands. */
function nearest(entries: readonly Entry[], at: number): string {
  let end = 0
  for (const { name, bytes } of entries) {
    end += 30 + Buffer.byteLength(name) + bytes.length
    if (at < end) return name
  }
  return 'ZIP'
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

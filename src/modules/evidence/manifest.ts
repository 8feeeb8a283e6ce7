import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BilingualText } from '#kernel/endpoint.ts'
import { StreamEnds } from '#engines/ledger/index.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const BundleEntry = z.object({
  name: z.string(),
  bytes: z.number().int(),
  sha256: Sha256,
  title: BilingualText,
  /** Its SHA-256 stands in one of the events. */
  recorded: z.boolean(),
})
export type BundleEntry = z.infer<typeof BundleEntry>

/** What a bundle holds, as whoever made it stated; its text is what is signed. */
export const Manifest = z.object({
  evidenceBundle: z.literal(1),
  jurisdiction: z.string(),
  algorithm: z.enum(['sha256', 'sm3']),
  kind: z.string(),
  id: z.string(),
  title: BilingualText,
  madeAt: z.string(),
  madeBy: z.string(),
  purpose: z.string(),
  /** The key of the seals and of this manifest, base64 SPKI. */
  publicKey: z.string(),
  /** All entries after the manifest and its signature, in their order. */
  entries: z.array(BundleEntry),
  streams: StreamEnds,
  events: z.number().int(),
  seals: z.number().int(),
  unsealed: z.number().int(),
  leftOut: z.array(BilingualText),
})
export type Manifest = z.infer<typeof Manifest>

export const Signature = z.object({ manifest: Sha256, signature: z.string() })

/** Entries that every bundle has, in their order. */
export const NAMES = {
  manifest: 'manifest.json',
  signature: 'signature.json',
  readme: 'README.txt',
  story: 'story.pdf',
  events: 'events.jsonl',
  seals: 'seals.jsonl',
  proofs: 'proofs.jsonl',
} as const

export const written = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

import { z } from 'zod'
import { type Algorithm, copyHash, HASH_BYTES, type Hash, hashHex } from './chain.ts'
import { placeIn, SealLine, type StreamEnd } from './export-format.ts'
import { ProofLine } from './extract.ts'
import { rootAlong } from './merkle-proof.ts'
import { hashOfSeal, type Seal } from './seal.ts'
import { isSignedBy } from './seal-key.ts'
import { newVerification, type Verification } from './verification.ts'

/** The texts of an extract, and what whoever made it stated of them. */
export interface StatedExtract {
  readonly jurisdiction: string
  readonly algorithm: Algorithm
  /** The key that its seals must be of. */
  readonly publicKey: string
  readonly streams: readonly StreamEnd[]
  readonly events: string
  readonly seals: string
  readonly proofs: string
}

const EVENT_LINE = /^\{"n":(\d{1,9}),"hash":"([0-9a-f]{64})","previous":"([0-9a-f]{64})","event":(\{.*\})\}$/s

/**
 * Checks an extract with nothing but itself: each event against its hash, each stream from its first event to the end
 * that was stated, each seal against its signature, and each event's way to the seal it is said to stand under.
 */
export function verifyExtract(stated: StatedExtract): Verification & { readonly unsealed: number } {
  const { jurisdiction, algorithm, publicKey } = stated
  const verification = newVerification({ jurisdiction, algorithm, publicKey })
  const hashes = new Map<number, Hash>()
  for (const { text, line } of linesOf(stated.events)) {
    const event = eventIn(algorithm, text)
    if (!event) verification.report('malformed', { line })
    else {
      verification.event(event, line)
      hashes.set(event.ordinal, event.hash)
    }
  }
  stated.streams.forEach((end, index) => verification.head(end, index + 1))
  const seals = sealsIn(stated, verification.report)
  const proven = new Set<number>()
  for (const { text, line } of linesOf(stated.proofs)) {
    const proof = ProofLine.safeParse(parsed(text)).data
    const seal = seals.get(proof?.seal ?? 0)
    const hash = hashes.get(proof?.n ?? 0)
    if (!proof || !seal || hash === undefined) verification.report('malformed', { line })
    else if (rootAlong(algorithm, hash, proof.path) !== seal.root)
      verification.report('seal-broken', { line, stream: `seal/${seal.number}` })
    else proven.add(proof.n)
  }
  const found = verification.finish()
  return { ...found, seals: seals.size, sealedEvents: proven.size, unsealed: hashes.size - proven.size }
}

function eventIn(algorithm: Algorithm, text: string) {
  const [, n = '', hash = '', previous = '', event = ''] = EVENT_LINE.exec(text) ?? []
  if (n === '') return undefined
  const bytes = Buffer.from(event)
  const place = placeIn(bytes, 0, bytes.length)
  if (!place) return undefined
  const room = Buffer.alloc(HASH_BYTES + bytes.length)
  copyHash(Buffer.from(previous, 'latin1'), 0, room)
  bytes.copy(room, HASH_BYTES)
  return { ordinal: Number(n), ...place, previous, hash, recomputed: hashHex(algorithm, room) }
}

type Report = ReturnType<typeof newVerification>['report']

/** Seals are not consecutive here: only those that cover the events. Each is chained by the hash of the one before it. */
function sealsIn(
  { seals, jurisdiction, algorithm, publicKey }: StatedExtract,
  report: Report,
): Map<number, Seal> {
  const known = new Map<number, Seal>()
  for (const { text, line } of linesOf(seals)) {
    const seal = SealLine.safeParse(parsed(text)).data?.seal
    if (!seal) {
      report('malformed', { line })
      continue
    }
    const where = { line, stream: `seal/${seal.number}` }
    const genuine = hashOfSeal(jurisdiction, algorithm, seal) === seal.hash
    if (!genuine || !isSignedBy(seal.publicKey, seal.hash, seal.signature)) report('bad-signature', where)
    if (seal.publicKey !== publicKey) report('other-key', where)
    known.set(seal.number, seal)
  }
  return known
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => ({ text: line, line: index + 1 }))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Ends of streams as a stated list. */
export const StreamEnds = z.array(
  z.object({ stream: z.string(), version: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
)

import type { Bilingual } from '#kernel/refusal.ts'
import type { Algorithm, Hash } from './chain.ts'
import { NO_HASH } from './chain.ts'
import { newTree } from './merkle.ts'
import { hashOfSeal, type Seal } from './seal.ts'
import { isSignedBy } from './seal-key.ts'

/** What can be wrong with a ledger, and where: the line of the file, the stream, the version. */
export interface Problem {
  readonly kind: ProblemKind
  readonly line?: number | undefined
  readonly stream?: string | undefined
  readonly version?: number | undefined
  readonly text: Bilingual
}

const SENTENCES = {
  changed: { zh: '内容被改动：与其哈希值不符', en: 'was changed: it does not match its hash' },
  'chain-broken': {
    zh: '接不上前一版：前一版被替换',
    en: 'does not follow the version before, which was replaced',
  },
  missing: { zh: '缺失', en: 'is missing' },
  moved: { zh: '不在原来的位置', en: 'is not where it was' },
  repeated: { zh: '重复出现', en: 'appears twice' },
  malformed: { zh: '这一行不是台账的内容', en: 'this line does not belong to a ledger' },
  'seal-broken': { zh: '签章与其覆盖的事件不符', en: 'the seal does not match the events it covers' },
  'seal-missing': {
    zh: '签章不连续：前一枚签章缺失或被替换',
    en: 'a seal before this one is missing or was replaced',
  },
  'bad-signature': { zh: '签名无效', en: 'the signature is not valid' },
  'other-key': { zh: '用另一把密钥签名', en: 'was signed with another key' },
  'cut-off': { zh: '文件不完整：结尾被截去', en: 'the file is not complete: its end was cut off' },
  miscounted: { zh: '数目与结尾的记载不符', en: 'the counts are not those the end of the file states' },
} as const satisfies Record<string, Bilingual>

export type ProblemKind = keyof typeof SENTENCES

export interface Verification {
  readonly jurisdiction: string
  readonly algorithm: Algorithm
  readonly events: number
  readonly streams: number
  readonly seals: number
  /** Events under a seal; the rest are chained and, in an export, under the signature of its last line. */
  readonly sealedEvents: number
  /** The key of the seals, base64 SPKI: to be compared with the one made known elsewhere. */
  readonly publicKey: string | undefined
  /** The first thousand, in the order found. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
}

export interface CheckedEvent {
  /** Its place in an export, from 1; a stored ledger has none. */
  readonly ordinal?: number
  readonly stream: string
  readonly version: number
  readonly previous: Hash
  readonly hash: Hash
  /** The hash of what stands there now. */
  readonly recomputed: Hash
}

export interface Ending {
  readonly events: number
  readonly streams: number
  readonly seals: number
  readonly tailCount: number
  readonly tailRoot: Hash
}

export interface Expected {
  readonly jurisdiction: string
  readonly algorithm: Algorithm
  /** The key that all seals must be of, where it is known. */
  readonly publicKey?: string | undefined
}

const PROBLEMS_KEPT = 1000

/** Checks a ledger event by event, in its order; knows the end of every stream and the seal it is under. */
export function newVerification({ jurisdiction, algorithm, publicKey }: Expected) {
  const heads = new Map<string, { version: number; hash: Hash }>()
  const missing = new Map<string, { line: number | undefined; stream: string; version: number }>()
  const skipped = new Map<number, number | undefined>()
  const problems: Problem[] = []
  let tree = newTree(algorithm)
  let key = publicKey
  let nextOrdinal = 1
  let lastSeal = NO_HASH
  let problemCount = 0
  let [events, seals, sealedEvents] = [0, 0, 0]

  const report = (kind: ProblemKind, where: Omit<Problem, 'kind' | 'text'>) => {
    problemCount++
    if (problems.length < PROBLEMS_KEPT) problems.push({ kind, ...where, text: sentence(kind, where) })
  }

  const checkOrdinal = (ordinal: number, where: Omit<Problem, 'kind' | 'text'>) => {
    if (ordinal >= nextOrdinal) {
      for (let one = nextOrdinal; one < Math.min(ordinal, nextOrdinal + PROBLEMS_KEPT); one++)
        skipped.set(one, where.line)
      nextOrdinal = ordinal + 1
    } else report(skipped.delete(ordinal) ? 'moved' : 'repeated', where)
  }

  const checkChain = (event: CheckedEvent, where: Omit<Problem, 'kind' | 'text'>) => {
    const { stream, version, previous, hash } = event
    const head = heads.get(stream)
    const before = head?.version ?? 0
    if (version <= before) {
      missing.delete(`${stream}\n${version}`)
      if (event.ordinal === undefined) report('repeated', where)
      return
    }
    if (version === before + 1 && previous !== (head?.hash ?? NO_HASH)) report('chain-broken', where)
    for (let one = before + 1; one < Math.min(version, before + PROBLEMS_KEPT); one++) {
      missing.set(`${stream}\n${one}`, { line: where.line, stream, version: one })
    }
    if (!head) heads.set(stream, { version, hash })
    else {
      head.version = version
      head.hash = hash
    }
  }

  return {
    event(event: CheckedEvent, line?: number) {
      events++
      const where = { line, stream: event.stream, version: event.version }
      if (event.recomputed !== event.hash) report('changed', where)
      if (event.ordinal !== undefined) checkOrdinal(event.ordinal, where)
      checkChain(event, where)
      tree.add(event.hash)
    },

    seal(seal: Seal, line?: number) {
      seals++
      const where = { line, stream: `seal/${seal.number}` }
      if (seal.previous !== lastSeal || seal.number !== seals) report('seal-missing', where)
      if (seal.root !== tree.root() || seal.count !== tree.size()) report('seal-broken', where)
      const genuine = hashOfSeal(jurisdiction, algorithm, seal) === seal.hash
      if (!genuine || !isSignedBy(seal.publicKey, seal.hash, seal.signature)) report('bad-signature', where)
      key ??= seal.publicKey
      if (seal.publicKey !== key) report('other-key', where)
      lastSeal = seal.hash
      sealedEvents += tree.size()
      tree = newTree(algorithm)
    },

    /** A stream's end as the export states it. */
    head({ stream, version, hash }: { stream: string; version: number; hash: Hash }, line: number) {
      const head = heads.get(stream)
      const found = head?.version ?? 0
      for (let one = found + 1; one <= Math.min(version, found + PROBLEMS_KEPT); one++) {
        missing.set(`${stream}\n${one}`, { line, stream, version: one })
      }
      if (found > version || (found === version && head?.hash !== hash))
        report('chain-broken', { line, stream, version })
    },

    ending(ending: Ending, signed: boolean, line: number) {
      const counted = ending.events === events && ending.streams === heads.size && ending.seals === seals
      if (!counted || ending.tailCount !== tree.size() || ending.tailRoot !== tree.root())
        report('miscounted', { line })
      if (!signed) report('bad-signature', { line })
    },

    report,
    key: () => key,
    lastSeal: () => lastSeal,

    finish(): Verification {
      for (const where of missing.values()) report('missing', where)
      if (missing.size === 0) for (const line of skipped.values()) report('missing', { line })
      const counts = { events, streams: heads.size, seals, sealedEvents }
      return { jurisdiction, algorithm, ...counts, publicKey: key, problems, problemCount }
    },
  }
}

export type LedgerVerification = ReturnType<typeof newVerification>

function sentence(kind: ProblemKind, { line, stream, version }: Omit<Problem, 'kind' | 'text'>): Bilingual {
  const { zh, en } = SENTENCES[kind]
  const place = [
    line === undefined ? [] : [`第 ${line} 行`, `line ${line}`],
    stream === undefined ? [] : [stream, stream],
    version === undefined ? [] : [`第 ${version} 版`, `version ${version}`],
  ].filter((part) => part.length > 0)
  return {
    zh: `${place.map(([chinese]) => chinese).join('，')}：${zh}`,
    en: `${place.map(([, english]) => english).join(', ')}: ${en}`,
  }
}

import { z } from 'zod'
import { versionConflict } from './append.ts'
import type { AnsweredCommand } from './appender-store.ts'
import type { GroupAppend } from './appender.ts'
import { type Algorithm, chainAfter, type ChainedEvent, EMPTY_STREAM, type Head } from './chain.ts'
import type { PreparedEvent } from './event.ts'
import { refuse } from './refusals.ts'

export interface Answer {
  readonly stream: string
  /** The versions that the events were given. */
  readonly first: number
  readonly last: number
  /** True when the same key had been answered before and nothing was appended now. */
  readonly repeated: boolean
}

/** One append on its way: checked, and with those who wait for its answer. */
export interface Task {
  readonly append: GroupAppend
  /** Jurisdiction and stream in one. */
  readonly place: string
  readonly prepared: readonly PreparedEvent[]
  readonly recordedAt: string
  readonly requestHash: string
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export interface StoredAnswer {
  readonly requestHash: string
  readonly answer: unknown
}

export interface Situation {
  readonly algorithm: Algorithm
  readonly tasks: readonly Task[]
  /** The ends of streams as far as known. */
  readonly heads: ReadonlyMap<string, Head>
  readonly answered: ReadonlyMap<string, StoredAnswer>
  /** Whether `heads` and `answered` were read just now, so that a "no" may rest on them. */
  readonly certain: boolean
}

export interface Plan {
  readonly events: ChainedEvent[]
  readonly answers: AnsweredCommand[]
  /** The ends of streams once this is stored. */
  readonly heads: Map<string, Head>
  /** What to tell whom, once this is stored. */
  readonly settle: Array<() => void>
  /** Tasks that need certain knowledge, or the answer of another one in this batch. */
  readonly later: Task[]
}

/** Decides what of a batch is written now, one task after the other. */
export function planBatch(situation: Situation): Plan {
  const plan: Plan = { events: [], answers: [], heads: new Map(), settle: [], later: [] }
  const keys = new Set<string>()
  for (const task of situation.tasks) planTask(task, situation, plan, keys)
  return plan
}

function planTask(
  task: Task,
  { algorithm, heads, answered, certain }: Situation,
  plan: Plan,
  keys: Set<string>,
): void {
  const { append, place, prepared, recordedAt, requestHash, resolve, reject } = task
  const { jurisdiction, stream, expectedVersion, key } = append
  const earlier = key === undefined ? undefined : answered.get(key)
  if (earlier) {
    plan.settle.push(() => repeatAnswer(task, earlier))
    return
  }
  const head = plan.heads.get(place) ?? heads.get(place) ?? EMPTY_STREAM
  const surprising = expectedVersion !== 'any' && expectedVersion !== head.version
  if ((key !== undefined && keys.has(key)) || (surprising && !certain)) {
    plan.later.push(task)
    return
  }
  if (surprising) {
    plan.settle.push(() => reject(versionConflict(stream, expectedVersion, head.version)))
    return
  }
  const events = chainAfter(head, { algorithm, jurisdiction, stream, recordedAt }, prepared)
  const last = head.version + events.length
  plan.events.push(...events)
  plan.heads.set(place, { version: last, hash: events.at(-1)?.hash ?? head.hash })
  plan.settle.push(() => resolve({ stream, first: head.version + 1, last, repeated: false }))
  if (key === undefined) return
  keys.add(key)
  plan.answers.push({ key, requestHash, answer: JSON.stringify({ first: head.version + 1, last, stream }) })
}

const StoredAppend = z.object({ stream: z.string(), first: z.number(), last: z.number() })

function repeatAnswer({ append, requestHash, resolve, reject }: Task, earlier: StoredAnswer): void {
  if (earlier.requestHash !== requestHash) reject(refuse('ledger.key-reused', { key: append.key ?? '' }))
  else resolve({ ...StoredAppend.parse(earlier.answer), repeated: true })
}

import type pg from 'pg'
import type { EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import { type Database, isConnectionLost } from '#platform/database/index.ts'
import { settleAlgorithm } from './algorithm.ts'
import type { Append } from './append.ts'
import { enterJurisdiction, insertBatch, readAnswers, readHeads } from './appender-store.ts'
import type { Algorithm, Head } from './chain.ts'
import { hashOfRequest } from './command.ts'
import { checkName, instantText, prepare } from './event.ts'
import { type Answer, planBatch, type StoredAnswer, type Task } from './grouping.ts'
import { refuse } from './refusals.ts'
import { isTaken, LEDGER_CHANNEL } from './store.ts'

export interface GroupAppend extends Append {
  readonly jurisdiction: string
  /** With a key, the same append asked again gets the first answer; with another content it is refused. */
  readonly key?: string
}

export interface Appender {
  /**
   * Appends in a transaction shared with whoever appends at the same time, and answers after its commit.
   * A refusal of one leaves the others as they are.
   */
  append(request: GroupAppend): Promise<Answer>
  /** Waits for what was asked for; later requests are refused. */
  close(): Promise<void>
}

const LANES = 2
const BATCH_LIMIT = 500
const ATTEMPTS = 6
const HEADS_KEPT = 50_000

/**
 * Group commit: whatever arrives while the last batch is on its way to the disk goes into the next one, in one
 * statement. With one writer the batches have one event and nothing waits; with many the disk is asked once for all.
 */
export function openAppender(database: Database): Appender {
  const known = { heads: new Map<string, Head>(), algorithm: algorithmsOf(database) }
  const queue = newQueue()
  const idle = Array.from({ length: LANES }, () => newLane(database))
  const lanes = [...idle]
  let closing = false
  let scheduled = false
  let whenDone: (() => void) | undefined

  const schedule = () => {
    if (!scheduled) setImmediate(pump)
    scheduled = true
  }

  const pump = () => {
    scheduled = false
    while (queue.isWorthIt()) {
      const lane = idle.pop()
      const batch = lane ? queue.take() : []
      if (lane && batch.length > 0) void send(lane, batch)
      else if (lane) idle.push(lane)
      if (batch.length === 0) break
    }
    if (idle.length === LANES && queue.isEmpty()) whenDone?.()
  }

  /** The next batch leaves before the callers of this one are answered, so that both are worked on at once. */
  const send = async (lane: Lane, batch: readonly Task[]) => {
    const answers = await storeBatch(lane, batch, known)
    queue.arrived(batch)
    idle.push(lane)
    database.notify(LEDGER_CHANNEL, batch[0]?.append.jurisdiction ?? '')
    forgetOldest(known.heads)
    if (idle.length < LANES) pump()
    else schedule()
    for (const answer of answers) answer()
  }

  return {
    append(request) {
      return new Promise<Answer>((resolve, reject) => {
        if (closing) throw refuse('ledger.closed')
        queue.add(newTask(request, resolve, reject))
        schedule()
      })
    },
    async close() {
      closing = true
      const done = new Promise<void>((resolve) => (whenDone = resolve))
      pump()
      await done
      for (const lane of lanes) lane.drop()
    },
  }
}

/** What waits to be sent. A stream whose last batch is still away waits: its next hash needs the one before. */
function newQueue() {
  const streamsAway = new Set<string>()
  let waiting: Task[] = []
  let away = 0
  return {
    add: (task: Task) => void waiting.push(task),
    isEmpty: () => waiting.length === 0,
    /** Two batches of half the size each overlap; a small one beside a large one only costs the server more. */
    isWorthIt: () => waiting.length >= Math.min(Math.max(away, 1), BATCH_LIMIT),
    take(): Task[] {
      const jurisdiction = waiting.find((task) => !streamsAway.has(task.place))?.append.jurisdiction
      const batch: Task[] = []
      const left: Task[] = []
      for (const task of waiting) {
        const fits = batch.length < BATCH_LIMIT && task.append.jurisdiction === jurisdiction
        if (fits && !streamsAway.has(task.place)) batch.push(task)
        else left.push(task)
      }
      for (const { place } of batch) streamsAway.add(place)
      waiting = left
      away += batch.length
      return batch
    },
    arrived(batch: readonly Task[]) {
      for (const { place } of batch) streamsAway.delete(place)
      away -= batch.length
    },
  }
}

function newTask(append: GroupAppend, resolve: Task['resolve'], reject: Task['reject']): Task {
  const stream = checkName(append.stream, 'stream')
  const { jurisdiction, expectedVersion, key } = append
  const prepared = append.events.map(prepare)
  const recordedAt = instantText(append.recordedAt, 'recordedAt')
  const requestHash = key === undefined ? '' : hashOfRequest({ stream, expectedVersion, events: prepared })
  if (checkName(jurisdiction, 'jurisdiction') === EVERY_JURISDICTION) throw refuse('ledger.no-jurisdiction')
  if (prepared.length === 0) throw refuse('ledger.bad-event', { field: 'events', limit: 1 })
  if (key !== undefined) checkName(key, 'key')
  const place = `${jurisdiction}\n${stream}`
  return { append, place, prepared, recordedAt, requestHash, resolve, reject }
}

interface Known {
  readonly heads: Map<string, Head>
  readonly algorithm: (jurisdiction: string, at: EpochMs) => Promise<Algorithm>
}

/** A jurisdiction's algorithm never changes once it is settled. */
function algorithmsOf(database: Database): Known['algorithm'] {
  const settled = new Map<string, Algorithm>()
  return async (jurisdiction, at) => {
    const known = settled.get(jurisdiction)
    const algorithm = known ?? (await database.transaction({ jurisdiction }, (db) => settleAlgorithm(db, at)))
    settled.set(jurisdiction, algorithm)
    return algorithm
  }
}

/** What to tell the callers of a batch, once all is known. */
type Answers = Array<() => void>

/**
 * Stores a batch, or as much of it as can be: after a surprise the true ends of its streams and the answers of its keys
 * are read, those that are too late are told so, and the rest is tried again.
 */
async function storeBatch(lane: Lane, batch: readonly Task[], known: Known): Promise<Answers> {
  const answers: Answers = []
  let tasks = batch
  for (let attempt = 1; tasks.length > 0 && attempt <= ATTEMPTS; attempt++) {
    try {
      tasks = await tryBatch(lane, { tasks, certain: attempt > 1 }, known, answers)
    } catch (error) {
      if (!isTaken(error, 'ledger_event') && !isTaken(error, 'ledger_command'))
        return [...answers, ...(await failAll(lane, tasks, known, error))]
    }
    for (const { place } of tasks) known.heads.delete(place)
  }
  for (const { reject } of tasks) answers.push(() => reject(refuse('ledger.busy', { attempts: ATTEMPTS })))
  return answers
}

interface Attempt {
  readonly tasks: readonly Task[]
  readonly certain: boolean
}

/** One attempt: adds the answers of those it can answer and gives back those to be tried again. */
async function tryBatch(
  lane: Lane,
  { tasks, certain }: Attempt,
  known: Known,
  answers: Answers,
): Promise<readonly Task[]> {
  const [first] = tasks
  if (!first) return []
  const { jurisdiction } = first.append
  const client = await lane.client(jurisdiction)
  const algorithm = await known.algorithm(jurisdiction, first.append.recordedAt)
  await findHeads(client, tasks, known.heads, certain)
  const keys = certain ? tasks.flatMap(({ append }) => append.key ?? []) : []
  const answered =
    keys.length > 0 ? await readAnswers(client, jurisdiction, keys) : new Map<string, StoredAnswer>()
  const plan = planBatch({ algorithm, tasks, heads: known.heads, answered, certain })
  if (plan.events.length > 0) await insertBatch(client, jurisdiction, plan.events, plan.answers)
  for (const [place, head] of plan.heads) known.heads.set(place, head)
  answers.push(...plan.settle)
  return plan.later
}

/** A stream said to be new is believed: if it is not, its first version is taken, and then we look. */
async function findHeads(
  client: pg.ClientBase,
  tasks: readonly Task[],
  heads: Map<string, Head>,
  certain: boolean,
): Promise<void> {
  const unknown = tasks.filter(
    ({ place, append }) => !heads.has(place) && (certain || append.expectedVersion !== 0),
  )
  const jurisdiction = unknown[0]?.append.jurisdiction
  if (jurisdiction === undefined) return
  const found = await readHeads(client, jurisdiction, [
    ...new Set(unknown.map(({ append }) => append.stream)),
  ])
  for (const { place, append } of unknown) {
    const head = found.get(append.stream)
    if (head) heads.set(place, head)
  }
}

/** An error that is no conflict may be the fault of one (text the database cannot hold): alone, each gets its own. */
async function failAll(lane: Lane, tasks: readonly Task[], known: Known, error: unknown): Promise<Answers> {
  if (isConnectionLost(error)) lane.lose()
  else if (tasks.length > 1 && !isRefusal(error)) {
    const answers: Answers = []
    for (const task of tasks) answers.push(...(await storeBatch(lane, [task], known)))
    return answers
  }
  const told = isConnectionLost(error) ? refuse('ledger.outcome-unknown') : error
  return tasks.map(
    ({ reject }) =>
      () =>
        reject(told),
  )
}

interface Lane {
  /** The lane's connection, set to a jurisdiction; made anew after a loss. */
  client(jurisdiction: string): Promise<pg.ClientBase>
  /** The connection broke; the next batch gets another. */
  lose(): void
  drop(): void
}

function newLane(database: Database): Lane {
  let client: pg.PoolClient | undefined
  let inside = ''
  let lost = false
  const onError = () => {
    lost = true
  }
  const drop = () => {
    client?.off('error', onError)
    client?.release(true)
    client = undefined
  }
  return {
    async client(jurisdiction) {
      if (lost) drop()
      if (!client) {
        client = await database.connect()
        client.on('error', onError)
        lost = false
        inside = ''
      }
      if (inside !== jurisdiction) await enterJurisdiction(client, jurisdiction)
      inside = jurisdiction
      return client
    },
    lose: onError,
    drop,
  }
}

function forgetOldest(heads: Map<string, Head>): void {
  if (heads.size <= HEADS_KEPT) return
  for (const place of heads.keys()) {
    heads.delete(place)
    if (heads.size <= HEADS_KEPT / 2) return
  }
}

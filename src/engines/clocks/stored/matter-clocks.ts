import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { appendMany, type ExpectedStream, type StoredEvent } from '../../ledger/index.ts'
import { calendarsFor } from './calendars.ts'
import { streamOf } from './clock-row.ts'
import { lockClocksOf, putClocks } from './store.ts'
import { type MatterClocks, type ToldClocks, toldClocks } from './told-clocks.ts'

export interface StoredClocks extends MatterClocks {
  /**
   * Appends what happened to the clocks, then what happened beside them, in one statement, and brings the rows of the
   * clocks up to date. Without it nothing is kept. Answers everything that was appended.
   */
  keep(recordedAt: EpochMs, beside?: readonly ExpectedStream[]): Promise<StoredEvent[]>
  /** When a clock ends that was kept last; undefined: it was not among them. */
  keptEnd(id: string): EpochMs | null | undefined
}

interface Known {
  /** Matters that begin in this transaction have no clocks to be read. */
  readonly isNew?: (subject: string) => boolean
}

/**
 * The clocks of matters in the database, for one command: read and held once, decided on in memory, written together.
 * A file that is received and accepted in one breath starts and stops five clocks; each by itself cost five statements.
 */
export function storedClocks(db: Db, { isNew = () => false }: Known = {}): StoredClocks {
  let told: ToldClocks | undefined
  const held = new Set<string>()
  const kept = new Map<string, EpochMs | null>()
  const of = async (subject: string): Promise<ToldClocks> => {
    // The calendars are held before the clocks, in the order in which a new notice takes them.
    told ??= toldClocks(await calendarsFor(db))
    if (!held.has(subject)) {
      held.add(subject)
      if (!isNew(subject)) told.hold(await lockClocksOf(db, subject))
    }
    return told
  }
  return {
    async start(clocks, entered) {
      for (const subject of new Set(clocks.map((clock) => clock.subject))) await of(subject)
      await told?.start(clocks, entered)
    },
    stop: async (subject, ...asked) => (await of(subject)).stop(subject, ...asked),
    stopAll: async (subject, ...asked) => (await of(subject)).stopAll(subject, ...asked),
    suspend: async (subject, ...asked) => (await of(subject)).suspend(subject, ...asked),
    resume: async (subject, ...asked) => (await of(subject)).resume(subject, ...asked),
    extend: async (subject, ...asked) => (await of(subject)).extend(subject, ...asked),
    async keep(recordedAt, beside = []) {
      const streams = [...held].flatMap((subject) => told?.streamsOf(subject) ?? [])
      const stored = await appendMany(db, { streams: [...streams, ...beside], recordedAt })
      if (streams.length === 0) return stored
      const changed = new Set(streams.map(({ stream }) => stream))
      const rows = [...held].flatMap((subject) => told?.rowsOf(subject) ?? [])
      await putClocks(
        db,
        rows.filter(({ id }) => changed.has(streamOf(id))),
      )
      for (const { id, dueAt } of rows) kept.set(id, dueAt)
      held.clear()
      told = undefined
      return stored
    },
    keptEnd: (id) => kept.get(id),
  }
}

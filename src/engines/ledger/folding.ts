import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from './append.ts'
import type { StoredEvent } from './event.ts'
import { type Projection, record } from './projection.ts'

/** What every event of such a stream has; the rest is its own. */
export interface Said {
  readonly type: string
}

/** When something happened, who did it, and the name of the stream without its prefix. */
export interface Told {
  readonly at: EpochMs
  readonly by: string
  readonly id: string
}

/**
 * Subjects of which a list keeps one row each: the stream folded. `evolve` never refuses; `put` writes the row of the
 * state as it stands after an event.
 */
export interface Folding<State, Event extends Said> {
  /** Streams are called `<prefix><id>`; it ends with a slash. */
  readonly prefix: string
  readonly evolve: (state: State | undefined, event: Event, told: Told) => State | undefined
  readonly find: (
    db: Db,
    id: string,
  ) => Promise<{ readonly state: State; readonly version: number } | undefined>
  readonly put: (
    db: Db,
    id: string,
    row: { readonly state: State; readonly version: number },
  ) => Promise<unknown>
}

/** Any of them beside others in one list: its own types are known where it is defined. */
type AnyFolding = Folding<never, never>
export const anyFolding = <State, Event extends Said>(folding: Folding<State, Event>): AnyFolding =>
  folding as unknown as AnyFolding

const toldOf = ({ occurredAt, actor }: StoredEvent, id: string): Told => ({ at: occurredAt, by: actor, id })
const saidBy = <Event>({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): Event =>
  ({ type, ...payload }) as unknown as Event

/** The lists of such subjects: live, and rebuilt with the same result. */
export const foldingLists = (
  name: string,
  tables: readonly string[],
  foldings: readonly AnyFolding[],
): Projection => ({
  name,
  tables,
  async apply(db, events) {
    for (const event of events) {
      const folding = foldings.find(({ prefix }) => event.stream.startsWith(prefix)) as
        Folding<unknown, Said> | undefined
      if (!folding) continue
      const id = event.stream.slice(folding.prefix.length)
      const known = await folding.find(db, id)
      if (known && known.version >= event.version) continue
      const state = folding.evolve(known?.state, saidBy(event), toldOf(event, id))
      if (state !== undefined) await folding.put(db, id, { state, version: event.version })
    }
  },
})

export interface Changed {
  readonly actor: string
  readonly now: EpochMs
  /** When it happened, where that is not now: what a demo tells of its past. */
  readonly occurredAt?: EpochMs
  readonly expectedVersion?: number | undefined
}

/** Decides on a subject as its stream tells it, and records what follows. Nothing is recorded for no event. */
export async function changeFolded<State, Event extends Said>(
  db: Db,
  {
    prefix,
    evolve,
    lists,
  }: Pick<Folding<State, Event>, 'prefix' | 'evolve'> & { readonly lists: Projection },
  id: string,
  decide: (state: State | undefined) => readonly Event[],
  { actor, now, occurredAt = now, expectedVersion }: Changed,
): Promise<State | undefined> {
  const stored = await readStream(db, prefix + id)
  const before = stored.reduce<State | undefined>(
    (state, event) => evolve(state, saidBy(event), toldOf(event, id)),
    undefined,
  )
  const events = decide(before)
  if (events.length > 0)
    await record(db, [lists], {
      stream: prefix + id,
      expectedVersion: expectedVersion ?? stored.length,
      recordedAt: now,
      events: events.map(({ type, ...payload }) => ({ type, payload, actor, occurredAt })),
    })
  return events.reduce((state, event) => evolve(state, event, { at: occurredAt, by: actor, id }), before)
}

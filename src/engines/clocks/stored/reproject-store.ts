import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import { conflict } from '#platform/database/index.ts'
import { ClockStateShape, type EndMove, EndMoves } from './clock-row.ts'

const instant = z.date().transform(Number)

const AffectedRow = z.object({
  place: z.string(),
  id: z.string(),
  subject: z.string(),
  dueAt: instant,
  warnAt: instant.nullable(),
  warned: z.boolean(),
  provisional: z.boolean(),
  moves: EndMoves,
  state: ClockStateShape,
})

/** What a re-projection needs of a clock, and where its row lies in the table. */
export type AffectedClock = z.infer<typeof AffectedRow>

/** The open clocks of a calendar whose end may be moved by a change of days from an instant on. */
export interface Affected {
  readonly calendar: string
  readonly from: EpochMs
}

/**
 * The next affected clocks, held, in the order of their ids: as they were started, so as they lie. Walked by unit or by
 * end instead, every clock lay on another page, and a million pages were written to the log of the database. Clocks that
 * are done are not in the index that is walked.
 */
export const lockAffected = (
  db: Db,
  { calendar, from, after, limit }: Affected & { after: string; limit: number },
): Promise<AffectedClock[]> =>
  db.rows(
    AffectedRow,
    sql`
    select ctid::text as place, id, subject, due_at, warn_at, warned, provisional, moves, inputs as state
      from clock
     where jurisdiction = ${db.scope.jurisdiction}
       and id > ${after}
       and stopped_at is null
       and status = 'open'
       and calendar = ${calendar}
       and due_at >= ${new Date(from)}
     order by id
     limit ${limit}
       for update`,
  )

export interface MovedEnd {
  readonly place: string
  readonly dueAt: EpochMs | null
  readonly warnAt: EpochMs | null
  readonly nextAt: EpochMs | null
  readonly provisional: boolean
  readonly moves: readonly EndMove[]
}

/** Neighbours in the walk end alike: writing an instant out is dearer than looking it up. */
function instantTexts(): (at: EpochMs | null) => string | null {
  const known = new Map<EpochMs, string>()
  return (at) => {
    if (at === null) return null
    const text = known.get(at) ?? new Date(at).toISOString()
    known.set(at, text)
    return text
  }
}

const useIndexes = (db: Db, how: 'on' | 'off') =>
  db.run(sql`select set_config('enable_indexscan', ${how}, true)`)

/**
 * Moves the ends of held clocks and nothing else. A held row stays where it lies, so it is found by its place alone: a
 * third of the cost was looking it up. Row-level security makes the planner expect a single clock, and it would begin
 * with all of them; without indexes the places are all it has.
 */
export async function moveEnds(db: Db, ends: readonly MovedEnd[], calendarVersion: string): Promise<void> {
  const at = instantTexts()
  await useIndexes(db, 'off')
  const moved = await db.run(sql`
    update clock
       set due_at = moved.due_at, warn_at = moved.warn_at, next_at = moved.next_at, provisional = moved.provisional,
           moves = moved.moves, calendar_version = ${calendarVersion}
      from unnest(${ends.map(({ place }) => place)}::tid[], ${ends.map(({ dueAt }) => at(dueAt))}::timestamptz[],
                  ${ends.map(({ warnAt }) => at(warnAt))}::timestamptz[],
                  ${ends.map(({ nextAt }) => at(nextAt))}::timestamptz[],
                  ${ends.map(({ provisional }) => provisional)}::boolean[],
                  ${ends.map(({ moves }) => JSON.stringify(moves))}::json[])
           as moved (place, due_at, warn_at, next_at, provisional, moves)
     where clock.ctid = moved.place
       and clock.jurisdiction = ${db.scope.jurisdiction}`)
  await useIndexes(db, 'on')
  if (moved !== ends.length) throw conflict('A clock that was held is not where it lay')
}

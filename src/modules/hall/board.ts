import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import type { CountEntered } from './admission/reading.ts'
import { todayOf } from './commands.ts'
import type { UnitWork, WindowSpan, WorkedCase } from './department-work.ts'
import type { WindowFigure } from './terms.ts'
import type { HallBoard, HallFigures, WallCase } from './contract.ts'
import { isWorkingDay } from './hours.ts'
import { refuse } from './refusals.ts'
import type { CountByCounter } from './staffing.ts'
import { findCounters } from './counter-store.ts'
import { findHalls } from './store.ts'
import { calendarOf, counterViews, hallView, instantText, unitNames } from './views.ts'

/** What the hall is told of the cases beside it. */
export interface HallCases {
  readonly figures: (
    db: Db,
    now: EpochMs,
  ) => Promise<
    Omit<HallFigures, 'overdue'> & {
      readonly overdue: readonly { readonly unit: string; readonly cases: number }[]
    }
  >
  readonly countByCounter: CountByCounter
  readonly windowWork: (db: Db, span: WindowSpan) => Promise<readonly UnitWork[]>
  readonly windowCases: (
    db: Db,
    span: WindowSpan,
    asked: { readonly unit: string; readonly what: WindowFigure; readonly limit: number },
  ) => Promise<readonly WorkedCase[]>
  readonly entered: CountEntered
  readonly openOf: (
    db: Db,
    asked: { readonly unit?: string; readonly now: EpochMs; readonly limit: number },
  ) => Promise<{ readonly open: number; readonly late: number; readonly cases: readonly OfUnit<WallCase>[] }>
}

/** A row of a wall before its unit has got its name. */
export type OfUnit<Row extends { readonly unit: unknown }> = Omit<Row, 'unit'> & {
  readonly unit: string | null
}

/** Every screen and every phone asks for the same figures: they are read once in so many milliseconds. */
const FRESH_MS = 3000

/** The board by jurisdiction and hall. The counts span all units, which no visitor's own reach does; no case leaves with them. */
export function boards(database: Database, cases: HallCases) {
  const kept = new Map<string, { readonly at: EpochMs; readonly board: Promise<HallBoard> }>()
  return (jurisdiction: string, hall: string | undefined, now: EpochMs): Promise<HallBoard> => {
    const key = `${jurisdiction}/${hall ?? ''}`
    const last = kept.get(key)
    if (last && now >= last.at && now - last.at < FRESH_MS) return last.board
    const scope = { jurisdiction, account: '', reach: 'jurisdiction' } as const
    const board = database.read(scope, (db) => boardOf(db, cases, { hall, now }))
    kept.set(key, { at: now, board })
    // What was refused or failed is not kept: a stranger could fill the memory with halls that are none.
    board.catch(() => kept.delete(key))
    return board
  }
}

async function boardOf(
  db: Db,
  cases: HallCases,
  { hall, now }: { readonly hall: string | undefined; readonly now: EpochMs },
): Promise<HallBoard> {
  const halls = await findHalls(db)
  const found = hall === undefined ? halls[0] : halls.find((one) => one.hall === hall)
  if (!found) throw refuse('hall.no-such-hall', { hall: hall ?? '' })
  const { overdue, ...figures } = await cases.figures(db, now)
  const names = await unitNames(
    db,
    overdue.map(({ unit }) => unit),
  )
  const today = todayOf(now)
  return {
    at: instantText(now),
    today,
    worksToday: isWorkingDay(await calendarOf(db), today),
    hall: hallView(found),
    counters: await counterViews(db, await findCounters(db, found.hall), now),
    figures: { ...figures, overdue: overdue.map(({ unit, cases }) => ({ ...names(unit), cases })) },
  }
}

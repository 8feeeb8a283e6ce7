import { type Db, sql } from '#kernel/sql.ts'
import type { EpochMs } from '#kernel/day.ts'
import type { CardCell, CaseCell } from './cells.ts'

interface Change<Cell> {
  readonly number: number
  readonly cell: Cell
  readonly count: number
  readonly events: number
}

/** Adds to the counts of cells; a cell that empties is removed, so that a rebuild gives the same rows. */
export async function addToCaseCells(db: Db, changes: readonly Change<CaseCell>[]): Promise<void> {
  if (changes.length === 0) return
  const given = changes.map(({ number, cell, count, events }) => ({ number, ...cell, count, events }))
  await db.run(sql`
    insert into watch_cell (jurisdiction, cell, log, unit, state, colour, late, timed, early, rule, cases, events)
    select ${db.scope.jurisdiction}, number, log, unit, state, colour, late, timed, early, rule, count, events
      from json_to_recordset(${JSON.stringify(given)}::json)
           as given (number bigint, log text, unit text, state text, colour text, late boolean, timed boolean,
                     early boolean, rule text, count bigint, events bigint)
        on conflict (jurisdiction, cell) do update
       set cases = watch_cell.cases + excluded.cases, events = watch_cell.events + excluded.events`)
  const emptied = changes.filter(({ count }) => count < 0).map(({ number }) => number)
  if (emptied.length === 0) return
  await db.run(sql`
    delete from watch_cell
     where jurisdiction = ${db.scope.jurisdiction}
       and cell = any (${emptied}::bigint[])
       and cases = 0`)
}

export async function addToCardCells(db: Db, changes: readonly Change<CardCell>[]): Promise<void> {
  if (changes.length === 0) return
  const given = changes.map(({ number, cell, count }) => ({ number, ...cell, count }))
  await db.run(sql`
    insert into card_cell (jurisdiction, cell, log, unit, rule, level, status, month, cards)
    select ${db.scope.jurisdiction}, number, log, unit, rule, level, status, month, count
      from json_to_recordset(${JSON.stringify(given)}::json)
           as given (number bigint, log text, unit text, rule text, level text, status text, month text, count bigint)
        on conflict (jurisdiction, cell) do update
       set cards = card_cell.cards + excluded.cards`)
  const emptied = changes.filter(({ count }) => count < 0).map(({ number }) => number)
  if (emptied.length === 0) return
  await db.run(sql`
    delete from card_cell
     where jurisdiction = ${db.scope.jurisdiction}
       and cell = any (${emptied}::bigint[])
       and cards = 0`)
}

export interface DurationChange {
  readonly unit: string
  readonly usedDays: number
  readonly count: number
}

/** Adds to the histogram of working days used. */
export async function addToDurations(db: Db, log: string, changes: readonly DurationChange[]): Promise<void> {
  if (changes.length === 0) return
  const given = changes.map(({ unit, usedDays, count }) => ({ unit, used_days: usedDays, count }))
  await db.run(sql`
    insert into watch_duration (jurisdiction, log, unit, used_days, cases)
    select ${db.scope.jurisdiction}, ${log}, unit, used_days, count
      from json_to_recordset(${JSON.stringify(given)}::json) as given (unit text, used_days integer, count bigint)
        on conflict (jurisdiction, log, unit, used_days) do update
       set cases = watch_duration.cases + excluded.cases`)
  if (changes.every(({ count }) => count > 0)) return
  await db.run(sql`
    delete from watch_duration
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and cases = 0`)
}

export interface StepChange {
  readonly from: string
  readonly to: string
  readonly moves: number
  readonly seconds: number
}

/** Adds to the directly-follows graph. */
export async function addToSteps(db: Db, log: string, changes: readonly StepChange[]): Promise<void> {
  if (changes.length === 0) return
  const given = changes.map(({ from, to, moves, seconds }) => ({
    from_activity: from,
    to_activity: to,
    moves,
    seconds,
  }))
  await db.run(sql`
    insert into watch_step (jurisdiction, log, from_activity, to_activity, moves, seconds)
    select ${db.scope.jurisdiction}, ${log}, from_activity, to_activity, moves, seconds
      from json_to_recordset(${JSON.stringify(given)}::json)
           as given (from_activity text, to_activity text, moves bigint, seconds bigint)
        on conflict (jurisdiction, log, from_activity, to_activity) do update
       set moves = watch_step.moves + excluded.moves, seconds = watch_step.seconds + excluded.seconds`)
  if (changes.every(({ moves }) => moves > 0)) return
  await db.run(sql`
    delete from watch_step
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and moves = 0`)
}

/** Widens the span of a log; most batches only move its end. */
export const widenSpan = (db: Db, log: string, span: { first: EpochMs; last: EpochMs }) =>
  db.run(sql`
    insert into watch_span (jurisdiction, log, first_at, last_at)
    values (${db.scope.jurisdiction}, ${log}, ${new Date(span.first)}, ${new Date(span.last)})
        on conflict (jurisdiction, log) do update
       set first_at = least(watch_span.first_at, excluded.first_at),
           last_at = greatest(watch_span.last_at, excluded.last_at)
     where watch_span.first_at > excluded.first_at
        or watch_span.last_at < excluded.last_at`)

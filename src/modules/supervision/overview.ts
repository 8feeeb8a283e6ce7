import type { Db } from '#kernel/sql.ts'
import type { Overview } from './contract.ts'
import {
  type CardCount,
  type CellCount,
  type Duration,
  findCardCounts,
  findCardTotals,
  findCounts,
  findDurationTotals,
  findTotals,
  findDurations,
} from './figure-store.ts'
import { overviewOf } from './figures.ts'
import { getLog } from './watching.ts'

export interface Counts {
  readonly log: string | undefined
  readonly cells: readonly CellCount[]
  readonly cards: readonly CardCount[]
  readonly durations: readonly Duration[]
}

/** What the figures of a log, or of all logs, are made of, unit by unit: sums that each append keeps. */
export async function countsOf(db: Db, log: string | undefined): Promise<Counts> {
  if (log !== undefined) await getLog(db, log)
  return {
    log,
    cells: await findCounts(db, log),
    cards: await findCardCounts(db, log),
    durations: await findDurations(db, log),
  }
}

async function totalsOf(db: Db, log: string | undefined): Promise<Counts> {
  if (log !== undefined) await getLog(db, log)
  return {
    log,
    cells: await findTotals(db, log),
    cards: await findCardTotals(db, log),
    durations: await findDurationTotals(db, log),
  }
}

export const overview = async (db: Db, log: string | undefined, at: string): Promise<Overview> =>
  overviewOf(await totalsOf(db, log), at)

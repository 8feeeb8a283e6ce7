import type { Db } from '#kernel/sql.ts'
import { findUnitNames } from '#modules/organisation/index.ts'
import type { Overview, UnitFigures } from './contract.ts'
import { findDurations } from './figure-store.ts'
import { overviewOf, unitFigures } from './figures.ts'
import { findCardTotals, findTotal, findUnitCards, findUnitMedians, findUnitTotals } from './total-store.ts'
import { totalOf } from './totals.ts'
import { getLog } from './watching.ts'

const NONE = totalOf(
  { log: '', unit: null, state: 'open', colour: 'quiet', late: false, timed: false, early: false, rule: '' },
  0,
)

/** The figures of a log, or of all logs, from totals that each append keeps. */
export async function overview(db: Db, log: string | undefined, at: string): Promise<Overview> {
  if (log !== undefined) await getLog(db, log)
  const total = (await findTotal(db, log)) ?? NONE
  const cards = await findCardTotals(db, log)
  return overviewOf({ log, total, cards, durations: await findDurations(db, log) }, at)
}

/** The same unit by unit. */
export async function unitsOverview(db: Db, log: string | undefined): Promise<UnitFigures[]> {
  if (log !== undefined) await getLog(db, log)
  const totals = await findUnitTotals(db, log)
  const cards = await findUnitCards(db, log)
  const medians = await findUnitMedians(db, log)
  const names = await findUnitNames(
    db,
    totals.map(({ unit }) => unit),
  )
  return unitFigures({ log, totals, cards, medians, names })
}

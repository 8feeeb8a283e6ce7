import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { findCardCells, findCardsOfCells } from './card-list-store.ts'
import { instantText } from './moments.ts'
import { ruleTitle } from './views.ts'

/** The cards of a unit, or of all, that nobody has judged yet: how many of each level, and the newest of them with their age. */
export async function departmentCards(
  db: Db,
  { unit, now, limit }: { readonly unit?: string; readonly now: EpochMs; readonly limit: number },
) {
  const cellsOf = (level: 'yellow' | 'red') =>
    findCardCells(db, { ...(unit === undefined ? {} : { unit }), level, status: 'unjudged' })
  const [yellow, red] = [await cellsOf('yellow'), await cellsOf('red')]
  const total = (cells: typeof yellow) => cells.reduce((sum, { cards }) => sum + cards, 0)
  const cells = [...red, ...yellow].map(({ cell }) => cell)
  const rows = cells.length === 0 ? [] : await findCardsOfCells(db, { cells, after: undefined, limit })
  const today = dayNumberAt(DEFAULT_ZONE, now)
  return {
    yellowCards: total(yellow),
    redCards: total(red),
    cards: rows.map(({ card, unit: against, rule, level, caseId, raisedAt, status }) => ({
      card,
      unit: against,
      rule,
      ruleTitle: ruleTitle(rule),
      level: level === 'red' ? ('red' as const) : ('yellow' as const),
      caseId,
      raisedAt: instantText(raisedAt),
      ageDays: today - dayNumberAt(DEFAULT_ZONE, raisedAt),
      answered: status === 'answered',
    })),
  }
}

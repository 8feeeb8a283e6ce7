import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findSpans } from './figure-store.ts'
import { findLogCards, findLogTotals } from './total-store.ts'

/** What the list of logs says of one log. */
export interface LogFigures {
  readonly cases: number
  readonly events: number
  readonly open: number
  /** Open and past a due instant. */
  readonly overdue: number
  readonly cards: number
  readonly firstAt: EpochMs | null
  readonly lastAt: EpochMs | null
}

/** Figures of every log by name, from the summaries that each append keeps. */
export async function logFigures(db: Db): Promise<Map<string, LogFigures>> {
  const cards = new Map((await findLogCards(db)).map((row) => [row.log, row.cards]))
  const spans = new Map((await findSpans(db)).map((row) => [row.log, row]))
  const totals = new Map((await findLogTotals(db)).map((row) => [row.log, row]))
  return new Map(
    [...new Set([...totals.keys(), ...spans.keys(), ...cards.keys()])].map((log) => {
      const total = totals.get(log)
      return [
        log,
        {
          cases: total?.cases ?? 0,
          events: total?.events ?? 0,
          open: (total?.open ?? 0) + (total?.suspended ?? 0),
          overdue: total?.overdue ?? 0,
          cards: cards.get(log) ?? 0,
          firstAt: spans.get(log)?.firstAt ?? null,
          lastAt: spans.get(log)?.lastAt ?? null,
        },
      ]
    }),
  )
}

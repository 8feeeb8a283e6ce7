import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findCardCounts, findCounts, findSpans } from './figure-store.ts'

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

const NOTHING: LogFigures = {
  cases: 0,
  events: 0,
  open: 0,
  overdue: 0,
  cards: 0,
  firstAt: null,
  lastAt: null,
}

/** Figures of every log by name, from the summaries that each append keeps. */
export async function logFigures(db: Db): Promise<Map<string, LogFigures>> {
  const figures = new Map<string, LogFigures>()
  const add = (
    log: string,
    more: Partial<Record<'cases' | 'events' | 'open' | 'overdue' | 'cards', number>>,
  ) => {
    const before = figures.get(log) ?? NOTHING
    figures.set(log, {
      ...before,
      cases: before.cases + (more.cases ?? 0),
      events: before.events + (more.events ?? 0),
      open: before.open + (more.open ?? 0),
      overdue: before.overdue + (more.overdue ?? 0),
      cards: before.cards + (more.cards ?? 0),
    })
  }
  for (const { log, state, late, cases, events } of await findCounts(db, undefined)) {
    const open = state === 'concluded' ? 0 : cases
    add(log, { cases, events, open, overdue: late ? open : 0 })
  }
  for (const { log, status, cards } of await findCardCounts(db, undefined)) {
    if (status !== 'withdrawn') add(log, { cards })
  }
  for (const { log, firstAt, lastAt } of await findSpans(db)) {
    figures.set(log, { ...(figures.get(log) ?? NOTHING), firstAt, lastAt })
  }
  return figures
}

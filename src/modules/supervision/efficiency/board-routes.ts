import { dayOfNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Caller, type Route, route } from '#platform/http/index.ts'
import { findHalls } from '#modules/hall/index.ts'
import * as contract from '../board-contract.ts'
import {
  burdenView,
  centralView,
  changeView,
  sideView,
  signalView,
  tierView,
  windowView,
} from './board-views.ts'
import { boardCases } from './board-cases.ts'
import { burdens } from './boards/burden.ts'
import { numberAt, saidAt } from './boards/cases.ts'
import { centralMonth, monthBefore } from './boards/central.ts'
import { changesOf } from './boards/changes.ts'
import { type Boards, boardsFor } from './boards/context.ts'
import { draggedOut } from './boards/simple.ts'
import { sidesOf } from './boards/sides.ts'
import { tierWeeks } from './boards/tiers.ts'
import { windowWeeks } from './boards/windows.ts'
import { periodOf } from './figures.ts'
import { casesShown, namesFor } from './naming.ts'
import { responsible, signalsOf } from './signals.ts'
import { spanOf } from './span.ts'
import { measuresFor } from './shelf.ts'
import { calledFor, ownBoards, type SpanGiven } from './board-reading.ts'

const SHOWN = 500
const DRAGGED_SHOWN = 200

interface Asking {
  readonly caller: Caller
  readonly now: number
  readonly query: SpanGiven
}

/** Boards beside each other: each number opens to its cases, as far as the reader may see them. */
export function boardRoutes({ database }: { readonly database: Database }): Route[] {
  /** 大厅管理者: counts of all departments that sit in the hall, not only of the own unit. Cases open as far as they may. */
  const managing = async <T>(
    { caller, now, query }: Asking,
    work: (db: Db, boards: Boards) => Promise<T>,
  ): Promise<T> => {
    const { jurisdiction, account, unit } = caller
    return database.read({ jurisdiction, account, reach: 'jurisdiction' }, async (db) => {
      const runsHall = (await findHalls(db)).some((hall) => hall.unit === unit)
      const own = caller.reach === 'jurisdiction' || runsHall ? undefined : (unit ?? '')
      return work(db, await boardsFor(db, { ...spanOf(query, now), now, unit: own }))
    })
  }
  const said = ({ measures, span }: Boards) => ({
    ...{ from: dayOfNumber(span.first), until: dayOfNumber(span.last) },
    minimumCell: measures.by.settings.number('minimumCell'),
  })

  return [
    route(contract.listWindowWeeks, (call) =>
      managing(call, async (db, boards) => {
        const called = await calledFor(db, boards)
        const rows = windowWeeks(boards.measures, boards.span, boards.stationed)
        return { ...said(boards), rows: rows.map((row) => windowView(row, called)) }
      }),
    ),

    route(contract.listCentralRates, (call) =>
      managing(call, async (db, boards) => {
        const called = await calledFor(db, boards)
        const rows = monthsOf(boards).flatMap((month) =>
          responsible(boards).map((unit) => centralMonth(boards.measures, { unit, month }, boards.versions)),
        )
        return { ...said(boards), rows: rows.map((row) => centralView(row, called)) }
      }),
    ),

    route(contract.listTierWeeks, (call) =>
      managing(call, async (_, boards) => {
        const rows = tierWeeks(boards.measures, boards.span, boards.tiers)
        return { ...said(boards), rows: rows.map(tierView) }
      }),
    ),

    ...readerRoutes(said),
  ]
}

/** Boards over what the reader's own reach shows. */
const readerRoutes = (
  said: (boards: Boards) => { from: string; until: string; minimumCell: number },
): Route[] => [
  route(contract.listSignals, ({ query, now, read }) =>
    read(async (db) => {
      const boards = await ownBoards(db, query, now)
      const signals = signalsOf(boards)
      const called = await calledFor(
        db,
        boards,
        signals.map(({ subject }) => subject),
      )
      return { ...said(boards), rows: signals.map((signal) => signalView(signal, called)) }
    }),
  ),

  route(contract.listChanges, ({ query, now, read }) =>
    read(async (db) => {
      const boards = await ownBoards(db, query, now)
      const called = await calledFor(db, boards)
      const rows = changesOf(boards.measures, boards.versions)
      return { ...said(boards), rows: rows.map((row) => changeView(row, called)) }
    }),
  ),

  route(contract.listBurdens, ({ query, now, read }) =>
    read(async (db) => {
      const boards = await ownBoards(db, query, now)
      const called = await calledFor(db, boards)
      const rows = burdens(boards.measures, boards.span, boards.visited).slice(0, SHOWN)
      return { ...said(boards), rows: rows.map((row) => burdenView(row, called)) }
    }),
  ),

  route(contract.listSides, ({ query, now, read }) =>
    read(async (db) => {
      const boards = await ownBoards(db, query, now)
      return { ...said(boards), rows: sidesOf(boards.measures, boards.span).map(sideView) }
    }),
  ),

  route(contract.listDragged, ({ now, read }) =>
    read(async (db) => {
      const { columns, by } = await measuresFor(db, now)
      const found = draggedOut({ columns, by }).slice(0, DRAGGED_SHOWN)
      const officers = found.map(({ index }) => saidAt(columns, 'acceptor', index))
      const names = await namesFor(db, [...new Set(officers)])
      const rows = found.map(({ index, days, usual, raised }, place) => {
        const officer = officers[place] ?? ''
        const [shown] = casesShown(columns, [{ caseIndex: index, value: days, officer }], names)
        return { ...(shown as NonNullable<typeof shown>), days, usual, raised }
      })
      return { rows }
    }),
  ),

  route(contract.listBoardCases, ({ params: { board }, query: { key, what, ...query }, now, read }) =>
    read(async (db) => {
      const boards = await ownBoards(db, query, now)
      const { columns } = boards.measures
      const found = boardCases(boards, { board, key, what })
      const shown = found.slice(0, SHOWN).map((caseIndex) => {
        const days = numberAt(columns, 'totalDays', caseIndex)
        const open = numberAt(columns, 'openDays', caseIndex)
        const officer = saidAt(columns, 'decider', caseIndex) || saidAt(columns, 'acceptor', caseIndex)
        return { caseIndex, value: Number.isNaN(days) ? open : days, officer }
      })
      const names = await namesFor(db, [...new Set(shown.map(({ officer }) => officer))])
      return { total: found.length, rows: casesShown(columns, shown, names) }
    }),
  ),
]

/** The months of a span, oldest first. */
function monthsOf({ span }: Boards): string[] {
  const months: string[] = []
  for (
    let month = periodOf(span.last, 'month');
    month >= periodOf(span.first, 'month');
    month = monthBefore(month, 1)
  )
    months.unshift(month)
  return months
}

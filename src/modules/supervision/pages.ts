import type { Db } from '#kernel/sql.ts'
import { refuse } from './refusals.ts'
import {
  type CardFilter,
  type CardPlace,
  findCardCells,
  findCardsFiltered,
  findCardsOfCells,
} from './card-list-store.ts'
import type { ListedCard } from './card-store.ts'
import {
  type CaseFilter,
  type CasePlace,
  type CaseSort,
  findCaseCells,
  findCasesOfLogs,
  findCasesOfRule,
  findRecentCases,
  findUrgentCases,
  type ListRow,
  type CaseSearch,
  searchBeginnings,
  searchCases,
} from './watch-store.ts'

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly total: number
}

const PAGE = 50
/** Up to so many cells are merged; beyond them nearly everything fits, and reading on is quicker than merging. */
const CELLS_MERGED = 400

export interface CaseQuestion extends CaseFilter {
  readonly search?: string | undefined
  readonly sort?: CaseSort | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** A page of cases. Open cases come by urgency unless asked otherwise, all others newest first. */
export async function pageOfCases(db: Db, question: CaseQuestion): Promise<Page<ListRow>> {
  const { search, limit = PAGE, ...rest } = question
  const filter: CaseFilter = ownUnit(db, rest)
  const place = question.after === undefined ? undefined : readPlace(question.after)
  const sort =
    place?.sort ??
    question.sort ??
    ((filter.state === 'open' || filter.state === 'unfinished') && !search && !filter.rule ? 'due' : 'recent')
  if (search !== undefined && search.trim() !== '') {
    const found = await searched(db, { text: search.trim(), filter, after: place, limit: limit + 1 })
    return pageOf(found, { limit, sort: 'recent', total: found[0]?.total ?? 0 })
  }
  const fitting = await findCaseCells(db, filter)
  const total = fitting.reduce((sum, { cases }) => sum + cases, 0)
  const cells = fitting.map(({ cell }) => cell)
  const asked = { cells, sort, after: place, limit: limit + 1 }
  if (filter.rule !== undefined)
    return pageOf(await findCasesOfRule(db, asked), { limit, sort: 'recent', total })
  if (sort === 'due') return pageOf(await findUrgentCases(db, asked), { limit, sort, total })
  if (cells.length <= CELLS_MERGED) return pageOf(await findRecentCases(db, asked), { limit, sort, total })
  const logs = [...new Set(fitting.map(({ log }) => log))]
  return pageOf(await findCasesOfLogs(db, { ...asked, logs, filter }), { limit, sort, total })
}

/** Up to so many cases every number is looked at; with more, the beginning of a number is tried first. */
const CASES_SCANNED = 20_000

/** Cases by part of their number. In large logs a number that begins with the text is found along the key. */
async function searched(db: Db, search: CaseSearch) {
  const cells = await findCaseCells(db, search.filter)
  const cases = cells.reduce((sum, cell) => sum + cell.cases, 0)
  if (cases <= CASES_SCANNED) return searchCases(db, search)
  const found = await searchBeginnings(db, search, [...new Set(cells.map(({ log }) => log))])
  return found.length > 0 ? found : searchCases(db, search)
}

/** Row-level security holds anyway; naming the unit lets the database use it to find rows. */
const ownUnit = <Filter extends { unit?: string | undefined }>(db: Db, filter: Filter): Filter =>
  db.scope.reach === 'unit' && filter.unit === undefined && db.scope.unit !== undefined
    ? { ...filter, unit: db.scope.unit }
    : filter

function pageOf(
  found: readonly ListRow[],
  { limit, sort, total }: { limit: number; sort: CaseSort; total: number },
): Page<ListRow> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const more = found.length > limit && last
  return {
    rows,
    total,
    next: more
      ? placeText({ sort, at: sort === 'due' ? last.dueAt : last.sortAt, log: last.log, caseId: last.caseId })
      : null,
  }
}

interface Place extends CasePlace {
  readonly sort: CaseSort
}

const placeText = ({ sort, at, log, caseId }: Place): string =>
  Buffer.from(JSON.stringify([sort, at, log, caseId])).toString('base64url')

function readPlace(text: string): Place {
  const [sort, at, log, caseId] = readMark(text)
  if (
    (sort !== 'due' && sort !== 'recent') ||
    typeof at !== 'number' ||
    typeof log !== 'string' ||
    typeof caseId !== 'string'
  ) {
    throw refuse('page.invalid')
  }
  return { sort, at: checkedInstant(at), log, caseId }
}

const LATEST = 8.64e15

function checkedInstant(at: number): number {
  if (!(Math.abs(at) <= LATEST / 100)) throw refuse('page.invalid')
  return at
}

function readMark(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(read) ? read : []
  } catch {
    throw refuse('page.invalid')
  }
}

export interface CardQuestion extends CardFilter {
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** A page of cards, newest first. */
export async function pageOfCards(db: Db, question: CardQuestion): Promise<Page<ListedCard>> {
  const { limit = PAGE, after, ...rest } = question
  const filter: CardFilter = ownUnit(db, rest)
  const place = after === undefined ? undefined : readCardPlace(after)
  const fitting = await findCardCells(db, filter)
  const total = fitting.reduce((sum, { cards }) => sum + cards, 0)
  const asked = { after: place, limit: limit + 1 }
  const found =
    fitting.length <= CELLS_MERGED
      ? await findCardsOfCells(db, { ...asked, cells: fitting.map(({ cell }) => cell) })
      : await findCardsFiltered(db, { ...asked, filter })
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const next =
    found.length > limit && last
      ? Buffer.from(JSON.stringify([last.raisedAt, last.card])).toString('base64url')
      : null
  return { rows, total, next }
}

function readCardPlace(text: string): CardPlace {
  const [at, card] = readMark(text)
  if (typeof at !== 'number' || typeof card !== 'string') throw refuse('page.invalid')
  return { at: checkedInstant(at), card }
}

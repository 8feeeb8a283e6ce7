import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import type { CaseRow } from './contract.ts'

const Instant = z.date().transform(Number)

export interface CaseFilter {
  readonly log?: string | undefined
  readonly unit?: string | undefined
  readonly state?: CaseRow['state'] | 'unfinished' | undefined
  readonly colour?: CaseRow['colour'] | undefined
  readonly late?: boolean | undefined
  readonly early?: boolean | undefined
  readonly rule?: string | undefined
}

/** A place in a list: the next page begins after it. */
export interface CasePlace {
  readonly at: EpochMs
  readonly log: string
  readonly caseId: string
}

/** Newest first by start, or the most urgent first by due instant. */
export type CaseSort = 'recent' | 'due'

const Cell = z.object({ cell: z.number(), cases: z.number(), log: z.string() })

/** The cells that fit a filter, with their counts. Row-level security leaves out other units' cells. */
export const findCaseCells = (db: Db, filter: CaseFilter) =>
  db.rows(
    Cell,
    sql`
    select cell, cases, log
      from watch_cell
     where jurisdiction = ${db.scope.jurisdiction}
       and rule = ${filter.rule ?? ''}
       and cases > 0
       and ${caseFilter(filter)}
     limit 100000`,
  )

/** The conditions of a filter on any table that has its columns. */
function caseFilter({ log, unit, state, colour, late, early }: CaseFilter): Sql {
  const parts: Sql[] = [raw('true')]
  if (log !== undefined) parts.push(sql`log = ${log}`)
  if (unit !== undefined) parts.push(sql`unit = ${unit}`)
  if (state === 'unfinished') parts.push(sql`state <> 'concluded'`)
  else if (state !== undefined) parts.push(sql`state = ${state}`)
  if (colour !== undefined) parts.push(sql`colour = ${colour}`)
  if (late !== undefined) parts.push(late ? raw('late') : raw('timed and not late'))
  if (early !== undefined) parts.push(sql`early = ${early}`)
  return joined(parts)
}

/** All of some conditions. */
export const joined = (parts: readonly Sql[]): Sql => parts.reduce((all, part) => sql`${all} and ${part}`)

const ListRow = z.object({
  log: z.string(),
  caseId: z.string(),
  item: z.string().nullable(),
  unit: z.string().nullable(),
  channel: z.string().nullable(),
  state: z.enum(['open', 'suspended', 'concluded']),
  startedAt: Instant.nullable(),
  concludedAt: Instant.nullable(),
  lastActivity: z.string(),
  lastAt: Instant,
  events: z.number(),
  committedDueAt: Instant.nullable(),
  statutoryDueAt: Instant.nullable(),
  provisional: z.boolean(),
  colour: z.enum(['quiet', 'soon', 'yellow', 'red']),
  openCards: z.number(),
  sortAt: Instant,
  dueAt: Instant,
})
export type ListRow = z.infer<typeof ListRow>

const columns = sql`w.log, w.case_id, w.item, w.unit, w.channel, w.state, w.started_at, w.concluded_at, w.last_activity,
           w.last_at, w.events, w.committed_due_at, w.statutory_due_at, w.provisional, w.colour, w.open_cards,
           w.sort_at, w.due_at`

export interface CasePage {
  readonly cells: readonly number[]
  readonly sort: CaseSort
  readonly after: CasePlace | undefined
  readonly limit: number
}

/** One page of the newest cases of some cells: each cell is read in order along one index, and they are merged. */
export const findRecentCases = (db: Db, { cells, ...page }: CasePage) =>
  findMerged(db, { ...page, sort: 'recent', ...ofCells(cells), table: raw('watched_case') })

/** One page of the most urgent open cases of some cells. */
export const findUrgentCases = (db: Db, { cells, ...page }: CasePage) =>
  findMerged(db, {
    ...page,
    sort: 'due',
    each: ofCells(cells).each,
    table: raw('watched_case'),
    fits: raw("cell = fit.cell and state <> 'concluded'"),
  })

/** The newest among the cases in which one rule found something. */
export const findCasesOfRule = (db: Db, { cells, ...page }: CasePage) =>
  findMerged(db, { ...page, sort: 'recent', ...ofCells(cells), table: raw('watched_case_rule') })

/** Too many cells to merge: few filters then, so nearly every case fits, and each log is read in order. */
export const findCasesOfLogs = (
  db: Db,
  {
    logs,
    filter,
    ...page
  }: { logs: readonly string[]; filter: CaseFilter } & Pick<CasePage, 'after' | 'limit'>,
) =>
  findMerged(db, {
    ...page,
    sort: 'recent',
    each: sql`unnest(${logs}::text[]) as fit (name)`,
    table: raw('watched_case'),
    fits: sql`log = fit.name and ${caseFilter({ ...filter, log: undefined })}`,
  })

const ofCells = (cells: readonly number[]) => ({
  each: sql`unnest(${cells}::bigint[]) as fit (cell)`,
  fits: raw('cell = fit.cell'),
})

interface Merge extends Omit<CasePage, 'cells'> {
  /** What is merged, one list for each `fit`. */
  readonly each: Sql
  readonly table: Sql
  /** Which rows of the table stand in the list of a `fit`. */
  readonly fits: Sql
}

/** The order of a list: in the lists that are merged, among them, and of the page. Spelled out, so that an index gives it. */
const ORDER: Record<CaseSort, { at: Sql; inner: Sql; merged: Sql; page: Sql }> = {
  recent: {
    at: raw('sort_at'),
    inner: raw('sort_at desc, log desc, case_id desc'),
    merged: raw('next.sort_at desc, next.log desc, next.case_id desc'),
    page: raw('w.sort_at desc, w.log desc, w.case_id desc'),
  },
  due: {
    at: raw('due_at'),
    inner: raw('due_at, log, case_id'),
    merged: raw('next.due_at, next.log, next.case_id'),
    page: raw('w.due_at, w.log, w.case_id'),
  },
}

/** Lists that are each in order along an index, merged to one page. */
function findMerged(db: Db, { each, table, fits, sort, after, limit }: Merge): Promise<ListRow[]> {
  const { at, inner, merged, page } = ORDER[sort]
  return db.rows(
    ListRow,
    sql`
    with page as (
         select next.log, next.case_id
           from ${each}
          cross join lateral (
                select log, case_id, ${at}
                  from ${table}
                 where jurisdiction = ${db.scope.jurisdiction}
                   and ${fits}
                   and ${sort === 'due' ? since(after) : before(after)}
                 order by ${inner}
                 limit ${limit}) as next
          order by ${merged}
          limit ${limit})
    select ${columns}
      from page
      join watched_case as w
        on w.jurisdiction = ${db.scope.jurisdiction}
       and w.log = page.log
       and w.case_id = page.case_id
     order by ${page}`,
  )
}

const before = (after: CasePlace | undefined): Sql =>
  after
    ? sql`(sort_at, log, case_id) < (${new Date(after.at)}::timestamptz, ${after.log}, ${after.caseId})`
    : raw('true')

const since = (after: CasePlace | undefined): Sql =>
  after
    ? sql`(due_at, log, case_id) > (${new Date(after.at)}::timestamptz, ${after.log}, ${after.caseId})`
    : raw('true')

const Found = ListRow.extend({ total: z.number() })

export interface CaseSearch extends Pick<CasePage, 'after' | 'limit'> {
  readonly text: string
  readonly filter: CaseFilter
}

/** Cases whose number holds a text anywhere, with how many there are: looks at every number. */
export const searchCases = (db: Db, search: CaseSearch) =>
  findFound(db, search, sql`position(lower(${search.text}) in lower(case_id)) > 0`)

/** Cases whose number begins with a text, in the logs named: a range of the key in each. */
export const searchBeginnings = (db: Db, search: CaseSearch, logs: readonly string[]) =>
  findFound(
    db,
    search,
    sql`log = any (${logs}::text[])
            and case_id >= ${search.text}
            and case_id < ${search.text + LAST_CHARACTER}
            and starts_with(case_id, ${search.text})`,
  )

/** Whatever begins with a text sorts before the text followed by this. */
const LAST_CHARACTER = String.fromCodePoint(0x10fffd)

const findFound = (db: Db, { filter, after, limit }: CaseSearch, fits: Sql) =>
  db.rows(
    Found,
    sql`
    with found as (
         select log, case_id, sort_at
           from watched_case
          where jurisdiction = ${db.scope.jurisdiction}
            and ${fits}
            and ${caseFilter(filter)}
            and ${filter.rule === undefined ? raw('true') : sql`${filter.rule} = any (rules)`}),
         page as (
         select log, case_id
           from found
          where ${before(after)}
          order by sort_at desc, log desc, case_id desc
          limit ${limit})
    select ${columns}, (select count(*) from found) as total
      from page
      join watched_case as w
        on w.jurisdiction = ${db.scope.jurisdiction}
       and w.log = page.log
       and w.case_id = page.case_id
     order by w.sort_at desc, w.log desc, w.case_id desc`,
  )

export const findCaseRow = (db: Db, log: string, caseId: string): Promise<ListRow | undefined> =>
  db.one(
    ListRow,
    sql`
    select ${columns}
      from watched_case as w
     where w.jurisdiction = ${db.scope.jurisdiction}
       and w.log = ${log}
       and w.case_id = ${caseId}`,
  )

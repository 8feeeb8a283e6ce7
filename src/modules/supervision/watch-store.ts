import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import type { CardRow, CaseRow } from './contract.ts'
import { ListedCard } from './card-store.ts'

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

const joined = (parts: readonly Sql[]): Sql => parts.reduce((all, part) => sql`${all} and ${part}`)

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
export const findRecentCases = (db: Db, { cells, after, limit }: CasePage) =>
  db.rows(
    ListRow,
    sql`
    with page as (
         select next.log, next.case_id
           from unnest(${cells}::bigint[]) as fit (cell)
          cross join lateral (
                select log, case_id, sort_at
                  from watched_case
                 where jurisdiction = ${db.scope.jurisdiction}
                   and cell = fit.cell
                   and ${before(after)}
                 order by sort_at desc, log desc, case_id desc
                 limit ${limit}) as next
          order by next.sort_at desc, next.log desc, next.case_id desc
          limit ${limit})
    select ${columns}
      from page
      join watched_case as w
        on w.jurisdiction = ${db.scope.jurisdiction}
       and w.log = page.log
       and w.case_id = page.case_id
     order by w.sort_at desc, w.log desc, w.case_id desc`,
  )

const before = (after: CasePlace | undefined): Sql =>
  after
    ? sql`(sort_at, log, case_id) < (${new Date(after.at)}::timestamptz, ${after.log}, ${after.caseId})`
    : raw('true')

/** One page of the most urgent open cases of some cells. */
export const findUrgentCases = (db: Db, { cells, after, limit }: CasePage) =>
  db.rows(
    ListRow,
    sql`
    with page as (
         select next.log, next.case_id
           from unnest(${cells}::bigint[]) as fit (cell)
          cross join lateral (
                select log, case_id, due_at
                  from watched_case
                 where jurisdiction = ${db.scope.jurisdiction}
                   and cell = fit.cell
                   and state <> 'concluded'
                   and ${since(after)}
                 order by due_at, log, case_id
                 limit ${limit}) as next
          order by next.due_at, next.log, next.case_id
          limit ${limit})
    select ${columns}
      from page
      join watched_case as w
        on w.jurisdiction = ${db.scope.jurisdiction}
       and w.log = page.log
       and w.case_id = page.case_id
     order by w.due_at, w.log, w.case_id`,
  )

const since = (after: CasePlace | undefined): Sql =>
  after
    ? sql`(due_at, log, case_id) > (${new Date(after.at)}::timestamptz, ${after.log}, ${after.caseId})`
    : raw('true')

/** The same among the cases in which one rule found something. */
export const findCasesOfRule = (db: Db, { cells, after, limit }: CasePage) =>
  db.rows(
    ListRow,
    sql`
    with page as (
         select next.log, next.case_id
           from unnest(${cells}::bigint[]) as fit (cell)
          cross join lateral (
                select log, case_id, sort_at
                  from watched_case_rule
                 where jurisdiction = ${db.scope.jurisdiction}
                   and cell = fit.cell
                   and ${before(after)}
                 order by sort_at desc, log desc, case_id desc
                 limit ${limit}) as next
          order by next.sort_at desc, next.log desc, next.case_id desc
          limit ${limit})
    select ${columns}
      from page
      join watched_case as w
        on w.jurisdiction = ${db.scope.jurisdiction}
       and w.log = page.log
       and w.case_id = page.case_id
     order by w.sort_at desc, w.log desc, w.case_id desc`,
  )

/** Too many cells to merge: few filters then, so nearly every case fits, and each log is read in order. */
export const findCasesOfLogs = (
  db: Db,
  {
    logs,
    filter,
    after,
    limit,
  }: { logs: readonly string[]; filter: CaseFilter } & Pick<CasePage, 'after' | 'limit'>,
) =>
  db.rows(
    ListRow,
    sql`
    with page as (
         select next.log, next.case_id
           from unnest(${logs}::text[]) as fit (name)
          cross join lateral (
                select log, case_id, sort_at
                  from watched_case
                 where jurisdiction = ${db.scope.jurisdiction}
                   and log = fit.name
                   and ${before(after)}
                   and ${caseFilter({ ...filter, log: undefined })}
                 order by sort_at desc, log desc, case_id desc
                 limit ${limit}) as next
          order by next.sort_at desc, next.log desc, next.case_id desc
          limit ${limit})
    select ${columns}
      from page
      join watched_case as w
        on w.jurisdiction = ${db.scope.jurisdiction}
       and w.log = page.log
       and w.case_id = page.case_id
     order by w.sort_at desc, w.log desc, w.case_id desc`,
  )

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

export interface CardFilter {
  readonly log?: string | undefined
  readonly unit?: string | undefined
  readonly rule?: string | undefined
  readonly level?: CardRow['level'] | undefined
  readonly status?: CardRow['status'] | 'unjudged' | 'standing' | undefined
}

const CardCellRow = z.object({ cell: z.number(), cards: z.number() })

export const findCardCells = (db: Db, filter: CardFilter) =>
  db.rows(
    CardCellRow,
    sql`
    select cell, cards
      from card_cell
     where jurisdiction = ${db.scope.jurisdiction}
       and cards > 0
       and ${cardFilter(filter)}
     limit 100000`,
  )

function cardFilter({ log, unit, rule, level, status }: CardFilter): Sql {
  const parts: Sql[] = [raw('true')]
  if (log !== undefined) parts.push(sql`log = ${log}`)
  if (unit !== undefined) parts.push(sql`unit = ${unit}`)
  if (rule !== undefined) parts.push(sql`rule = ${rule}`)
  if (level !== undefined) parts.push(sql`level = ${level}`)
  if (status === 'unjudged') parts.push(sql`status in ('raised', 'answered')`)
  else if (status === 'standing') parts.push(sql`status <> 'withdrawn'`)
  else if (status !== undefined) parts.push(sql`status = ${status}`)
  return joined(parts)
}

export interface CardPlace {
  readonly at: EpochMs
  readonly card: string
}

const cardColumns = sql`c.card, c.rule, c.level, c.status, c.log, c.case_id, c.unit, c.still_found, c.effective_at,
           c.raised_at, c.reply_by, c.answered_at, c.answer_mark, c.because_zh, c.because_en, c.cell, c.version`

const beforeCard = (after: CardPlace | undefined): Sql =>
  after ? sql`(raised_at, card) < (${new Date(after.at)}::timestamptz, ${after.card})` : raw('true')

/** One page of the newest cards of some cells. */
export const findCardsOfCells = (
  db: Db,
  { cells, after, limit }: { cells: readonly number[]; after: CardPlace | undefined; limit: number },
) =>
  db.rows(
    ListedCard,
    sql`
    with page as (
         select next.card
           from unnest(${cells}::bigint[]) as fit (cell)
          cross join lateral (
                select card, raised_at
                  from card_list
                 where jurisdiction = ${db.scope.jurisdiction}
                   and cell = fit.cell
                   and ${beforeCard(after)}
                 order by raised_at desc, card desc
                 limit ${limit}) as next
          order by next.raised_at desc, next.card desc
          limit ${limit})
    select ${cardColumns}
      from page
      join card_list as c
        on c.jurisdiction = ${db.scope.jurisdiction}
       and c.card = page.card
     order by c.raised_at desc, c.card desc`,
  )

/** Too many cells to merge: the newest cards, filtered. */
export const findCardsFiltered = (
  db: Db,
  { filter, after, limit }: { filter: CardFilter; after: CardPlace | undefined; limit: number },
) =>
  db.rows(
    ListedCard,
    sql`
    select ${cardColumns}
      from card_list as c
     where jurisdiction = ${db.scope.jurisdiction}
       and ${beforeCard(after)}
       and ${cardFilter(filter)}
     order by raised_at desc, card desc
     limit ${limit}`,
  )

/** Cards by name, as far as the reader may see them. */
export const findCardsNamed = (db: Db, cards: readonly string[]) =>
  db.rows(
    ListedCard,
    sql`
    select ${cardColumns}
      from card_list as c
     where jurisdiction = ${db.scope.jurisdiction}
       and card = any (${cards}::text[])
     order by raised_at, card
     limit 1000`,
  )

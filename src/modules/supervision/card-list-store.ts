import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import { ListedCard } from './card-store.ts'
import type { CardRow } from './contract.ts'
import { joined } from './watch-store.ts'

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

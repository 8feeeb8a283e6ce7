import { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Instant = z.date().transform(Number)

/** A card as the list holds it. */
export const ListedCard = z.object({
  card: z.string(),
  rule: z.string(),
  level: z.enum(['notice', 'yellow', 'red']),
  status: z.enum(['raised', 'answered', 'upheld', 'excused', 'withdrawn']),
  log: z.string(),
  caseId: z.string(),
  unit: z.string().nullable(),
  stillFound: z.boolean(),
  effectiveAt: Instant,
  raisedAt: Instant,
  replyBy: z.string().transform((text) => text as Day),
  answeredAt: Instant.nullable(),
  answerMark: z.string().nullable(),
  becauseZh: z.string(),
  becauseEn: z.string(),
  cell: z.number(),
  version: z.number(),
})
export type ListedCard = z.infer<typeof ListedCard>

/** Cards about to change, locked in one order. */
export const lockCards = (db: Db, cards: readonly string[]): Promise<ListedCard[]> =>
  db.rows(
    ListedCard,
    sql`
    select card, rule, level, status, log, case_id, unit, still_found, effective_at, raised_at, reply_by, answered_at,
           answer_mark, because_zh, because_en, cell, version
      from card_list
     where jurisdiction = ${db.scope.jurisdiction}
       and card = any (${cards}::text[])
     order by card
       for update`,
  )

export const findCard = (db: Db, card: string): Promise<ListedCard | undefined> =>
  db.one(
    ListedCard,
    sql`
    select card, rule, level, status, log, case_id, unit, still_found, effective_at, raised_at, reply_by, answered_at,
           answer_mark, because_zh, because_en, cell, version
      from card_list
     where jurisdiction = ${db.scope.jurisdiction}
       and card = ${card}`,
  )

/** The cards of some cases, oldest first. */
export const findCardsOfCases = (db: Db, log: string, caseIds: readonly string[]): Promise<ListedCard[]> =>
  db.rows(
    ListedCard,
    sql`
    select card, rule, level, status, log, case_id, unit, still_found, effective_at, raised_at, reply_by, answered_at,
           answer_mark, because_zh, because_en, cell, version
      from card_list
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and case_id = any (${caseIds}::text[])
     order by effective_at, card
     limit 100000`,
  )

const text = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString())

/** Writes cards as they now stand, new or not. */
export const putCards = (db: Db, cards: readonly ListedCard[]) =>
  db.run(sql`
    insert into card_list
           (jurisdiction, card, rule, level, status, log, case_id, unit, still_found, effective_at, raised_at, reply_by,
            answered_at, answer_mark, because_zh, because_en, cell, version)
    select ${db.scope.jurisdiction}, given.card, given.rule, given.level, given.status, given.log, given.case_id,
           given.unit, given.still_found, given.effective_at, given.raised_at, given.reply_by, given.answered_at,
           given.answer_mark, given.because_zh, given.because_en, given.cell, given.version
      from json_to_recordset(${JSON.stringify(cards.map(columnsOf))}::json)
           as given (card text, rule text, level text, status text, log text, case_id text, unit text,
                     still_found boolean, effective_at timestamptz, raised_at timestamptz, reply_by date,
                     answered_at timestamptz, answer_mark text, because_zh text, because_en text, cell bigint,
                     version integer)
        on conflict (jurisdiction, card) do update
       set status = excluded.status, still_found = excluded.still_found, answered_at = excluded.answered_at,
           answer_mark = excluded.answer_mark, cell = excluded.cell, version = excluded.version`)

const columnsOf = (card: ListedCard) => ({
  card: card.card,
  rule: card.rule,
  level: card.level,
  status: card.status,
  log: card.log,
  case_id: card.caseId,
  unit: card.unit,
  still_found: card.stillFound,
  effective_at: text(card.effectiveAt),
  raised_at: text(card.raisedAt),
  reply_by: card.replyBy,
  answered_at: text(card.answeredAt),
  answer_mark: card.answerMark,
  because_zh: card.becauseZh,
  because_en: card.becauseEn,
  cell: card.cell,
  version: card.version,
})

const CardName = z.object({ card: z.string() })

/** Cards of a rule in a log whose finding still holds, oldest first. */
export const findCardsOfRule = (db: Db, log: string, rule: string) =>
  db.rows(
    CardName,
    sql`
    select card
      from card_list
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and rule = ${rule}
       and still_found
       and status <> 'withdrawn'
     order by raised_at, card
     limit 1000`,
  )

/** Other cards of a unit that were answered with the same words. */
export const findSameAnswers = (db: Db, unit: string | null, mark: string, except: string) =>
  db.rows(
    CardName,
    sql`
    select card
      from card_list
     where jurisdiction = ${db.scope.jurisdiction}
       and unit is not distinct from ${unit}
       and answer_mark = ${mark}
       and card <> ${except}
     order by raised_at desc, card
     limit 20`,
  )

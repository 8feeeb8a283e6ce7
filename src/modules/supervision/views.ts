import type { EpochMs } from '#kernel/day.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import { RULES, type Rule } from '#engines/rules/index.ts'
import { isOpenCard } from './card-list.ts'
import type { ListedCard } from './card-store.ts'
import { NO_DUE } from './case-facts.ts'
import type { CardRow, CaseRow } from './contract.ts'
import { dayAt, instantOrNull, instantText, workingDaysLeft } from './moments.ts'
import type { ListRow } from './watch-store.ts'

/** What the reader's moment adds to a row: days left are counted when they are read, never stored. */
export interface Reading {
  readonly now: EpochMs
  readonly calendar: Calendar
}

export function caseRow(row: ListRow, { now, calendar }: Reading): CaseRow {
  const due = row.state === 'concluded' || row.dueAt >= NO_DUE ? null : row.dueAt
  return {
    log: row.log,
    caseId: row.caseId,
    item: row.item,
    unit: row.unit,
    channel: row.channel,
    state: row.state,
    startedAt: instantOrNull(row.startedAt),
    concludedAt: instantOrNull(row.concludedAt),
    lastActivity: row.lastActivity,
    lastAt: instantText(row.lastAt),
    events: row.events,
    committedDueAt: instantOrNull(row.committedDueAt),
    statutoryDueAt: instantOrNull(row.statutoryDueAt),
    provisional: row.provisional,
    colour: row.colour,
    workingDaysLeft: due === null ? null : workingDaysLeft(now, due, calendar),
    openCards: row.openCards,
  }
}

const rules = new Map<string, Rule>(RULES.map((rule) => [rule.code, rule]))

export const ruleTitle = (code: string): { zh: string; en: string } =>
  rules.get(code)?.title ?? { zh: code, en: code }

export const ruleBasis = (code: string): { zh: string; en: string } =>
  rules.get(code)?.basis ?? { zh: '', en: '' }

export const addresseeOf = (code: string): 'officer' | 'head' => rules.get(code)?.addressee ?? 'officer'

export function cardRow(card: ListedCard, now: EpochMs): CardRow {
  return {
    card: card.card,
    rule: card.rule,
    ruleTitle: ruleTitle(card.rule),
    level: card.level,
    status: card.status,
    log: card.log,
    caseId: card.caseId,
    unit: card.unit,
    effectiveAt: instantText(card.effectiveAt),
    raisedAt: instantText(card.raisedAt),
    replyBy: card.replyBy,
    replyOverdue: card.status === 'raised' && isOpenCard(card) && dayAt(now) > card.replyBy,
    because: { zh: card.becauseZh, en: card.becauseEn },
    version: card.version,
  }
}

import type { Db } from '#kernel/sql.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { cardOfStream, isCardEvent, listCard } from './card-list.ts'
import { findCardsOfCases, type ListedCard, lockCards } from './card-store.ts'
import { type LogChanges, setCards } from './workspace.ts'

/** The cards of a batch as they were and as they are after it. */
export async function cardsAfter(
  db: Db,
  events: readonly StoredEvent[],
): Promise<{ before: ListedCard[]; after: ListedCard[] }> {
  const own = events.filter(isCardEvent)
  const older = own.filter(({ version }) => version > 1).map(({ stream }) => cardOfStream(stream))
  const before = older.length > 0 ? await lockCards(db, [...new Set(older)]) : []
  const rows = new Map(before.map((card) => [card.card, card]))
  for (const event of own) {
    const card = cardOfStream(event.stream)
    const row = listCard(rows.get(card), event)
    if (row) rows.set(card, row)
  }
  return { before, after: [...rows.values()] }
}

/** What the cards of a case add to its row: those that changed, and those that stand as they did. */
export async function refreshCards(
  db: Db,
  changes: LogChanges,
  changed: readonly ListedCard[],
  caseIds: readonly string[],
): Promise<void> {
  if (caseIds.length === 0) return
  const had = caseIds.filter((caseId) => changes.before.has(caseId))
  const listed = had.length > 0 ? await findCardsOfCases(db, changes.log, had) : []
  const cards = new Map(listed.map((card) => [card.card, card]))
  for (const card of changed) if (card.log === changes.log) cards.set(card.card, card)
  const byCase = new Map<string, ListedCard[]>()
  for (const card of cards.values()) byCase.set(card.caseId, [...(byCase.get(card.caseId) ?? []), card])
  for (const caseId of caseIds) setCards(changes, caseId, byCase.get(caseId) ?? [])
}

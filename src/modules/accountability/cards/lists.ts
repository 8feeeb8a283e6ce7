import type { Db } from '#kernel/sql.ts'
import { anyFolding, changeFolded, type Changed, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { type CardEvent, evolveCard, type SupervisionCard } from './card.ts'
import { findCard, putCard } from './store.ts'

const cards: Folding<SupervisionCard, CardEvent> = {
  prefix: 'supervision-card/',
  evolve: evolveCard,
  find: findCard,
  put: putCard,
}

export const contactCardLists = foldingLists('supervision cards', ['supervision_card'], [anyFolding(cards)])

export const changeCard = (
  db: Db,
  card: string,
  decide: (state: SupervisionCard | undefined) => readonly CardEvent[],
  doing: Changed,
) => changeFolded(db, { ...cards, lists: contactCardLists }, card, decide, doing)

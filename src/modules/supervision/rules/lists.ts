import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { type Edition, type EditionEvent, evolveEdition } from './edition.ts'
import { findEdition, putEdition } from './store.ts'

const folding: Folding<Edition, EditionEvent> = {
  prefix: 'rule/',
  evolve: evolveEdition,
  find: findEdition,
  put: putEdition,
}

export const ruleLists = foldingLists('supervision/rules', ['rule_edition'], [anyFolding(folding)])
export const ruleStreams = { ...folding, lists: ruleLists }

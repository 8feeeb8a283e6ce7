import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveRecusal, RECUSAL, type RecusalEvent, type RecusalState } from './relation.ts'
import { findRecusal, putRecusal } from './store.ts'

const folding: Folding<RecusalState, RecusalEvent> = {
  prefix: RECUSAL,
  evolve: evolveRecusal,
  find: findRecusal,
  put: putRecusal,
}

export const recusalLists = foldingLists('recusals', ['recusal_person'], [anyFolding(folding)])
export const recusals = { ...folding, lists: recusalLists }

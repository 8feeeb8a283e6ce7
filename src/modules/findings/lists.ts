import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveFinding, FINDING, type FindingEvent, type FindingState } from './finding.ts'
import { findStored, putFinding } from './store.ts'

const folding: Folding<FindingState, FindingEvent> = {
  prefix: FINDING,
  evolve: evolveFinding,
  find: findStored,
  put: putFinding,
}

export const findingLists = foldingLists('findings', ['finding'], [anyFolding(folding)])
export const findingStreams = { ...folding, lists: findingLists }

import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveGuidance, type Guidance, type GuidanceEvent } from './guidance.ts'
import { findGuidance, putGuidance } from './store.ts'

const folding: Folding<Guidance, GuidanceEvent> = {
  prefix: 'guidance/',
  evolve: evolveGuidance,
  find: findGuidance,
  put: putGuidance,
}

export const guidanceLists = foldingLists('guidance', ['finding_guidance'], [anyFolding(folding)])
export const guidanceStreams = { ...folding, lists: guidanceLists }

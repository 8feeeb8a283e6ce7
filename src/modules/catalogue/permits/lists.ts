import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveMap, type PermitMapEvent, type PermitMapState } from './map.ts'
import { findPermitMap, putPermitMap } from './store.ts'

const folding: Folding<PermitMapState, PermitMapEvent> = {
  prefix: 'permit-map/',
  evolve: evolveMap,
  find: findPermitMap,
  put: putPermitMap,
}

/** 全流程手续图: every kind of project with its map. */
export const permitLists = foldingLists('permit-maps', ['permit_map'], [anyFolding(folding)])

export const permitFolding = { ...folding, lists: permitLists }

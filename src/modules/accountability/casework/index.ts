import type { Projection } from '#engines/ledger/index.ts'
import type { Route } from '#platform/http/index.ts'
import { documentRoutes } from './document-routes.ts'
import { investigationLists, investigationViewLists } from './lists.ts'
import { officeLists } from './office.ts'
import { type CaseworkServices, investigationRoutes } from './routes.ts'
import { caseworkSideRoutes } from './side-routes.ts'
import { talkLists } from './talk.ts'
import { typicalLists } from './typical.ts'
import { typicalRoutes } from './typical-routes.ts'

export { investigationFile } from './bundle-file.ts'
export { act as actOnInvestigation, decide as decideInvestigation } from './decide/index.ts'
export { changeInvestigation, enterLead } from './entering.ts'
export { NOTHING_BESIDE } from './faults.ts'
export { findInvestigations } from './store.ts'
export { onInvestigationClocks } from './clocks.ts'
export { followLeads, followSmallFindings } from './follow.ts'
export type { CaseworkServices } from './routes.ts'

const LISTS = [investigationLists, investigationViewLists, officeLists, talkLists, typicalLists]

export const caseworkLists: Projection = {
  name: 'casework',
  tables: LISTS.flatMap(({ tables }) => tables),
  async apply(db, events) {
    for (const list of LISTS) await list.apply(db, events)
  },
}

export const caseworkRoutes = (services: CaseworkServices): Route[] => [
  ...investigationRoutes(services),
  ...documentRoutes(services),
  ...caseworkSideRoutes(services),
  ...typicalRoutes(),
]

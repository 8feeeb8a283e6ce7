import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import {
  AGENCY,
  type Agency,
  type AgencyEvent,
  AGENT,
  type Agent,
  type AgentEvent,
  evolveAgency,
  evolveAgent,
} from './agency.ts'
import { findAgency, findAgent, putAgency, putAgent } from './agency-store.ts'

export const agentFolding: Folding<Agent, AgentEvent> = {
  prefix: AGENT,
  evolve: evolveAgent,
  find: findAgent,
  put: (db, _, row) => putAgent(db, row),
}

export const agencyFolding: Folding<Agency, AgencyEvent> = {
  prefix: AGENCY,
  evolve: evolveAgency,
  find: findAgency,
  put: (db, _, row) => putAgency(db, row),
}

export const agencyLists = foldingLists(
  'agency',
  ['agency_agent', 'agency_matter'],
  [anyFolding(agentFolding), anyFolding(agencyFolding)],
)

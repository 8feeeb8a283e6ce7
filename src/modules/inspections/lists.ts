import { anyFolding, type Folding, foldingLists, type Projection } from '#engines/ledger/index.ts'
import { evolveSection, type Section, type SectionEvent } from './coverage/section.ts'
import { evolveYear, type ToldYear, type YearEvent } from './coverage/year.ts'
import { evolveNumber, type NumberSet, type NumberState } from './numbers.ts'
import { evolveInspector, type Inspector, type InspectorEvent } from './pool.ts'
import { evolveRound, type Round, type RoundEvent } from './rounds/round.ts'
import * as store from './store.ts'
import { type Checklist, type ChecklistEvent, evolveChecklist } from './visits/checklist.ts'
import { evolveVisit, type Visit, type VisitEvent } from './visits/visit.ts'

const checklist: Folding<Checklist, ChecklistEvent> = {
  ...{ prefix: 'checklist/', evolve: evolveChecklist },
  ...{ find: store.findChecklist, put: store.putChecklist },
}
const inspector: Folding<Inspector, InspectorEvent> = {
  ...{ prefix: 'inspector/', evolve: evolveInspector },
  ...{ find: store.findInspector, put: store.putInspector },
}
const section: Folding<Section, SectionEvent> = {
  ...{ prefix: 'section/', evolve: evolveSection },
  ...{ find: store.findSection, put: store.putSection },
}
const round: Folding<Round, RoundEvent> = {
  ...{ prefix: 'round/', evolve: evolveRound },
  ...{ find: store.findRound, put: store.putRound },
}
const visit: Folding<Visit, VisitEvent> = {
  ...{ prefix: 'visit/', evolve: evolveVisit },
  ...{ find: store.findVisit, put: store.putVisit },
}
const number: Folding<NumberState, NumberSet> = {
  ...{ prefix: 'inspection-number/', evolve: evolveNumber },
  ...{ find: store.findNumber, put: store.putNumber },
}
const year: Folding<ToldYear, YearEvent> = {
  ...{ prefix: 'inspection-year/', evolve: evolveYear },
  ...{ find: store.findYear, put: store.putYear },
}

const folded = foldingLists(
  'inspections',
  [
    ...['inspection_checklist', 'inspection_inspector', 'inspection_section', 'inspection_round'],
    ...['inspection_visit', 'inspection_number', 'inspection_year'],
  ],
  [
    ...[anyFolding(checklist), anyFolding(inspector), anyFolding(section), anyFolding(round)],
    ...[anyFolding(visit), anyFolding(number), anyFolding(year)],
  ],
)

/** Lists of inspections; the release of a round also opens the rows of its visits. */
export const inspectionLists: Projection = {
  ...folded,
  async apply(db, events) {
    await folded.apply(db, events)
    for (const { stream, type } of events)
      if (type === 'RoundReleased') await store.unsealVisits(db, stream.slice(round.prefix.length))
  },
}

const listed = { lists: inspectionLists }
export const checklists = { ...checklist, ...listed }
export const inspectors = { ...inspector, ...listed }
export const sections = { ...section, ...listed }
export const rounds = { ...round, ...listed }
export const visits = { ...visit, ...listed }
export const numbers = { ...number, ...listed }
export const years = { ...year, ...listed }

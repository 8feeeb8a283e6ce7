import type { Module } from '#kernel/module.ts'

export {
  acknowledge,
  changeLevel,
  type Circular,
  type CircularFact,
  type Drafted as DraftedCircular,
  levelNow,
  removeFact,
  standingFacts,
} from './circulars/circular.ts'
export {
  changeCircular,
  draftCircular,
  getCircular,
  issueCircular,
  withdrawCircular,
} from './circulars/commands.ts'
export { roundFile } from './bundle-file.ts'
export { circularLists } from './circulars/lists.ts'
export { circularRoutes, type CircularServices } from './circulars/routes.ts'
export { findCirculars } from './circulars/store.ts'
export { inspectionFacts, inspectionInstitutions } from './institutions/index.ts'
export { arrangeInspector, publishChecklist } from './arranging.ts'
export { coverageRoutes } from './coverage/routes.ts'
export { inspectionLists } from './lists.ts'
export { visitsKnown } from './network.ts'
export { findRounds, findVisitsOfRound } from './store.ts'
export { closeRound, commitDraw, drawLots, openRound, releaseRound } from './rounds/commands.ts'
export { roundRoutes, type RoundServices } from './rounds/routes.ts'
export { tellAct as tellVisitAct, handIn as handInVisit } from './visits/commands.ts'
export { onInspectionClocks } from './visits/sheet-clock.ts'
export { findSheets as sheetsByInspector } from './sheet-store.ts'
export { visitRoutes, type VisitServices } from './visits/routes.ts'

/** 明查暗访与督查: what is looked at, what is found and who is told. */
export const inspections: Module = {
  name: 'inspections',
  title: { zh: '明查暗访与督查', en: 'Inspections' },
  needs: [
    'ledger',
    'calendar',
    'clocks',
    'registers',
    'organisation',
    'access',
    'vault',
    'notices',
    'institutions',
    'catalogue',
    'cases',
    'recusal',
    'findings',
  ],
}

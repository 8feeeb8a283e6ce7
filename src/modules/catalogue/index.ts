import type { Module } from '#kernel/module.ts'

export type {
  Basis,
  Fee,
  Finding,
  FormField,
  GuideView,
  ItemContent,
  ItemResult,
  ItemSummary,
  ItemVersion,
  LimitShape,
  Material,
  SampleForm,
  Step,
} from './contract.ts'
export {
  cancelItem,
  draftItem,
  loadItems,
  type Loading,
  publishItem,
  resumeItem,
  suspendItem,
} from './commands.ts'
export { demoCatalogue, type DemoItem, type DemoPlace } from './demo/catalogue.ts'
export { CATALOGUE_DEPARTMENTS, DEMO_POSTS, demoCreditCode, type DemoDepartment } from './demo/departments.ts'
export { catalogueLists } from './lists.ts'
export { type Bill, billOf, isEligible } from './fees/bill.ts'
export { changeFee, tellReceipt } from './fees/commands.ts'
export { CHARGE_FAULT, noteFault, type NotedFault } from './fees/fault.ts'
export {
  type Fee as RegisteredFee,
  propose as proposeFee,
  type Proposal as FeeProposal,
  publish as publishFee,
} from './fees/fee.ts'
export { feeLists } from './fees/lists.ts'
export { yuan } from './fees/money.ts'
export type { Charged } from './fees/rate.ts'
export { faultOf, type Payment } from './fees/receipt-check.ts'
export { findFaults, findFees } from './fees/store.ts'
export { CHARGE_FAULT_WORDS, type ChargeFault } from './fee-shape.ts'
export { cites } from './reform/law.ts'
export { catalogueFacts, catalogueInstitutions } from './institutions/index.ts'
export { type BodyCode, type ItemCode, readBodyCode, readItemCode } from './item-code.ts'
export { type CatalogueServices, catalogueRoutes, summaryView } from './routes.ts'
export { itemForDay, itemVersion, readGuide, versionsOf } from './reading.ts'
export { findVersionFigures, type VersionFigures } from './version-figure-store.ts'
export { searchItems } from './search/search.ts'
export { findItemNames, findItemUnits, findKnownItems, findSummaries } from './store.ts'
export { findNamesOn, findRenewalItem } from './version-store.ts'
export { refuseRepealed, repealedLaws } from './reform/law-in-force.ts'
export { refusePending, type ReformCases, roundsOf } from './reform/reading.ts'
export { findItemsInForce } from './reform/store.ts'
export { beginRound, disposeItems } from './reform/commands.ts'
export { reformLists } from './reform/streams.ts'
export { drawPermitMap } from './permits/commands.ts'
export { permitLists } from './permits/lists.ts'
export { before as permitsBefore, type PermitMapState, tasksOf as permitTasks } from './permits/map.ts'
export { findPermitMap, findPermitMaps } from './permits/store.ts'
export { pathOfItem } from './paths/of-item.ts'
export { CHECKS, examine } from './gate/index.ts'
export { importFile, type Importing, type ReadSheet } from './importing/index.ts'

/** 事项清单: what government decides, on which basis, with which materials, steps, limits and fees. */
export const catalogue: Module = {
  name: 'catalogue',
  title: { zh: '事项清单', en: 'Catalogue' },
  needs: ['calendar', 'clocks', 'ledger', 'organisation', 'access'],
}

import type { Module } from '#kernel/module.ts'

export { type CaseActor, THE_LAW } from './actor.ts'
export { type Beneficiary, findBeneficiaries } from './beneficiary-store.ts'
export { type JointCase, jointCases } from './branches/told-joint.ts'
export { caseFile } from './bundle-file.ts'
export { BREACH_NAMES } from './branch-shape.ts'
export { ATTEMPT_NAMES } from './attempts/events.ts'
export { type CaseState, type LivingCase, missingMaterials } from './case.ts'
export {
  CASE_STREAM,
  type CaseEvent,
  caseEventOf,
  caseNoOf,
  caseStream,
  isCaseStream,
} from './case-events.ts'
export { applicantActor } from './callers.ts'
export { clockPanels } from './clock-panels.ts'
export { act, type Acting, type Decision, type NewCase, receiveCase } from './commands.ts'
export * as caseDecisions from './decisions/index.ts'
export { openCasesOf } from './erasure.ts'
export { followJudgements } from './liability/follow.ts'
export { liabilityLists } from './liability/lists.ts'
export { pledgeLists } from './pledge/lists.ts'
export { BEYOND_NAMES } from './attempts/events.ts'
export { finishAtOnce } from './at-once/at-once.ts'
export { enterFollowing } from './kinds/following.ts'
export { onCaseClocks } from './expiry.ts'
export { agencyFolding, agencyLists, agentFolding } from './agency/lists.ts'
export * as agencyDecisions from './agency/agency.ts'
export { projectFolding, projectLists } from './project-files/lists.ts'
export * as projectDecisions from './project-files/project.ts'
export { intermediaryFolding, intermediaryLists, surveyFolding } from './intermediaries/lists.ts'
export * as intermediaryDecisions from './intermediaries/intermediary.ts'
export { chargeLists } from './charges/lists.ts'
export { casesOfHall } from './hall-figures.ts'
export { casesOfReform } from './reform-store.ts'
export { caseFacts, caseInstitutions } from './institutions/index.ts'
export { caseLists } from './lists.ts'
export { isCaseNo, newCaseNo, trackingCode } from './numbers.ts'
export { findCasesOfPost, findRated } from './rating-store.ts'
export { findServed } from './served-store.ts'
export type { Paper, PaperKind, Papers } from './papers.ts'
export type { CasePlan } from './plan.ts'
export { type Channel, CHANNEL_NAMES } from './terms.ts'
export { planOf } from './plan-of-item.ts'
export { receive } from './receiving.ts'
export { type ToldCases, toldCases, type ToldPapers } from './told-cases.ts'
export { caseRoutes, type CaseServices } from './routes.ts'
export { dropUnusedUploads } from './unused-uploads.ts'
export { countOpenByVersion, findCaseTitles, findStates, knownCase } from './store.ts'
export { findWork } from './work-store.ts'

/** 办件: one application from the first paper to the rating, under clocks that nobody can quietly stop. */
export const cases: Module = {
  name: 'cases',
  title: { zh: '办件', en: 'Cases' },
  needs: ['ledger', 'calendar', 'clocks', 'organisation', 'access', 'vault', 'notices', 'catalogue'],
}

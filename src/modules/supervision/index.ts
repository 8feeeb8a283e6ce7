import type { Module } from '#kernel/module.ts'

export { calendarFor } from './calendars.ts'
export { type CardEvent, cardStream } from './card.ts'
export {
  CASE_EVENT,
  caseEvent,
  CaseEventPayload,
  caseEvents,
  caseOfStream,
  caseStream,
  type CaseOrder,
  logStream,
  type StoredCase,
  storedCase,
} from './case-events.ts'
export { cardFile, conferenceFile, watchedCaseFile } from './bundle-files.ts'
export {
  callConference,
  conferenceLists,
  conferenceRoutes,
  findConferences,
  holdConference,
  reportRuling,
} from './conference/index.ts'
export { referralInstitutions } from './referrals/index.ts'
export { supervisionInstitutions } from './institutions/index.ts'
export { departmentCards } from './department-cards.ts'
export { efficiencyLists, efficiencyRoutes, followPace, foundSettings } from './efficiency/index.ts'
export { DEMO_LOG, DEMO_UNITS } from './demo/office.ts'
export { loadDemo } from './demo/load.ts'
export { followRisks, riskInstitutions, riskLists } from './risks/index.ts'
export { cardsKnown, idleThenFast } from './network.ts'
export { ruleLists, seedEditions } from './rules/index.ts'
export { objectionLists } from './objection/lists.ts'
export { supervisionLists } from './lists.ts'
export { type LogFigures, logFigures } from './log-figures.ts'
export { findLog, findLogs } from './log-store.ts'
export { type CaseCell, caseCellNumber } from './cells.ts'
export { overview } from './overview.ts'
export { type CaseQuestion, pageOfCases } from './pages.ts'
export { changeProfile } from './profile-change.ts'
export { type ReportAnswer, type Report, type Reported } from './reporting.ts'
export { followCases } from './handled/follow.ts'
export { CHARGE_LOG, followCharges } from './handled/follow-charges.ts'
export { upheldDelays } from './handled/upheld.ts'
export { HALL_LOG } from './handled/profile.ts'
export { publishedStepsOf } from './handled/published-steps.ts'
export { openReporter, type Reporter } from './reporter.ts'
export { explain as explainClock, supervisionRoutes, type SupervisionServices } from './routes.ts'
export { caseView, getCaseRow } from './case-view.ts'
export { calendarHorizon, calendarNow } from './calendars.ts'
export { readClockName } from './clock-view.ts'
export { supervisionJobs } from './jobs.ts'
export { sweepAll } from './turns.ts'
export { storedHistories } from './stored-histories.ts'
export { idleLimitSeconds } from './rule-view.ts'
export { findSteps } from './figure-store.ts'
export { countedHandOvers, countedVariants, type CountedVariants } from './courses/counted.ts'
export { findNewestCase } from './courses/reading-store.ts'
export type { LogSource, WatchedLog } from './watched-log.ts'
export {
  beginWatch,
  finishWatch,
  getLog,
  type ImportWatch,
  type LogDefinition,
  registerLog,
  watchCases,
} from './watching.ts'

/** 监察: every case with its deadline as it happens, and cards for what goes wrong. */
export const supervision: Module = {
  name: 'supervision',
  title: { zh: '监察', en: 'Supervision' },
  needs: [
    'ledger',
    'calendar',
    'clocks',
    'histories',
    'rules',
    'measures',
    'organisation',
    'access',
    'catalogue',
    'hall',
    'cases',
    'recusal',
    'findings',
  ],
}

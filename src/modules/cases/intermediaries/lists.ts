import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import {
  ENGAGEMENT,
  type Engagement,
  type EngagementEvent,
  evolveEngagement,
  evolveIntermediary,
  evolveSurvey,
  INTERMEDIARY,
  type Intermediary,
  type IntermediaryEvent,
  type Survey,
  SURVEY,
  type SurveyEvent,
} from './intermediary.ts'
import {
  findEngagement,
  findIntermediary,
  findSurvey,
  putEngagement,
  putIntermediary,
  putSurvey,
} from './intermediary-store.ts'

export const intermediaryFolding: Folding<Intermediary, IntermediaryEvent> = {
  prefix: INTERMEDIARY,
  evolve: evolveIntermediary,
  find: findIntermediary,
  put: (db, _, row) => putIntermediary(db, row),
}

export const engagementFolding: Folding<Engagement, EngagementEvent> = {
  prefix: ENGAGEMENT,
  evolve: evolveEngagement,
  find: findEngagement,
  put: (db, _, row) => putEngagement(db, row),
}

export const surveyFolding: Folding<Survey, SurveyEvent> = {
  prefix: SURVEY,
  evolve: evolveSurvey,
  find: findSurvey,
  put: (db, _, row) => putSurvey(db, row),
}

export const intermediaryLists = foldingLists(
  'intermediaries',
  ['intermediary', 'case_engagement', 'fee_survey'],
  [anyFolding(intermediaryFolding), anyFolding(engagementFolding), anyFolding(surveyFolding)],
)

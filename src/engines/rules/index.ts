export { RULES } from './catalogue.ts'
export { runExample } from './example.ts'
export { type Evidence, type Finding, type Hit, type Level, LEVELS } from './finding.ts'
export {
  type Break,
  checkConstraints,
  type Checked,
  Constraint,
  type ConstraintProgram,
  layConstraints,
  readConstraints,
  sentenceOf,
  type Statement,
  TEMPLATES,
  type Template,
} from './constraints/index.ts'
export { compileCondition, type Condition, type Shape, type Thing } from './condition/index.ts'
export {
  CASE_SHAPE,
  compileOwnRule,
  type NewNumbers,
  OwnRule,
  type RuleEdition,
  rulesWith,
} from './office/index.ts'
export { genericProfile } from './generic-profile.ts'
export {
  describe,
  findingsOf,
  judge,
  judgeCase,
  type Judgement,
  type JudgeOptions,
  ruleByCode,
} from './judge.ts'
export { knownAt, lastInstant } from './known-at.ts'
export { isMeaning, type Meaning, MEANINGS } from './meanings.ts'
export { LogProfile, type LogProfileInput, readProfile } from './profile.ts'
export {
  alignmentCost,
  Automaton,
  compilePath,
  type Deviation,
  DEVIATION_KINDS,
  type DeviationKind,
  deviationsOf,
  explore,
  layPath,
  type PathProgram,
  type PathStep,
  PublishedPath,
  readPath,
  refusePath,
  runPath,
  stepNames,
} from './path/index.ts'
export type { PathToLay } from './reading.ts'
export { findSequenceGaps } from './reporting/sequence-gap.ts'
export type { RuleJudgement, Tally } from './run.ts'
export {
  type Confidence,
  type DatedNumber,
  type Example,
  type Rule,
  RULE_KINDS,
  RULE_SUBJECTS,
  type RuleKind,
  type RuleSubject,
} from './rule.ts'
export { activitiesNamed, type Counted, type Standing, type StandingClock, standingsOf } from './standing.ts'
export { timeOf } from './judge.ts'
export { type WorkingTime, workingTime } from './working-time.ts'
export { concludedCases } from './concluded.ts'

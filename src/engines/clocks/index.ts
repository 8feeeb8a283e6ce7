export { type Due, type DueQuestion, due, dueDate, dueInstant, type Roll } from './due.ts'
export { formatLimit, type Limit, limitInWords, type LimitUnit, parseLimit } from './limit.ts'
export { type Moment, parseMoment } from './moment.ts'
export { lastDayAfter, lastDayBefore } from './periods.ts'
export type { Reason, ReasonCode } from './reason.ts'
export { parseSuspension, type Suspension } from './suspension.ts'
export { chainOf, type DayStep } from './chain.ts'
export {
  type ClockEvent,
  type ClockState,
  type Defect,
  type DeliveredNotice,
  evolve as evolveClock,
  type ExtensionRecord,
  foldClock,
  NO_CLOCK,
  type SuspensionRecord,
} from './clock.ts'
export {
  assign,
  endOfClock,
  type Entry,
  expire,
  extend,
  type Extend,
  questionOf,
  resume,
  start,
  stop,
  suspend,
  type Suspend,
} from './decide.ts'
export { type ClockExplanation, explain, type RecordedClockEvent } from './explain.ts'
export type {
  ClockKind,
  ClockOwner,
  ClockTerms,
  ExpiryEffect,
  RungColour,
  ExtensionTerms,
  SuspensionGround,
} from './terms.ts'
export { STATUTORY_RULES, type StatutoryRule } from './statutory/index.ts'
export {
  findStatutoryRule,
  getStatutoryRule,
  type LateRung,
  limitsUnder,
  type LimitsStart,
  type NamedTerms,
  type StatutoryStart,
  statutoryTerms,
} from './statutory-terms.ts'

export {
  accept,
  confirmSupplement,
  type Accept,
  decline,
  type Decline,
  handInForm,
  notifySupplement,
  supply,
  type Supplement,
} from './answering.ts'
export { correct, decide, type Decide, deliver, deliveredAt, rate, withdraw } from './concluding.ts'
export { answerInvolved, involveLeader, type InvolveLeader, type LeaderAnswer } from './involving.ts'
export { informApplicant, nameServiceOfficer, type NameServiceOfficer } from './serving.ts'
export {
  ruleTransfer,
  type RuleTransfer,
  transferStep,
  type TransferStep,
  workingDays,
} from './transferring.ts'
export { finishStep, type FinishStep, sendBack, type SendBack } from './handling.ts'
export { askUrgency, grantUrgency, refuseUrgency } from '../urgency/decisions.ts'
export { takesEffect } from '../at-once/by-law.ts'
export { finishAtOnce } from '../at-once/at-once.ts'
export { signPledge } from '../pledge/sign.ts'
export {
  askHearing,
  type AskHearing,
  type AskingTimes,
  firstHearingDay,
  giveUpHearing,
  handledBy,
  holdHearing,
  offerHearing,
  refuseUnarranged,
  setHearing,
  type SetHearing,
} from './hearing.ts'
export { receive, type Receive, refuseUnmandated } from './receiving.ts'
export { assembleJoint } from '../branches/leading.ts'
export { giveOpinion } from '../branches/opinions.ts'
export { type AssignVisit, assignVisit, reportVisit, type ReportVisit } from './site-visit.ts'
export {
  askExtension,
  type AskExtension,
  grantExtension,
  passLimit,
  refuseExtension,
  resume,
  suspend,
  type Suspend,
} from './timing.ts'

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
export { finishStep, type FinishStep, sendBack, type SendBack } from './handling.ts'
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

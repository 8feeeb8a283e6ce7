import { beyondList } from './acceptance/beyond-list.ts'
import { noAcceptanceAnswer } from './acceptance/no-answer.ts'
import { secondSupplementNotice } from './acceptance/second-supplement-notice.ts'
import { supplementAfterAcceptance } from './acceptance/supplement-after-acceptance.ts'
import { unregisteredChannel } from './acceptance/unregistered-channel.ts'
import { abolishedCharge } from './charging/abolished.ts'
import { aboveRate } from './charging/above-rate.ts'
import { noReceipt } from './charging/no-receipt.ts'
import { refundLate } from './charging/refund-late.ts'
import { renamedCharge } from './charging/renamed.ts'
import { splitCharge } from './charging/split.ts'
import { uncodedCharge } from './charging/uncoded.ts'
import { wrongCharge } from './charging/wrong-charge.ts'
import { faultyExtension } from './clock/faulty-extension.ts'
import { ungroundedSuspension } from './clock/ungrounded-suspension.ts'
import { handledByAccused } from './complaints/by-accused.ts'
import { closedUnanswered } from './complaints/closed-unanswered.ts'
import { noCallback } from './complaints/no-callback.ts'
import { notRedone } from './complaints/not-redone.ts'
import { complaintRepeated } from './complaints/repeated.ts'
import { thirdReturn } from './complaints/third-return.ts'
import { complaintUnaccepted } from './complaints/unaccepted.ts'
import { complaintUnanswered } from './complaints/unanswered.ts'
import { referralUnsigned } from './complaints/unsigned.ts'
import { missedAtOnce } from './counter/missed-at-once.ts'
import { outOfTurn } from './counter/out-of-turn.ts'
import { counterUnmanned } from './counter/unmanned.ts'
import { waitedTooLong } from './counter/waited.ts'
import { declinedSilently } from './decision/declined-silently.ts'
import { editedLater } from './decision/edited-later.ts'
import { offGuide } from './decision/off-guide.ts'
import { offHours } from './decision/off-hours.ts'
import { unreasoned } from './decision/unreasoned.ts'
import { notDelivered } from './delivery/not-delivered.ts'
import { inspectedAlone } from './enforcement/alone.ts'
import { outsideGrade } from './enforcement/outside-grade.ts'
import { seizureTooLong } from './enforcement/seizure.ts'
import { penaltyUndecided } from './enforcement/undecided.ts'
import { penaltyUndelivered } from './enforcement/undelivered.ts'
import { ungraded } from './enforcement/ungraded.ts'
import { ownMatterRefused } from './handover/own-matter-refused.ts'
import { pingPong } from './handover/ping-pong.ts'
import { reassignedBeforeDecision } from './handover/reassigned-before-decision.ts'
import { jointBreach } from './joint/joint-breach.ts'
import { lateOpinion } from './joint/late-opinion.ts'
import { disclosureUnanswered } from './matters/disclosure-unanswered.ts'
import { hearingLate } from './matters/hearing-late.ts'
import { hearingNotice } from './matters/hearing-notice.ts'
import { petitionUndecided } from './matters/petition-undecided.ts'
import { petitionUntold } from './matters/petition-untold.ts'
import { precheckLate } from './matters/precheck-late.ts'
import { visitAlone } from './matters/visit-alone.ts'
import { visitLate } from './matters/visit-late.ts'
import { decidedWithoutPower } from './power/decided-without-power.ts'
import { samePerson } from './power/same-person.ts'
import { outOfOrder } from './procedure/out-of-order.ts'
import { skippedStep } from './procedure/skipped-step.ts'
import { editedTime } from './reporting/edited-time.ts'
import { sequenceGap } from './reporting/sequence-gap.ts'
import { taskClosedUnproven } from './tasks/closed-unproven.ts'
import { taskDateMoved } from './tasks/date-moved.ts'
import { taskOverdue } from './tasks/overdue.ts'
import { ownVerification } from './tasks/own-verification.ts'
import { taskRush } from './tasks/rush.ts'
import { taskSilent } from './tasks/silent.ts'
import { exactInterval } from './time/exact-interval.ts'
import { idleAfterNote } from './time/idle-after-note.ts'
import { idleThenRush } from './time/idle-then-rush.ts'
import { idle } from './time/idle.ts'
import { nearing } from './time/nearing.ts'
import { overdue } from './time/overdue.ts'
import { promiseTooLong } from './time/promise-too-long.ts'
import { shamActivity } from './time/sham-activity.ts'
import type { Rule } from './rule.ts'

/** Every rule, in the order of its code. A code is never given to another rule. */
export const RULES: readonly Rule[] = [
  overdue,
  noAcceptanceAnswer,
  secondSupplementNotice,
  supplementAfterAcceptance,
  outOfOrder,
  skippedStep,
  decidedWithoutPower,
  samePerson,
  unregisteredChannel,
  ungroundedSuspension,
  faultyExtension,
  notDelivered,
  idle,
  sequenceGap,
  editedTime,
  exactInterval,
  nearing,
  promiseTooLong,
  idleThenRush,
  wrongCharge,
  lateOpinion,
  jointBreach,
  reassignedBeforeDecision,
  unreasoned,
  offHours,
  offGuide,
  ownMatterRefused,
  pingPong,
  beyondList,
  declinedSilently,
  hearingLate,
  hearingNotice,
  visitLate,
  precheckLate,
  visitAlone,
  editedLater,
  shamActivity,
  idleAfterNote,
  complaintUnaccepted,
  complaintUnanswered,
  handledByAccused,
  noCallback,
  closedUnanswered,
  complaintRepeated,
  thirdReturn,
  referralUnsigned,
  notRedone,
  taskOverdue,
  taskDateMoved,
  taskClosedUnproven,
  taskSilent,
  taskRush,
  ownVerification,
  counterUnmanned,
  outOfTurn,
  waitedTooLong,
  missedAtOnce,
  uncodedCharge,
  aboveRate,
  splitCharge,
  renamedCharge,
  abolishedCharge,
  refundLate,
  noReceipt,
  ungraded,
  penaltyUndecided,
  outsideGrade,
  seizureTooLong,
  inspectedAlone,
  penaltyUndelivered,
  petitionUntold,
  petitionUndecided,
  disclosureUnanswered,
]

import { beyondList } from './acceptance/beyond-list.ts'
import { noAcceptanceAnswer } from './acceptance/no-answer.ts'
import { secondSupplementNotice } from './acceptance/second-supplement-notice.ts'
import { supplementAfterAcceptance } from './acceptance/supplement-after-acceptance.ts'
import { unregisteredChannel } from './acceptance/unregistered-channel.ts'
import { wrongCharge } from './charging/wrong-charge.ts'
import { faultyExtension } from './clock/faulty-extension.ts'
import { ungroundedSuspension } from './clock/ungrounded-suspension.ts'
import { notDelivered } from './delivery/not-delivered.ts'
import { jointBreach } from './joint/joint-breach.ts'
import { lateOpinion } from './joint/late-opinion.ts'
import { decidedWithoutPower } from './power/decided-without-power.ts'
import { samePerson } from './power/same-person.ts'
import { outOfOrder } from './procedure/out-of-order.ts'
import { skippedStep } from './procedure/skipped-step.ts'
import { editedTime } from './reporting/edited-time.ts'
import { sequenceGap } from './reporting/sequence-gap.ts'
import type { Rule } from './rule.ts'
import { exactInterval } from './time/exact-interval.ts'
import { idle } from './time/idle.ts'
import { overdue } from './time/overdue.ts'

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
  wrongCharge,
  lateOpinion,
  jointBreach,
  beyondList,
]

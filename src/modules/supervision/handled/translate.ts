import type { EpochMs } from '#kernel/day.ts'
import type { HistoryEvent } from '#engines/histories/index.ts'
import { ATTEMPT_NAMES, BEYOND_NAMES, BREACH_NAMES, type CaseEvent } from '#modules/cases/index.ts'
import { instantText } from '../moments.ts'
import { ACTIVITY } from './profile.ts'

/** An act on a case handled here, in the words of the watched log; undefined for what is no act of anybody. */
export function watchedEvent(
  event: CaseEvent,
  {
    at,
    by,
    stepName,
  }: { readonly at: EpochMs; readonly by: string; readonly stepName: (code: string) => string },
): HistoryEvent | undefined {
  const said = wordsFor(event, stepName)
  if (!said) return undefined
  const { activity, attributes } = said
  return attributes ? { activity, at, resource: by, attributes } : { activity, at, resource: by }
}

/** One person may accept and decide what is finished in one breath: that is what it is there for. */
function decidedAs({ deemed, atOnce }: Extract<CaseEvent, { type: 'CaseDecided' }>['data']): string {
  if (deemed) return ACTIVITY.deemedGranted
  if (atOnce === 'filing') return ACTIVITY.filed
  return atOnce ? ACTIVITY.decidedAtOnce : ACTIVITY.decided
}

/**
 * That there are reasons, not which: they may speak of the applicant. A grant rests on the guide; what the law grants by
 * itself rests on nobody's word.
 */
function foundedOn({
  outcome,
  basis,
  reasons,
}: Extract<CaseEvent, { type: 'CaseDecided' }>['data']): Record<string, string> {
  if (outcome === 'granted') return { basis: basis.trim() || '办事指南' }
  return { ...(basis.trim() ? { basis } : {}), ...(reasons.trim() ? { reasons: '已说明' } : {}) }
}

interface Said {
  readonly activity: string
  readonly attributes?: Readonly<Record<string, string>>
}

function wordsFor(event: CaseEvent, stepName: (code: string) => string): Said | undefined {
  switch (event.type) {
    case 'CaseReceived':
      return { activity: ACTIVITY.received }
    case 'SupplementNoticed':
      return { activity: ACTIVITY.supplementNotice }
    case 'MaterialsSupplied':
      return { activity: ACTIVITY.supplied }
    case 'CaseAccepted': {
      const { deemed, late } = event.data
      if (deemed) return { activity: ACTIVITY.deemedAccepted }
      return { activity: late ? ACTIVITY.acceptedLate : ACTIVITY.accepted }
    }
    case 'CaseDeclined':
      return { activity: event.data.ground === 'notOurs' ? ACTIVITY.declinedAsNotOurs : ACTIVITY.declined }
    case 'StepFinished':
      return { activity: stepName(event.data.step), attributes: { outcome: event.data.outcome } }
    case 'StepSentBack':
      return { activity: ACTIVITY.sentBack, attributes: { from: event.data.from, to: event.data.to } }
    case 'CaseSuspended': {
      const { ground, document } = event.data
      return { activity: ACTIVITY.suspended, attributes: { ground, document } }
    }
    case 'CaseResumed':
      return { activity: ACTIVITY.resumed, attributes: { document: event.data.document } }
    case 'ExtensionAsked':
      return { activity: ACTIVITY.extensionAsked, attributes: { length: event.data.by } }
    case 'CaseExtended': {
      const { by, approverUnit, toldAt } = event.data
      const noticeAt: Record<string, string> = toldAt === null ? {} : { noticeAt: instantText(toldAt) }
      return { activity: ACTIVITY.extended, attributes: { length: by, approverUnit, ...noticeAt } }
    }
    case 'ExtensionRefused':
      return { activity: ACTIVITY.extensionRefused }
    case 'CaseDecided':
      return {
        activity: decidedAs(event.data),
        attributes: { outcome: event.data.outcome, ...foundedOn(event.data) },
      }
    case 'CaseDelivered':
      return { activity: ACTIVITY.delivered }
    case 'CaseRated':
      return { activity: ACTIVITY.rated, attributes: { grade: event.data.grade } }
    case 'CaseWithdrawn':
      return { activity: ACTIVITY.withdrawn }
    case 'CaseCorrected':
      return { activity: ACTIVITY.corrected, attributes: { subject: event.data.subject } }
    case 'HearingOffered':
      return { activity: ACTIVITY.hearingOffered }
    case 'HearingAsked':
      return { activity: ACTIVITY.hearingAsked, attributes: { by: event.data.by } }
    case 'HearingSet':
      return { activity: ACTIVITY.hearingSet, attributes: { hearingAt: instantText(event.data.at) } }
    case 'HearingHeld':
      return { activity: ACTIVITY.hearingHeld }
    case 'HearingGivenUp':
      return { activity: ACTIVITY.hearingGivenUp }
    case 'VisitAssigned':
      return { activity: ACTIVITY.visitAssigned, attributes: { people: String(event.data.people.length) } }
    case 'VisitReported':
      return { activity: ACTIVITY.visitReported, attributes: { visitedOn: event.data.visitedOn } }
    case 'StepTransferred':
    case 'TransferStopped': {
      const { from, to, nth } = event.data
      const activity = event.type === 'StepTransferred' ? ACTIVITY.transferred : ACTIVITY.transferStopped
      return { activity, attributes: { from: from.unit, to: to.unit, nth: String(nth) } }
    }
    case 'TransferRuled':
      return { activity: ACTIVITY.transferRuled, attributes: { to: event.data.to.unit } }
    case 'LeaderInvolved':
      return { activity: ACTIVITY.leaderInvolved, attributes: { raisedBy: event.data.raisedBy } }
    case 'LeaderAnswered':
      return { activity: ACTIVITY.leaderAnswered, attributes: { daysLost: String(event.data.daysLost) } }
    case 'ServiceOfficerNamed':
      return { activity: ACTIVITY.officerNamed }
    case 'ApplicantInformed':
      return { activity: ACTIVITY.informed }
    case 'OpinionGiven': {
      const { result, late } = event.data
      return { activity: ACTIVITY.opinionGiven, attributes: { result, late: String(late) } }
    }
    case 'BranchWithdrawn':
      return { activity: ACTIVITY.branchWithdrawn }
    case 'PapersAsked':
      return { activity: ACTIVITY.papersAsked }
    case 'MeetingCalled':
      return { activity: ACTIVITY.meetingCalled, attributes: { on: event.data.on } }
    case 'MeetingHeld':
      return { activity: ACTIVITY.meetingHeld, attributes: { absent: String(event.data.absent.length) } }
    case 'ConflictRuled':
      return { activity: ACTIVITY.conflictRuled, attributes: { outcome: event.data.outcome } }
    case 'JointAssembled':
      return { activity: ACTIVITY.jointAssembled, attributes: { without: String(event.data.without.length) } }
    case 'CarryReported':
      return { activity: ACTIVITY.carryReported }
    case 'JointBreachTried':
      return { activity: BREACH_NAMES[event.data.breach].zh }
    case 'LimitPassed':
      return event.data.limit === 'branch' ? { activity: ACTIVITY.opinionLate } : undefined
    case 'ReturnAttempted':
      return { activity: ATTEMPT_NAMES[event.data.act].zh }
    case 'BeyondListAttempted':
      return { activity: BEYOND_NAMES[event.data.act].zh }
    case 'PledgeSigned':
      return { activity: ACTIVITY.pledgeSigned }
    case 'UrgencyAsked':
      return { activity: ACTIVITY.urgencyAsked, attributes: { urgency: event.data.ground } }
    case 'UrgencyGranted':
      return { activity: ACTIVITY.urgencyGranted, attributes: { within: event.data.within } }
    case 'UrgencyRefused':
      return { activity: ACTIVITY.urgencyRefused }
    case 'UrgencyAudited':
      return { activity: ACTIVITY.urgencyAudited, attributes: { finding: event.data.finding } }
    case 'ReadingReviewed':
      return { activity: ACTIVITY.readingReviewed, attributes: { finding: event.data.finding } }
    case 'CaseFiledAgain':
      return { activity: ACTIVITY.filedAgain, attributes: { caseNo: event.data.caseNo } }
    // What stands in a form is the applicant's; that it came is told by the receipt or the supply beside it.
    case 'FormHandedIn':
    case 'SupplementUnderstood':
    case 'HearingRightLapsed':
      return undefined
  }
}

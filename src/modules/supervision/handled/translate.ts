import type { EpochMs } from '#kernel/day.ts'
import type { HistoryEvent } from '#engines/histories/index.ts'
import { ATTEMPT_NAMES, type CaseEvent } from '#modules/cases/index.ts'
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
      return { activity: ACTIVITY.declined }
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
        activity: event.data.deemed ? ACTIVITY.deemedGranted : ACTIVITY.decided,
        attributes: { outcome: event.data.outcome },
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
    case 'ReturnAttempted':
      return { activity: ATTEMPT_NAMES[event.data.act].zh }
    case 'CaseFiledAgain':
      return { activity: ACTIVITY.filedAgain, attributes: { caseNo: event.data.caseNo } }
    // What stands in a form is the applicant's; that it came is told by the receipt or the supply beside it.
    case 'FormHandedIn':
    case 'SupplementUnderstood':
    case 'HearingRightLapsed':
    case 'LimitPassed':
      return undefined
  }
}

import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import type { CaseEvent } from '../case-events.ts'
import type { Happened, LivingCase } from '../case.ts'

/** What the applicant hears of, by message or by the officer himself. */
export const TELLS: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'CaseReceived',
  'SupplementNoticed',
  'CaseAccepted',
  'CaseDeclined',
  'StepFinished',
  'StepTransferred',
  'TransferRuled',
  'CaseSuspended',
  'CaseResumed',
  'CaseExtended',
  'CaseDecided',
  'CaseDelivered',
  'HearingOffered',
  'HearingSet',
  'ServiceOfficerNamed',
  'ApplicantInformed',
])

/** Since when the applicant has heard nothing, and the longest such time between acceptance and decision. */
export interface Heard {
  readonly toldAt: EpochMs
  readonly longestMs: number
}

export function heard(before: LivingCase, type: CaseEvent['type'], { at }: Happened): Heard {
  const { toldAt, longestMs } = before.heard ?? { toldAt: before.receivedAt, longestMs: 0 }
  const running = before.accepted !== null && before.decision === null
  return { toldAt: at, longestMs: running ? Math.max(longestMs, at - toldAt) : longestMs }
}

export const daysOf = (ms: number): number => Math.floor(ms / DAY_MS)

/**
 * Named by the head, or else whoever accepted the case or took it in. What the law accepted by itself has nobody until
 * somebody is named.
 */
export function officerOf({ service, accepted, receivedBy }: LivingCase): string | null {
  const staff = (account: string | undefined) =>
    account !== undefined && !/^(resident|system)\//.test(account) ? account : null
  return service?.account ?? staff(accepted?.by) ?? staff(receivedBy)
}

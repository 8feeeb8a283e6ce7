import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { LivingCase } from './case.ts'
import { caseStream, type CaseEvent, type Issued } from './case-events.ts'
import type { ApplicantMessage } from './messages.ts'

export type PaperKind =
  | 'receipt'
  | 'acceptanceReceipt'
  | 'deemedNotice'
  | 'supplementNotice'
  | 'declined'
  | 'suspensionNotice'
  | 'extensionNotice'
  | 'decisionGranted'
  | 'decisionDenied'
  | 'deliveryReceipt'

export interface Paper {
  readonly kind: PaperKind
  readonly unit: string
  readonly subject: string
  /** Plain data without personal values: the applicant is a reference. */
  readonly data: Readonly<Record<string, unknown>>
}

/** What leaves the office: numbered papers (module `notices`) and messages to phones (module `residents`). */
export interface Papers {
  /** Left in the transaction, sent afterwards. Absent: nobody is told by phone. */
  tell?(db: Db, message: ApplicantMessage, now: EpochMs): Promise<void>
  issue(db: Db, paper: Paper, entry: { readonly actor: string; readonly now: EpochMs }): Promise<Issued>
}

/** The event with the paper that goes out with it, if one does. */
export async function issueFor(
  event: CaseEvent,
  after: LivingCase,
  issue: (paper: Paper) => Promise<Issued>,
): Promise<CaseEvent> {
  const kind = kindOf(event)
  if (kind === undefined) return event
  const { caseNo, plan, applicant, applicantMasked, channel, receivedAt } = after
  const data = {
    ...event.data,
    caseNo,
    item: plan.item,
    itemName: plan.name,
    applicant,
    applicantMasked,
    channel,
    receivedAt,
    statutoryLimit: plan.statutory.limit,
    committedLimit: plan.committed,
    materials: after.materials.map(({ code, form, copies }) => ({ name: nameOf(after, code), form, copies })),
  }
  const issued = await issue({ kind, unit: plan.unit, subject: caseStream(caseNo), data })
  return { ...event, data: { ...event.data, issued } } as CaseEvent
}

const nameOf = ({ plan }: LivingCase, code: string) =>
  plan.materials.find((material) => material.code === code)?.name ?? code

function kindOf(event: CaseEvent): PaperKind | undefined {
  switch (event.type) {
    case 'SupplementNoticed':
      return 'supplementNotice'
    case 'CaseAccepted':
      return event.data.deemed ? 'deemedNotice' : 'acceptanceReceipt'
    case 'CaseDeclined':
      return 'declined'
    case 'CaseSuspended':
      return 'suspensionNotice'
    case 'CaseExtended':
      return 'extensionNotice'
    case 'CaseDecided':
      return event.data.deemed
        ? 'deemedNotice'
        : event.data.outcome === 'granted'
          ? 'decisionGranted'
          : 'decisionDenied'
    case 'CaseDelivered':
      return 'deliveryReceipt'
    default:
      return undefined
  }
}

import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { LivingCase } from './case.ts'
import { caseStream, type CaseEvent, type Issued } from './case-events.ts'
import { barredBy } from './licensing/follow.ts'
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
  | 'hearingRights'
  | 'hearingNotice'
  | 'hearingMinutes'
  | 'visitRecord'
  | 'filingReceipt'
  | 'chargeReceipt'
  | 'projectReport'

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
  const kind = after.plan.filing ? kindOfFiling(event) : kindOf(event)
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
    clockRule: plan.statutory.rule,
    ...(plan.law ? { itemType: plan.law.itemType, itemBasis: plan.law.basis } : {}),
    ...listedFor(event, after),
    ...citedIn(event, after),
    // The minutes say where and before whom; what is decided after them names them.
    session: after.hearing?.session,
    ...barredIn(after),
    materials: after.materials.map(({ code, form, copies }) => ({ name: nameOf(after, code), form, copies })),
  }
  const issued = await issue({ kind, unit: plan.unit, subject: caseStream(caseNo), data })
  return { ...event, data: { ...event.data, issued } } as CaseEvent
}

/** Every missing material by name, with what is wrong and how to mend it; for a refusal, where to complain. */
function listedFor(event: CaseEvent, { plan }: LivingCase): Readonly<Record<string, unknown>> {
  const { contact, appeal } = plan
  if (event.type === 'CaseDeclined' || event.type === 'CaseDecided') return appeal ? { appeal } : {}
  if (event.type !== 'SupplementNoticed') return {}
  const missing = event.data.missing.map((one) => {
    const { name, sample, standard } = plan.materials.find(({ code }) => code === one.code) ?? {
      name: one.code,
    }
    return { ...one, name, sample, standard }
  })
  return { missing, ...(contact ? { contact } : {}) }
}

/** What a refusal cites, in words: its reader has no list of codes. */
function citedIn(event: CaseEvent, { plan }: LivingCase): Readonly<Record<string, unknown>> {
  if (event.type !== 'CaseDeclined' && event.type !== 'CaseDecided') return {}
  const { unmet = [], interpretation } = event.data
  const cited = (plan.conditions ?? []).filter(({ code }) => unmet.includes(code))
  const code = event.type === 'CaseDecided' ? event.data.grade : undefined
  const grade = plan.grades?.find((one) => one.code === code)
  return {
    ...(cited.length > 0 ? { unmetTexts: cited.map(({ text }) => text.zh) } : {}),
    ...(interpretation ?? {}),
    ...(grade ? { gradeName: grade.name.zh } : {}),
  }
}

/** 备案: one receipt, which is the result; and what is missing, where something is. */
const kindOfFiling = ({ type }: CaseEvent): PaperKind | undefined =>
  type === 'CaseDecided' ? 'filingReceipt' : type === 'SupplementNoticed' ? 'supplementNotice' : undefined

/** A denial that bars says until when (行政许可法 78). */
function barredIn(after: LivingCase): { readonly barredUntil?: string } {
  const until = barredBy(after)
  return until === null ? {} : { barredUntil: until }
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
    case 'HearingOffered':
      return 'hearingRights'
    case 'HearingSet':
      return 'hearingNotice'
    case 'HearingHeld':
      return 'hearingMinutes'
    case 'VisitReported':
      return 'visitRecord'
    default:
      return undefined
  }
}

import { dayOfNumber, type Day, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { lastDayAfter, parseLimit } from '#engines/clocks/index.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import type { LivingCase } from '../case.ts'
import { caseEventOf } from '../case-events.ts'
import type { FileView } from '../contract.ts'
import { licenceOf } from '../licensing/follow.ts'

type DecisionView = NonNullable<FileView['decision']>

const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

/** 决定: result, reasons, basis, from and until when it holds, where to object until when, what became of it. */
export function decisionView(state: LivingCase, events: readonly StoredEvent[]): FileView['decision'] {
  const { decision, plan } = state
  if (!decision) return null
  const { at, by, outcome, deemed, reasons, basis, result, revoked } = decision
  const cited = (plan.conditions ?? []).filter(({ code }) => decision.unmet?.includes(code))
  const grade = plan.grades?.find(({ code }) => code === decision.grade)
  return {
    ...{ at: instantText(at), by, outcome, deemed, reasons, basis, result, revoked },
    number: decision.number ?? null,
    atOnce: decision.atOnce ?? null,
    unmet: cited.map(({ text }) => text),
    interpretation: decision.interpretation ?? null,
    grade: grade ? { code: grade.code, name: grade.name } : null,
    timing: decision.timing ?? null,
    effectiveOn: outcome === 'granted' ? dayAt(at) : null,
    expiresOn: licenceOf(state)?.validUntil ?? null,
    remedies: remediesOf(state),
    // A decision is posted the moment it is taken; one that is revoked is taken down.
    postedOn: revoked ? null : dayAt(at),
    delivery: deliveryOf(events),
    revocation: revocationOf(events),
  }
}

/** Counted from the day on which the decision reached the applicant; until then nobody can lose the right. */
function remediesOf({ plan, deliveredAt }: LivingCase): DecisionView['remedies'] {
  if (!plan.appeal) return []
  const { review, court } = plan.appeal
  return (['review', 'court'] as const).map((way) => {
    const { name, within } = way === 'review' ? review : court
    const limit = parseLimit(within)
    const counted = deliveredAt !== null && limit.unit !== 'workingDays'
    return { way, name, within, until: counted ? lastDayAfter(dayAt(deliveredAt), limit) : null }
  })
}

function deliveryOf(events: readonly StoredEvent[]): DecisionView['delivery'] {
  for (const stored of events) {
    const event = caseEventOf(stored)
    if (event.type !== 'CaseDelivered') continue
    const { way, proof, postedOn = null } = event.data
    return { at: instantText(stored.occurredAt), way, proof, postedOn }
  }
  return null
}

function revocationOf(events: readonly StoredEvent[]): DecisionView['revocation'] {
  for (const stored of events) {
    const event = caseEventOf(stored)
    if (event.type === 'CaseCorrected' && event.data.subject === 'revoked')
      return { at: instantText(stored.occurredAt), by: stored.actor, reason: event.data.reason }
  }
  return null
}

import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { LivingCase } from '../case.ts'
import type { ReadingReview } from '../grounds/events.ts'
import type { Grounds } from '../grounds/grounds.ts'
import type { UrgencyState } from '../urgency/state.ts'

/** What became of a case and how: the row from which shares, comparisons and the published results are read. */
export interface Outcome {
  readonly caseNo: string
  readonly item: string
  readonly itemNameZh: string
  readonly itemNameEn: string
  readonly unit: string
  readonly receivedUnit: string | null
  readonly counter: string | null
  readonly applicant: string
  readonly onTheSpot: boolean
  readonly sameDay: boolean
  readonly acceptedOn: Day | null
  readonly acceptedBy: string | null
  readonly endedAt: EpochMs | null
  readonly decidedOn: Day | null
  readonly decidedBy: string | null
  readonly outcome: 'granted' | 'denied' | 'declined' | null
  readonly atOnce: string | null
  readonly grade: string | null
  readonly byReading: boolean
  readonly urgencyAt: EpochMs | null
  readonly posted: boolean
  readonly facts: OutcomeFacts
}

/** What lists show besides. Free words of officers stand in it for the office; the public sees none of them. */
export interface OutcomeFacts {
  readonly applicantMasked: string
  readonly deemed: boolean
  readonly revoked: boolean
  readonly basis: string
  readonly number: string | null
  readonly notOnTheSpot: string | null
  readonly unmet: readonly Bilingual[]
  readonly reading: NonNullable<Grounds['interpretation']> | null
  readonly timing: string | null
  readonly gradeName: Bilingual | null
  readonly deliveredAt: EpochMs | null
  readonly urgency: UrgencyState | null
  readonly review: ReadingReview | null
}

const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

/** Undefined while there is nothing to tell: received, and nothing else. */
export function outcomeOf(state: LivingCase): Outcome | undefined {
  const { accepted, decision, status, urgency, plan } = state
  if (!accepted && status !== 'declined' && !urgency) return undefined
  const facts = factsOf(state)
  return {
    caseNo: state.caseNo,
    item: plan.item,
    itemNameZh: plan.name.zh,
    itemNameEn: plan.name.en,
    unit: plan.unit,
    receivedUnit: state.receivedAtUnit,
    counter: state.counter,
    applicant: state.applicant,
    onTheSpot: plan.onTheSpot && plan.filing !== true,
    sameDay: plan.sameDay ?? false,
    acceptedOn: accepted && dayAt(accepted.at),
    acceptedBy: accepted?.by ?? null,
    endedAt: state.endedAt,
    decidedOn: decision && dayAt(decision.at),
    decidedBy: decision?.by ?? null,
    outcome: status === 'declined' ? 'declined' : (decision?.outcome ?? null),
    atOnce: decision?.atOnce ?? null,
    grade: decision?.grade ?? null,
    byReading: facts.reading !== null,
    urgencyAt: urgency?.askedAt ?? null,
    posted: decision !== null && !decision.revoked,
    facts,
  }
}

function factsOf(state: LivingCase): OutcomeFacts {
  const { plan, decision, declined, applicantMasked, accepted, urgency = null, deliveredAt } = state
  const grounds: Grounds = decision ?? declined ?? {}
  const grade = plan.grades?.find(({ code }) => code === decision?.grade)
  return {
    applicantMasked,
    deemed: decision?.deemed ?? false,
    revoked: decision?.revoked ?? false,
    basis: decision?.basis ?? declined?.basis ?? '',
    number: decision?.number ?? declined?.number ?? null,
    notOnTheSpot: accepted?.notOnTheSpot ?? null,
    unmet: (plan.conditions ?? [])
      .filter(({ code }) => grounds.unmet?.includes(code))
      .map(({ text }) => text),
    reading: grounds.interpretation ?? null,
    timing: grounds.timing ?? null,
    gradeName: grade?.name ?? null,
    deliveredAt,
    urgency,
    review: state.readingReview ?? null,
  }
}

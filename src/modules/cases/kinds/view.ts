import type { EpochMs } from '#kernel/day.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import type { LivingCase } from '../case.ts'
import type { FileView } from '../contract.ts'

const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

/** How the case is handled and by which list it is decided, for whoever works on it. */
export function kindView({ plan, pledge, urgency, accepted, suspension }: LivingCase): FileView['kind'] {
  return {
    conditions: (plan.conditions ?? []).map(({ code, text, nature }) => ({ code, text, nature })),
    grades: (plan.grades ?? []).map(({ code, name, when, outcome }) => ({ code, name, when, outcome })),
    filing: plan.filing ?? false,
    sameDay: plan.sameDay ?? false,
    notOnTheSpot: accepted?.notOnTheSpot ?? null,
    pledge: pledge
      ? {
          signedAt: instantText(pledge.at),
          text: pledge.text,
          waives: plan.materials.filter(({ code }) => pledge.waives.includes(code)).map(({ name }) => name),
        }
      : null,
    urgency: urgency
      ? {
          status: urgency.status,
          ground: urgency.ground,
          reason: urgency.reason,
          answer: urgency.answer,
          within: urgency.within,
          audit: urgency.audit?.finding ?? null,
        }
      : null,
    special: (plan.special ?? []).map(({ kind, name, limit }) => ({ kind, name, limit })),
    suspensionNeeds: suspension?.needs ?? null,
  }
}

/** What a refused applicant is told: the condition that is not met, how the clause is read, and what he can do instead. */
export function refusalView({ plan, decision, declined }: LivingCase) {
  const refused = decision?.outcome === 'denied' ? decision : declined
  if (!refused) return null
  return {
    reasons: 'reasons' in refused ? refused.reasons : refused.reason,
    basis: refused.basis,
    unmet: (plan.conditions ?? [])
      .filter(({ code }) => refused.unmet?.includes(code))
      .map(({ text }) => text),
    clause: refused.interpretation?.clause ?? null,
    alternative: refused.interpretation?.alternative ?? ('nextStep' in refused ? refused.nextStep : null),
  }
}

import type { EpochMs } from '#kernel/day.ts'
import type { Limit } from './limit.ts'
import { refuse } from './refusals.ts'
import { STATUTORY_RULES, type StatutoryRule } from './statutory/index.ts'
import type { ClockTerms } from './terms.ts'

const byId = new Map(STATUTORY_RULES.map((rule) => [rule.id, rule]))

export const findStatutoryRule = (id: string): StatutoryRule | undefined => byId.get(id)

/** The rule of an id, or a refusal: unknown, or shipped switched off until someone has checked it. */
export function getStatutoryRule(id: string): StatutoryRule {
  const found = byId.get(id)
  if (!found) throw refuse('rule.unknown', { rule: id })
  if (!found.enabled) throw refuse('rule.switched-off', { rule: id })
  return found
}

export interface StatutoryStart {
  readonly from: string | EpochMs
  readonly handlingUnit: string
  /** Where the rule leaves the limit to the item, order or plan. */
  readonly limit?: Limit
  readonly calendar?: string
  readonly hours?: string
  readonly zone?: string
  readonly warnBefore?: Limit
}

/** The terms of a clock under a statutory rule. Refuses a rule that sets no limit and is given none. */
export function statutoryTerms(id: string, start: StatutoryStart): ClockTerms {
  const rule = getStatutoryRule(id)
  const limit = start.limit ?? limitOf(rule)
  if (!limit) throw refuse('limit.invalid', { text: `${id}: ${rule.limit.kind}` })
  const { from, handlingUnit, calendar = 'cn', hours, zone, warnBefore } = start
  return {
    kind: 'statutory',
    rule: id,
    ruleVersion: rule.reviewedOn ?? 'unreviewed',
    citation: rule.citation,
    from,
    limit,
    calendar,
    hours,
    zone,
    handlingUnit,
    suspendedBy: rule.suspendedBy,
    extension: rule.extension,
    warnBefore,
    onExpiry: rule.effect,
  }
}

function limitOf({ limit }: StatutoryRule): Limit | undefined {
  if (limit.kind === 'within' || limit.kind === 'atLeast') return limit.limit
  return limit.kind === 'atOnce' ? { length: 0, unit: 'workingDays' } : undefined
}

import type { EpochMs } from '#kernel/day.ts'
import { formatLimit, type Limit } from './limit.ts'
import { refuse } from './refusals.ts'
import { STATUTORY_RULES, type StatutoryRule } from './statutory/index.ts'
import type { ClockOwner, ClockTerms, RungColour } from './terms.ts'

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
  readonly owner?: ClockOwner
}

export interface LimitsStart extends StatutoryStart {
  /** 承诺时限, beside the law's. */
  readonly committed?: Limit
  /** Colours that fall due some time after the law's limit or the promise has run out. */
  readonly rungs?: readonly LateRung[]
}

export interface LateRung {
  readonly colour: RungColour
  readonly of: 'statutory' | 'committed'
  readonly after: Limit
}

export interface NamedTerms {
  /** `statutory`, `committed`, or a rung such as `red/statutory+1W`. */
  readonly name: string
  readonly terms: ClockTerms
}

/**
 * The clocks that run together under one rule: the law's limit, the promise beside it (T-14) and the rungs behind them.
 * Only the law's own clock has an effect in law; what else runs out is told and judged.
 */
export function limitsUnder(id: string, start: LimitsStart): NamedTerms[] {
  const { committed: promise, rungs = [], ...given } = start
  const statutory = statutoryTerms(id, given)
  const committed: ClockTerms | undefined = promise && {
    ...statutory,
    kind: 'committed',
    limit: promise,
    onExpiry: 'event',
  }
  const limits = { statutory, committed }
  return [
    { name: 'statutory', terms: statutory },
    ...(committed ? [{ name: 'committed', terms: committed }] : []),
    ...rungs.flatMap(({ colour, of, after }): NamedTerms[] => {
      const behind = limits[of]
      if (!behind) return []
      const { warnBefore: _, ...terms } = behind
      const name = `${colour}/${of}+${formatLimit(after)}`
      return [{ name, terms: { ...terms, kind: 'other', rung: colour, after, onExpiry: 'event' } }]
    }),
  ]
}

/** The terms of a clock under a statutory rule. Refuses a rule that sets no limit and is given none. */
export function statutoryTerms(id: string, start: StatutoryStart): ClockTerms {
  const rule = getStatutoryRule(id)
  const limit = start.limit ?? limitOf(rule)
  if (!limit) throw refuse('limit.invalid', { text: `${id}: ${rule.limit.kind}` })
  const { from, handlingUnit, calendar = 'cn', hours, zone, warnBefore, owner } = start
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
    ...(owner ? { owner } : {}),
  }
}

function limitOf({ limit }: StatutoryRule): Limit | undefined {
  if (limit.kind === 'within' || limit.kind === 'atLeast') return limit.limit
  return limit.kind === 'atOnce' ? { length: 0, unit: 'workingDays' } : undefined
}

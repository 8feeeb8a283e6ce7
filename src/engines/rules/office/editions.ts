import type { Day, EpochMs } from '#kernel/day.ts'
import { RULES } from '../catalogue.ts'
import type { Hit } from '../finding.ts'
import type { DatedNumber, Rule } from '../rule.ts'
import type { Watched } from '../watched.ts'
import { compileOwnRule, type OwnRule } from './own-rule.ts'

/** Other numbers of a rule that the platform brings, or its switching on. */
export interface NewNumbers {
  readonly form: 'numbers'
  readonly numbers: Readonly<Record<string, number>>
  readonly switchOn: boolean
}

/** A version of a rule that an office has put in force; version 1 of a coded rule is what the platform brings. */
export interface RuleEdition {
  readonly code: string
  readonly version: number
  readonly content: OwnRule | NewNumbers
  readonly from: Day
  readonly fromAt: EpochMs
  /** The first day on which it no longer holds; null: it holds on. */
  readonly until: Day | null
  readonly untilAt: EpochMs
}

/** The rules of a jurisdiction: those of the platform with its numbers, and its own. A case is judged by what held when it was accepted. */
export function rulesWith(editions: readonly RuleEdition[]): readonly Rule[] {
  if (editions.length === 0) return RULES
  const of = (code: string) => editions.filter((one) => one.code === code)
  const own = [
    ...new Set(editions.flatMap(({ code, content }) => (content.form === 'own' ? [code] : []))),
  ].sort()
  return [
    ...RULES.map((rule) => amended(rule, of(rule.code))),
    ...own.map((code) => ownThroughTime(code, of(code))),
  ]
}

const heldAt = (editions: readonly RuleEdition[], at: EpochMs): RuleEdition | undefined =>
  editions.findLast(({ fromAt, untilAt }) => fromAt <= at && at < untilAt)

function amended(rule: Rule, editions: readonly RuleEdition[]): Rule {
  if (editions.length === 0) return rule
  const switched = !rule.enabled
  // What it finds now depends on the day of acceptance too: cases that ran alike are no longer cleared together.
  const { looksAt: _alike, verdict: _verdict, ...rest } = rule
  return {
    ...rest,
    enabled: rule.enabled || editions.some(({ content }) => content.form === 'numbers' && content.switchOn),
    numbers: Object.fromEntries(
      Object.entries(rule.numbers).map(([name, number]) => [name, withValues(name, number, editions)]),
    ),
    check: (watched, numbers) => {
      const held = heldAt(editions, watched.acceptedAt)
      if (switched && !(held?.content.form === 'numbers' && held.content.switchOn)) return undefined
      return stamped(rule.check(watched, numbers), held?.version)
    },
  }
}

/** Every day on which an edition begins or ends, with the number that holds from then on. */
function withValues(name: string, number: DatedNumber, editions: readonly RuleEdition[]): DatedNumber {
  const stating = editions.filter(({ content }) => content.form === 'numbers' && name in content.numbers)
  const days = stating.flatMap(({ from, until }) => (until === null ? [from] : [from, until])).sort()
  const changes = [...new Set(days)].map((from) => ({ from, value: valueOn(from, name, number, stating) }))
  const values = [...number.values.filter(({ from }) => !days.includes(from as Day)), ...changes]
  return { ...number, values: values.sort((a, b) => (a.from < b.from ? -1 : 1)) }
}

function valueOn(day: Day, name: string, number: DatedNumber, stating: readonly RuleEdition[]): number {
  const held = stating.findLast(({ from, until }) => from <= day && (until === null || day < until))
  if (held?.content.form === 'numbers') return held.content.numbers[name] ?? 0
  return (number.values.findLast(({ from }) => from <= day) ?? number.values[0])?.value ?? 0
}

/** Versions of an office's own rule, each over the cases that were accepted while it held. */
function ownThroughTime(code: string, editions: readonly RuleEdition[]): Rule {
  const compiled = editions.flatMap((edition) =>
    edition.content.form === 'own' ? [{ edition, rule: compileOwnRule(edition.content, code) }] : [],
  )
  const newest = compiled.at(-1) as (typeof compiled)[number]
  return {
    ...newest.rule,
    check: (watched: Watched, numbers) => {
      const held = heldAt(editions, watched.acceptedAt)
      const one = compiled.find(({ edition }) => edition === held)
      return one && stamped(one.rule.check(watched, numbers), held?.version)
    },
  }
}

/** A card names the version it was raised by. */
const stamped = (
  hits: readonly Hit[] | undefined,
  edition: number | undefined,
): readonly Hit[] | undefined =>
  hits === undefined || edition === undefined ? hits : hits.map((hit) => ({ ...hit, edition }))

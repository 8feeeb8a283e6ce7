import type { Hit } from './finding.ts'
import { type Editions, editionsOf, valuesAt } from './numbers.ts'
import { meaning } from './meanings.ts'
import type { Rule } from './rule.ts'
import type { Watched } from './watched.ts'
import type { WorkingTime } from './working-time.ts'

/** How many of the cases that a rule can speak about it speaks against. */
export interface Tally {
  readonly judged: number
  readonly found: number
}

export interface RuleJudgement {
  readonly rule: Rule
  readonly hits: readonly Hit[]
  readonly concluded: Tally
  readonly open: Tally
}

/** One rule on its way through a log. */
export interface Run {
  readonly rule: Rule
  /** The rule's own; held here because the runs are of one shape and the rules, being written by hand, are not. */
  readonly check: Rule['check']
  /** The place of the meaning without which the rule has nothing to say; −1: it is asked about every case. */
  readonly about: number
  readonly editions: Editions
  /** The numbers, where they never changed. */
  readonly steady: Readonly<Record<string, number>> | undefined
  readonly hits: Hit[]
  readonly concluded: { judged: number; found: number }
  readonly open: { judged: number; found: number }
}

export function runOf(rule: Rule, set: Readonly<Record<string, number>>, time: WorkingTime): Run {
  const editions = editionsOf(rule, set, time)
  return {
    rule,
    check: rule.check,
    about: rule.about === undefined ? -1 : meaning[rule.about],
    editions,
    steady: editions.values.length === 1 ? editions.values[0] : undefined,
    hits: [],
    concluded: { judged: 0, found: 0 },
    open: { judged: 0, found: 0 },
  }
}

export const resultOf = ({ rule, hits, concluded, open }: Run): RuleJudgement => ({
  rule,
  hits,
  concluded,
  open,
})

export const NOT_APPLYING = 1
export const CLEAR = 2
export const FOUND = 3

/** Judges the case at hand by one rule, and says what came of it. */
export function judgeOne(watched: Watched, run: Run, open: boolean): number {
  const hits = run.check(watched, run.steady ?? valuesAt(run.editions, watched.acceptedAt))
  if (hits === undefined) return NOT_APPLYING
  const tally = open ? run.open : run.concluded
  tally.judged++
  if (hits.length === 0) return CLEAR
  tally.found++
  for (let place = 0; place < hits.length; place++) run.hits.push(hits[place] as Hit)
  return FOUND
}

import type { Hit } from './finding.ts'
import { type Editions, editionsOf, valuesAt } from './numbers.ts'
import { meaning } from './meanings.ts'
import { CLEAR, FOUND, NOT_APPLYING, type Rule, type Verdict } from './rule.ts'
import { watch, type Watched } from './watched.ts'
import type { WorkingTime } from './working-time.ts'

/** How many of the cases that a rule can speak about it speaks against. */
export interface Tally {
  readonly judged: number
  readonly found: number
}

export interface RuleJudgement {
  readonly rule: Rule
  /** Made when first looked at, by asking the rule once more about the cases in which it found something. */
  readonly hits: readonly Hit[]
  readonly concluded: Tally
  readonly open: Tally
}

/** One rule on its way through a log. */
export interface Run {
  readonly rule: Rule
  /** The rule's own; held here because the runs are of one shape and the rules, being written by hand, are not. */
  readonly check: Rule['check']
  readonly verdict: Rule['verdict']
  /** The place of the meaning without which the rule has nothing to say; −1: it is asked about every case. */
  readonly about: number
  readonly editions: Editions
  /** The numbers, where they never changed. */
  readonly steady: Readonly<Record<string, number>> | undefined
  /** Cases in which it found something: a number each, where their hits would fill the memory of a long replay. */
  readonly found: number[]
  readonly concluded: { judged: number; found: number }
  readonly open: { judged: number; found: number }
}

export function runOf(rule: Rule, set: Readonly<Record<string, number>>, time: WorkingTime): Run {
  const editions = editionsOf(rule, set, time)
  return {
    rule,
    check: rule.check,
    verdict: rule.verdict,
    about: rule.about === undefined ? -1 : meaning[rule.about],
    editions,
    steady: editions.values.length === 1 ? editions.values[0] : undefined,
    found: [],
    concluded: { judged: 0, found: 0 },
    open: { judged: 0, found: 0 },
  }
}

/** What a run came to; `watched` can be moved on to any case that was judged. */
export function resultOf(run: Run, watched: Watched): RuleJudgement {
  const { rule, concluded, open } = run
  let hits: readonly Hit[] | undefined
  return {
    rule,
    get hits() {
      return (hits ??= run.found.flatMap((caseIndex) => {
        watch(watched, caseIndex)
        return checked(watched, run) ?? []
      }))
    },
    concluded,
    open,
  }
}

const checked = (watched: Watched, run: Run): readonly Hit[] | undefined =>
  run.check(watched, run.steady ?? valuesAt(run.editions, watched.acceptedAt))

/** Judges the case at hand by one rule, and says what came of it. */
export function judgeOne(watched: Watched, run: Run, open: boolean): Verdict {
  const verdict = run.verdict
    ? run.verdict(watched, run.steady ?? valuesAt(run.editions, watched.acceptedAt))
    : verdictOf(checked(watched, run))
  if (verdict === NOT_APPLYING) return verdict
  const tally = open ? run.open : run.concluded
  tally.judged++
  if (verdict === FOUND) {
    tally.found++
    run.found.push(watched.caseIndex)
  }
  return verdict
}

const verdictOf = (hits: readonly Hit[] | undefined): Verdict =>
  hits === undefined ? NOT_APPLYING : hits.length === 0 ? CLEAR : FOUND

import { type Day, dayNumber } from '#kernel/day.ts'
import { type Circular, type CircularFact, levelNow, standingFacts, statusOf } from './circular.ts'
import { circularSettings } from './levels.ts'

export interface Selective {
  readonly why: 'leftOut' | 'uneven'
  readonly fact: CircularFact
}

/**
 * 选择性通报: findings that stand in no circular though others of the same severity were told, and like conduct that
 * was told to a smaller circle than elsewhere. People judge; the list only makes it visible.
 */
export function selectiveOf(
  circulars: readonly Circular[],
  upheld: readonly CircularFact[],
  today: Day,
): Selective[] {
  const issued = circulars.filter((one) => statusOf(one) === 'issued')
  const told = issued.flatMap((one) => standingFacts(one).map((fact) => ({ fact, level: levelNow(one) })))
  const named = new Set(told.map(({ fact }) => fact.finding))
  const severities = new Set(told.map(({ fact }) => fact.severity))
  const { leftOutDays } = circularSettings(today)
  const old = ({ happenedOn }: CircularFact) => dayNumber(today) - dayNumber(happenedOn) > leftOutDays
  const leftOut = upheld.filter(
    (fact) =>
      !named.has(fact.finding) && severities.has(fact.severity) && (old(fact) || wasRemoved(issued, fact)),
  )
  const uneven = told.filter(({ fact, level }) =>
    told.some(
      (other) =>
        other.fact.conduct === fact.conduct &&
        other.fact.severity === fact.severity &&
        isWider(other.level, level),
    ),
  )
  return [
    ...leftOut.map((fact) => ({ why: 'leftOut' as const, fact })),
    ...uneven.map(({ fact }) => ({ why: 'uneven' as const, fact })),
  ]
}

const wasRemoved = (issued: readonly Circular[], { finding }: CircularFact): boolean =>
  issued.some(({ facts }) => facts.some((one) => one.finding === finding && one.removed !== null))

const WIDTH = { unit: 0, city: 1, public: 2 } as const
const isWider = (one: keyof typeof WIDTH, other: keyof typeof WIDTH): boolean => WIDTH[one] > WIDTH[other]

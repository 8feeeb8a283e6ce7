import type { Day } from '#kernel/day.ts'
import type { Body } from '../conference-contract.ts'

interface Dated<Value> {
  readonly from: string
  readonly value: Value
}

/** † Once in so many months, counted from January: a quarter. Local practice; an office that decides otherwise adds a line. */
const PERIOD_MONTHS: readonly Dated<number>[] = [{ from: '2000-01-01', value: 3 }]

/** 「召集法制、审计、人事、财政等部门」: without them it is no joint conference. */
const BODIES: readonly Dated<readonly Body[]>[] = [
  { from: '2000-01-01', value: ['legal', 'audit', 'personnel', 'finance'] },
]

const inForce = <Value>(lines: readonly Dated<Value>[], today: Day): Value => {
  const held = lines.findLast(({ from }) => from <= today) ?? lines[0]
  if (!held) throw new Error('A setting without a value')
  return held.value
}

export const periodMonths = (today: Day): number => inForce(PERIOD_MONTHS, today)
export const requiredBodies = (today: Day): readonly Body[] => inForce(BODIES, today)

/** The period that a day lies in, counted through all years: 2026-02 is in the first quarter of 2026. */
export const periodNumber = (on: Day, months: number): number => {
  const [year = 0, month = 1] = on.split('-').map(Number)
  return Math.floor((year * 12 + month - 1) / months)
}

/** `2026年1—3月` for people, and the months for machines. */
export function periodName(period: number, months: number): { zh: string; en: string } {
  const first = period * months
  const [year, from] = [Math.floor(first / 12), (first % 12) + 1]
  const to = from + months - 1
  return months === 1
    ? { zh: `${year}年${from}月`, en: `${year}-${from}` }
    : { zh: `${year}年${from}—${to}月`, en: `${year}, months ${from}–${to}` }
}

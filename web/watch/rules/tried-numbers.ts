import type { RuleView } from '#modules/supervision/contract.ts'

type Numbers = Readonly<Record<string, string>>

/** Reads `limitDays:15,graceDays:1` from an address; names that the rule does not have are left out. */
export function readTried(text: string | undefined, numbers: RuleView['numbers']): Numbers {
  const asked = new Map(
    (text ?? '').split(',').map((part) => part.split(':') as [string, string | undefined]),
  )
  return Object.fromEntries(numbers.map(({ name, current }) => [name, asked.get(name) ?? String(current)]))
}

export const writeTried = (typed: Numbers): string =>
  Object.entries(typed)
    .map(([name, value]) => `${name}:${value}`)
    .join(',')

/** The numbers to send, or undefined while one of them is none. */
export function numbersOf(typed: Numbers): Record<string, number> | undefined {
  const entries = Object.entries(typed).map(
    ([name, value]) => [name, value.trim() === '' ? NaN : Number(value)] as const,
  )
  if (entries.some(([, value]) => !Number.isFinite(value) || value < 0)) return undefined
  return Object.fromEntries(entries)
}

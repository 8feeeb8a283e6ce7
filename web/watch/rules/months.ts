import type { RuleView } from '#modules/supervision/contract.ts'

type Months = RuleView['overTime']

const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const name = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

/** Months without a card are months too: a gap in the row would draw a quiet year as no time at all. */
export function withQuietMonths(months: Months): Months {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  const known = new Map(months.map((each) => [each.month, each.count]))
  const length = count(last.month) - count(first.month) + 1
  return Array.from({ length }, (_, index) => {
    const month = name(count(first.month) + index)
    return { month, count: known.get(month) ?? 0 }
  })
}

import type { DutyCalendar, DutyRow } from '#modules/hall/contract.ts'
import type { Half } from '#modules/hall/terms.ts'

export interface HalfDuty {
  readonly half: Half
  /** Null: declared, and nobody is named. */
  readonly who: { readonly account: string; readonly name: string } | null
}

export interface DutyCells {
  day(day: string): DayCell
  /** The declared or named half days of one counter, the morning first. */
  at(day: string, counter: string): readonly HalfDuty[]
  /** Everybody who is named somewhere in a half day, with the counter. */
  busy(day: string, half: Half): ReadonlyMap<string, string>
}

interface DayCell {
  readonly works: boolean
  readonly announced: boolean
  readonly because: { readonly zh: string; readonly en: string }
  readonly named: number
  readonly gaps: number
}

const nothing: DayCell = { works: true, announced: true, because: { zh: '', en: '' }, named: 0, gaps: 0 }

/** A duty calendar by day and counter. */
export function dutyIn(duty: DutyCalendar, shown: ReadonlySet<string>): DutyCells {
  const days = new Map(duty.days.map((one) => [one.day, one]))
  const cells = new Map<string, HalfDuty[]>()
  const busy = new Map<string, Map<string, string>>()
  const put = (day: string, counter: string, half: HalfDuty) => {
    const key = `${day}/${counter}`
    const both = [...(cells.get(key) ?? []), half]
    cells.set(
      key,
      both.sort((one, other) => (one.half < other.half ? 1 : -1)),
    )
  }
  for (const row of duty.rows) {
    put(row.day, row.counter, { half: row.half, who: { account: row.account, name: nameOf(row) } })
    const key = `${row.day}/${row.half}`
    busy.set(key, (busy.get(key) ?? new Map<string, string>()).set(row.account, row.counter))
  }
  for (const { day, half, counter } of duty.gaps) put(day, counter, { half, who: null })
  const count = (list: readonly { day: string; counter: string }[], day: string) =>
    list.filter((one) => one.day === day && shown.has(one.counter)).length
  return {
    day: (day) => ({
      ...nothing,
      ...days.get(day),
      named: count(duty.rows, day),
      gaps: count(duty.gaps, day),
    }),
    at: (day, counter) => cells.get(`${day}/${counter}`) ?? [],
    busy: (day, half) => busy.get(`${day}/${half}`) ?? new Map(),
  }
}

const nameOf = ({ name, account }: DutyRow): string => name ?? account

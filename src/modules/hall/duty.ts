import type { Day } from '#kernel/day.ts'
import { refuse } from './refusals.ts'
import { type Half, HALF_NAMES } from './terms.ts'

/** The stream `hall/duty/<day>` holds one day of the whole hall, so that nobody is put at two counters at once. */
export interface DutyEvent {
  readonly type: 'DutySet'
  readonly counter: string
  readonly half: Half
  /** Null: nobody any more. */
  readonly account: string | null
}

/** Account by `half/counter`. */
export type DutyDay = ReadonlyMap<string, string>

const dutyKey = (half: Half, counter: string): string => `${half}/${counter}`

export function evolveDuty(state: DutyDay, { half, counter, account }: DutyEvent): DutyDay {
  const next = new Map(state)
  if (account === null) next.delete(dutyKey(half, counter))
  else next.set(dutyKey(half, counter), account)
  return next
}

/** 排班: today or later; with a badge; one counter in a half day. */
export function setDuty(
  state: DutyDay,
  given: {
    readonly day: Day
    readonly today: Day
    readonly counter: string
    readonly half: Half
    readonly account: string | null
    readonly badge: string | undefined
  },
): DutyEvent[] {
  const { day, today, counter, half, account, badge } = given
  if (day < today) throw refuse('hall.past-duty', { day })
  if (account !== null && badge === undefined) throw refuse('hall.no-badge-no-duty', { account })
  const elsewhere = [...state].find(([key, who]) => who === account && key.startsWith(`${half}/`))?.[0]
  if (elsewhere !== undefined && elsewhere !== dutyKey(half, counter)) {
    const other = elsewhere.slice(half.length + 1)
    throw refuse('hall.seated-elsewhere', { counter: other, half: HALF_NAMES[half].zh })
  }
  if ((state.get(dutyKey(half, counter)) ?? null) === account) return []
  return [{ type: 'DutySet', counter, half, account }]
}

import type { Day } from '#kernel/day.ts'

/** Numbers that no law gives: proposals, each with the day from which it holds. */
export interface ReformSettings {
  readonly from: Day
  /** 久拖不决: a question to the superior that has waited longer is shown to the leader as without end. */
  readonly pendingDays: number
  /** 换个名字: how alike a cancelled item and another one are before somebody looks at it, 0 to 1. */
  readonly likeness: number
  /** How long before and after a transfer of power cases are counted. */
  readonly comparedDays: number
  /** 来回推: filed again at the other level within so many days. */
  readonly bounceDays: number
}

const SETTINGS: readonly ReformSettings[] = [
  { from: '2000-01-01' as Day, pendingDays: 180, likeness: 0.6, comparedDays: 180, bounceDays: 60 },
]

export const settingsOn = (day: Day): ReformSettings =>
  SETTINGS.findLast(({ from }) => from <= day) ?? (SETTINGS[0] as ReformSettings)

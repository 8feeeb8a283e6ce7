import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type QueueGroup, QueueSettings } from '../queue-shapes.ts'
import { refuse } from './refusals.ts'
import { findSettings } from './store.ts'

/** Where nobody has arranged anything yet there is one queue for everything, so that a new hall can open. */
export const UNARRANGED: QueueSettings = QueueSettings.parse({
  groups: [{ group: 'A', name: { zh: '综合', en: 'General' }, units: [] }],
  priorityReasons: ['elderly', 'disabled', 'pregnant', 'soldier', 'veteran', 'emergency'],
})

/** The rules by which a day is judged. */
export async function settingsOn(db: Db, hall: string, day: Day): Promise<QueueSettings> {
  return (await findSettings(db, hall, day))[0]?.settings ?? UNARRANGED
}

/** What cannot be: a letter or a unit twice, two groups for the rest, a range that holds no block. */
export function checkSettings({ groups, ...ranges }: QueueSettings): QueueSettings {
  const wrong = (why: string) => refuse('queue.settings-wrong', { why })
  const letters = groups.map(({ group }) => group)
  if (new Set(letters).size < letters.length) throw wrong('取号组的字母重复 / a letter is used twice')
  const units = groups.flatMap((group) => group.units)
  if (new Set(units).size < units.length) throw wrong('同一单位在两个取号组 / a unit stands in two groups')
  if (groups.filter((group) => group.units.length === 0).length > 1)
    throw wrong('只能有一个取号组包括其余单位 / only one group may stand for all other units')
  if (ranges.leasedUntil - ranges.leasedFrom + 1 < ranges.leaseSize)
    throw wrong('离线号段比一块还小 / the range for working offline is smaller than one block')
  return { groups, ...ranges }
}

export function getGroup({ groups }: QueueSettings, group: string): QueueGroup {
  const found = groups.find((one) => one.group === group)
  if (!found) throw refuse('queue.no-such-group', { group })
  return found
}

/** The group in which one queues for what a unit answers for. */
export const groupOfUnit = ({ groups }: QueueSettings, unit: string): QueueGroup | undefined =>
  groups.find(({ units }) => units.includes(unit)) ?? groups.find(({ units }) => units.length === 0)

/** Whether a counter that serves these units calls a number. With its item known its own unit decides, else the group. */
export function calls(
  settings: QueueSettings,
  served: readonly string[],
  { group, unit }: { readonly group: string; readonly unit: string | null },
): boolean {
  if (unit !== null) return served.includes(unit)
  return served.some((one) => groupOfUnit(settings, one)?.group === group)
}

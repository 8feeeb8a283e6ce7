import { DAY_MS } from '#engines/calendar/index.ts'
import { attributeOf } from '#engines/histories/index.ts'
import type { Shape, Thing } from '../condition/index.ts'
import { MEANINGS } from '../meanings.ts'
import { instantOf, type Watched } from '../watched.ts'

/** What a condition of an office may ask of a case, and of each of its acts under `acts`. */
export const CASE_SHAPE = {
  item: 'text',
  unit: 'text',
  channel: 'text',
  open: 'yesNo',
  /** From the first event until the end, or until now. */
  workingDays: 'number',
  /** The longest time without any act, the time since the last one included. */
  idleWorkingDays: 'number',
  actCount: 'number',
  people: 'number',
  acts: {
    activity: 'text',
    meaning: 'text',
    person: 'text',
    place: 'number',
    /** Of the day, 0 to 23. */
    hour: 'number',
    restDay: 'yesNo',
    workingDaysSinceOpening: 'number',
    workingDaysSinceLast: 'number',
  },
} as const satisfies Shape

/** The case as far as it had come at an instant: its first so many events. */
export function thingOf(watched: Watched, at: number, until: number): Thing {
  const { reading, caseIndex, from, endedAt } = watched
  const { histories, time } = reading
  const open = !(endedAt <= at)
  const end = open ? at : Math.min(at, endedAt)
  const acts: Thing[] = []
  let idle = 0
  let before = instantOf(watched, from)
  const people = new Set<number>()
  for (let event = from; event < until; event++) {
    const now = instantOf(watched, event)
    const gap = time.workingDays(before, now)
    idle = Math.max(idle, gap)
    people.add(histories.resource[event] as number)
    acts.push({
      activity: histories.activities[histories.activity[event] as number],
      meaning: MEANINGS[reading.meaningOf[histories.activity[event] as number] as number],
      person: histories.resources[histories.resource[event] as number],
      place: event - from + 1,
      hour: Number(time.instant(now).slice(11, 13)),
      restDay: time.workingDays(now - DAY_MS, now) === 0,
      workingDaysSinceOpening: time.workingDays(instantOf(watched, from), now),
      workingDaysSinceLast: gap,
    })
    before = now
  }
  if (open) idle = Math.max(idle, time.workingDays(before, end))
  return {
    item: attributeOf(reading.caseColumn('item'), caseIndex),
    unit: attributeOf(reading.caseColumn('unit'), caseIndex),
    channel: attributeOf(reading.caseColumn('channel'), caseIndex),
    open,
    workingDays: time.workingDays(instantOf(watched, from), Math.max(end, before)),
    idleWorkingDays: idle,
    actCount: acts.length,
    people: [...people].filter((code) => code >= 0).length,
    acts,
  }
}

import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'

interface Dated<Value> {
  readonly from: string
  readonly value: Value
}

/**
 * † Numbers of the kinds of handling. No law sets them: each is a line with the day from which it holds, an office that
 * decides otherwise adds one, and what was begun before keeps the number it began with.
 */
const SETTINGS = {
  /** The express lane, where the item names no limit of its own. */
  expressWithin: [{ from: '2000-01-01', value: '1W' }],
  /** A request for it is answered; afterwards an emergency lies in the queue. */
  urgencyAnsweredWithin: [{ from: '2000-01-01', value: '1W' }],
  /** Flags of one applicant in ninety days from which they are looked at as a favour. */
  repeatedFlags: [{ from: '2000-01-01', value: 3 }],
  /** Flags of a month are looked at within so many days of the next. */
  auditedWithinDays: [{ from: '2000-01-01', value: 10 }],
  /** Refusals by interpretation of a quarter, within so many days after it. */
  reviewedWithinDays: [{ from: '2000-01-01', value: 30 }],
  /** 追究部门内部有关责任人: from the department's entry to the finding. */
  inquiryWithin: [{ from: '2000-01-01', value: '15W' }],
  /** A false pledge keeps the applicant from pledging again. */
  brokenPledgeBars: [{ from: '2000-01-01', value: '1Y' }],
  /** A decision is early or late among like cases below and above so many times their median. */
  likeCasesEarly: [{ from: '2000-01-01', value: 0.5 }],
  likeCasesLate: [{ from: '2000-01-01', value: 2 }],
} as const satisfies Record<string, readonly Dated<string | number>[]>

type Settings = typeof SETTINGS

/** The number in force on the day of an instant. */
export function settingOn<Name extends keyof Settings>(
  name: Name,
  at: EpochMs,
): Settings[Name][number]['value'] {
  const today: Day = dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
  const lines: readonly Dated<Settings[Name][number]['value']>[] = SETTINGS[name]
  const held = lines.findLast(({ from }) => from <= today) ?? lines[0]
  if (!held) throw new Error(`${name} has no value`)
  return held.value
}

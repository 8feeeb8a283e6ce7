import type { Severity } from '#modules/findings/terms.ts'
import { dayOfNumber, type Day, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type Level, LEVELS } from '../circular-shapes.ts'

/** † How far what was found is told, and how long units have to read it: an office dates its own. */
interface CircularSettings {
  readonly from: Day
  readonly levels: Readonly<Record<Severity, Level>>
  readonly readWithin: string
  /** A finding of a kind that others were named for, and that stands in no circular so long after, was left out. */
  readonly leftOutDays: number
}

const SETTINGS: readonly CircularSettings[] = [
  {
    from: '2000-01-01' as Day,
    levels: { light: 'unit', ordinary: 'city', grave: 'public' },
    readWithin: '5W',
    leftOutDays: 60,
  },
]

export const circularSettings = (today: Day): CircularSettings =>
  SETTINGS.findLast(({ from }) => from <= today) ?? (SETTINGS[0] as CircularSettings)

export const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

/** The level of the gravest. */
export const levelOf = (severities: readonly Severity[], at: EpochMs): Level => {
  const { levels } = circularSettings(dayAt(at))
  return LEVELS[Math.max(0, ...severities.map((one) => LEVELS.indexOf(levels[one])))] ?? 'unit'
}

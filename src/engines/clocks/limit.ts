import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from './refusals.ts'

export type LimitUnit =
  'workingDays' | 'calendarDays' | 'months' | 'years' | 'workingHours' | 'hours' | 'minutes' | 'seconds'

/** A limit always names its unit: 20 working days and 20 days are different promises. */
export interface Limit {
  readonly length: number
  readonly unit: LimitUnit
}

const UNITS: Readonly<Record<string, LimitUnit>> = {
  W: 'workingDays',
  D: 'calendarDays',
  M: 'months',
  Y: 'years',
  WH: 'workingHours',
  H: 'hours',
  MIN: 'minutes',
  S: 'seconds',
}

const SUFFIX: Readonly<Record<LimitUnit, string>> = {
  workingDays: 'W',
  calendarDays: 'D',
  months: 'M',
  years: 'Y',
  workingHours: 'WH',
  hours: 'h',
  minutes: 'min',
  seconds: 's',
}

const NAMES: Readonly<Record<LimitUnit, Bilingual>> = {
  workingDays: { zh: '个工作日', en: 'working days' },
  calendarDays: { zh: '个自然日', en: 'calendar days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
  workingHours: { zh: '个工作小时', en: 'working hours' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
  seconds: { zh: '秒', en: 'seconds' },
}

const SHAPE = /^(\d{1,7})(\.\d{1,6})?\s*([A-Za-z]{1,3})$/

/** Days come whole; half an hour or 1.5 working hours are limits, half a working day is not. */
const WHOLE: ReadonlySet<LimitUnit> = new Set(['workingDays', 'calendarDays', 'months', 'years'])

/** Reads `5W`, `60D`, `24h`, `3WH`, `30min`, `6M`, `1Y`, `15s`, or refuses. */
export function parseLimit(text: string): Limit {
  const [, whole = '', fraction = '', suffix = ''] = SHAPE.exec(text.trim()) ?? []
  const unit = UNITS[suffix.toUpperCase()]
  // `m` could be a minute or a month: the shortest spellings are taken only as this table writes them.
  if (!unit || suffix === 'm' || (fraction && WHOLE.has(unit))) throw refuse('limit.invalid', { text })
  return { length: Number(whole + fraction), unit }
}

/** Refuses a limit built by hand that `parseLimit` would not have made. */
export function checkedLimit(limit: Limit): Limit {
  const { length, unit } = limit
  const sound =
    Number.isFinite(length) && length >= 0 && length < 1e7 && (Number.isInteger(length) || !WHOLE.has(unit))
  if (!sound || !(unit in SUFFIX)) throw refuse('limit.invalid', { text: `${length} ${unit}` })
  return limit
}

export const formatLimit = ({ length, unit }: Limit): string => `${length}${SUFFIX[unit]}`

export function limitInWords({ length, unit }: Limit): Bilingual {
  const { zh, en } = NAMES[unit]
  return { zh: `${length} ${zh}`, en: `${length} ${length === 1 ? en.replace(/s$/, '') : en}` }
}

/** Milliseconds in an hour, minute or second; undefined for units that need a calendar. */
export function elapsedMs({ length, unit }: Limit): number | undefined {
  const ms =
    unit === 'hours' ? 3_600_000 : unit === 'minutes' ? 60_000 : unit === 'seconds' ? 1000 : undefined
  return ms === undefined ? undefined : Math.round(length * ms)
}

export const isDayUnit = (unit: LimitUnit): boolean => WHOLE.has(unit)

import { dayNumber, dayOfNumber, isDay } from '#kernel/day.ts'
import type { Language } from './catalogue.ts'
import { inScript } from './script.ts'

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'] as const
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const MONTHS_EN = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: string): number {
  return isDay(day) ? (((dayNumber(day) + 4) % 7) + 7) % 7 : 0
}

/** `2026年11月21日 (周六)` · `21 Nov 2026` */
export function sayDay(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  if (language === 'en') return `${Number(date)} ${MONTHS_EN[Number(month) - 1] ?? month} ${year}`
  const weekday = WEEKDAYS_ZH[weekdayOf(day.slice(0, 10))] ?? ''
  return `${year}年${Number(month)}月${Number(date)}日 (${inScript(`周${weekday}`)})`
}

/** Short form for tight places beside a full one: `11月21日` · `21 Nov`. */
export function sayShortDay(day: string, language: Language): string {
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8, 10))
  return language === 'en' ? `${date} ${MONTHS_EN[month - 1] ?? ''}` : `${month}月${date}日`
}

export const sayWeekday = (day: string, language: Language): string =>
  language === 'en' ? (WEEKDAYS_EN[weekdayOf(day)] ?? '') : `星期${WEEKDAYS_ZH[weekdayOf(day)] ?? ''}`

/** The wall time written in the instant itself: a log is read in its own zone, never in the reader's. */
export const timeOfDay = (instant: string): string => instant.slice(11, 16)

/** The present day where the given instant was written down, by its offset. */
export function presentDayAt(instant: string, now: number): string {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(instant) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000)
  return new Date(now + offset).toISOString().slice(0, 10)
}

export const dayOf = (instant: string): string => instant.slice(0, 10)

/** `2026年11月21日 (周六) 09:31` · `21 Nov 2026, 09:31` */
export const sayInstant = (instant: string, language: Language): string =>
  `${sayDay(dayOf(instant), language)}${language === 'en' ? ',' : ''} ${timeOfDay(instant)}`

/**
 * A limit ends with its last day: the instant 00:00 is said as 24:00 of the day before, as public notices do.
 * `2026年11月6日 (周五) 24:00` · `6 Nov 2026, 24:00`
 */
export function sayDue(instant: string, language: Language): string {
  const day = dayOf(instant)
  if (timeOfDay(instant) !== '00:00' || !isDay(day)) return sayInstant(instant, language)
  return `${sayDay(dayOfNumber(dayNumber(day) - 1), language)}${language === 'en' ? ',' : ''} 24:00`
}

const WRITTEN = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\d-])/g

/** The server writes ISO 8601 inside its sentences; people read 2026年3月2日 (周一). Case numbers stay as they are. */
export const sayDatesIn = (sentence: string, language: Language): string =>
  sentence.replace(WRITTEN, (written, at: number) => {
    if (/[\w-]/.test(sentence[at - 1] ?? '') || !isDay(written.slice(0, 10))) return written
    return written.length > 10 ? sayInstant(written, language) : sayDay(written, language)
  })

/** Limits as the system writes them (`20W`, `60D`, `24h`, `3WH`) in words. */
export function sayLimit(limit: string, language: Language): string {
  const [, length = '', unit = ''] = /^(\d+(?:\.\d+)?)(WH|W|D|M|h)$/.exec(limit) ?? []
  const words = UNITS[unit]
  if (!words) return limit
  if (language === 'zh') return `${length}${inScript(words.zh)}`
  return `${length} ${words.en}${length === '1' ? '' : 's'}`
}

const UNITS: Readonly<Record<string, { zh: string; en: string }>> = {
  W: { zh: '个工作日', en: 'working day' },
  D: { zh: '日', en: 'calendar day' },
  M: { zh: '个月', en: 'month' },
  h: { zh: '小时', en: 'hour' },
  WH: { zh: '个工作小时', en: 'working hour' },
}

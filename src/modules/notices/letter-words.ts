import { type Day, dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'

/** What a paper says between its title and its seal. */
export interface Body {
  readonly paragraphs: readonly string[]
  readonly list?: readonly string[]
  readonly afterList?: readonly string[]
  /** Where the kind alone does not say it. */
  readonly title?: string
}

/** Typed text as a sentence of its own. */
export const sentence = (given: string) => (/[。！？；]$/.test(given) || given === '' ? given : `${given}。`)

export const dayAt = (at: number): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

/** 2026年3月2日: GB/T 9704-2012 7.3.5.4, without leading zeros. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026年3月2日 9:30 */
export const momentInWords = (at: number): string => {
  const clock = formatInstant(at, DEFAULT_ZONE).slice(11, 16).replace(/^0/, '')
  return `${dayInWords(dayAt(at))} ${clock}`
}

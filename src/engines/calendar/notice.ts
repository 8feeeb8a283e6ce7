import { dayNumber, dayOfNumber, isDay } from '#kernel/day.ts'
import { refuse } from './refusals.ts'

/**
 * One published arrangement of a year's holidays, as the paper gives it. It may name days of the year before
 * (a working Saturday at the end of December), and a second notice may change a year that is already running.
 */
export interface HolidayNotice {
  readonly year: number
  /** 发文字号; absent where the stored paper does not show it. */
  readonly document?: string
  readonly title: string
  /** The day from which it could be known. */
  readonly publishedOn: string
  readonly source: string
  readonly holidays: readonly HolidayArrangement[]
}

/** Days and ranges `A..B`, parted by spaces. */
export interface HolidayArrangement {
  readonly name: string
  readonly off?: string
  readonly work?: string
}

/** What a notice, file or order says of one day. A day without a ruling follows its weekday. */
export interface Ruling {
  readonly kind: 'off' | 'work' | 'half'
  readonly name: string
  readonly notice?: NoticeReference
  /** Office hours of a half day, `08:30-12:00`. */
  readonly hours?: string
}

export interface NoticeReference {
  readonly title: string
  readonly document?: string
  readonly publishedOn?: string
  readonly source?: string
}

/** The days a notice rules on, by day number. Refuses an impossible day, a reversed range or a day both off and worked. */
export function rulingsOf(notice: HolidayNotice): Map<number, Ruling> {
  const { title, document, publishedOn, source } = notice
  const reference: NoticeReference = { title, document, publishedOn, source }
  const rulings = new Map<number, Ruling>()
  for (const { name, off, work } of notice.holidays) {
    for (const kind of ['off', 'work'] as const) {
      for (const number of daysOf((kind === 'off' ? off : work) ?? '')) {
        if (rulings.has(number))
          throw invalid(`${dayOfNumber(number)} 出现两次`, `${dayOfNumber(number)} stands twice`)
        rulings.set(number, { kind, name, notice: reference })
      }
    }
  }
  return rulings
}

const LONGEST_HOLIDAY_DAYS = 60

function daysOf(text: string): number[] {
  const numbers: number[] = []
  for (const part of text.split(' ').filter(Boolean)) {
    const [from = '', to = from] = part.split('..')
    if (!isDay(from) || !isDay(to)) throw invalid(`“${part}”不是日期`, `"${part}" is not a day`)
    const first = dayNumber(from)
    const last = dayNumber(to)
    if (last < first || last - first > LONGEST_HOLIDAY_DAYS) {
      throw invalid(`“${part}”的起止日不对`, `the range "${part}" is reversed or too long`)
    }
    for (let number = first; number <= last; number++) numbers.push(number)
  }
  return numbers
}

const invalid = (problem: string, problemEn: string) =>
  refuse('calendar.notice-invalid', { problem, problemEn })

/** 《国务院办公厅关于…的通知》（国办发明电〔…〕…号） */
export function citeNotice({ title, document }: NoticeReference): string {
  return `《${title}》${document ? `（${document}）` : ''}`
}

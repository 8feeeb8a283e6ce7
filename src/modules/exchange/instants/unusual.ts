import { DAY_MS } from '#engines/calendar/index.ts'
import type { EpochMs } from '#kernel/day.ts'
import { faulty, local, possibleDay, possibleTime, type InstantReader } from './instant-reader.ts'

const YEAR_FIRST = /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]\s*(.+))?$/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T\s,]\s*(.+))?$/
const DIGITS = /^(?:(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?|(\d{10})|(\d{13}))$/
const TIME =
  /^(上午|下午|AM|PM)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})?秒?(?:[.,](\d{1,9}))?)?\s*(AM|PM)?\s*(?:(Z)|([+-])(\d{2}):?(\d{2})?)?$/i

/**
 * Times as people and older systems write them: `2015/1/2 3:04`, `2015年1月2日 3时04分`, `1/2/2015 3:04 PM` (only with
 * the order of day and month given), `20150102`, `20150102030405`, and seconds or milliseconds since 1970.
 */
export function readUnusualInstant(reader: InstantReader, text: string): EpochMs {
  const digits = DIGITS.exec(text)
  if (digits) return fromDigits(reader, digits)
  const first = YEAR_FIRST.exec(text)
  if (first) return fromParts(reader, Number(first[1]), Number(first[3]), Number(first[4]), first[5])
  const last = YEAR_LAST.exec(text)
  if (!last) return faulty(reader, 'time-unreadable')
  if (!reader.dateOrder) return faulty(reader, 'time-order-unclear')
  const [month, date] = reader.dateOrder === 'mdy' ? [last[1], last[2]] : [last[2], last[1]]
  return fromParts(reader, Number(last[3]), Number(month), Number(date), last[4])
}

function fromDigits(reader: InstantReader, digits: RegExpExecArray): EpochMs {
  if (digits[7]) return Number(digits[7]) * 1000
  if (digits[8]) return Number(digits[8])
  const time = digits[4] ? `${digits[4]}:${digits[5]}:${digits[6] ?? '00'}` : undefined
  return fromParts(reader, Number(digits[1]), Number(digits[2]), Number(digits[3]), time)
}

function fromParts(
  reader: InstantReader,
  year: number,
  month: number,
  date: number,
  time: string | undefined,
): EpochMs {
  const day = possibleDay(year, month, date)
  if (Number.isNaN(day)) return faulty(reader, 'time-impossible')
  if (time === undefined) return local(reader, day * DAY_MS)
  const parts = TIME.exec(time)
  if (!parts) return faulty(reader, 'time-unreadable')
  const hour = hourOf(Number(parts[2]), parts[1] ?? parts[6])
  const [minute, second] = [Number(parts[3] ?? 0), Number(parts[4] ?? 0)]
  const thousandths = Number((parts[5] ?? '').slice(0, 3).padEnd(3, '0'))
  if (!possibleTime(hour, minute, second, thousandths)) return faulty(reader, 'time-impossible')
  const wall = day * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + thousandths
  if (parts[7]) return wall
  if (!parts[8]) return local(reader, wall)
  const [hours, minutes] = [Number(parts[9]), Number(parts[10] ?? 0)]
  if (hours > 18 || minutes > 59) return faulty(reader, 'time-impossible')
  return wall - (parts[8] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** Twelve at noon is 12 PM, at midnight 12 AM; an hour beyond twelve needs no half of the day and keeps itself. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  const isAfternoon = /^(?:pm|下午)$/i.test(half)
  return (hour % 12) + (isAfternoon ? 12 : 0)
}

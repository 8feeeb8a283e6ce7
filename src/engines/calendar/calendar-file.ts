import { type Day, dayNumber, isDay } from '#kernel/day.ts'
import { type Calendar, makeCalendar } from './calendar.ts'
import type { Ruling } from './notice.ts'
import { refuse } from './refusals.ts'

const FIRST = dayNumber('1970-01-01' as Day)
const LAST = dayNumber('2099-12-31' as Day)

/**
 * A calendar from CSV text with the columns `date,name,kind`, kind `off` or `work`; every other day follows its weekday.
 * Such a file is its office's whole word: nothing in it is "not yet announced", so its answers are never provisional.
 * Refuses a row it cannot read, naming the line.
 */
export function calendarFromCsv(text: string, { id, title = id }: { id: string; title?: string }): Calendar {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const header = fieldsOf(lines[0] ?? '').map((name) => name.trim().toLowerCase())
  const [dateAt, nameAt, kindAt] = ['date', 'name', 'kind'].map((name) => header.indexOf(name))
  if (dateAt === undefined || dateAt < 0 || kindAt === undefined || kindAt < 0) {
    throw invalid(1, '第一行应为 date,name,kind', 'the first line must be date,name,kind')
  }
  const rulings = new Map<number, Ruling>()
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const fields = fieldsOf(line).map((field) => field.trim())
    const date = fields[dateAt] ?? ''
    const kind = fields[kindAt] ?? ''
    const number = rowDay(date, index + 1)
    if (kind !== 'off' && kind !== 'work') {
      throw invalid(
        index + 1,
        `kind 应为 off 或 work，不能是“${kind}”`,
        `kind must be off or work, not "${kind}"`,
      )
    }
    const earlier = rulings.get(number)
    if (earlier && earlier.kind !== kind) {
      throw invalid(index + 1, `${date} 既放假又上班`, `${date} is both off and worked`)
    }
    rulings.set(number, { kind, name: fields[nameAt ?? -1] ?? '' })
  }
  return makeCalendar({
    id,
    title: { zh: title, en: title },
    first: FIRST,
    announcedThrough: LAST,
    last: LAST,
    rulings,
  })
}

function rowDay(date: string, line: number): number {
  if (!isDay(date)) throw invalid(line, `“${date}”不是日期`, `"${date}" is not a day`)
  const number = dayNumber(date)
  if (number < FIRST || number > LAST)
    throw invalid(line, `${date} 超出 1970–2099 年`, `${date} is outside 1970–2099`)
  return number
}

/** One line of CSV; a quoted field may hold commas and doubled quotes. */
function fieldsOf(line: string): string[] {
  const fields: string[] = []
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
  }
  return fields
}

const invalid = (line: number, problem: string, problemEn: string) =>
  refuse('calendar.file-invalid', { line, problem, problemEn })

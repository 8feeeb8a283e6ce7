import { dayOfNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import {
  type Calendar,
  citeNotice,
  type DayExplanation,
  englishName,
  explainDay,
  isWeekend,
} from '../calendar/index.ts'
import type { End, Terms } from './due.ts'
import { readsWorkingDays, type Reason, said } from './reason.ts'

/** The announced holidays and exchanged days on the way, neighbours of one holiday together. */
export function rulings(terms: Terms, end: End): Reason[] {
  const { calendar, trigger: moment } = terms
  const work = readsWorkingDays(terms)
  const first = Math.max(calendar.first, work ? moment.day + 1 : (end.unshiftedDay ?? Infinity))
  const reasons: Reason[] = []
  for (const { from, to, explained } of runs(calendar, first, Math.min(end.lastDay, calendar.last))) {
    const code =
      explained.kind === 'holiday'
        ? 'holiday'
        : explained.kind === 'halfDay'
          ? 'halfDay'
          : 'shiftedWorkingDay'
    const more = { from: dayOfNumber(from), to: dayOfNumber(to), notice: explained.notice }
    reasons.push(said(code, from === to ? oneDay(explained) : manyDays(calendar, from, to, explained), more))
  }
  return reasons
}

const oneDay = ({ day, because }: DayExplanation): Bilingual => ({
  zh: `${day}：${because.zh}`,
  en: `${day}: ${because.en}`,
})

function manyDays(calendar: Calendar, from: number, to: number, { kind, notice }: DayExplanation): Bilingual {
  const [first, last] = [dayOfNumber(from), dayOfNumber(to)]
  const name = calendar.rulings.get(from)?.name ?? ''
  const cited = notice
    ? { zh: `，${citeNotice(notice)}`, en: ` (${notice.document ?? notice.title})` }
    : { zh: '', en: '' }
  const what =
    kind === 'holiday' ? { zh: '放假', en: 'days off' } : { zh: '调休上班', en: 'worked in exchange' }
  return {
    zh: `${first} 至 ${last}：${name}${what.zh}${cited.zh}`,
    en: `${first} to ${last}: ${englishName(name)}, ${what.en}${cited.en}`,
  }
}

interface Run {
  readonly from: number
  to: number
  readonly explained: DayExplanation
}

function runs(calendar: Calendar, first: number, last: number): Run[] {
  const found: Run[] = []
  for (let day = first; day <= last; day++) {
    const ruling = calendar.rulings.get(day)
    if (!ruling || (ruling.kind === 'work' && !isWeekend(day))) continue
    const before = found.at(-1)
    const same = before?.to === day - 1 && sameHoliday(calendar, before.to, day)
    if (same) before.to = day
    else found.push({ from: day, to: day, explained: explainDay(dayOfNumber(day), calendar) })
  }
  return found
}

function sameHoliday(calendar: Calendar, a: number, b: number): boolean {
  const [one, other] = [calendar.rulings.get(a), calendar.rulings.get(b)]
  return one?.name === other?.name && one?.kind === other?.kind && one?.notice === other?.notice
}

import { type Day, dayOfNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import {
  type Calendar,
  citeNotice,
  type DayExplanation,
  englishName,
  explainDay,
  formatInstant,
  isWeekend,
  localTime,
  type NoticeReference,
  workingDaysWithin,
} from '../calendar/index.ts'
import type { End, Terms } from './due.ts'
import { formatLimit, limitInWords } from './limit.ts'
import { parseMoment } from './moment.ts'

/** One step of the way from the trigger to the due date, in both languages. */
export interface Reason {
  readonly code: ReasonCode
  readonly zh: string
  readonly en: string
  readonly from?: Day
  readonly to?: Day
  readonly notice?: NoticeReference
  readonly document?: string
}

export type ReasonCode =
  | 'trigger'
  | 'started'
  | 'limit'
  | 'holiday'
  | 'shiftedWorkingDay'
  | 'halfDay'
  | 'suspended'
  | 'suspensionOpen'
  | 'extended'
  | 'rung'
  | 'rolled'
  | 'provisional'
  | 'yearEnd'
  | 'expiry'

/** Why a limit ends when it does: what was counted, what was left out, and on whose word. */
export function reasonsFor(terms: Terms, end: End | undefined): Reason[] {
  return [
    trigger(terms),
    ...started(terms, end),
    said('limit', limitText(terms)),
    ...(end ? rulings(terms, end) : []),
    ...suspensions(terms, end),
    ...terms.extensions.map((extension) =>
      said('extended', { zh: `经批准延期 ${words(extension).zh}`, en: `extended by ${words(extension).en}` }),
    ),
    ...(terms.after ? [said('rung', rungText(terms.after))] : []),
    ...(end ? [...rolledText(terms, end), ...horizon(terms, end), expiry(terms, end)] : [open(terms)]),
  ]
}

const words = limitInWords

const rungText = (after: Terms['limit']): Bilingual => ({
  zh: `期限届满后再过 ${words(after).zh}`,
  en: `${words(after).en} after the limit has run out`,
})

const said = (code: ReasonCode, text: Bilingual, more: Partial<Reason> = {}): Reason => ({
  code,
  ...text,
  ...more,
})

function trigger({ trigger: moment, limit, zone }: Terms): Reason {
  const day = dayOfNumber(moment.day)
  if (moment.kind === 'instant' && !countsDays(limit.unit)) {
    const at = formatInstant(moment.at, zone)
    return said('trigger', { zh: `自 ${at} 起算`, en: `runs from ${at}` }, { from: day })
  }
  return said(
    'trigger',
    {
      zh: `${day} 为开始之日，不算入，自次日起算`,
      en: `${day} is the trigger day and is not counted; day 1 comes after it`,
    },
    { from: day },
  )
}

const countsDays = (unit: Terms['limit']['unit']) =>
  unit === 'workingDays' || unit === 'calendarDays' || unit === 'months' || unit === 'years'

/** Units that read the calendar day by day; the others only meet it when the last day is rolled. */
const countsWork = (unit: Terms['limit']['unit']) => unit === 'workingDays' || unit === 'workingHours'

function started({ zone, hours }: Terms, end: End | undefined): Reason[] {
  if (end?.startedAt === undefined) return []
  const at = formatInstant(end.startedAt, zone)
  return [
    said('started', {
      zh: `不在办公时间（${hours?.text}）内，自下一个开门时刻 ${at} 起算`,
      en: `outside the office hours (${hours?.text}): it starts at the next opening, ${at}`,
    }),
  ]
}

function limitText({ limit, hours }: Terms): Bilingual {
  const { zh, en } = words(limit)
  const usesHours = limit.unit === 'workingHours' || limit.unit === 'workingDays'
  const office =
    hours && usesHours
      ? { zh: `，办公时间 ${hours.text}`, en: `, office hours ${hours.text}` }
      : { zh: '', en: '' }
  return {
    zh: `时限 ${zh}（${formatLimit(limit)}）${office.zh}`,
    en: `limit of ${en} (${formatLimit(limit)})${office.en}`,
  }
}

/** The announced holidays and exchanged days on the way, neighbours of one holiday together. */
function rulings(terms: Terms, end: End): Reason[] {
  const { calendar, trigger: moment } = terms
  const work = [terms.limit, ...terms.extensions, ...(terms.after ? [terms.after] : [])].some(({ unit }) =>
    countsWork(unit),
  )
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

function suspensions(terms: Terms, end: End | undefined): Reason[] {
  const { suspended, zone } = terms
  if (!countsDays(terms.limit.unit)) {
    return suspended.spans.flatMap(([from, to]) => {
      if (end && from >= end.at) return []
      const [start, stop] = [formatInstant(from, zone), to === Infinity ? '' : formatInstant(to, zone)]
      return [
        suspendedReason(terms, {
          start,
          stop,
          days: [localTime(zone, from).day, localTime(zone, to - 1).day],
        }),
      ]
    })
  }
  return suspended.days.flatMap(([first, last]) => {
    if (end && first > end.lastDay) return []
    const stop = last === Infinity ? '' : dayOfNumber(last)
    return [suspendedReason(terms, { start: dayOfNumber(first), stop, days: [first, last] })]
  })
}

interface SuspendedStretch {
  readonly start: string
  /** Empty while nobody knows the end. */
  readonly stop: string
  readonly days: readonly [first: number, last: number]
}

function suspendedReason(terms: Terms, { start, stop, days }: SuspendedStretch): Reason {
  const [first, last] = days
  const papers = terms.suspensions.filter(({ from }) => {
    const { day } = parseMoment(from, terms.zone)
    return day >= first && day <= last
  })
  const cited = papers.flatMap(({ ground, document }) => [ground, document].filter(Boolean)).join('，')
  const document = papers.flatMap((paper) => paper.document ?? []).join('，')
  const where = { from: dayOfNumber(first), ...(document ? { document } : {}) }
  const paper = { zh: cited && `（${cited}）`, en: cited && ` (${cited})` }
  if (stop === '') {
    return said(
      'suspended',
      { zh: `自 ${start} 起中止${paper.zh}`, en: `suspended from ${start} on${paper.en}` },
      where,
    )
  }
  const length = suspendedLength(terms, days)
  return said(
    'suspended',
    {
      zh: `${start} 至 ${stop} 中止，不计入时限${length.zh}${paper.zh}`,
      en: `suspended from ${start} to ${stop}, not counted${length.en}${paper.en}`,
    },
    { ...where, to: dayOfNumber(last) },
  )
}

/** How much of the limit's own unit a suspension takes, where that is a number of days. */
function suspendedLength(
  { limit, calendar, trigger: moment }: Terms,
  [first, last]: readonly [number, number],
): Bilingual {
  if (!countsDays(limit.unit)) return { zh: '', en: '' }
  const start = Math.max(first, moment.day + 1)
  const days = Math.max(0, last - start + 1)
  const known = days > 0 && start > calendar.first && last <= calendar.last
  const counted =
    limit.unit === 'workingDays' && known
      ? words({ length: workingDaysWithin(calendar, start - 1, last), unit: 'workingDays' })
      : words({ length: days, unit: 'calendarDays' })
  return { zh: `，首尾两日在内，计 ${counted.zh}`, en: `, both days included: ${counted.en}` }
}

function rolledText(terms: Terms, { unshiftedDay, lastDay }: End): Reason[] {
  if (unshiftedDay === undefined) return []
  const [from, to] = [dayOfNumber(unshiftedDay), dayOfNumber(lastDay)]
  const { because, notice } = explainDay(from, terms.calendar)
  return [
    said(
      'rolled',
      {
        zh: `最后一日 ${from}（${because.zh}）不是工作日，顺延至 ${to}；机关自己的期限以 ${from} 为稳妥`,
        en: `the last day ${from} (${because.en}) is not a working day: moved to ${to}; for an agency's own duty ${from} is the safe day`,
      },
      { from, to, notice },
    ),
  ]
}

function horizon(terms: Terms, end: End): Reason[] {
  const { calendar } = terms
  const last = dayOfNumber(calendar.announcedThrough)
  if (end.provisional) {
    return [
      said('provisional', {
        zh: `放假通知只公布到 ${last}，其后的日子暂按星期计算；通知公布后将重新计算，此日期为暂定`,
        en: `holiday notices are known through ${last}; later days are read by weekday, so this date is provisional and will be computed again`,
      }),
    ]
  }
  const work = [terms.limit, ...terms.extensions, ...(terms.after ? [terms.after] : [])].some(({ unit }) =>
    countsWork(unit),
  )
  if (!work || end.lastDay <= calendar.announcedThrough - YEAR_END_DAYS) return []
  if (calendar.announcedThrough >= calendar.last || end.lastDay > calendar.announcedThrough) return []
  return [
    said('yearEnd', {
      zh: `次年的放假通知可能调整 ${last.slice(0, 4)} 年 12 月最后几天（2007、2011、2018、2022 年曾如此），届时将重新计算`,
      en: `next year's notice may still rule on the last days of December ${last.slice(0, 4)}, as it did in 2007, 2011, 2018 and 2022`,
    }),
  ]
}

/** How far into the old year a notice for the new one has reached. */
const YEAR_END_DAYS = 3

function expiry({ trigger: moment, zone }: Terms, end: End): Reason {
  const day = dayOfNumber(end.lastDay)
  const at = formatInstant(end.at, zone)
  const text =
    moment.kind === 'day'
      ? { zh: `期限于 ${day} 24:00 届满`, en: `the limit runs out at 24:00 on ${day}` }
      : { zh: `期限于 ${at} 届满`, en: `the limit runs out at ${at}` }
  return said('expiry', text, { from: day })
}

const open = ({ zone }: Terms): Reason =>
  said('suspensionOpen', {
    zh: `时限仍在中止，恢复之后才能算出届满时间（${zone}）`,
    en: `the limit is still suspended; when it runs out can be computed once it is resumed (${zone})`,
  })

import { dayOfNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { formatInstant, localTime, workingDaysWithin } from '../calendar/index.ts'
import type { End, Terms } from './due.ts'
import { limitInWords as words } from './limit.ts'
import { parseMoment } from './moment.ts'
import { countsDays, type Reason, said } from './reason.ts'

/** What stood still on the way, with its papers and how much of the limit it took. */
export function suspensions(terms: Terms, end: End | undefined): Reason[] {
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

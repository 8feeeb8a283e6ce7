import { dayOfNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { explainDay, formatInstant, instantOf } from '../calendar/index.ts'
import type { End, Terms } from './due.ts'
import { formatLimit, limitInWords as words } from './limit.ts'
import { countsDays, readsWorkingDays, type Reason, said } from './reason.ts'
import { rulings } from './reasons-of-days.ts'
import { suspensions } from './reasons-of-suspension.ts'

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

const rungText = (after: Terms['limit']): Bilingual => ({
  zh: `期限届满后再过 ${words(after).zh}`,
  en: `${words(after).en} after the limit has run out`,
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
  const work = readsWorkingDays(terms)
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
  // 24:00 of the last day is what people say; the first instant of the next day is only how it is stored.
  const atMidnight = end.at === instantOf(zone, end.lastDay + 1)
  const text =
    moment.kind === 'day' || atMidnight
      ? { zh: `期限于 ${day} 24:00 届满`, en: `the limit runs out at 24:00 on ${day}` }
      : { zh: `期限于 ${at} 届满`, en: `the limit runs out at ${at}` }
  return said('expiry', text, { from: day })
}

const open = ({ zone }: Terms): Reason =>
  said('suspensionOpen', {
    zh: `时限仍在中止，恢复之后才能算出届满时间（${zone}）`,
    en: `the limit is still suspended; when it runs out can be computed once it is resumed (${zone})`,
  })

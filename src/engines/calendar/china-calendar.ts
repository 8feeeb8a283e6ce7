import { type Day, dayNumber, type EpochMs } from '#kernel/day.ts'
import { type Calendar, makeCalendar } from './calendar.ts'
import { CHINA_NOTICES } from './china/index.ts'
import { type HolidayNotice, type Ruling, rulingsOf } from './notice.ts'
import { dayNumberAt } from './zone.ts'

const TITLE = { zh: '中国（国务院放假通知）', en: 'China (State Council holiday notices)' }

/** The tables go on by weekday to here, so that a limit of many years still has a provisional answer. */
const LAST = dayNumber('2099-12-31' as Day)

/** The first day any notice speaks of: two working weekend days of 2006 stand in the notice for 2007. */
const FIRST = dayNumber('2006-12-30' as Day)

let shipped: Calendar | undefined

/** China's calendar with every notice shipped. */
export function chinaCalendar(): Calendar {
  shipped ??= chinaCalendarFrom(CHINA_NOTICES)
  return shipped
}

/** The calendar as it could be known at an instant: only the notices published by that day (Asia/Shanghai). */
export function chinaCalendarKnownAt(
  at: EpochMs,
  notices: readonly HolidayNotice[] = CHINA_NOTICES,
): Calendar {
  const today = dayNumberAt('Asia/Shanghai', at)
  return chinaCalendarFrom(notices.filter(({ publishedOn }) => dayNumber(publishedOn as Day) <= today))
}

/**
 * A calendar from notices: later publications overrule earlier ones day by day. The horizon is the last day of the
 * last year in an unbroken row of years that have a notice; a lone later year does not bridge a gap.
 */
export function chinaCalendarFrom(notices: readonly HolidayNotice[], id = 'cn'): Calendar {
  const rulings = new Map<number, Ruling>()
  const inOrder = [...notices].sort((a, b) =>
    a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0,
  )
  for (const notice of inOrder) for (const [number, ruling] of rulingsOf(notice)) rulings.set(number, ruling)

  const years = new Set(notices.map(({ year }) => year))
  let year = 2006
  while (years.has(year + 1)) year++
  return makeCalendar({
    id,
    title: TITLE,
    first: FIRST,
    announcedThrough: year === 2006 ? FIRST - 1 : dayNumber(`${year}-12-31` as Day),
    last: LAST,
    rulings,
  })
}

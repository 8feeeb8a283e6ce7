import { dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type Calendar,
  dayNumberAt,
  DEFAULT_ZONE,
  instantOf,
  officeHours,
  workingSecondsCounter,
} from '#engines/calendar/index.ts'
import { findBadges, findCounters, findHalls } from '#modules/hall/index.ts'
import { findJurisdiction, findUnitKinds } from '#modules/organisation/index.ts'
import { calendarNow } from '../calendars.ts'
import type { Yardstick } from './measured.ts'
import { findSettings } from './setting-store.ts'
import { settingsOn } from './settings.ts'

/** 层级 of a unit by what it is; departments and halls are of the government's own level. */
const LEVEL_OF_KIND: Readonly<Record<string, string>> = { township: 'township', village: 'village' }

/** Everything outside the cases by which they are measured now. */
export async function yardstickFor(db: Db, now: EpochMs): Promise<Yardstick> {
  const calendar = await calendarNow(db)
  const today = dayNumberAt(DEFAULT_ZONE, now)
  const settings = settingsOn(await findSettings(db), dayOfNumber(today))
  const halls = new Map((await findHalls(db)).map(({ hall, level }) => [hall, level]))
  const badges = await findBadges(db)
  const counters = new Map((await findCounters(db)).map(({ counter, hall }) => [counter, halls.get(hall)]))
  const kinds = new Map((await findUnitKinds(db)).map(({ id, kind }) => [id, kind]))
  const own = (await findJurisdiction(db, db.scope.jurisdiction))?.level ?? 'county'
  return {
    calendar,
    now,
    settings,
    officeSeconds: officeSecondsBy(calendar, settings.text('officeHours')),
    levelOfCounter: (counter) => counters.get(counter),
    wore: wearersOf(badges),
    levelOfUnit: (unit) => LEVEL_OF_KIND[kinds.get(unit) ?? ''] ?? own,
    hallMark: [
      halls.size,
      counters.size,
      badges.length,
      badges.filter(({ endedAt }) => endedAt !== null).length,
    ].join(),
  }
}

const officeSecondsBy = (calendar: Calendar, hours: string) =>
  workingSecondsCounter({ calendar, hours: officeHours(hours) })

/** Who wore a badge of the hall when; a badge lent to a stand-in ends with its last day. */
function wearersOf(badges: Awaited<ReturnType<typeof findBadges>>): Yardstick['wore'] {
  const spans = new Map<string, { from: EpochMs; until: EpochMs }[]>()
  for (const { account, issuedAt, endedAt, lentUntil } of badges) {
    const lent = lentUntil ? instantOf(DEFAULT_ZONE, dayNumber(lentUntil) + 1) : Infinity
    const own = spans.get(account) ?? []
    own.push({ from: issuedAt, until: endedAt ?? lent })
    spans.set(account, own)
  }
  return (account, at) => (spans.get(account) ?? []).some(({ from, until }) => at >= from && at < until)
}

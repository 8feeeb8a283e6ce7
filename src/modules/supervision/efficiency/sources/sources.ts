import { dayNumber, dayOfNumber, type Day, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type Calendar,
  DAY_MS,
  dayNumberAt,
  DEFAULT_ZONE,
  workingDaysWithin,
} from '#engines/calendar/index.ts'
import { findPeople } from '#modules/access/index.ts'
import type { Settings } from '../settings.ts'
import type { Signal } from '../../signal-shapes.ts'
import { findFailures, findGaps, findReportDays, type ReportDay } from './store.ts'

/** How far back the page of transfers looks. */
const LOOK_BACK_DAYS = 62
/** So few days of arrival in two months, with events so old among them, are parcels and no reporting. */
const BATCH_DAYS = 5
const BATCH_AGE_DAYS = 10

/** A department's system as it reports (HALL-08). */
export interface Source {
  readonly log: string
  readonly source: string
  readonly unit: string
  readonly lastAt: EpochMs
  /** Working days since then. */
  readonly silentDays: number
  readonly days: readonly { readonly day: string; readonly messages: number; readonly oldestDays: number }[]
  readonly missing: number
  readonly failures: readonly {
    readonly code: string
    readonly reports: number
    readonly events: number
    readonly lastAt: EpochMs
    readonly because: Bilingual
  }[]
  readonly flags: readonly ('silentSource' | 'batchSource' | 'lostReports' | 'refusedReports')[]
}

interface Looking {
  readonly now: EpochMs
  readonly calendar: Calendar
  readonly settings: Settings
}

/** Every system that ever reported or tried to, the longest silent first. */
export async function sourcesOf(db: Db, looking: Looking): Promise<Source[]> {
  const today = dayNumberAt(DEFAULT_ZONE, looking.now)
  const since = dayOfNumber(today - LOOK_BACK_DAYS)
  const [days, failures, gaps] = [
    await findReportDays(db, since),
    await findFailures(db, since),
    new Map((await findGaps(db)).map((row) => [`${row.log}\n${row.source}`, row.gaps])),
  ]
  const accounts = [...new Set([...days, ...failures].map(({ account }) => account))]
  const unitOf = new Map((await findPeople(db, accounts)).map(({ account, unit }) => [account, unit ?? '']))
  const keys = [...new Set([...days, ...failures].map(({ log, source }) => `${log}\n${source}`))]
  return keys
    .map((key) => {
      const own = days.filter(({ log, source }) => `${log}\n${source}` === key)
      const refused = failures.filter(({ log, source }) => `${log}\n${source}` === key)
      const account = own.at(-1)?.account ?? refused[0]?.account ?? ''
      const missing = (gaps.get(key) ?? []).reduce((sum, [from, to]) => sum + to - from + 1, 0)
      return sourceOf(key, { days: own, refused, missing, unit: unitOf.get(account) ?? '' }, looking)
    })
    .sort((a, b) => b.silentDays - a.silentDays || (a.source < b.source ? -1 : 1))
}

interface Known {
  readonly days: readonly ReportDay[]
  readonly refused: Awaited<ReturnType<typeof findFailures>>
  readonly missing: number
  readonly unit: string
}

function sourceOf(
  key: string,
  { days, refused, missing, unit }: Known,
  { now, calendar, settings }: Looking,
): Source {
  const [log = '', source = ''] = key.split('\n')
  const today = dayNumberAt(DEFAULT_ZONE, now)
  const lastAt = days.at(-1)?.lastAt ?? 0
  const last = lastAt === 0 ? today - LOOK_BACK_DAYS : dayNumberAt(DEFAULT_ZONE, lastAt)
  const silentDays = workingDaysWithin(calendar, last, today)
  const recent = days.filter(({ day }) => dayNumber(day as Day) >= today - LOOK_BACK_DAYS)
  const old = recent.filter(({ lastAt: at, oldestAt }) => at - oldestAt > BATCH_AGE_DAYS * DAY_MS)
  const flags: Source['flags'][number][] = []
  if (silentDays > settings.number('silentDays')) flags.push('silentSource')
  if (old.length > 0 && old.length * 2 >= recent.length && recent.length <= BATCH_DAYS)
    flags.push('batchSource')
  if (missing > 0) flags.push('lostReports')
  if (refused.length > 0) flags.push('refusedReports')
  return {
    ...{ log, source, unit, lastAt, silentDays, missing, flags },
    days: recent.map(({ day, messages, lastAt: at, oldestAt }) => ({
      ...{ day, messages },
      oldestDays: Math.floor((at - oldestAt) / DAY_MS),
    })),
    failures: refused.map(({ code, reports, events, lastAt: at, becauseZh, becauseEn }) => ({
      ...{ code, reports, events, lastAt: at, because: { zh: becauseZh, en: becauseEn } },
    })),
  }
}

export function sourceSignals(sources: readonly Source[]): Signal[] {
  return sources.flatMap(({ source, unit, silentDays, missing, failures, flags, days }) => {
    const refused = failures.reduce((sum, { reports }) => sum + reports, 0)
    const texts: Record<Source['flags'][number], Bilingual> = {
      silentSource: {
        zh: `已有 ${silentDays} 个工作日没有上报`,
        en: `No report for ${silentDays} working days`,
      },
      batchSource: {
        zh: `两个月里只有 ${days.length} 天上报，一次补传十天以前的事件`,
        en: `Reports on ${days.length} days in two months only, of events more than ten days old`,
      },
      lostReports: {
        zh: `缺 ${missing} 个报送编号，从未到达`,
        en: `${missing} numbers were used and never arrived`,
      },
      refusedReports: {
        zh: `${refused} 次上报被退回：${failures[0]?.because.zh ?? ''}`,
        en: `${refused} reports were refused: ${failures[0]?.because.en ?? ''}`,
      },
    }
    return flags.map((code) => ({ code, unit, subject: source, because: texts[code], cases: [] }))
  })
}

/** 没有报送: departments that are responsible for items, and of which neither a case nor a report is known. */
export const silentUnits = (responsible: readonly string[], known: ReadonlySet<string>): Signal[] =>
  responsible
    .filter((unit) => !known.has(unit))
    .map((unit) => ({
      ...{ code: 'noReports' as const, unit, subject: '', cases: [] },
      because: {
        zh: '有公布的事项，但期间内既没有在平台办件，也没有上报一条事件',
        en: 'Has published items, but in the span neither a case was handled here nor an event reported',
      },
    }))

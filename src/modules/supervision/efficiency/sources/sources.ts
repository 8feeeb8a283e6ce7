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
import { findFailures, findGaps, findReportDays, findReportingCards, type ReportDay } from './store.ts'

/** How far back the page of transfers looks. */
const LOOK_BACK_DAYS = 62
/** So few days of arrival in two months, with events so old among them, are parcels and no reporting. */
const BATCH_DAYS = 5
const BATCH_AGE_DAYS = 10

export type SourceFlag =
  'silentSource' | 'batchSource' | 'lostReports' | 'refusedReports' | 'lateSource' | 'editedSource'

/** A department's system as it reports (HALL-08, ESUP-01). */
export interface Source {
  readonly log: string
  readonly source: string
  readonly unit: string
  readonly lastAt: EpochMs
  /** Working days since then. */
  readonly silentDays: number
  readonly days: readonly { readonly day: string; readonly messages: number; readonly oldestDays: number }[]
  readonly missing: number
  /** Of its unit in this log: told long after they happened, and told again with another content. */
  readonly late: number
  readonly edited: number
  readonly failures: readonly {
    readonly code: string
    readonly reports: number
    readonly events: number
    readonly lastAt: EpochMs
    readonly because: Bilingual
  }[]
  readonly flags: readonly SourceFlag[]
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
  const [days, failures, cards, gaps] = [
    await findReportDays(db, since),
    await findFailures(db, since),
    new Map((await findReportingCards(db, since)).map((row) => [`${row.log}\n${row.unit}`, row])),
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
      const unit = unitOf.get(account) ?? ''
      const { late = 0, edited = 0 } = cards.get(`${key.split('\n')[0]}\n${unit}`) ?? {}
      return sourceOf(key, { days: own, refused, missing, late, edited, unit }, looking)
    })
    .sort((a, b) => b.silentDays - a.silentDays || (a.source < b.source ? -1 : 1))
}

interface Known {
  readonly days: readonly ReportDay[]
  readonly refused: Awaited<ReturnType<typeof findFailures>>
  readonly missing: number
  readonly late: number
  readonly edited: number
  readonly unit: string
}

function sourceOf(
  key: string,
  { days, refused, missing, late, edited, unit }: Known,
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
  // What comes in parcels is late by nature: that is said already.
  if (late > 0 && !flags.includes('batchSource')) flags.push('lateSource')
  if (edited > 0) flags.push('editedSource')
  return {
    ...{ log, source, unit, lastAt, silentDays, missing, late, edited, flags },
    days: recent.map(({ day, messages, lastAt: at, oldestAt }) => ({
      ...{ day, messages },
      oldestDays: Math.floor((at - oldestAt) / DAY_MS),
    })),
    failures: refused.map(({ code, reports, events, lastAt: at, becauseZh, becauseEn }) => ({
      ...{ code, reports, events, lastAt: at, because: { zh: becauseZh, en: becauseEn } },
    })),
  }
}

/** What is said of each thing that is wrong with a source. */
export function flagTexts({
  silentDays,
  days,
  missing,
  failures,
  late,
  edited,
}: Source): Readonly<Record<SourceFlag, Bilingual>> {
  const refused = failures.reduce((sum, { reports }) => sum + reports, 0)
  return {
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
    lateSource: {
      zh: `两个月里 ${late} 个事件在发生很久以后才上报`,
      en: `${late} events within two months were told long after they happened`,
    },
    editedSource: {
      zh: `两个月里 ${edited} 次用同一编号改报内容`,
      en: `${edited} times within two months the same number was told with another content`,
    },
  }
}

export const sourceSignals = (sources: readonly Source[]): Signal[] =>
  sources.flatMap((source) => {
    const texts = flagTexts(source)
    return source.flags.map((code) => ({
      ...{ code, unit: source.unit, subject: source.source, because: texts[code], cases: [] },
    }))
  })

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

import type { EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { BulkStream } from '#engines/ledger/index.ts'
import { withDaysBy } from './days.ts'
import { type Entry, type IssuedNotice, type NewNotice, madeNotice, yearOf } from './issue.ts'
import { noticeStream } from './notice-events.ts'
import { takeNumbers } from './store.ts'

/** How many papers of each series, or the first number of each; a series is a unit, a kind and a year. */
export type BySeries = Readonly<Record<string, number>>

export interface ToldNotices {
  /** The next number of its series; papers are to be asked for in the order in which they went out. */
  issue(given: NewNotice, entry: Entry): Promise<IssuedNotice>
  counts(): BySeries
  /** The papers about a subject, to be appended as new streams. */
  streamsAbout(subject: string): BulkStream[]
}

interface Telling {
  readonly jurisdiction: string
  readonly calendar: Calendar
  readonly unitName: (unit: string) => string
  readonly first: BySeries
}

const seriesOf = ({ kind, unit }: Pick<NewNotice, 'kind' | 'unit'>, at: EpochMs): string =>
  `${unit}/${kind}/${yearOf(at)}`

/** Papers of a past that is told at once: made as `issueNotice` makes them, under numbers that were reserved. */
export function toldNotices({ jurisdiction, calendar, unitName, first }: Telling): ToldNotices {
  const counts = new Map<string, number>()
  const streams = new Map<string, BulkStream[]>()
  return {
    async issue(given, { actor, now }) {
      const series = seriesOf(given, now)
      const before = counts.get(series) ?? 0
      counts.set(series, before + 1)
      const issued = madeNotice(
        { ...given, data: withDaysBy(calendar, given) },
        {
          unitName: unitName(given.unit),
          serial: (first[series] ?? 1) + before,
          jurisdiction,
          counterUnit: null,
          now,
        },
      )
      const notice = newId(now)
      const events = [{ type: 'NoticeIssued', payload: { ...issued }, actor, occurredAt: now }]
      const about = streams.get(given.subject) ?? []
      streams.set(given.subject, [...about, { stream: noticeStream(notice), events }])
      return { notice, number: issued.number, hash: issued.hash, checkCode: issued.checkCode }
    },
    counts: () => Object.fromEntries(counts),
    streamsAbout: (subject) => streams.get(subject) ?? [],
  }
}

/** Sets numbers aside for papers that are about to be told; nobody else gets them. Answers the first of each series. */
export async function reserveNumbers(db: Db, counts: BySeries): Promise<BySeries> {
  const first: Record<string, number> = {}
  for (const [series, count] of Object.entries(counts).sort()) {
    const [issuer = '', kind = '', year] = series.split('/')
    first[series] = await takeNumbers(db, { issuer, kind, year: Number(year) }, count)
  }
  return first
}

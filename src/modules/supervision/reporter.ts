import type { EpochMs } from '#kernel/day.ts'
import type { Database } from '#platform/database/index.ts'
import { calendarFor } from './calendars.ts'
import { notingFailures } from './efficiency/sources/failures.ts'
import { grouped } from './grouped.ts'
import { type Report, type ReportAnswer, takeReports } from './reporting.ts'

/** Takes the reports of departments' systems; those that arrive together share a transaction. */
export interface Reporter {
  report(jurisdiction: string, report: Report): Promise<ReportAnswer>
  close(): Promise<void>
}

interface Item {
  readonly jurisdiction: string
  readonly report: Report
}

/** Events in one transaction at most: more would make those wait who came first. */
const BATCH_EVENTS = 1000

export function openReporter(database: Database, now: () => EpochMs): Reporter {
  const commit = async (items: readonly Item[]): Promise<(() => ReportAnswer)[]> => {
    const answers = new Map<Item, () => ReportAnswer>()
    for (const jurisdiction of new Set(items.map((item) => item.jurisdiction))) {
      const own = items.filter((item) => item.jurisdiction === jurisdiction)
      const scope = { jurisdiction, reach: 'jurisdiction' as const, account: 'reports' }
      const given = await database.transaction(scope, async (db) =>
        takeReports(
          db,
          own.map(({ report }) => report),
          { now: now(), calendar: await calendarFor(db) },
        ),
      )
      own.forEach((item, index) => answers.set(item, given[index] as () => ReportAnswer))
    }
    return items.map((item) => answers.get(item) as () => ReportAnswer)
  }
  const group = grouped(commit, {
    lanes: 1,
    limit: BATCH_EVENTS,
    weigh: ({ report }) => report.events.length,
  })
  return {
    report: (jurisdiction, report) =>
      notingFailures(database, { jurisdiction, report, now }, () => group.add({ jurisdiction, report })),
    close: group.close,
  }
}

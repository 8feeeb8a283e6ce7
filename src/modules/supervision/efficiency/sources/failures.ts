import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { record } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { efficiencyLists } from '../lists.ts'
import { FAILED, FAILURES, type ReportFailure } from './failure.ts'

type Failed = Pick<ReportFailure, 'log' | 'source' | 'account'> & { readonly events: readonly unknown[] }

/** 传输失败不无声: does the work, and writes down that a report was refused before its sender is told. */
export async function notingFailures<Answer>(
  database: Database,
  {
    jurisdiction,
    report,
    now,
  }: { readonly jurisdiction: string; readonly report: Failed; readonly now: () => EpochMs },
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { log, source, account, events } = report
    const failure = { log, source, account, events: events.length, code: error.code, ...error.text }
    const at = now()
    const day = dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
    await database.transaction({ jurisdiction, reach: 'jurisdiction', account: 'reports' }, (db) =>
      record(db, [efficiencyLists], {
        stream: `${FAILURES}/${day}`,
        expectedVersion: 'any',
        recordedAt: at,
        events: [{ type: FAILED, payload: failure, actor: account, occurredAt: at }],
      }),
    )
    throw error
  }
}

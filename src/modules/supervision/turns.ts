import type { EpochMs } from '#kernel/day.ts'
import { type Db, EVERY_JURISDICTION } from '#kernel/sql.ts'
import { appendMany } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { calendarFor } from './calendars.ts'
import { claimTurns } from './case-store.ts'
import { turnStream } from './touched-cases.ts'
import { findLiveJurisdictions } from './log-store.ts'
import { RULES_ACTOR } from './raising.ts'
import { settle } from './watching.ts'

/**
 * 时限届满: what becomes of cases by the passing of time alone. Every live case has one next turn (its limit nears its
 * end or runs out, an answer becomes overdue, it has lain idle too long). The sweep takes those whose time has come: its
 * cost grows with what is due, not with what is open. Any number of processes may sweep; a turn is claimed by one. Each
 * sweep is an event of the ledger, so that a rebuild turns the same cases at the same instants.
 */
async function sweepTurns(db: Db, now: EpochMs): Promise<number> {
  const due = await claimTurns(db, now, SWEEP_BATCH)
  if (due.length === 0) return 0
  const calendar = await calendarFor(db)
  const byLog = new Map<string, string[]>()
  for (const { log, caseId } of due) byLog.set(log, [...(byLog.get(log) ?? []), caseId])
  for (const [log, cases] of [...byLog].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const payload = { at: new Date(now).toISOString(), cases: cases.sort() }
    const events = [{ type: 'CasesTurned', occurredAt: now, actor: RULES_ACTOR, payload }]
    const stored = await appendMany(db, { streams: [{ stream: turnStream(log), events }], recordedAt: now })
    await settle(db, stored, { now, calendar })
  }
  return due.length
}

const SWEEP_BATCH = 500

/** Sweeps every jurisdiction that has a live log until nothing is due; says how many cases turned. */
export async function sweepAll(database: Database, { now }: { now: () => EpochMs }): Promise<number> {
  const jurisdictions = await database.read({ jurisdiction: EVERY_JURISDICTION }, findLiveJurisdictions)
  let turned = 0
  for (const { jurisdiction } of jurisdictions) {
    for (;;) {
      const scope = { jurisdiction, reach: 'jurisdiction' as const, account: RULES_ACTOR }
      const count = await database.transaction(scope, (db) => sweepTurns(db, now()))
      turned += count
      if (count < SWEEP_BATCH) break
    }
  }
  return turned
}

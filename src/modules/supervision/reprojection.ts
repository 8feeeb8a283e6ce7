import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { loadNoticeAndReproject } from '#engines/clocks/stored/index.ts'
import type { HolidayNotice } from '#engines/calendar/index.ts'
import { appendMany } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { calendarFor } from './calendars.ts'
import { factsOf, smallLog } from './case-facts.ts'
import { findOpenCases, lockCases } from './case-store.ts'
import type { ListedCase } from './case-store.ts'
import { readStored } from './looking.ts'
import { turnStream } from './touched-cases.ts'
import { findLog, findLogs } from './log-store.ts'
import type { CasesReprojected } from './watched-log.ts'
import { settle } from './watching.ts'

const BATCH = 500

export interface NoticeLoaded {
  readonly openClocks: number
  readonly changed: number
}

/**
 * 录入放假通知: every open case of a live log is computed anew, in batches that each commit, so that commands are
 * answered in between. A due instant that moves is journaled: old, new and why. Concluded cases stay as they are.
 */
export async function loadNotice(
  database: Database,
  jurisdiction: string,
  load: { notice: HolidayNotice; loadedBy: string; now: EpochMs },
): Promise<NoticeLoaded> {
  const { open, changed } = await loadNoticeAndReproject(database, jurisdiction, load)
  const scope = { jurisdiction, reach: 'jurisdiction' as const, account: load.loadedBy }
  const logs = (await database.read(scope, findLogs)).filter(({ live }) => live)
  let openClocks = open
  let moved = changed
  for (const { log } of logs) {
    for (let after: string | undefined = ''; after !== undefined;) {
      const from: string = after
      const done = await database.transaction(scope, (db) => moveBatch(db, log, from, load))
      openClocks += done.open
      moved += done.moved
      after = done.last
    }
  }
  return { openClocks, changed: moved }
}

async function moveBatch(
  db: Db,
  name: string,
  after: string,
  { notice, loadedBy, now }: { notice: HolidayNotice; loadedBy: string; now: EpochMs },
): Promise<{ open: number; moved: number; last: string | undefined }> {
  const found = await findOpenCases(db, name, now, { after, limit: BATCH })
  const log = await findLog(db, name)
  if (found.length === 0 || !log) return { open: 0, moved: 0, last: undefined }
  const rows = await lockCases(
    db,
    name,
    found.map(({ caseId }) => caseId),
  )
  const cases = (await readStored(db, log, rows)).map(({ history }) => history)
  const calendar = await calendarFor(db)
  const facts = factsOf(cases, smallLog(cases, log.profile), log.profile, { at: now, calendar })
  const before = new Map(rows.map((row) => [row.caseId, row]))
  const changes = facts.flatMap((one) => dueChanges(before.get(one.caseId), one))
  if (changes.length > 0) {
    const payload: CasesReprojected = {
      at: new Date(now).toISOString(),
      cases: [...new Set(changes.map(({ caseId }) => caseId))].sort(),
      changes,
      why: { zh: `录入《${notice.title}》`, en: `the notice "${notice.title}" was loaded` },
    }
    const events = [{ type: 'CasesReprojected', occurredAt: now, actor: loadedBy, payload }]
    const stored = await appendMany(db, { streams: [{ stream: turnStream(name), events }], recordedAt: now })
    await settle(db, stored, { now, calendar })
  }
  const open = rows.reduce(
    (sum, row) => sum + [row.committedDueAt, row.statutoryDueAt].filter((due) => due !== null).length,
    0,
  )
  return {
    open,
    moved: changes.filter(({ kind }) => kind !== 'certainty').length,
    last: found.at(-1)?.caseId,
  }
}

type Dues = Pick<ListedCase, 'caseId' | 'committedDueAt' | 'statutoryDueAt' | 'provisional'>

/** What moved; a date that only became certain counts as a change of certainty, and its row must say so. */
function dueChanges(old: Dues | undefined, now: Dues): CasesReprojected['changes'] {
  if (!old) return []
  const changes = (['committed', 'statutory'] as const).flatMap((kind) => {
    const [from, to] = [old[`${kind}DueAt`], now[`${kind}DueAt`]]
    if (from === null || to === null || from === to) return []
    return [{ caseId: now.caseId, kind, from: new Date(from).toISOString(), to: new Date(to).toISOString() }]
  })
  if (changes.length > 0 || old.provisional === now.provisional) return changes
  const due = new Date(now.committedDueAt ?? now.statutoryDueAt ?? 0).toISOString()
  return [{ caseId: now.caseId, kind: 'certainty', from: due, to: due }]
}

import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import { appendBulk } from '#engines/ledger/index.ts'
import { caseEvents, caseStream } from '../case-events.ts'
import { findLog } from '../log-store.ts'
import { beginWatch, finishWatch, registerLog, watchCases } from '../watching.ts'
import { generateDemo } from './generate.ts'
import { DEMO_LOG, DEMO_TITLE } from './office.ts'
import { demoProfile } from './profile.ts'

const ACTOR = 'demo'
const BATCH = 600

/**
 * Loads the demo log once, in the caller's transaction (reach: jurisdiction); says whether it did. The log ends at
 * `now`, and its clocks run on from there.
 */
export async function loadDemo(
  db: Db,
  { now, calendar }: { now: EpochMs; calendar: Calendar },
): Promise<boolean> {
  if (await findLog(db, DEMO_LOG)) return false
  const raising = { now, calendar }
  const definition = {
    log: DEMO_LOG,
    title: DEMO_TITLE,
    source: 'demo',
    order: 'time',
    live: true,
    profile: demoProfile,
  } as const
  await registerLog(db, { ...definition, preset: 'demo' }, { ...raising, actor: ACTOR })
  const histories = generateDemo({ now, calendar }).map(({ history }) => history)
  const streams = histories.map((history) => ({
    stream: caseStream(DEMO_LOG, history.caseId),
    events: caseEvents(history, ACTOR),
  }))
  await appendBulk(db, { streams, expected: 'new', recordedAt: now })
  const watch = beginWatch(DEMO_LOG)
  for (let start = 0; start < histories.length; start += BATCH) {
    await watchCases(db, watch, histories.slice(start, start + BATCH), raising)
  }
  await finishWatch(db, watch, { ...raising, file: 'demo', actor: ACTOR })
  return true
}

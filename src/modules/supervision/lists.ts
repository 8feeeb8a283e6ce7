import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import { putCards } from './card-store.ts'
import { lockCases } from './case-store.ts'
import { rememberDueChanges } from './due-change-store.ts'
import { findLog } from './log-store.ts'
import { writeCourses } from './courses/course-store.ts'
import { countReportDays } from './report-day-store.ts'
import { rememberReports } from './report-store.ts'
import { newChanges, writeCardCounts, writeChanges } from './workspace.ts'
import { type Applying, type HeldCourses, heldOf } from './applying.ts'
import { applyLogEvent, isLogEvent } from './log-events.ts'
import type { Evaluated } from './looking.ts'
import { cardsAfter, refreshCards } from './touched-cards.ts'
import { refreshTouched, touchedCases, turnsOfStream } from './touched-cases.ts'

/**
 * The one writer of all lists of supervision, live and in a rebuild: given events of the ledger in their order, it
 * brings the rows to where they then stand. It reads its own tables and the streams of the cases concerned, up to the
 * events given; nothing depends on the clock.
 */
export const supervisionLists: Projection = {
  name: 'supervision',
  tables: [
    'watched_log',
    'watched_case',
    'watched_case_rule',
    'watch_cell',
    'watch_total',
    'watch_span',
    'watch_duration',
    'watch_step',
    'watch_variant',
    'watch_holding',
    'watch_holder',
    'card_list',
    'card_cell',
    'card_total',
    'case_due_change',
    'reporting_source',
    'reported_event',
    'report_day',
  ],
  async apply(db, events) {
    await applyEvents(db, events)
  },
  inBulk() {
    const held: HeldCourses = new Map()
    return {
      apply: async (db, events) => void (await applyEvents(db, events, undefined, held)),
      async finish(db) {
        for (const [log, courses] of held) await writeCourses(db, log, courses)
      },
    }
  },
}

/** Brings the lists to where they stand after these events, and says which cases were looked at. */
export async function applyEvents(
  db: Db,
  events: readonly StoredEvent[],
  calendar?: Calendar,
  held?: HeldCourses,
): Promise<Evaluated[]> {
  const evaluated: Evaluated[] = []
  let batch: StoredEvent[] = []
  for (const event of events) {
    if (isLogEvent(event)) {
      evaluated.push(...(await applyBatch(db, batch, { calendar, held })))
      batch = []
      await applyLogEvent(db, event, { calendar, held })
    } else batch.push(event)
  }
  evaluated.push(...(await applyBatch(db, batch, { calendar, held })))
  return evaluated
}

/** One batch between two events of logs: case events, turns and cards. */
async function applyBatch(
  db: Db,
  events: readonly StoredEvent[],
  { calendar, held }: Applying,
): Promise<Evaluated[]> {
  if (events.length === 0) return []
  const evaluated: Evaluated[] = []
  const touched = touchedCases(events)
  const cards = await cardsAfter(db, events)
  const ofCards = new Map<string, Set<string>>()
  for (const { log, caseId } of cards.after) ofCards.set(log, (ofCards.get(log) ?? new Set()).add(caseId))
  for (const name of new Set([...touched.keys(), ...ofCards.keys()])) {
    const log = await findLog(db, name)
    if (!log) continue
    const caseIds = [...new Set([...(touched.get(name)?.keys() ?? []), ...(ofCards.get(name) ?? [])])].sort()
    const changes = newChanges(log, await lockCases(db, name, caseIds))
    evaluated.push(
      ...(await refreshTouched(db, changes, { log, touched: touched.get(name) ?? new Map(), calendar })),
    )
    await refreshCards(db, changes, cards.after, [...(ofCards.get(name) ?? [])])
    await writeChanges(db, changes, heldOf(held, name))
  }
  if (cards.after.length > 0) {
    await putCards(db, cards.after)
    await writeCardCounts(db, cards.before, cards.after)
  }
  for (const event of events) {
    if (event.type === 'CasesReprojected') await rememberDueChanges(db, turnsOfStream(event.stream), event)
  }
  await rememberReports(db, events)
  await countReportDays(db, events)
  return evaluated
}

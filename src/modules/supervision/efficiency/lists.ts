import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent, Subscription } from '#engines/ledger/index.ts'
import { CASE_STREAM, caseEventOf, caseNoOf, isCaseStream } from '#modules/cases/index.ts'
import { evolveFacts } from './facts.ts'
import { putSetting } from './setting-store.ts'
import { settingOf } from './settings.ts'
import { countFailure } from './sources/store.ts'
import { findPaces, type PaceRow, putPaces } from './store.ts'

/** Cases as figures need them, and the settings that figures are judged by. */
export const efficiencyLists: Projection = {
  name: 'supervision/efficiency',
  tables: ['case_pace', 'efficiency_setting', 'report_failure'],
  async apply(db, events) {
    await foldCases(
      db,
      events.filter(({ stream }) => isCaseStream(stream)),
    )
    for (const event of events) {
      const setting = settingOf(event)
      if (setting) await putSetting(db, setting)
      await countFailure(db, event)
    }
  },
}

/** Cases lie below and know nothing of figures: these learn of them from the ledger, as whoever listens does. */
export const followPace: Subscription = {
  name: 'supervision/efficiency',
  follows: [{ stream: CASE_STREAM }],
  handle: (db, events) =>
    foldCases(
      db,
      events.filter(({ stream }) => isCaseStream(stream)),
    ),
}

async function foldCases(db: Db, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return
  const numbers = [...new Set(events.map(({ stream }) => caseNoOf(stream)))]
  const rows = new Map<string, PaceRow>((await findPaces(db, numbers)).map((row) => [row.caseNo, row]))
  const changed = new Set<string>()
  for (const event of events) {
    const caseNo = caseNoOf(event.stream)
    const known = rows.get(caseNo)
    if (known && known.version >= event.version) continue
    const happened = { at: event.occurredAt, by: event.actor }
    const facts = evolveFacts(known?.facts, caseEventOf(event), happened)
    if (!facts) continue
    rows.set(caseNo, { caseNo, facts, version: event.version })
    changed.add(caseNo)
  }
  if (changed.size > 0)
    await putPaces(
      db,
      [...changed].flatMap((caseNo) => rows.get(caseNo) ?? []),
    )
}

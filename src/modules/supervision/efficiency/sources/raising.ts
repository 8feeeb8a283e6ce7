import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { jurisdictionsOf } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { findFindings, openFinding } from '#modules/findings/index.ts'
import { calendarNow } from '../../calendars.ts'
import { findSettings } from '../setting-store.ts'
import { settingsOn } from '../settings.ts'
import { flagTexts, type Source, type SourceFlag, sourcesOf } from './sources.ts'

/** Who opens what no person opened. */
const ACTOR = 'ingest'

/** What each fault of a reporting system is in the taxonomy: falling behind, or saying something else afterwards. */
const CONDUCTS: Readonly<Record<SourceFlag, string>> = {
  silentSource: 'lateReport',
  batchSource: 'lateReport',
  lostReports: 'lateReport',
  refusedReports: 'lateReport',
  lateSource: 'lateReport',
  editedSource: 'falseReport',
}

/**
 * 数据报送核对: each fault of a department's own system is a finding, once a month as long as it lasts, so that somebody
 * must answer for it. How many were opened.
 */
export async function raiseSourceFindings(db: Db, now: EpochMs): Promise<number> {
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))
  const settings = settingsOn(await findSettings(db), today)
  let opened = 0
  for (const source of await sourcesOf(db, { now, calendar: await calendarNow(db), settings })) {
    if (source.unit === '') continue
    for (const flag of source.flags) opened += (await raise(db, source, flag, { now, today })) ? 1 : 0
  }
  return opened
}

async function raise(
  db: Db,
  source: Source,
  flag: SourceFlag,
  { now, today }: { readonly now: EpochMs; readonly today: ReturnType<typeof dayOfNumber> },
): Promise<boolean> {
  const { log, unit } = source
  const sourceId = `ingest/${log}/${source.source}/${flag}/${today.slice(0, 7)}`
  if ((await findFindings(db, { sourceId, limit: 1 })).length > 0) return false
  const text = flagTexts(source)[flag]
  const { sameFactAs } = await openFinding(
    db,
    {
      ...{ source: 'ingest', sourceId, unit, conduct: CONDUCTS[flag], matter: `${log}/${source.source}` },
      fact: `系统“${source.source}”${text.zh}`,
      happenedOn: today,
      evidence: [{ text: `${text.zh} / ${text.en}`, reference: `report/${log}/${source.source}` }],
    },
    { actor: ACTOR, now },
  )
  return sameFactAs === null
}

/** The same for every government, as the hourly job does it. */
export async function raiseAllSourceFindings(database: Database, now: EpochMs): Promise<void> {
  for (const jurisdiction of await jurisdictionsOf(database)) {
    const scope = { jurisdiction, reach: 'jurisdiction' as const, account: ACTOR }
    await database.transaction(scope, (db) => raiseSourceFindings(db, now))
  }
}

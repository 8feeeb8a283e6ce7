import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import { efficiencyLists } from './lists.ts'
import { type Setting, SETTING_SET, SETTINGS_STREAM } from './settings.ts'

/** The numbers a place begins with, before anything was judged by others. Where some are set already nothing is done. */
export async function foundSettings(
  db: Db,
  settings: readonly Omit<Setting, 'by'>[],
  { by, at }: { readonly by: string; readonly at: EpochMs },
): Promise<void> {
  if ((await readStream(db, SETTINGS_STREAM)).length > 0) return
  await record(db, [efficiencyLists], {
    stream: SETTINGS_STREAM,
    expectedVersion: 0,
    recordedAt: at,
    events: settings.map((payload) => ({ type: SETTING_SET, payload, actor: by, occurredAt: at })),
  })
}

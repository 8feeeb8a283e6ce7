import { jurisdictionsOf } from '#engines/ledger/index.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type { Database } from '#platform/database/index.ts'
import type { CommandIo } from './io.ts'

const refuse = defineRefusals({
  'cli.which-jurisdiction': {
    status: 422,
    zh: '本库有多个行政区域（{known}），请用环境变量 XIAONENG_JURISDICTION 指明',
    en: 'this database holds several jurisdictions ({known}); name one in XIAONENG_JURISDICTION',
  },
})

/** The one that is named, or the only one there is; an empty database begins with the demo county. */
export async function jurisdictionAsked(io: CommandIo, database: Database): Promise<string> {
  const named = io.environment['XIAONENG_JURISDICTION']
  if (named) return named
  const known = await jurisdictionsOf(database)
  if (known.length > 1) throw refuse('cli.which-jurisdiction', { known: known.join(', ') })
  return known[0] ?? DEMO_JURISDICTION
}

/** Whoever may open the data folder on this machine sees all of a jurisdiction. */
export const scopeOnMachine = (jurisdiction: string) =>
  ({ jurisdiction, account: 'command-line', reach: 'jurisdiction' }) as const

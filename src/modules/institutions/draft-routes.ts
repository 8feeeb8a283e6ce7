import type { Db } from '#kernel/sql.ts'
import {
  dropDraft,
  faultsOf,
  findEntries,
  getDraft,
  Institution,
  publishDraft,
  saveDraft,
  tryDraft,
} from '#engines/registers/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { calledIn } from './called.ts'
import * as contract from './contract.ts'
import { peopleOf } from './lists.ts'
import { refuse } from './refusals.ts'
import type { InstitutionServices } from './services.ts'
import { flagView, instant } from './views.ts'

const REACH = { reach: 'jurisdiction' } as const

export const draftRoutes = (services: InstitutionServices): Route[] => [
  route(contract.getRegisterDraft, (call) =>
    whole(services, call, async (db) => draftView(db, services, call.params.institution, call)),
  ),
  route(contract.saveRegisterDraft, ({ params, body, caller, now, transaction }) => {
    const definition = wellFormed(body.definition)
    if (definition.code !== params.institution) throw refuse('institutions.another-name')
    return transaction(async (db) => {
      await saveDraft(db, definition, { by: caller.account, now, seen: body.seen })
      return draftView(db, services, params.institution, { caller })
    }, REACH)
  }),
  route(contract.dropRegisterDraft, ({ params, caller, now, transaction }) =>
    transaction(async (db) => {
      await dropDraft(db, params.institution, { by: caller.account, now })
      return {}
    }, REACH),
  ),
  route(contract.tryRegisterDraft, (call) =>
    whole(services, call, async (db) => {
      const { definition } = await getDraft(db, call.params.institution)
      const trials = await tryDraft(db, services.registers, definition, call.now)
      const called = await calledIn(db, services, definition, await findEntries(db, definition.code))
      return {
        entries: trials.length,
        rows: trials
          .filter(({ before, after }) => before.length + after.length > 0)
          .map(({ entry, before, after }) => ({
            entry,
            before: before.map((one) => flagView(called, one)),
            after: after.map((one) => flagView(called, one)),
          })),
      }
    }),
  ),
  route(contract.publishRegisterDraft, ({ params, caller, now, transaction }) =>
    transaction(async (db) => {
      const entered = { by: caller.account, now }
      return { version: await publishDraft(db, services.registers, params.institution, entered) }
    }, REACH),
  ),
]

/** A trial looks at every entry: whoever drafts for all sees what it would mean for all, by number only. */
const whole = <T>(
  { database }: InstitutionServices,
  { caller: { jurisdiction, account } }: Pick<Call, 'caller'>,
  work: (db: Db) => Promise<T>,
): Promise<T> => database.read({ jurisdiction, account, reach: 'jurisdiction' }, work)

function wellFormed(given: unknown): Institution {
  const { success, data, error } = Institution.safeParse(given)
  if (success) return data
  throw refuse('institutions.definition-shape', { at: error.issues[0]?.path.join('.') || '—' })
}

async function draftView(
  db: Db,
  services: InstitutionServices,
  institution: string,
  { caller }: Pick<Call, 'caller'>,
) {
  const draft = await getDraft(db, institution)
  const faults = await faultsOf(db, draft.definition)
  const people = await peopleOf(db, services, [draft])
  return {
    institution,
    definition: draft.definition,
    draftedBy: people(draft.draftedBy),
    savedAt: instant(draft.savedAt.getTime()),
    version: draft.version,
    faults,
    mayPublish:
      faults.length === 0 &&
      draft.draftedBy !== caller.account &&
      caller.permissions.has('registers.publish'),
  }
}

import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Call } from '#platform/http/index.ts'
import {
  askRenewal,
  knownAs,
  type Licence,
  licenceOfHolder,
  refuseBarred,
  rememberBarred,
  renewUntil,
} from '#modules/licences/index.ts'
import type { ApplicantFields } from '#modules/vault/contract.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { Renews } from '../case-events.ts'
import type { CasePlan } from '../plan.ts'
import { findStates } from '../store.ts'

type DecideCall = Pick<
  Call<{ caseNo: string }, unknown, { readonly falseMaterial?: string | null }>,
  'params' | 'body' | 'caller' | 'now'
>

export interface Admitting {
  readonly vault: Vault
  readonly plan: CasePlan
  readonly today: Day
  readonly doing: { readonly by: string; readonly at: EpochMs }
  /** The applicant's reference, and whoever applies in his place. */
  readonly person: string
  readonly agent: string | null
  readonly fields: Pick<ApplicantFields, 'documentKind' | 'documentNumber'>
  /** Somebody saw the document: at a counter, never online. */
  readonly identitySeen: boolean
  /** The number of the licence that is to be renewed. */
  readonly renews: string | null
}

/** Before a file is received: nobody who is barred applies, and a licence is renewed by its holder only. */
export async function admit(db: Db, given: Admitting): Promise<Renews | null> {
  await refuseBarredApplicant(db, given)
  const { vault, person, agent, fields, identitySeen, renews, plan, today, doing } = given
  if (renews === null || renews.trim() === '') return null
  const renewing = { applicant: person, document: fields, agent, identitySeen, ...doing }
  const licence = await licenceOfHolder(db, vault, renews, renewing)
  return renewsOf(licence, plan, today)
}

async function refuseBarredApplicant(db: Db, { vault, person, fields, plan, today }: Admitting) {
  const { item, unit, mainItem = null, licence } = plan
  await refuseBarred(db, { item, unit, mainItem: licence ? mainItem : null, today }, () =>
    knownAs(db, vault, person, fields),
  )
}

/** Tried before the case has its number, so that a refusal leaves nothing behind. */
function renewsOf(licence: Licence, plan: CasePlan, today: Day): Renews | null {
  const { item, unit, mainItem = null } = plan
  const [asked] = askRenewal(licence, {
    ...{ caseNo: '', item, unit, today },
    mainItem: plan.licence ? mainItem : null,
  })
  const until = renewUntil(licence)
  if (asked?.type !== 'RenewalAsked' || until === null || licence.validUntil === null) return null
  const { number, validUntil } = licence
  return { licence: number, validUntil, renewUntil: until, inTime: asked.inTime }
}

/** A denial for false material lets the person be found by his document, also under another reference. */
export async function rememberDeceiver(
  db: Db,
  { params, body, caller, now }: DecideCall,
  vault: Vault,
): Promise<void> {
  if (!body.falseMaterial?.trim()) return
  const [stored] = await findStates(db, [params.caseNo])
  if (stored?.state.plan.safety)
    await rememberBarred(db, vault, stored.state.applicant, { by: caller.account, at: now })
}

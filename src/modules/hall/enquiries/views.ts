import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findPeople } from '#modules/access/index.ts'
import { findStandIns } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { EnquiryView, SlipView } from '../contract.ts'
import { instantText, unitNames, type UnitNames } from '../views.ts'
import {
  type Enquiry,
  type EnquiryActor,
  handOverMs,
  type Owner,
  owns,
  type ReferralState,
  statusOf,
} from './enquiry.ts'
import { slipCode } from './numbers.ts'

const MINUTE = 60_000

interface Looking {
  readonly actor: EnquiryActor
  readonly now: EpochMs
  readonly vault: Pick<Vault, 'mark'>
  readonly publicUrl: string
}

/** Enquiries as whoever works on them sees them; codes of slips only for the unit that issued them. */
export async function enquiryViews(
  db: Db,
  states: readonly Enquiry[],
  looking: Looking,
): Promise<EnquiryView[]> {
  const owners = states.flatMap(({ first, owner }) => [first, ...(owner ? [owner] : [])])
  const standIns = await findStandIns(db, accountsOf(owners), looking.now)
  const people = await findPeople(db, [...new Set([...accountsOf(owners), ...standIns.values()])])
  const nameOf = new Map(people.map(({ account, name }) => [account, name]))
  const units = await unitNames(
    db,
    states.flatMap(({ first, referrals }) => [
      first.unit,
      ...referrals.flatMap(({ from, to }) => [from, to]),
    ]),
  )
  const officer = ({ account, unit }: Owner) => ({
    ...{ account, name: nameOf.get(account) ?? account },
    unit: units(unit).name,
  })
  return states.map((state) => {
    const { enquiry, matter, item, counter, first, owner, settled } = state
    const standIn = owner && standIns.get(owner.account)
    const minutes = handOverMs(state)
    return {
      ...{ enquiry, matter, item, counter, status: statusOf(state) },
      askedAt: instantText(state.askedAt),
      first: officer(first),
      owner: owner && officer(owner),
      standIn: standIn ? (nameOf.get(standIn) ?? standIn) : null,
      mine: whoseOf(state, looking.actor),
      handOverMinutes: minutes === null ? null : Math.round(minutes / MINUTE),
      slips: state.referrals.map((slip) => ({ ...slipView(slip, units), ...secretsOf(db, slip, looking) })),
      settled: settled && { ...settled, at: instantText(settled.at) },
    }
  })
}

const accountsOf = (owners: readonly Owner[]) => [...new Set(owners.map(({ account }) => account))]

function whoseOf({ owner, settled, referrals }: Enquiry, actor: EnquiryActor): EnquiryView['mine'] {
  if (settled) return 'no'
  if (owner === null) return referrals.at(-1)?.to === actor.unit ? 'mine' : 'no'
  if (owner.account === actor.account) return 'mine'
  return owns(owner, { ...actor, headOfUnit: false }) ? 'borrowed' : 'no'
}

function secretsOf(db: Db, { slip, from }: ReferralState, { actor, vault, publicUrl }: Looking) {
  if (from !== actor.unit) return { code: null, link: null }
  const code = slipCode(db, vault, slip)
  return { code, link: `${publicUrl}/slip/${slip}?code=${code}` }
}

export const slipView = (
  { at, from, to, arrived, by: _, ...slip }: ReferralState,
  units: UnitNames,
): SlipView => ({
  ...slip,
  issuedAt: instantText(at),
  from: units(from),
  to: units(to),
  arrived: arrived && { ...arrived, at: instantText(arrived.at) },
})

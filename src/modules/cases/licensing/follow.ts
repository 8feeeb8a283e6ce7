import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { lastDayAfter, parseLimit } from '#engines/clocks/index.ts'
import {
  askRenewal,
  barredUntil,
  type BanSet,
  changeLicence,
  endRenewal,
  type Entered,
  findLicence,
  grantLicence,
  type LicenceGranted,
  mayBeRenewed,
  renew,
  revokeWithDecision,
  setBan,
} from '#modules/licences/index.ts'
import type { LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { findStates } from '../store.ts'

const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

/** What the events of a case do to licences and bans, in the same transaction. */
export async function followLicences(
  db: Db,
  after: LivingCase,
  events: readonly CaseEvent[],
  entered: Entered,
): Promise<void> {
  for (const event of events) await followOne(db, after, event, entered)
}

async function followOne(db: Db, after: LivingCase, event: CaseEvent, entered: Entered): Promise<void> {
  const { renews, caseNo } = after
  switch (event.type) {
    case 'CaseReceived':
      return renews ? askFor(db, after, entered) : undefined
    case 'CaseDeclined':
    case 'CaseWithdrawn': {
      const how = event.type === 'CaseDeclined' ? 'declined' : 'withdrawn'
      return renews ? endFor(db, renews.licence, { caseNo, how }, entered) : undefined
    }
    case 'CaseDecided':
      return event.data.outcome === 'granted' ? grantFor(db, after, entered) : denyFor(db, after, entered)
    case 'CaseCorrected':
      return event.data.subject === 'revoked' ? takeBack(db, after, event.data.reason, entered) : undefined
    default:
      return undefined
  }
}

async function askFor(db: Db, { renews, caseNo, plan, receivedAt }: LivingCase, entered: Entered) {
  if (!renews) return
  const { item, unit, mainItem = null, licence } = plan
  const asked = { caseNo, item, unit, mainItem: licence ? mainItem : null, today: dayAt(receivedAt) }
  await changeLicence(db, renews.licence, (one) => askRenewal(one, asked), entered)
}

const endFor = async (
  db: Db,
  number: string,
  ended: Parameters<typeof endRenewal>[1],
  entered: Entered,
): Promise<void> => void (await changeLicence(db, number, (one) => endRenewal(one, ended), entered))

async function grantFor(db: Db, after: LivingCase, entered: Entered): Promise<void> {
  const { renews, caseNo, decision } = after
  if (!decision?.licence) return
  const today = dayAt(decision.at)
  if (renews) {
    const renewed = { caseNo, deemed: decision.deemed, today }
    await changeLicence(db, renews.licence, (licence) => renew(licence, renewed), entered)
    return
  }
  const granted = licenceOf(after)
  if (granted) await grantLicence(db, decision.licence, granted, entered)
}

/** The licence that a granted case yields; undefined where it yields none of its own. */
export function licenceOf(state: LivingCase): LicenceGranted | undefined {
  const { plan, decision, renews, applicant, applicantMasked, agent, caseNo, receivedAtUnit } = state
  const { licence, item, name: itemName, unit, mainItem = null, safety = false, remedies = '' } = plan
  if (!licence || !decision?.licence || decision.outcome !== 'granted' || renews) return undefined
  const validFrom = dayAt(decision.at)
  const { name, period, renewBefore } = licence
  const units = [receivedAtUnit, ...plan.steps.map((step) => step.unit)]
  return {
    ...{ name, item, itemName, mainItem, unit, agent, caseNo, safety, remedies, period, renewBefore },
    seenBy: [...new Set(units)].filter((one): one is string => one !== null && one !== unit).sort(),
    holder: applicant,
    holderMasked: applicantMasked,
    validFrom,
    validUntil: period === null ? null : lastDayAfter(validFrom, parseLimit(period)),
  }
}

/** A renewal that is taken back leaves the licence to its head: what it was before, the ledger tells. */
async function takeBack(db: Db, { decision, renews }: LivingCase, reason: string, entered: Entered) {
  if (decision?.licence && !renews)
    await changeLicence(db, decision.licence, (licence) => revokeWithDecision(licence, reason), entered)
}

async function denyFor(db: Db, after: LivingCase, entered: Entered): Promise<void> {
  const { renews, caseNo } = after
  if (renews) await endFor(db, renews.licence, { caseNo, how: 'denied' }, entered)
  const ban = banOf(after)
  if (ban) await setBan(db, caseNo, ban, entered)
}

/** 行政许可法 78: false material bars for a year, where the item bears on safety. */
function banOf(state: LivingCase): BanSet | undefined {
  const { plan, decision, applicant, applicantMasked, caseNo } = state
  const until = barredBy(state)
  if (until === null || !decision?.falseMaterial) return undefined
  const { item, name: itemName, mainItem = null, unit, remedies = '' } = plan
  return {
    ...{ item, itemName, mainItem, unit, remedies, caseNo, until },
    person: applicant,
    personMasked: applicantMasked,
    ground: 'falseMaterial',
    from: dayAt(decision.at),
    finding: decision.falseMaterial,
    licence: null,
  }
}

/** The last day on which the applicant may not apply again; null: nothing keeps him out. */
export const barredBy = ({ plan, decision }: LivingCase): Day | null =>
  plan.safety && decision?.outcome === 'denied' && decision.falseMaterial
    ? barredUntil('falseMaterial', dayAt(decision.at))
    : null

/** Whether the licence that a case was to renew still stands: one that was revoked meanwhile is renewed by nobody. */
export async function mayStillRenew(db: Db, caseNo: string): Promise<boolean> {
  const [stored] = await findStates(db, [caseNo])
  const number = stored?.state.renews?.licence
  if (number === undefined) return false
  return mayBeRenewed((await findLicence(db, number))?.licence, caseNo)
}

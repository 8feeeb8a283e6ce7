import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { type Bilingual, isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { readStream, type StoredEvent } from '#engines/ledger/index.ts'
import { findRenewalItem } from '#modules/catalogue/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { type Ban, barsOn } from './ban.ts'
import { findBan } from './ban-store.ts'
import type { BanRow, LicenceRow, LicenceView, OwnLicence } from './contract.ts'
import {
  cancel,
  type Deciding,
  inForceOn,
  type Licence,
  type LicenceEvent,
  licenceStream,
  renewUntil,
  standingOn,
} from './licence.ts'
import { findLicence, findLicencesOf, type StoredLicence } from './licence-store.ts'
import { refuse } from './refusals.ts'
import { BAN_LAW } from './terms.ts'
import { licenceText } from './words.ts'

export const dayAt = (now: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))

const daysLeft = (validUntil: Day | null, today: Day): number | null =>
  validUntil === null ? null : dayNumber(validUntil) - dayNumber(today)

export function licenceRow({ licence, version }: StoredLicence, today: Day): LicenceRow {
  const { number, name, item, itemName, unit, holderMasked, validFrom, validUntil, renewal } = licence
  return {
    ...{ number, name, item, itemName, unit, validFrom, validUntil, renewal, version },
    holder: holderMasked,
    state: standingOn(licence, today),
    daysLeft: daysLeft(validUntil, today),
    renewUntil: renewUntil(licence),
  }
}

export function banRow(ban: Ban, today: Day): BanRow {
  const { item, itemName, unit, ground, finding, from, until, caseNo, licence, setBy, lifted } = ban
  return {
    ...{ item, itemName, unit, ground, finding, from, until, caseNo, licence, setBy, lifted },
    ban: ban.ban,
    person: ban.personMasked,
    article: BAN_LAW[ground].article,
    stands: barsOn(ban, today),
  }
}

/** A revoked licence sets at most one ban, named after it. */
export const banOfLicence = (number: string): string => `licence-${number}`

/** The whole licence, or the refusal that says nothing of whether it exists. The scope decides who sees it. */
export async function licenceView(
  db: Db,
  number: string,
  { by, now }: { readonly by: Deciding; readonly now: EpochMs },
): Promise<LicenceView> {
  const stored = await findLicence(db, number)
  if (!stored) throw refuse('licence.not-found', { number: number.slice(0, 80) })
  const { licence } = stored
  const today = dayAt(now)
  const events = await readStream(db, licenceStream(number))
  const ban = await findBan(db, banOfLicence(number))
  return {
    ...licenceRow(stored, today),
    safety: licence.safety,
    because: licence.because,
    cases: events.flatMap(casesIn),
    history: events.map((event) => ({
      version: event.version,
      at: formatInstant(event.occurredAt, DEFAULT_ZONE),
      actor: event.actor,
      text: licenceText(said(event)),
    })),
    whyNotEnded: whyNot(licence, by),
    ban: ban ? banRow(ban.content, today) : null,
  }
}

const said = ({ type, payload }: StoredEvent): LicenceEvent =>
  ({ type, ...payload }) as unknown as LicenceEvent

function casesIn(event: StoredEvent): LicenceView['cases'] {
  const own = said(event)
  if (own.type === 'LicenceGranted' && own.caseNo !== null)
    return [{ caseNo: own.caseNo, what: { zh: '颁发', en: 'granted' } }]
  return own.type === 'RenewalAsked' ? [{ caseNo: own.caseNo, what: { zh: '延续', en: 'renewal' } }] : []
}

/** The same decision is tried, so that the page and the command never disagree. */
function whyNot(licence: Licence, by: Deciding) {
  try {
    cancel(licence, { ground: 'otherByLaw', reason: '…', document: '…' }, by)
    return null
  } catch (error) {
    if (isRefusal(error)) return error.text
    throw error
  }
}

/** 我的证照: what ends first comes first. */
export async function ownLicences(db: Db, person: string, now: EpochMs): Promise<OwnLicence[]> {
  const today = dayAt(now)
  const stored = await findLicencesOf(db, person)
  const units = await findUnitTitles(db, [...new Set(stored.map(({ licence }) => licence.unit))])
  const rows: OwnLicence[] = []
  for (const one of stored) {
    const { licence } = one
    const { version: _, holder: __, ...row } = licenceRow(one, today)
    rows.push({
      ...row,
      unitName: titleOf(units, licence.unit),
      mayRenew: inForceOn(licence, today) && licence.validUntil !== null && licence.renewal === null,
      renewalItem: await renewalItemOf(db, licence, today),
    })
  }
  return rows
}

/** Some items are renewed under an item of their own, others under the same. */
async function renewalItemOf(db: Db, { item, mainItem, unit }: Licence, day: Day): Promise<string> {
  if (mainItem === null) return item
  return (await findRenewalItem(db, { mainItem, unit, day })) ?? item
}

const titleOf = (titles: Awaited<ReturnType<typeof findUnitTitles>>, unit: string): Bilingual => {
  const title = titles.find(({ id }) => id === unit)
  return title ? { zh: title.name, en: title.nameEn } : { zh: unit, en: unit }
}

import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { lastDayBefore, parseLimit } from '#engines/clocks/index.ts'
import { planOf } from '#modules/cases/index.ts'
import { itemForDay } from '#modules/catalogue/index.ts'
import { findLicence, grantLicence } from '#modules/licences/index.ts'
import { provePhone } from '#modules/residents/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { resident } from './applicants.ts'
import type { Story } from './teller.ts'

/**
 * Licences of before the platform, registered: two end within thirty days, so that their holders ask for renewal late, one
 * within sixty, one later. Their holders can sign in on the portal by their phones.
 */
const REGISTERED = [
  { item: 'food-business', endsIn: 12 },
  { item: 'food-business', endsIn: 27 },
  { item: 'public-premises', endsIn: 52 },
  { item: 'drug-retail', endsIn: 400 },
] as const

export async function registerLicences(
  db: Db,
  vault: Vault,
  holders: readonly Story['applicant'][],
  at: EpochMs,
): Promise<void> {
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
  for (const [index, { item, endsIn }] of REGISTERED.entries()) {
    const holder = holders[index]
    const number = `青禾证〔登〕第${String(index + 1).padStart(4, '0')}号`
    if (!holder || (await findLicence(db, number))) continue
    await provePhone(db, vault, holder.person, resident(index).phone)
    await register(db, { number, item, holder, validUntil: dayOfNumber(dayNumber(today) + endsIn) }, at)
  }
}

interface Registering {
  readonly number: string
  readonly item: string
  readonly holder: Story['applicant']
  readonly validUntil: Day
}

async function register(db: Db, { number, item, holder, validUntil }: Registering, at: EpochMs) {
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
  const {
    licence,
    mainItem = null,
    safety = false,
    remedies = '',
    unit,
    name,
  } = await planOf(db, await itemForDay(db, item, today))
  if (!licence?.period) throw new Error(`${item} yields no licence with an end`)
  const { period, renewBefore } = licence
  await grantLicence(
    db,
    number,
    {
      ...{ name: licence.name, item, itemName: name, mainItem, unit, seenBy: [], safety, remedies },
      ...{ holder: holder.person, holderMasked: holder.masked, agent: null, caseNo: null },
      ...{ period, renewBefore, validUntil },
      validFrom: lastDayBefore(validUntil, parseLimit(period)),
    },
    { actor: 'demo', now: at },
  )
}

import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { chinaCalendar, dayNumberAt, DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import { createDemoAccounts, DEMO_JURISDICTION, type DemoAccount } from '#modules/access/index.ts'
import { demoCatalogue, findKnownItems, loadItems } from '#modules/catalogue/index.ts'
import { loadUnits, openJurisdiction } from '#modules/organisation/index.ts'
import { DEMO_UNITS, loadDemo } from '#modules/supervision/index.ts'
import type { Database } from '#platform/database/index.ts'
import { benchAccounts } from './accountability.ts'
import { DEPARTMENTS } from './departments.ts'
import { foundEfficiency } from './efficiency.ts'
import { CITY, government } from './government.ts'
import { agentAccounts, cityAccounts } from './people.ts'

export interface DemoSignIns {
  readonly password: string
  readonly accounts: readonly DemoAccount[]
}

/** With the eyes of supervision: what is not decided yet is sealed to everybody else. */
export const CITY_SCOPE = {
  // No account: the system's own work, which may also write what is sealed to those who entered it.
  ...{ jurisdiction: DEMO_JURISDICTION, roles: ['supervisor'] },
  reach: 'jurisdiction',
} as const
export const cityItems = () => demoCatalogue({ units: DEPARTMENTS, level: 'city', place: CITY.name })

/** Older than any case of the year, so that each was received under a version in force. */
const CATALOGUE_AGE_DAYS = 420

/**
 * The city as far as the first page needs it: units, people who can sign in, the log of the county's old permit system,
 * and the catalogue. What is there already stays as it is; the year of cases follows behind (`year.ts`).
 */
export async function foundCity(database: Database, now: EpochMs): Promise<DemoSignIns> {
  const items = cityItems()
  const doing = { by: 'demo', at: now }
  await database.transaction(CITY_SCOPE, async (db) => {
    await openJurisdiction(db, { id: DEMO_JURISDICTION, ...CITY, level: 'city', parent: null }, doing)
    await loadUnits(db, government(items, now), doing)
  })
  const { password, accounts } = await createDemoAccounts(database, {
    now,
    units: DEMO_UNITS,
    more: [...cityAccounts, ...agentAccounts, ...benchAccounts],
  })
  await database.transaction(CITY_SCOPE, (db) => loadDemo(db, { now, calendar: chinaCalendar() }))
  const from = dayNumberAt(DEFAULT_ZONE, now) - CATALOGUE_AGE_DAYS
  await database.transaction(CITY_SCOPE, async (db) => {
    const known = await findKnownItems(
      db,
      items.map(({ item }) => item),
    )
    await loadItems(
      db,
      items.filter(({ item }) => !known.has(item)),
      {
        draftedBy: 'song.yan',
        publishedBy: 'zhang.min',
        at: instantOf(DEFAULT_ZONE, from - 30),
        from: dayOfNumber(from),
      },
    )
  })
  await database.transaction(CITY_SCOPE, (db) => foundEfficiency(db, dayOfNumber(from), now))
  return { password, accounts }
}

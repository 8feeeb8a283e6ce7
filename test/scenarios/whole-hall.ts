import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { day, type EpochMs } from '#kernel/day.ts'
import { createDemoAccounts, DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { loadItems } from '#modules/catalogue/index.ts'
import type { Database } from '#platform/database/index.ts'
import { openApp } from '#src/app.ts'
import { cookieOf, type Desk, deskOf, enter } from '#test/http/office.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'

export const HALL_SCOPE = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
export const ITEM = 'food-business'
export const MARKET_CLERK = 'zhao.market'

const UNITS = [
  { id: 'planning', name: '规划局', nameEn: 'Planning' },
  { id: 'market', name: '市场监管局', nameEn: 'Market' },
]

/** The demo county with an item of the planning office and a clerk of another department. */
export async function furnish(database: Database, now: EpochMs, content = soundItem): Promise<void> {
  await createDemoAccounts(database, { now, units: UNITS })
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const person = { account: MARKET_CLERK, name: '赵市（演示）', unit: 'market', role: 'officer' } as const
  await database.transaction(HALL_SCOPE, async (db) => {
    await addAccount(db, person, { passwordHash, mustChange: false, by: 'demo', at: now })
    const loading = { draftedBy: 'wang.fang', publishedBy: 'zhang.min', at: now, from: day('2026-01-01') }
    await loadItems(db, [{ item: ITEM, unit: 'planning', content }], loading)
  })
}

/** The platform as it is served, with every module, in a data folder of its own. */
export async function openWholeHall(database: Database, now: () => EpochMs) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-whole-'))
  const app = await openApp({ database, dataFolder, version: '0', now, demo: true, logLevel: 'silent' })
  afterAll(async () => {
    await app.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const post = (url: string, payload: object) => app.http.inject({ method: 'POST', url, payload })
  return {
    http: app.http,
    signIn: (account: string) => enter(app.http, { account, password: DEMO_PASSWORD }),
    async signInAsResident(phone: string): Promise<Desk> {
      const { demoCode } = (await post('/api/resident/codes', { phone })).json()
      const answer = await post('/api/resident/session', { phone, code: demoCode })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return deskOf(app.http, cookieOf(answer), answer.json().csrfToken)
    },
  }
}

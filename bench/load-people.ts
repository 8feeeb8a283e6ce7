import { day, type EpochMs } from '#kernel/day.ts'
import {
  createDemoAccounts,
  DEMO_JURISDICTION,
  DEMO_PASSWORD,
  startResidentSession,
} from '#modules/access/index.ts'
import type { FormAnswers, FormField } from '#modules/catalogue/contract.ts'
import { CATALOGUE_DEPARTMENTS, demoCatalogue, loadItems } from '#modules/catalogue/index.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import { openVault } from '#modules/vault/index.ts'
import { addAccount } from '../src/modules/access/founding.ts'
import { hashPassword } from '../src/modules/access/passwords.ts'

export interface LoadItem {
  readonly item: string
  readonly unit: string
  readonly name: string
  readonly materials: readonly string[]
  readonly form: FormAnswers
}

export interface LoadClerk {
  readonly account: string
  readonly unit: string
  readonly head: boolean
}

export interface LoadResident {
  readonly token: string
  readonly csrfToken: string
}

export interface Prepared {
  readonly items: readonly LoadItem[]
  readonly clerks: readonly LoadClerk[]
  readonly residents: readonly LoadResident[]
}

export interface Crowd {
  readonly clerks: number
  /** Those of the residents who have signed in; the others look something up. */
  readonly signedIn: number
}

const SCOPE = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const

/** A city with its catalogue, a third of the clerks heads of their units, each with an account of his own. */
export async function prepare(dataFolder: string, now: EpochMs, crowd: Crowd): Promise<Prepared> {
  const database = await openDatabase({ dataFolder })
  try {
    await migrate(database.url)
    await createDemoAccounts(database, { now, units: CATALOGUE_DEPARTMENTS })
    const catalogue = demoCatalogue()
    const loading = { draftedBy: 'bench', publishedBy: 'other', at: now, from: day('2025-01-02') }
    await database.transaction(SCOPE, (db) => loadItems(db, catalogue, loading))
    const clerks = clerksOf(crowd.clerks)
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    await database.transaction(SCOPE, async (db) => {
      const given = { passwordHash, mustChange: false, by: 'bench', at: now }
      for (const { account, unit, head } of clerks)
        await addAccount(db, { account, name: account, unit, role: head ? 'unitHead' : 'officer' }, given)
    })
    const vault = openVault({ dataFolder })
    const residents = await database.transaction(SCOPE, async (db) => {
      const sessions: LoadResident[] = []
      for (let index = 0; index < crowd.signedIn; index++) {
        const phone = `138${String(10_000_000 + index)}`
        const person = await vault.keepPerson(db, { kind: 'natural', phone }, { by: 'portal', at: now })
        const { token, signed } = await startResidentSession(db, person, now)
        sessions.push({ token, csrfToken: signed.csrfToken ?? '' })
      }
      return sessions
    })
    return { items: itemsOf(catalogue), clerks, residents }
  } finally {
    await database.close()
  }
}

const clerksOf = (count: number): LoadClerk[] =>
  Array.from({ length: count }, (_, index) => ({
    account: `clerk.${index}`,
    unit: CATALOGUE_DEPARTMENTS[index % CATALOGUE_DEPARTMENTS.length]?.id ?? '',
    head: Math.floor(index / CATALOGUE_DEPARTMENTS.length) % 3 === 0,
  }))

/** What can be handled by one unit from the counter to the certificate. */
const itemsOf = (catalogue: ReturnType<typeof demoCatalogue>): LoadItem[] =>
  catalogue
    .filter(({ unit, content: { channels, steps } }) => {
      const alone = steps.every((step) => step.unit === null || step.unit === unit)
      return alone && channels.includes('counter') && channels.includes('web')
    })
    .map(({ item, unit, content }) => ({
      item,
      unit,
      name: content.name.zh,
      materials: content.materials
        .filter(({ askedFromApplicant, necessity }) => askedFromApplicant && necessity === 'necessary')
        .map(({ code }) => code),
      form: Object.fromEntries(content.form.map((field) => [field.code, someAnswer(field)])),
    }))

/** What nobody would refuse. */
function someAnswer({ kind, choices, min }: FormField): FormAnswers[string] {
  const [first = { code: '' }] = choices
  switch (kind) {
    case 'number':
      return String(Math.max(min ?? 0, 1))
    case 'date':
      return '2026-03-02'
    case 'choice':
      return first.code
    case 'choices':
      return [first.code]
    case 'yesNo':
      return 'yes'
    default:
      return '文昌路18号'
  }
}

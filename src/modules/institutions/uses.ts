import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Fact, definitionsInForce, findEntries, type Registers } from '#engines/registers/index.ts'
import type { UseRow } from './institution-shapes.ts'

/** 一项制度 that lives outside of the registers, such as the first enquiry: its figure by unit and days tells its use. */
export interface LiveInstitution {
  readonly title: Bilingual
  readonly area: string
  readonly uses: Fact
}
export type LiveInstitutions = Readonly<Record<string, LiveInstitution>>

export interface Term {
  readonly unit: string | null
  readonly from: Day
  readonly until: Day
}

/** How often a register was used: entries opened and steps taken in the term, by the unit or by all. */
export async function countRegisterUses(db: Db, institution: string, term: Term): Promise<number> {
  return (await usesIn(db, institution, term)).length
}

async function usesIn(db: Db, institution: string, { unit, from, until }: Term): Promise<Day[]> {
  const entries = await findEntries(db, institution)
  return entries.flatMap((entry) =>
    entry.taken
      .filter((one) => one.on >= from && one.on <= until)
      .filter((one) => unit === null || one.unit === unit || entry.unit === unit)
      .map(({ on }) => on),
  )
}

/** 制度运行: every institution with its live use in a term; none at all is dormant, whatever anybody reports. */
export async function useRows(
  db: Db,
  { registers, live }: { readonly registers: Registers; readonly live: LiveInstitutions },
  { from, until }: Omit<Term, 'unit'>,
  at: Parameters<Fact>[2],
): Promise<UseRow[]> {
  const rows: UseRow[] = []
  for (const [institution, { title, area, uses }] of Object.entries(live)) {
    const counted = Number((await uses(db, { from, until }, at)) ?? 0)
    rows.push({
      institution,
      title,
      area,
      register: false,
      uses: counted,
      lastOn: null,
      dormant: counted === 0,
    })
  }
  for (const { definition } of await definitionsInForce(db, registers)) {
    const { code, title, area } = definition
    const days = await usesIn(db, code, { unit: null, from, until })
    const lastOn = days.sort().at(-1) ?? null
    rows.push({
      institution: code,
      title,
      area,
      register: true,
      uses: days.length,
      lastOn,
      dormant: days.length === 0,
    })
  }
  return rows.sort((one, other) => one.uses - other.uses || (one.institution < other.institution ? -1 : 1))
}

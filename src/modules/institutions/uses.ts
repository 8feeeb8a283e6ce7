import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Fact, definitionsInForce, findUses, type Registers } from '#engines/registers/index.ts'
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

/** How often a register was used in a term, by the unit or by all. */
export const countRegisterUses = async (db: Db, institution: string, term: Term): Promise<number> =>
  (await findUses(db, { ...term, institution }))[0]?.uses ?? 0

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
  const used = new Map((await findUses(db, { from, until })).map((one) => [one.institution, one]))
  for (const { definition } of await definitionsInForce(db, registers)) {
    const { code, title, area } = definition
    const { uses = 0, lastOn = null } = used.get(code) ?? {}
    rows.push({
      institution: code,
      title,
      area,
      register: true,
      uses,
      lastOn,
      dormant: uses === 0,
    })
  }
  return rows.sort((one, other) => one.uses - other.uses || (one.institution < other.institution ? -1 : 1))
}

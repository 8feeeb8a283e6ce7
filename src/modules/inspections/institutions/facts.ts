import type { Db } from '#kernel/sql.ts'
import { type Fact, findEntry } from '#engines/registers/index.ts'
import { findAllFindings, findFinding, severityOf } from '#modules/findings/index.ts'
import { SEVERITIES } from '#modules/findings/terms.ts'
import { findUnitKinds } from '#modules/organisation/index.ts'
import { lotOf } from '../rounds/lots.ts'

/** Something about a finding that a field names; unknown (null) where there is none. */
const ofFinding =
  (said: (finding: NonNullable<Awaited<ReturnType<typeof findFinding>>>, db: Db) => ReturnType<Fact>): Fact =>
  async (db, { finding }) => {
    const found = typeof finding === 'string' ? await findFinding(db, finding) : undefined
    return found ? said(found, db) : null
  }

const departmentsOf = async (db: Db) =>
  (await findUnitKinds(db)).filter(({ kind }) => kind === 'department').map(({ id }) => id)

/** † How many units the lot of a month picks out for each check that is asked for. */
const DRAWN_PER_CHECK = 1

/** Figures of inspection that conditions of institutions may ask for. */
export const inspectionFacts: Readonly<Record<string, Fact>> = {
  'finding.unit': ofFinding(({ unit }) => Promise.resolve(unit)),
  'finding.severity': ofFinding((finding) => Promise.resolve(severityOf(finding))),
  /** Findings of other facts that wait and are graver than this one. */
  'finding.graver': ofFinding(async (finding, db) => {
    const gravity = (one: typeof finding) => SEVERITIES.indexOf(severityOf(one))
    const waiting = [
      ...(await findAllFindings(db, { state: 'open' })),
      ...(await findAllFindings(db, { state: 'answered' })),
    ]
    return waiting.filter((one) => gravity(one) > gravity(finding)).length
  }),
  'units.departments': async (db) => (await departmentsOf(db)).length,
  /** Whether the seed of a plan draws a unit: anybody who knows the seed can draw again. */
  'units.drawn': async (db, { plan, unit }) => {
    if (typeof plan !== 'string' || typeof unit !== 'string') return null
    const stored = await findEntry(db, 'conduct-plan', plan)
    if (!stored) return null
    const { seed, minimum } = stored.content.values
    const lots = (await departmentsOf(db))
      .map((id) => ({ id, lot: lotOf(String(seed), id) }))
      .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    return lots.slice(0, Number(minimum) * DRAWN_PER_CHECK).some(({ id }) => id === unit)
  },
}

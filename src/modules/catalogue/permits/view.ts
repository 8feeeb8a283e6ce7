import type { Db } from '#kernel/sql.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import type { PermitMap } from '../permit-shape.ts'
import { daysOf, type PermitMapState } from './map.ts'

/** The map as everybody sees it, each formality with its days from the beginning and its slack. */
export async function mapView(
  db: Db,
  type: string,
  { state, version }: { readonly state: PermitMapState; readonly version: number },
): Promise<PermitMap> {
  const { name, drawing, drawnAt, reason, permits } = state
  const { days, through, tasks, because } = daysOf(state)
  const units = await findUnitTitles(db, [...new Set(permits.map(({ unit }) => unit))])
  const titles = new Map(units.map((one) => [one.id, { zh: one.name, en: one.nameEn }]))
  const scheduled = new Map(tasks.map((task) => [task.id, task]))
  return {
    ...{ type, name, drawing, drawnAt: new Date(drawnAt).toISOString(), reason, version },
    permits: permits.map((permit) => {
      const { from = 0, until = 0, slack = 0 } = scheduled.get(permit.code) ?? {}
      const unitName = titles.get(permit.unit) ?? { zh: permit.unit, en: permit.unit }
      return { ...permit, unitName, from, until, slack, critical: through.includes(permit.code) }
    }),
    ...{ days, through: [...through], because },
  }
}

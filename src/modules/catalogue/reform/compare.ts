import type { CompareRow, ItemContent, LimitShape } from '../contract.ts'

export interface Place {
  readonly jurisdiction: string
  readonly item: string
  readonly unit: string
  readonly content: ItemContent
}

/** 同一事项在各地: days, materials, visits and fees side by side, with what another place shows to be more than needed. */
export function comparePlaces(places: readonly Place[]): CompareRow[] {
  const rows = places.map(rowOf)
  const least = (of: (row: Row) => number) => Math.min(...rows.map(of))
  const best = {
    committed: least(daysOf),
    materials: least(materialsOf),
    visits: least(visitsOf),
    fees: least(feesOf),
  }
  return rows
    .map((row) => {
      const own = {
        committed: daysOf(row),
        materials: materialsOf(row),
        visits: visitsOf(row),
        fees: feesOf(row),
      }
      const worse = (Object.keys(best) as (keyof typeof best)[]).filter((key) => own[key] > best[key])
      return { ...row, worse }
    })
    .sort((a, b) => a.worse.length - b.worse.length || daysOf(a) - daysOf(b) || a.item.localeCompare(b.item))
}

type Row = Omit<CompareRow, 'worse'>

const rowOf = ({ jurisdiction, item, unit, content }: Place): Row => ({
  ...{ jurisdiction, item, unit, name: content.name, actingBody: content.actingBody.name },
  statutory: content.limits.statutory,
  committed: content.limits.committed ?? content.limits.statutory,
  materials: content.materials.filter(({ askedFromApplicant }) => askedFromApplicant).length,
  visits: content.visits,
  fees: content.fee.charged ? content.fee.items.map(({ name, standard }) => both(name, standard)) : [],
})

const both = (name: ItemContent['name'], standard: ItemContent['name']) => ({
  zh: `${name.zh} ${standard.zh}`.trim(),
  en: `${name.en} ${standard.en}`.trim(),
})

/** Only to put places in order: a working day is seven fifths of a day, a month thirty. */
const DAYS: Record<LimitShape['unit'], number> = {
  workingDays: 7 / 5,
  calendarDays: 1,
  months: 30,
  years: 365,
  workingHours: 1 / 5,
  hours: 1 / 24,
}

const daysOf = ({ committed }: Row) =>
  committed ? committed.length * DAYS[committed.unit] : Number.POSITIVE_INFINITY
const materialsOf = ({ materials }: Row) => materials
const visitsOf = ({ visits }: Row) => visits
const feesOf = ({ fees }: Row) => fees.length

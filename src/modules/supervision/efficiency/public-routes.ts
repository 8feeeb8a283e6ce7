import { dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findVersionFigures } from '#modules/catalogue/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { numberAt, saidAt } from './boards/cases.ts'
import { usualDays } from './boards/pace-signals.ts'
import { itemQuarters } from './boards/tails.ts'
import { namesFor } from './naming.ts'
import { type CasePaceView, getCasePace, getItemTimes, type ItemTimes } from '../pace-contract.ts'
import { refuse } from './refusals.ts'
import { type Measures, measuresFor } from './shelf.ts'
import { spanOf } from './span.ts'

/** The counts span all units, which no visitor's own reach does; no case and no small cell leaves with them. */
export const publicRoutes = ({ database }: { readonly database: Database }): Route[] => [
  route(getItemTimes, async ({ params: { item }, query, now }) => {
    const jurisdiction = await jurisdictionOf(database, query.jurisdiction)
    return database.read({ jurisdiction, account: '', reach: 'jurisdiction' }, (db) =>
      itemTimes(db, item, now),
    )
  }),

  route(getCasePace, ({ params: { caseNo }, now, read }) =>
    read(async (db) => casePace(db, await measuresFor(db, now), caseNo)),
  ),
]

const TWO_YEARS_DAYS = 730

async function itemTimes(db: Db, item: string, now: EpochMs): Promise<ItemTimes> {
  const measures = await measuresFor(db, now)
  const { until } = spanOf({}, now)
  const last = dayNumber(until)
  const span = { first: last - TWO_YEARS_DAYS, last }
  const versions = (await findVersionFigures(db)).filter((one) => one.item === item)
  const rows = itemQuarters(measures, { item, span }, versions).map(
    ({ quarter, cases, days, onTime, committedDays }) => ({
      ...{ quarter, cases: cases.length, committedDays },
      ...(days.isSmall
        ? { median: null, p90: null, onTime: null }
        : { median: days.value, p90: days.p90, onTime: onTime.value }),
    }),
  )
  const minimumCell = measures.by.settings.number('minimumCell')
  return { item, minimumCell, from: dayOfNumber(span.first), until, rows }
}

async function casePace(db: Db, { columns }: Measures, caseNo: string): Promise<CasePaceView> {
  const index = columns.texts.caseNo.values.indexOf(caseNo)
  if (index < 0) throw refuse('efficiency.no-such-case', { caseNo })
  const { stints } = columns
  const places: number[] = []
  for (let place = 0; place < stints.count; place++) if (stints.caseIndex[place] === index) places.push(place)
  const people = places.map((place) => stints.by.values[stints.by.codes[place] as number] ?? '')
  const names = await namesFor(db, [...new Set(people)])
  const days = (field: 'startDays' | 'handlingDays' | 'totalDays' | 'openDays') => {
    const value = numberAt(columns, field, index)
    return Number.isNaN(value) ? null : value
  }
  const count = (field: 'awaitedDays' | 'idleDays' | 'seals' | 'visits' | 'sentRound') =>
    numberAt(columns, field, index)
  return {
    caseNo,
    ...{ startDays: days('startDays'), handlingDays: days('handlingDays') },
    ...{ totalDays: days('totalDays'), openDays: days('openDays') },
    ...{ awaitedDays: count('awaitedDays'), idleDays: count('idleDays'), seals: count('seals') },
    ...{ visits: count('visits'), sentRound: count('sentRound') },
    usual: usualDays(columns).get(saidAt(columns, 'item', index)) ?? null,
    turns: places.map((place, nth) => ({
      kind: stints.kind[place] as CasePaceView['turns'][number]['kind'],
      by: people[nth] ?? '',
      byName: names.person(people[nth] ?? ''),
      from: dayOfNumber(stints.fromDay[place] as number),
      to: dayOfNumber(stints.toDay[place] as number),
      hours: stints.hours[place] as number,
      empty: stints.empty[place] as number,
    })),
  }
}

import { type Route, route } from '#platform/http/index.ts'
import { instantText } from '../moments.ts'
import { distribution, type Asked, grouped, listed, overall, select } from './figures.ts'
import { getIndicator, listIndicatorCases, listIndicators } from '../efficiency-contract.ts'
import { INDICATOR_CODES, type IndicatorCode, INDICATORS } from '../indicator-shapes.ts'
import { casesShown, groupTitle, namesFor } from './naming.ts'
import { type Measures, measuresFor } from './shelf.ts'
import { askedBy } from './span.ts'

const GROUPS_SHOWN = 500

const indicatorOf = (code: IndicatorCode) => {
  const { zh, en, unit, worst, means } = INDICATORS[code]
  return { code, title: { zh, en }, unit, worst, means }
}

const said = ({ by, columns }: Measures, { from, until }: Asked) => ({
  ...{ from, until, at: instantText(columns.madeAt) },
  minimumCell: by.settings.number('minimumCell'),
})

/** Figures, each taken apart along a dimension, and the cases behind each. */
export const figureRoutes: Route[] = [
  route(listIndicators, ({ query, now, read }) =>
    read(async (db) => {
      const measures = await measuresFor(db, now)
      const asked = askedBy(db, query, now)
      const rows = INDICATOR_CODES.map((code) => ({
        ...indicatorOf(code),
        figure: overall(select(measures, code, asked)),
      }))
      return { ...said(measures, asked), rows }
    }),
  ),

  route(getIndicator, ({ params: { code }, query: { by, ...query }, now, read }) =>
    read(async (db) => {
      const measures = await measuresFor(db, now)
      const asked = askedBy(db, query, now)
      const selection = select(measures, code, asked)
      const groups = grouped(selection, by).slice(0, GROUPS_SHOWN)
      const names = await namesFor(db, by === 'officer' ? groups.map(({ group }) => group) : [])
      const { itemNames } = measures.columns
      return {
        ...said(measures, asked),
        indicator: indicatorOf(code),
        figure: overall(selection),
        bars: distribution(selection),
        rows: groups.map((row) => ({ ...row, title: groupTitle(row.group, by, { itemNames, names }) })),
      }
    }),
  ),

  route(listIndicatorCases, ({ params: { code }, query: { by, group, part, limit, ...query }, now, read }) =>
    read(async (db) => {
      const measures = await measuresFor(db, now)
      const found = listed(select(measures, code, askedBy(db, query, now)), { by, group, part })
      const shown = found.slice(0, limit)
      const names = await namesFor(db, [...new Set(shown.map(({ officer }) => officer))])
      return { total: found.length, rows: casesShown(measures.columns, shown, names) }
    }),
  ),
]

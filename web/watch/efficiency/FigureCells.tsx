import type { EfficiencyFigure, IndicatorAnswer } from '#modules/supervision/contract.ts'
import { type Column, IntervalBar, sayCount, sayNumber, sayShare } from '#ui/index.ts'
import { useText } from './messages.ts'

type Unit = IndicatorAnswer['indicator']['unit']

/** A number in the unit of its indicator. */
export const sayValue = (value: number | null, unit: Unit): string =>
  value === null ? '–' : unit === 'share' ? sayShare(value) : sayNumber(Math.round(value * 10) / 10)

/** A figure with its interval; grey, and with the reason, where too few cases count. */
export function FigureCell({ of, unit }: { readonly of: EfficiencyFigure; readonly unit: Unit }) {
  const t = useText()
  const { value, low, high, isSmall } = of
  if (value === null) return <span className="soft">–</span>
  return (
    <span className={isSmall ? 'soft' : undefined}>
      {unit === 'share' && <IntervalBar value={value} low={low} high={high} pale={isSmall} />}{' '}
      <strong>{sayValue(value, unit)}</strong>
      {isSmall && <span className="small"> · {t('样本太少')}</span>}
    </span>
  )
}

/** The columns that every table of figures has. */
export function useFigureColumns<Row extends EfficiencyFigure>(unit: Unit): Column<Row>[] {
  const t = useText()
  const spread: Column<Row>[] = [
    {
      key: 'p90',
      title: t('九成位'),
      numeric: true,
      cell: (row) => sayValue(row.p90, unit),
      text: (row) => row.p90,
    },
    {
      key: 'most',
      title: t('最长'),
      numeric: true,
      cell: (row) => sayValue(row.most, unit),
      text: (row) => row.most,
    },
  ]
  return [
    {
      key: 'value',
      title: t('数值'),
      numeric: true,
      cell: (row) => <FigureCell of={row} unit={unit} />,
      text: (row) => row.value,
    },
    {
      key: 'interval',
      title: t('95% 区间'),
      numeric: true,
      cell: ({ low, high }) => (low === null ? '–' : `${sayValue(low, unit)} – ${sayValue(high, unit)}`),
      text: ({ low, high }) => (low === null ? '' : `${low} – ${high}`),
    },
    ...(unit === 'share' ? [] : spread),
    {
      key: 'count',
      title: t('件数'),
      numeric: true,
      cell: (row) => sayCount(row.count),
      text: (row) => row.count,
    },
  ]
}

import { Link } from '@tanstack/react-router'
import type { UnitFigures } from '#modules/supervision/contract.ts'
import { type Column, IntervalBar, sayCount, sayNumber, sayShare, Table } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { Opens } from '../shell/Opens.tsx'
import { useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { nextSorting, readSorting, type SortKey, sortUnits, writeSorting } from './sorting.ts'

interface UnitsTableProps {
  readonly rows: readonly UnitFigures[]
  readonly log: string | undefined
}

export function UnitsTable({ rows, log }: UnitsTableProps) {
  const t = useText()
  const [{ sort }, change] = useAddress()
  const sorting = readSorting(sort)
  const columns = useColumns(log).map((column) => {
    const key = SORTED_BY[column.key]
    if (!key) return column
    const direction = sorting.key === key ? sorting.direction : undefined
    return {
      ...column,
      sort: { direction, onSort: () => change({ sort: writeSorting(nextSorting(sorting, key)) }) },
    }
  })
  return (
    <Table
      caption={t('单位')}
      rows={sortUnits(rows, sorting)}
      columns={columns}
      rowKey={({ unit }) => unit}
      rowClass={({ onTime }) => (onTime.small ? 'unit-small' : undefined)}
      exportAs="units"
    />
  )
}

const SORTED_BY: Readonly<Record<string, SortKey>> = {
  unit: 'unitName',
  cases: 'cases',
  open: 'open',
  overdue: 'overdue',
  onTime: 'onTime',
  median: 'median',
  yellow: 'yellow',
  red: 'red',
}

function useColumns(log: string | undefined): Column<UnitFigures>[] {
  const t = useText()
  const named = useUnits()
  const nameOf = ({ unit, unitName }: UnitFigures) =>
    named.find(({ value }) => value === unit)?.text ?? unitName
  const count = (
    key: 'cases' | 'open' | 'overdue' | 'yellow' | 'red',
    title: string,
    to: '/cases' | '/cards',
    filter: Readonly<Record<string, string>>,
  ): Column<UnitFigures> => ({
    key,
    title,
    numeric: true,
    cell: (row) => (
      <Link to={to} search={{ log, unit: row.unit, ...filter }}>
        {sayCount(row[key])}
      </Link>
    ),
    text: (row) => row[key],
  })

  return [
    {
      key: 'unit',
      title: t('单位'),
      cell: (row) => (
        <Link to="/cases" search={{ log, unit: row.unit }} data-row-link>
          {nameOf(row)}
        </Link>
      ),
      text: nameOf,
    },
    count('cases', t('办件'), '/cases', {}),
    count('open', t('在办'), '/cases', { state: 'unfinished' }),
    count('overdue', t('已超时'), '/cases', { state: 'unfinished', late: 'true' }),
    {
      key: 'onTime',
      title: t('按时办结率'),
      cell: ({ onTime }) => <OnTime of={onTime} />,
      text: ({ onTime }) => onTime.value,
    },
    {
      key: 'low',
      title: `${t('按时办结率')} ${t('下限')}`,
      exportedOnly: true,
      cell: () => null,
      text: ({ onTime }) => onTime.low,
    },
    {
      key: 'high',
      title: `${t('按时办结率')} ${t('上限')}`,
      exportedOnly: true,
      cell: () => null,
      text: ({ onTime }) => onTime.high,
    },
    {
      key: 'median',
      title: t('用时中位（工作日）'),
      numeric: true,
      cell: ({ medianWorkingDays }) => (medianWorkingDays === null ? '–' : sayNumber(medianWorkingDays)),
      text: ({ medianWorkingDays }) => medianWorkingDays,
    },
    count('yellow', t('黄牌'), '/cards', { level: 'yellow', status: 'standing' }),
    count('red', t('红牌'), '/cards', { level: 'red', status: 'standing' }),
  ]
}

function OnTime({ of }: { readonly of: UnitFigures['onTime'] }) {
  const t = useText()
  const { value, low, high, numerator, denominator, small, opens } = of
  if (value === null) return <span className="soft">–</span>
  const share = <strong>{sayShare(value)}</strong>
  return (
    <div className="on-time">
      <div className="row on-time-figure">
        <IntervalBar value={value} low={low} high={high} pale={small} />
        {opens ? <Opens at={opens}>{share}</Opens> : share}
      </div>
      <div className="soft small">
        {numerator !== null && denominator !== null && `${sayCount(numerator)} / ${sayCount(denominator)}`}
        {low !== null && high !== null && ` · ${sayShare(low)} – ${sayShare(high)}`}
        {small && ` · ${t('样本太少')}`}
      </div>
    </div>
  )
}

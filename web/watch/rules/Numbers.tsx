import type { RuleView } from '#modules/supervision/contract.ts'
import { type Column, DayText, Empty, Table, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useNumberText } from './rule-words.ts'

interface Line {
  readonly title: string
  readonly from: string
  readonly value: string
  readonly standing: 'past' | 'inForce' | 'toCome'
}

/** The day that rules give numbers which have always held. */
const SINCE_EVER = '1949-10-01'

const STANDINGS = { past: '已过', inForce: '现行', toCome: '未到' } as const

/** Each number with the days from which its values hold. */
export function Numbers({ of }: { readonly of: RuleView['numbers'] }) {
  const t = useText()
  const lines = useLines(of)
  if (lines.length === 0) return <Empty>{t('这条规则没有数值。')}</Empty>
  const columns: Column<Line>[] = [
    { key: 'number', title: t('数'), cell: ({ title }) => title },
    {
      key: 'from',
      title: t('自'),
      cell: ({ from }) => (from <= SINCE_EVER ? t('一直') : <DayText day={from} />),
    },
    { key: 'value', title: t('值'), cell: ({ value }) => value },
    {
      key: 'standing',
      title: t('状态'),
      cell: ({ standing }) =>
        standing === 'inForce' ? <strong>{t('现行')}</strong> : t(STANDINGS[standing]),
    },
  ]
  return (
    <>
      <Table
        caption={t('数值')}
        rows={lines}
        columns={columns}
        rowKey={({ title, from }) => `${title} ${from}`}
      />
      <p className="soft small">{t('办件按受理时有效的数值判断。')}</p>
    </>
  )
}

function useLines(numbers: RuleView['numbers']): Line[] {
  const said = useSaid()
  const numberText = useNumberText()
  return numbers.flatMap(({ title, unit, values, current }) => {
    const inForce = values.findLastIndex(({ value }) => value === current)
    return values.map(({ from, value }, index): Line => {
      const standing = index === inForce ? 'inForce' : index < inForce ? 'past' : 'toCome'
      return { title: said(title), from, value: numberText(unit, value), standing }
    })
  })
}

import type { AgendaItem } from '#modules/supervision/contract.ts'
import { findingAt, Go } from '#ui/findings/index.ts'
import { type Column, DayText, Empty, Table } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { whyOf } from './words.ts'

const what = ({ text, finding }: AgendaItem) =>
  finding === null ? text : <Go to={findingAt(finding)}>{text}</Go>

/** What a conference has before it, in its order: rulings that nobody carried out first. */
export function Agenda({ items }: { readonly items: readonly AgendaItem[] }) {
  const t = useText()
  const unitName = useUnitName()
  if (items.length === 0) return <Empty>{t('没有未了结的问题，也没有未落实的决定。')}</Empty>
  const columns: Array<Column<AgendaItem>> = [
    { key: 'text', title: t('事由'), cell: what, text: ({ text }) => text },
    { key: 'why', title: t('来源'), cell: (item) => t(whyOf(item)), text: (item) => t(whyOf(item)) },
    {
      key: 'unit',
      title: t('单位'),
      cell: ({ unit }) => unitName(unit) ?? unit,
      text: ({ unit }) => unitName(unit) ?? unit,
    },
    {
      key: 'due',
      title: t('应于'),
      cell: ({ dueOn }) => <DayText day={dueOn} />,
      text: ({ dueOn }) => dueOn,
    },
  ]
  return (
    <Table
      caption={t('议程')}
      rows={items}
      columns={columns}
      rowKey={({ finding, conference, number }) => finding ?? `${conference}/${number}`}
      exportAs="xiaoneng-agenda"
    />
  )
}

import { Link } from '@tanstack/react-router'
import { type FindingChain, listDropped } from '#modules/inspections/contract.ts'
import { type Column, DayText, Empty, Loaded, Table, useAnswer } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 没有下文: findings whose day of re-check passed and nobody went. */
export function Dropped() {
  const t = useText()
  const list = useAnswer(listDropped, {})
  const columns: Array<Column<FindingChain>> = [
    { key: 'finding', title: t('问题编号'), cell: ({ finding }) => finding, text: ({ finding }) => finding },
    {
      key: 'recheck',
      title: t('应复查'),
      cell: ({ recheckOn }) => (recheckOn === null ? '–' : <DayText day={recheckOn} />),
      text: ({ recheckOn }) => recheckOn,
    },
    {
      key: 'visits',
      title: t('历次检查'),
      cell: ({ links }) =>
        links.map(({ visit, on, note }) => (
          <div key={visit + on}>
            <Link to="/inspections/visits/$visit" params={{ visit }}>
              <DayText day={on} />
            </Link>{' '}
            {note}
          </div>
        )),
      text: ({ links }) => links.map(({ on, note }) => `${on} ${note}`).join('；'),
    },
  ]
  return (
    <Loaded of={list}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty>{t('没有查过就没有下文的问题。')}</Empty>
        ) : (
          <Table
            caption={t('没有下文')}
            rows={rows}
            columns={columns}
            rowKey={({ finding }) => finding}
            exportAs="xiaoneng-dropped"
          />
        )
      }
    </Loaded>
  )
}

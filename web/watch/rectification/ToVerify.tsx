import { Link } from '@tanstack/react-router'
import { listMeasures } from '#modules/rectification/contract.ts'
import { FLAG_WORDS } from '#modules/rectification/terms.ts'
import { DayText, Loaded, Table, useAnswer, useSaid } from '#ui/index.ts'
import { Flags, problemAt } from '#ui/rectification/index.ts'
import { useText } from './messages.ts'

/** What units have handed in and somebody else must look at. */
export function ToVerify() {
  const t = useText()
  const said = useSaid()
  const waiting = useAnswer(listMeasures, { query: { state: 'handedIn' } })
  return (
    <Loaded of={waiting} empty={t('没有等待验收的措施')}>
      {({ rows }) => (
        <Table
          caption={t('待验收')}
          rows={rows}
          rowKey={({ measure }) => measure}
          columns={[
            {
              key: 'action',
              title: t('措施'),
              cell: (row) => (
                <Link to={problemAt(row.problems[0] ?? '') as '/rectification'} data-row-link>
                  {row.action}
                </Link>
              ),
            },
            { key: 'unit', title: t('单位'), cell: (row) => said(row.unitName) },
            { key: 'owners', title: t('责任人'), cell: (row) => `${row.leader.name} / ${row.officer.name}` },
            { key: 'due', title: t('期限'), cell: (row) => <DayText day={row.dueOn} /> },
            { key: 'flags', title: t('提示'), cell: (row) => <Flags of={row.flags} words={FLAG_WORDS} /> },
          ]}
        />
      )}
    </Loaded>
  )
}

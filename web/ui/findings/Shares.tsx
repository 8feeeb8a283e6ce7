import { type FindingShare, getFindingShares } from '#modules/findings/contract.ts'
import { type Column, Loaded, Notice, sayShare, Table, useAnswer, useSaid } from '../index.ts'
import { PersonName } from '../staff/index.ts'
import { useText } from './messages.ts'

/** 只查不处: what each supervisor's findings led to, and whom he spares. */
export function Shares() {
  const t = useText()
  const said = useSaid()
  const found = useAnswer(getFindingShares, {})
  const number = (key: keyof FindingShare & string, title: string): Column<FindingShare> => ({
    ...{ key, title, numeric: true },
    cell: (row) => row[key],
    text: (row) => row[key],
  })
  const columns: Column<FindingShare>[] = [
    {
      key: 'name',
      title: t('监督人员'),
      // What the system itself found, such as a bad rating, has no person's name.
      cell: ({ account, name }) => (name === account ? <PersonName account={account} /> : name),
      text: ({ name }) => name,
    },
    number('findings', t('问题')),
    number('disposed', t('已处置')),
    number('overdue', t('逾期未处置')),
    number('withoutConsequence', t('没有后果')),
    number('educatedAgain', t('再次批评教育')),
    {
      ...{ key: 'share', title: t('没有后果的比例'), numeric: true },
      cell: ({ share }) => (share === null ? '–' : sayShare(share)),
      text: ({ share }) => share,
    },
    number('sheets', t('应交情况单')),
    number('sheetsLate', t('情况单迟交')),
  ]
  return (
    <Loaded of={found} empty={t('还没有问题可以统计。')}>
      {({ rows, lenient }) => (
        <>
          {lenient.map((one) => (
            <Notice key={`${one.account}/${one.unit.id}`} tone="yellow">
              {t('{{name}} 对{{unit}}：{{disposed}} 件中 {{without}} 件没有后果，明显高于对其他单位。', {
                ...{ name: one.name, unit: said(one.unit.name) },
                ...{ disposed: one.disposed, without: one.withoutConsequence },
              })}
            </Notice>
          ))}
          <Table
            caption={t('处置情况')}
            rows={rows}
            columns={columns}
            rowKey={({ account }) => account}
            exportAs="finding-shares"
          />
        </>
      )}
    </Loaded>
  )
}

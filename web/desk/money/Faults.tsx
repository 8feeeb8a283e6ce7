import { type ChargeFaultRow, listChargeFaults } from '#modules/catalogue/contract.ts'
import { type Column, InstantText, Loaded, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

/** What was found wrong, the newest first; each is a card of supervision as well. */
export function Faults() {
  const t = useText()
  const said = useSaid()
  const unitName = useUnitName()
  const faults = useAnswer(listChargeFaults, {})
  const columns: Array<Column<ChargeFaultRow>> = [
    {
      key: 'because',
      title: t('问题'),
      cell: ({ because }) => said(because),
      text: ({ because }) => said(because),
    },
    { key: 'at', title: t('什么时候'), cell: ({ at }) => <InstantText at={at} />, text: ({ at }) => at },
    {
      key: 'unit',
      title: t('单位'),
      cell: ({ unit }) => unitName(unit) ?? unit,
      text: ({ unit }) => unitName(unit) ?? unit,
    },
    { key: 'subject', title: t('对象'), cell: ({ subject }) => subject, text: ({ subject }) => subject },
  ]
  return (
    <Loaded of={faults} isEmpty={({ rows }) => rows.length === 0} empty={t('没有发现收费问题')}>
      {({ rows }) => (
        <Table
          caption={t('收费问题')}
          rows={rows}
          columns={columns}
          rowKey={({ subject, at, fault }) => `${subject} ${at} ${fault}`}
          exportAs="xiaoneng-charge-faults"
        />
      )}
    </Loaded>
  )
}

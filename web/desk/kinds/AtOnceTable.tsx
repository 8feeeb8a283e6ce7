import type { AtOnceCase } from '#modules/cases/contract.ts'
import { DayText, Table, useSaid } from '#ui/index.ts'
import { fileColumn } from './file-column.tsx'
import { useText } from './messages.ts'

interface AtOnceTableProps {
  readonly caption: string
  readonly rows: readonly AtOnceCase[]
  readonly exportAs: string
}

/** Cases that were not finished on their day, with the reason that was given then. */
export function AtOnceTable({ caption, rows, exportAs }: AtOnceTableProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ caseNo }) => caseNo}
      exportAs={exportAs}
      columns={[
        fileColumn(t('办件')),
        {
          key: 'item',
          title: t('事项'),
          cell: ({ itemName }) => said(itemName),
          text: ({ itemName }) => said(itemName),
        },
        {
          key: 'officer',
          title: t('承办人'),
          cell: ({ officer, unitName }) => `${said(unitName)} ${said(officer)}`,
          text: ({ officer }) => said(officer),
        },
        {
          key: 'reason',
          title: t('理由'),
          cell: ({ reason }) => reason || <span className="left-over">{t('没有写理由')}</span>,
          text: ({ reason }) => reason,
        },
        {
          key: 'decided',
          title: t('决定日'),
          cell: ({ decidedOn }) => (decidedOn ? <DayText day={decidedOn} /> : t('还没有决定')),
          text: ({ decidedOn }) => decidedOn,
        },
        {
          key: 'days',
          title: t('工作日'),
          numeric: true,
          cell: ({ days }) => days,
          text: ({ days }) => days,
        },
      ]}
    />
  )
}

import { type DraggedView, listDragged } from '#modules/supervision/contract.ts'
import { Loaded, sayCount, sayNumber, Table, useAnswer } from '#ui/index.ts'
import { useCaseColumns } from './CasesPages.tsx'
import { useText } from './messages.ts'

/** 容易的事拖成难事: open simple cases by age. */
export function Dragged() {
  const t = useText()
  const columns = useCaseColumns<DraggedView>().filter(({ key }) => key !== 'value' && key !== 'decided')
  const dragged = useAnswer(listDragged, {})
  return (
    <Loaded of={dragged} empty={t('没有拖着的简单事项。')}>
      {({ rows }) => (
        <Table
          caption={t('简单事项')}
          rows={rows}
          rowKey={({ caseNo }) => caseNo}
          exportAs="xiaoneng-dragged"
          columns={[
            ...columns,
            {
              key: 'days',
              title: t('已用工作日'),
              numeric: true,
              cell: (row) => sayNumber(row.days),
              text: (row) => row.days,
            },
            {
              key: 'usual',
              title: t('通常'),
              numeric: true,
              cell: (row) => sayNumber(row.usual),
              text: (row) => row.usual,
            },
            {
              key: 'raised',
              title: t('后来才说复杂'),
              numeric: true,
              cell: (row) => sayCount(row.raised),
              text: (row) => row.raised,
            },
          ]}
        />
      )}
    </Loaded>
  )
}

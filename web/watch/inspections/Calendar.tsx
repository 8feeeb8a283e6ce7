import { listVisits } from '#modules/inspections/contract.ts'
import { Empty, Loaded, useAnswer } from '#ui/index.ts'
import { useText } from './messages.ts'
import { VisitTable } from './VisitTable.tsx'

/** 台历: every visit of the year that the reader may know of, of whatever body. */
export function Calendar() {
  const t = useText()
  const list = useAnswer(listVisits, { query: {} })
  return (
    <Loaded of={list}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty>{t('这段时间没有检查。')}</Empty>
        ) : (
          <VisitTable rows={rows} exportAs="xiaoneng-visits" />
        )
      }
    </Loaded>
  )
}

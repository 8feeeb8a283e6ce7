import { listSignals } from '#modules/supervision/contract.ts'
import { Loaded, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { OpensCases } from './Opens.tsx'
import { useSpan } from './span.tsx'

/** 提示: what somebody should look at. It judges nobody, and says so. */
export function Signals() {
  const t = useText()
  const said = useSaid()
  const signals = useAnswer(listSignals, { query: useSpan() })
  return (
    <Loaded of={signals} empty={t('没有需要提示的地方。')}>
      {({ rows }) => (
        <>
          <p className="soft small prose">{t('提示只说看到了什么，不作认定；点开办件再判断。')}</p>
          <Table
            caption={t('提示')}
            rows={rows}
            rowKey={({ key }) => key}
            exportAs="xiaoneng-signals"
            columns={[
              {
                key: 'title',
                title: t('提示'),
                cell: (row) => said(row.title),
                text: (row) => said(row.title),
              },
              {
                key: 'about',
                title: t('对象'),
                cell: (row) => [said(row.unitName), said(row.subjectName)].filter(Boolean).join(' · '),
                text: (row) => [said(row.unitName), said(row.subjectName)].filter(Boolean).join(' · '),
              },
              {
                key: 'because',
                title: t('内容'),
                cell: (row) => said(row.because),
                text: (row) => said(row.because),
              },
              {
                key: 'cases',
                title: t('件数'),
                numeric: true,
                cell: (row) => <OpensCases board="signals" of={row.key} count={row.cases} />,
                text: (row) => row.cases,
              },
            ]}
          />
        </>
      )}
    </Loaded>
  )
}

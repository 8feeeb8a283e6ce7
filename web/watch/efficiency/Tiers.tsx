import { listTierWeeks, type TierView } from '#modules/supervision/contract.ts'
import { type Column, Loaded, Table, useAnswer, useSaid } from '#ui/index.ts'
import { FigureCell } from './FigureCells.tsx'
import { useText } from './messages.ts'
import { OpensCases } from './Opens.tsx'
import { useSpan } from './span.tsx'

/** 市、区、镇、村 side by side, the newest week first; a tier without a case stands there and says so. */
export function Tiers() {
  const t = useText()
  const said = useSaid()
  const weeks = useAnswer(listTierWeeks, { query: useSpan() })
  const count = (key: 'received' | 'decided', title: string): Column<TierView> => ({
    ...{ key, title, numeric: true },
    cell: (row) => <OpensCases board="tiers" of={row.key} what={key} count={row[key]} />,
    text: (row) => row[key],
  })
  const figure = (
    key: 'onTime' | 'days' | 'satisfied' | 'atOnce',
    title: string,
    unit: 'share' | 'workingDays',
  ): Column<TierView> => ({
    ...{ key, title, numeric: true },
    cell: (row) => <FigureCell of={row[key]} unit={unit} />,
    text: (row) => row[key].value,
  })
  return (
    <Loaded of={weeks} empty={t('还没有大厅和站点。')}>
      {({ rows }) => (
        <Table
          caption={t('层级')}
          rows={rows.toReversed()}
          rowKey={({ key }) => key}
          exportAs="xiaoneng-tiers"
          columns={[
            { key: 'week', title: t('周'), cell: (row) => row.week, text: (row) => row.week },
            {
              key: 'tier',
              title: t('层级'),
              cell: (row) => (
                <>
                  {said(row.tierName)} {row.isMissing && <strong className="small">▲ {t('缺数')}</strong>}
                </>
              ),
              text: (row) => said(row.tierName),
            },
            count('received', t('收件')),
            count('decided', t('决定')),
            figure('onTime', t('按时'), 'share'),
            figure('days', t('用时中位'), 'workingDays'),
            figure('satisfied', t('满意'), 'share'),
            figure('atOnce', t('一次补录'), 'share'),
          ]}
        />
      )}
    </Loaded>
  )
}

import {
  type CentralView,
  listCentralRates,
  listWindowWeeks,
  type WindowWeekView,
} from '#modules/supervision/contract.ts'
import { type Column, IntervalBar, Loaded, sayCount, sayShare, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { OpensCases } from './Opens.tsx'
import { useSpan } from './span.tsx'

/** 不能是摆设: what each department takes in, decides and issues, week by week, the newest first. */
export function Windows() {
  const t = useText()
  const said = useSaid()
  const weeks = useAnswer(listWindowWeeks, { query: useSpan() })
  const count = (
    key: 'received' | 'accepted' | 'decided' | 'byWindow' | 'certificates',
    title: string,
  ): Column<WindowWeekView> => ({
    ...{ key, title, numeric: true },
    cell: (row) => <OpensCases board="windows" of={row.key} what={key} count={row[key]} />,
    text: (row) => row[key],
  })
  return (
    <Loaded of={weeks} empty={t('还没有进驻大厅的部门。')}>
      {({ rows }) => (
        <Table
          caption={t('窗口')}
          rows={rows.toReversed()}
          rowKey={({ key }) => key}
          exportAs="xiaoneng-windows"
          columns={[
            {
              key: 'unit',
              title: t('单位'),
              cell: (row) => said(row.unitName),
              text: (row) => said(row.unitName),
            },
            { key: 'week', title: t('周'), cell: (row) => row.week, text: (row) => row.week },
            count('received', t('收件')),
            count('accepted', t('受理')),
            count('decided', t('决定')),
            count('byWindow', t('在窗口决定')),
            count('certificates', t('发证')),
          ]}
        />
      )}
    </Loaded>
  )
}

/** 集中办公率 by department and month, the newest first. */
export function Central() {
  const t = useText()
  const said = useSaid()
  const months = useAnswer(listCentralRates, { query: useSpan() })
  const names = (items: CentralView['dead']) => items.map(({ itemName }) => said(itemName)).join('、')
  return (
    <Loaded of={months} empty={t('没有部门有公布的事项。')}>
      {({ rows }) => (
        <>
          <p className="soft small prose">{t('僵尸事项不计入分子；本月没有办结的事项不计入分母。')}</p>
          <Table
            caption={t('集中办公率')}
            rows={rows.toReversed()}
            rowKey={({ key }) => key}
            exportAs="xiaoneng-central"
            columns={[
              {
                key: 'unit',
                title: t('单位'),
                cell: (row) => said(row.unitName),
                text: (row) => said(row.unitName),
              },
              { key: 'month', title: t('月'), cell: (row) => row.month, text: (row) => row.month },
              {
                key: 'rate',
                title: t('集中办公率'),
                numeric: true,
                cell: ({ rate, low, high }) =>
                  rate === null ? (
                    '–'
                  ) : (
                    <>
                      <IntervalBar value={rate} low={low} high={high} /> {sayShare(rate)}
                    </>
                  ),
                text: (row) => row.rate,
              },
              {
                key: 'items',
                title: t('应进事项'),
                numeric: true,
                cell: (row) => sayCount(row.items),
                text: (row) => row.items,
              },
              {
                key: 'wholly',
                title: t('全程在厅'),
                numeric: true,
                cell: (row) => (
                  <OpensCases board="central" of={row.key} what="wholly" count={row.whollyCases} />
                ),
                text: (row) => row.wholly.length,
              },
              {
                key: 'partly',
                title: t('出过大厅'),
                numeric: true,
                cell: (row) => (
                  <OpensCases board="central" of={row.key} what="partly" count={row.partlyCases} />
                ),
                text: (row) => row.partly.length,
              },
              {
                key: 'dead',
                title: t('僵尸事项'),
                cell: ({ dead }) =>
                  dead.length === 0 ? (
                    <span className="soft">0</span>
                  ) : (
                    <details>
                      <summary>{sayCount(dead.length)}</summary>
                      {names(dead)}
                    </details>
                  ),
                text: (row) => names(row.dead),
              },
            ]}
          />
        </>
      )}
    </Loaded>
  )
}

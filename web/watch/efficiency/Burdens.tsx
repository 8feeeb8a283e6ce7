import { type BurdenView, listBurdens } from '#modules/supervision/contract.ts'
import { type Column, Loaded, sayCount, Table, useAnswer, useSaid } from '#ui/index.ts'
import { FigureCell, sayValue } from './FigureCells.tsx'
import { useText } from './messages.ts'
import { OpensCases } from './Opens.tsx'
import { useSpan } from './span.tsx'

/** 盖章与跑动: items by how much of both they ask, beside their targets. */
export function Burdens() {
  const t = useText()
  const said = useSaid()
  const burdens = useAnswer(listBurdens, { query: useSpan() })
  const figure = (key: 'seals' | 'visits', title: string): Column<BurdenView> => ({
    ...{ key, title, numeric: true },
    cell: (row) => (
      <>
        <FigureCell of={row[key]} unit="times" />{' '}
        <span className="soft small">
          {t('九成位')} {sayValue(row[key].p90, 'times')}
        </span>
      </>
    ),
    text: (row) => row[key].value,
  })
  return (
    <Loaded of={burdens} empty={t('期间内没有可统计的办件。')}>
      {({ rows }) => (
        <Table
          caption={t('盖章跑动')}
          rows={rows}
          rowKey={({ key }) => key}
          rowClass={({ seals }) => (seals.isSmall ? 'efficiency-small' : undefined)}
          exportAs="xiaoneng-burdens"
          columns={[
            {
              key: 'item',
              title: t('事项'),
              cell: (row) => (
                <>
                  {said(row.itemName)}{' '}
                  {row.isOverTarget && !row.seals.isSmall && <strong>▲ {t('超过目标')}</strong>}
                  <div className="soft small">{said(row.unitName)}</div>
                </>
              ),
              text: (row) => said(row.itemName),
            },
            figure('seals', t('盖章')),
            figure('visits', t('跑动')),
            {
              key: 'targets',
              title: t('目标'),
              numeric: true,
              cell: (row) => `${row.sealTarget} / ${row.visitTarget}`,
              text: (row) => `${row.sealTarget} / ${row.visitTarget}`,
            },
            {
              key: 'unlogged',
              title: t('未留痕'),
              numeric: true,
              cell: (row) => sayCount(row.unlogged),
              text: (row) => row.unlogged,
            },
            {
              key: 'cases',
              title: t('件数'),
              numeric: true,
              cell: (row) => <OpensCases board="burdens" of={row.key} count={row.cases} />,
              text: (row) => row.cases,
            },
          ]}
        />
      )}
    </Loaded>
  )
}

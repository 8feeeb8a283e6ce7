import { listSides, type SideComparisonView } from '#modules/supervision/contract.ts'
import { Loaded, sayNumber, sayShare, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { OpensCases } from './Opens.tsx'
import { useSpan } from './span.tsx'

type Compared = SideComparisonView['slower']
type Side = SideComparisonView['one']

const share = (value: number | null) => (value === null ? '–' : sayShare(value))
const withInterval = ({ value, low, high }: Compared) =>
  value === null ? '–' : `${share(value)}（${share(low)} – ${share(high)}）`

/** 四个不一样: time and outcome of both sides, item by item, with intervals. */
export function Sides() {
  const t = useText()
  const said = useSaid()
  const sides = useAnswer(listSides, { query: useSpan() })
  const sideText = ({ pace, granted }: Side) =>
    `${pace === null ? '–' : `×${sayNumber(Math.round(pace * 100) / 100)}`} · ${t('准予')} ${granted.of === 0 ? '–' : sayShare(granted.hits / granted.of)}`
  const verdict = (row: SideComparisonView) => {
    if (row.isSmall) return t('样本太少')
    return row.slower.isMarked || row.granted.isMarked ? `▲ ${t('有明显差别')}` : t('没有明显差别')
  }
  const side = (key: 'one' | 'other', title: string) => ({
    ...{ key, title },
    cell: (row: SideComparisonView) => (
      <>
        {said(row[key].title)} <OpensCases board="sides" of={row.key} what={key} count={row[key].cases} />
        <div className="soft small">{sideText(row[key])}</div>
      </>
    ),
    text: (row: SideComparisonView) => `${said(row[key].title)} ${row[key].cases} ${sideText(row[key])}`,
  })
  return (
    <Loaded of={sides}>
      {({ rows }) => (
        <>
          <p className="soft small prose">{t('同一事项内比较；区间不含“没有差别”才算明显。')}</p>
          <Table
            caption={t('四个不一样')}
            rows={rows}
            rowKey={({ key }) => key}
            rowClass={({ isSmall }) => (isSmall ? 'efficiency-small' : undefined)}
            exportAs="xiaoneng-equal-treatment"
            columns={[
              {
                key: 'title',
                title: t('比较'),
                cell: (row) => said(row.title),
                text: (row) => said(row.title),
              },
              side('one', '①'),
              side('other', '②'),
              {
                key: 'slower',
                title: t('更慢的可能'),
                numeric: true,
                cell: (row) => withInterval(row.slower),
                text: (row) => row.slower.value,
              },
              {
                key: 'granted',
                title: t('准予率差'),
                numeric: true,
                cell: (row) => withInterval(row.granted),
                text: (row) => row.granted.value,
              },
              { key: 'verdict', title: t('比较'), cell: verdict, text: verdict },
            ]}
          />
        </>
      )}
    </Loaded>
  )
}

import { getItemTimes, type ItemTimes } from '#modules/supervision/contract.ts'
import { sayCount, sayNumber, sayShare, Section, Table, useAnswer } from '#ui/index.ts'
import { useText } from './messages.ts'

type Row = ItemTimes['rows'][number]

/** 实际要多久: what the promise above was worth so far. Nothing decided yet: nothing is said. */
export function RealTimes({ item }: { readonly item: string }) {
  const t = useText()
  const times = useAnswer(getItemTimes, { params: { item } })
  const rows = times.data?.rows ?? []
  if (rows.length === 0) return null
  const newest = rows.findLast(({ median }) => median !== null)
  const days = (value: number | null) => (value === null ? '–' : sayNumber(value))
  return (
    <Section title={t('实际要多久')} id="times">
      {newest && (
        <p>
          {t('一半的人等了 {{median}} 个工作日以内，十个人里九个在 {{p90}} 个工作日以内。', {
            median: days(newest.median),
            p90: days(newest.p90),
          })}
        </p>
      )}
      <Table
        caption={t('实际要多久')}
        rows={rows.toReversed()}
        rowKey={({ quarter }) => quarter}
        columns={[
          { key: 'quarter', title: t('季度'), cell: ({ quarter }) => quarter },
          {
            key: 'cases',
            title: t('办结'),
            numeric: true,
            cell: ({ cases, median }: Row) =>
              median === null ? (
                <span className="soft">
                  {sayCount(cases)} · {t('件数太少，不公布用时')}
                </span>
              ) : (
                sayCount(cases)
              ),
          },
          { key: 'median', title: t('中位数'), numeric: true, cell: ({ median }) => days(median) },
          { key: 'p90', title: t('九成位'), numeric: true, cell: ({ p90 }) => days(p90) },
          {
            key: 'promised',
            title: t('承诺'),
            numeric: true,
            cell: ({ committedDays }) => days(committedDays),
          },
          {
            key: 'onTime',
            title: t('按时'),
            numeric: true,
            cell: ({ onTime }) => (onTime === null ? '–' : sayShare(onTime)),
          },
        ]}
      />
      <p className="soft small">{t('等您补材料和法定特别程序的时间不算在内。')}</p>
    </Section>
  )
}

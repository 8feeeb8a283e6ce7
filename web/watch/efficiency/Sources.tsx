import { listSources, type SourceView } from '#modules/supervision/contract.ts'
import { type Column, InstantText, Loaded, Notice, sayCount, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 数据报送: what arrived from whom, when last, what is missing and what was refused. */
export function Sources() {
  const t = useText()
  const said = useSaid()
  const sources = useAnswer(listSources, {})
  const columns = useSourceColumns()
  return (
    <Loaded
      of={sources}
      isEmpty={({ rows, silent }) => rows.length + silent.length === 0}
      empty={t('还没有部门系统上报过。')}
    >
      {({ rows, silent }) => (
        <>
          {silent.length > 0 && (
            <Notice>
              {t('有事项、却既没有办件也没有上报的部门：')}
              {silent.map(({ unitName }) => said(unitName)).join('、')}
            </Notice>
          )}
          <Table
            caption={t('数据报送')}
            rows={rows}
            rowKey={({ log, source }) => `${log}/${source}`}
            exportAs="xiaoneng-transfers"
            columns={columns}
          />
        </>
      )}
    </Loaded>
  )
}

function useSourceColumns(): Column<SourceView>[] {
  const t = useText()
  const said = useSaid()
  const refused = ({ failures }: SourceView) => failures.reduce((sum, { reports }) => sum + reports, 0)
  const flags = (row: SourceView) => row.flags.map(({ title }) => said(title)).join('、')
  return [
    {
      key: 'source',
      title: t('系统'),
      cell: (row) => (
        <>
          {row.source} {row.flags.length > 0 && <strong className="small">▲ {flags(row)}</strong>}
          <div className="soft small">
            {said(row.unitName)} · {row.log}
          </div>
        </>
      ),
      text: (row) => `${row.source} ${flags(row)}`,
    },
    {
      key: 'last',
      title: t('最近收到'),
      cell: ({ lastAt }) => (lastAt ? <InstantText at={lastAt} /> : '–'),
      text: (row) => row.lastAt,
    },
    {
      key: 'silent',
      title: t('静默工作日'),
      numeric: true,
      cell: (row) => sayCount(row.silentDays),
      text: (row) => row.silentDays,
    },
    {
      key: 'days',
      title: t('两月内上报天数'),
      numeric: true,
      cell: ({ days }) => (
        <details>
          <summary>{sayCount(days.length)}</summary>
          {days.map(({ day, messages }) => (
            <div key={day} className="small">
              {day} · {sayCount(messages)}
            </div>
          ))}
        </details>
      ),
      text: ({ days }) => days.length,
    },
    {
      key: 'missing',
      title: t('缺号'),
      numeric: true,
      cell: (row) => sayCount(row.missing),
      text: (row) => row.missing,
    },
    {
      key: 'refused',
      title: t('被退回'),
      cell: (row) =>
        refused(row) === 0 ? (
          <span className="soft">0</span>
        ) : (
          <details>
            <summary>{sayCount(refused(row))}</summary>
            {row.failures.map(({ code, because, reports }) => (
              <div key={code} className="small">
                {said(because)} · {sayCount(reports)}
              </div>
            ))}
          </details>
        ),
      text: refused,
    },
  ]
}

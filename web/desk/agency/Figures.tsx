import { agencyFigures, type AgencyFigures } from '#modules/cases/contract.ts'
import { AGENCY_KIND_WORDS } from '#modules/cases/terms.ts'
import { type Column, Loaded, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 各村情况: volumes, median working days of each leg, and where something lies or nobody comes. */
export function Figures() {
  const t = useText()
  const figures = useAnswer(agencyFigures, {})
  return (
    <Loaded of={figures} isEmpty={({ rows }) => rows.length === 0} empty={t('还没有代办员')}>
      {({ rows, quietDays }) => <FigureTable rows={rows} quietDays={quietDays} />}
    </Loaded>
  )
}

function FigureTable({ rows, quietDays }: { readonly rows: AgencyFigures[]; readonly quietDays: number }) {
  const t = useText()
  const said = useSaid()
  const days = (value: number | null) => (value === null ? '–' : t('{{days}} 日', { days: value }))
  const flagged = (count: number) => (count > 0 ? <strong>▲ {count}</strong> : '0')
  const number = (key: 'taken' | 'delivered', title: string): Column<AgencyFigures> => ({
    key,
    title,
    numeric: true,
    cell: (row) => row[key],
    text: (row) => row[key],
  })
  const median = (key: 'toTownship' | 'toCase' | 'backToResident', title: string): Column<AgencyFigures> => ({
    ...{ key, title, numeric: true },
    cell: (row) => days(row[key]),
    text: (row) => row[key],
  })
  const columns: Array<Column<AgencyFigures>> = [
    {
      key: 'unit',
      title: t('村或窗口'),
      cell: ({ unitName, kind, agents, quiet }) => (
        <>
          {said(unitName)}
          <br />
          <span className="small soft">
            {said(AGENCY_KIND_WORDS[kind])} · {t('代办员 {{count}} 人', { count: agents })}
          </span>
          {quiet && (
            <>
              <br />
              <strong className="small">{t('▲ {{days}} 天没有人来', { days: quietDays })}</strong>
            </>
          )}
        </>
      ),
      text: ({ unitName }) => said(unitName),
    },
    number('taken', t('受托件')),
    number('delivered', t('已送交')),
    median('toTownship', t('到镇中心')),
    median('toCase', t('到收件')),
    median('backToResident', t('送回')),
    {
      key: 'held',
      title: t('压在村里'),
      numeric: true,
      cell: ({ held }) => flagged(held),
      text: ({ held }) => held,
    },
    {
      key: 'undelivered',
      title: t('未送回'),
      numeric: true,
      cell: ({ undelivered }) => flagged(undelivered),
      text: ({ undelivered }) => undelivered,
    },
    {
      key: 'satisfied',
      title: t('满意'),
      numeric: true,
      cell: ({ satisfied, rated }) => (rated > 0 ? `${satisfied}/${rated}` : '–'),
      text: ({ satisfied, rated }) => `${satisfied}/${rated}`,
    },
  ]
  return (
    <Table
      caption={t('各村情况')}
      rows={rows}
      columns={columns}
      rowKey={({ unit }) => unit}
      exportAs="xiaoneng-agency"
    />
  )
}

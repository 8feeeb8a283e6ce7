import { Link } from '@tanstack/react-router'
import type { VisitRow } from '#modules/inspections/contract.ts'
import { type Column, DayText, InstantText, Table, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { SheetLevel } from './SheetLevel.tsx'
import { useWords } from './words.ts'

/** Visits, each a link; on the calendar by day, in a round by unit. */
export function VisitTable({
  rows,
  exportAs,
}: {
  readonly rows: readonly VisitRow[]
  readonly exportAs: string
}) {
  const t = useText()
  const said = useSaid()
  const words = useWords()
  const columns: Array<Column<VisitRow>> = [
    {
      key: 'unit',
      title: t('单位'),
      cell: ({ visit, name, section }) => (
        <Link to="/inspections/visits/$visit" params={{ visit }} data-row-link>
          {said(name)} {section}
        </Link>
      ),
      text: ({ name }) => said(name),
    },
    {
      key: 'kind',
      title: t('种类'),
      cell: ({ kind }) => words.kind(kind),
      text: ({ kind }) => words.kind(kind),
    },
    { key: 'group', title: t('组'), cell: ({ group }) => group, text: ({ group }) => group },
    {
      key: 'days',
      title: t('起止'),
      cell: ({ from, until }) => (
        <span>
          <DayText day={from} />–<DayText day={until} />
        </span>
      ),
      text: ({ from, until }) => `${from}–${until}`,
    },
    {
      key: 'started',
      title: t('到场'),
      cell: ({ startedAt }) => (startedAt === null ? '–' : <InstantText at={startedAt} />),
      text: ({ startedAt }) => startedAt,
    },
    {
      key: 'status',
      title: t('状态'),
      cell: (visit) => (
        <>
          {words.visit(visit.status)}
          <SheetLevel of={visit} />
        </>
      ),
      text: ({ status }) => words.visit(status),
    },
    {
      key: 'evidence',
      title: t('证据'),
      numeric: true,
      cell: ({ evidence }) => evidence,
      text: ({ evidence }) => evidence,
    },
    {
      key: 'findings',
      title: t('问题'),
      numeric: true,
      cell: ({ findings }) => findings,
      text: ({ findings }) => findings,
    },
  ]
  return (
    <Table
      caption={t('台历')}
      rows={rows}
      columns={columns}
      rowKey={({ visit }) => visit}
      exportAs={exportAs}
    />
  )
}

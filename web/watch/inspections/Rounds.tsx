import { Link } from '@tanstack/react-router'
import { listRounds, type RoundRow } from '#modules/inspections/contract.ts'
import { type Column, DayText, Empty, Loaded, Table, useAnswer } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { Count } from './Count.tsx'
import { useText } from './messages.ts'
import { PlanRound } from './PlanRound.tsx'
import { useWords } from './words.ts'

/** Rounds of the year that the reader may know of, counted by kind. */
export function Rounds() {
  const t = useText()
  const words = useWords()
  const may = usePermits()
  const list = useAnswer(listRounds, { query: {} })
  return (
    <div className="stack">
      {may('inspections.plan') && (
        <div className="row no-print">
          <PlanRound />
        </div>
      )}
      <Loaded of={list}>
        {({ rows, byKind }) =>
          rows.length === 0 ? (
            <Empty>{t('还没有检查轮次。')}</Empty>
          ) : (
            <>
              <div className="figures">
                {byKind.map(({ kind, rounds }) => (
                  <Count key={kind} title={words.kind(kind)} value={rounds} />
                ))}
              </div>
              <RoundTable rows={rows} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function RoundTable({ rows }: { readonly rows: readonly RoundRow[] }) {
  const t = useText()
  const words = useWords()
  const signals = ({ noSheet, warned }: RoundRow) =>
    [noSheet && t('没有情况单'), warned && t('走漏风声')].filter(Boolean).join('、')
  const columns: Array<Column<RoundRow>> = [
    {
      key: 'title',
      title: t('名称'),
      cell: ({ round, title, sealed }) => (
        <>
          <Link to="/inspections/rounds/$round" params={{ round }} data-row-link>
            {title}
          </Link>
          {sealed && <span className="level level-notice"> {t('保密')}</span>}
        </>
      ),
      text: ({ title }) => title,
    },
    {
      key: 'kind',
      title: t('种类'),
      cell: ({ kind }) => words.kind(kind),
      text: ({ kind }) => words.kind(kind),
    },
    {
      key: 'from',
      title: t('起止'),
      cell: ({ from, until }) => (
        <span>
          <DayText day={from} />–<DayText day={until} />
        </span>
      ),
      text: ({ from, until }) => `${from}–${until}`,
    },
    {
      key: 'status',
      title: t('状态'),
      cell: ({ status }) => words.round(status),
      text: ({ status }) => words.round(status),
    },
    {
      key: 'places',
      title: t('对象'),
      numeric: true,
      cell: ({ places }) => places,
      text: ({ places }) => places,
    },
    {
      key: 'sheets',
      title: t('情况单'),
      numeric: true,
      cell: ({ handedIn, visits }) => (visits === null ? '–' : `${handedIn}/${visits}`),
      text: ({ handedIn }) => handedIn,
    },
    {
      key: 'findings',
      title: t('问题'),
      numeric: true,
      cell: ({ findings }) => findings,
      text: ({ findings }) => findings,
    },
    { key: 'signals', title: t('提示'), cell: signals, text: signals },
  ]
  return (
    <Table
      caption={t('轮次')}
      rows={rows}
      columns={columns}
      rowKey={({ round }) => round}
      exportAs="xiaoneng-rounds"
    />
  )
}

import type { ProblemRow } from '#modules/rectification/contract.ts'
import {
  FLAG_WORDS,
  SOURCE_WORDS,
  STATE_WORDS,
  STYLE_WORDS,
  TRIAGE_WORDS,
} from '#modules/rectification/terms.ts'
import { type Column, DayText, Table, useSaid } from '#ui/index.ts'
import { Go } from '../registers/link.ts'
import { Flags } from './Flags.tsx'
import { useText } from './messages.ts'
import { problemAt } from './words.ts'

interface ProblemTableProps {
  readonly rows: readonly ProblemRow[]
  readonly total: number
  /** The unit is said where there are several. */
  readonly withUnit?: boolean
}

/** 问题清单: one line a problem, what was noticed last. */
export function ProblemTable({ rows, total, withUnit = false }: ProblemTableProps) {
  const t = useText()
  const said = useSaid()
  const triage = ({ triage: of }: ProblemRow) => (of ? said(TRIAGE_WORDS[of]) : t('尚未诊断'))
  const columns: Column<ProblemRow>[] = [
    {
      key: 'problem',
      title: t('问题'),
      cell: (row) => (
        <Go to={problemAt(row.problem)} data-row-link>
          {row.fact}
        </Go>
      ),
      text: (row) => row.fact,
    },
    ...(withUnit
      ? [
          {
            key: 'unit',
            title: t('单位'),
            cell: (row: ProblemRow) => said(row.unit.name),
            text: (row: ProblemRow) => said(row.unit.name),
          },
        ]
      : []),
    {
      key: 'source',
      title: t('来源'),
      cell: (row) => said(SOURCE_WORDS[row.source]),
      text: (row) => said(SOURCE_WORDS[row.source]),
    },
    {
      key: 'category',
      title: t('分类'),
      exportedOnly: true,
      cell: () => null,
      text: (row) => said(STYLE_WORDS[row.category]),
    },
    { key: 'triage', title: t('诊断'), cell: triage, text: triage },
    {
      key: 'state',
      title: t('状态'),
      cell: (row) => said(STATE_WORDS[row.state]),
      text: (row) => said(STATE_WORDS[row.state]),
    },
    {
      key: 'due',
      title: t('期限'),
      cell: (row) => (row.dueOn ? <DayText day={row.dueOn} /> : '—'),
      text: (row) => row.dueOn,
    },
    {
      key: 'age',
      title: t('已存在'),
      numeric: true,
      cell: (row) => t('{{days}} 天', { days: row.ageDays }),
      text: (row) => row.ageDays,
    },
    { key: 'need', title: t('需求'), numeric: true, cell: (row) => row.need, text: (row) => row.need },
    {
      key: 'flags',
      title: t('提示'),
      cell: (row) => <Flags of={row.flags} words={FLAG_WORDS} />,
      text: (row) => row.flags.map((flag) => said(FLAG_WORDS[flag])).join('；'),
    },
  ]
  return (
    <Table
      caption={t('问题清单')}
      rows={rows}
      columns={columns}
      rowKey={({ problem }) => problem}
      total={total}
      exportAs="xiaoneng-problems"
    />
  )
}

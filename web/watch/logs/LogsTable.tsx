import { Link } from '@tanstack/react-router'
import { exportLogFile, type LogSummary } from '#modules/exchange/contract.ts'
import { addressOf, type Column, dayOf, sayCount, sayDay, Table, useLanguage } from '#ui/index.ts'
import { SOURCE_WORDS } from './log-words.ts'
import { useText } from './messages.ts'

interface LogsTableProps {
  readonly rows: readonly LogSummary[]
  readonly exports: boolean
}

export function LogsTable({ rows, exports }: LogsTableProps) {
  const t = useText()
  const columns = useColumns(exports)
  return (
    <Table
      caption={t('办件日志')}
      rows={rows}
      columns={columns}
      rowKey={({ name }) => name}
      exportAs="logs"
    />
  )
}

function useColumns(exports: boolean): Column<LogSummary>[] {
  const t = useText()
  const language = useLanguage()
  const figure = (
    key: 'cases' | 'open' | 'overdue' | 'cards',
    title: string,
    to: '/cases' | '/cards',
    filter: Readonly<Record<string, string>>,
  ): Column<LogSummary> => ({
    key,
    title,
    numeric: true,
    cell: (row) => (
      <Link to={to} search={{ log: row.name, ...filter }}>
        {sayCount(row[key])}
      </Link>
    ),
    text: (row) => row[key],
  })
  const period = ({ firstAt, lastAt }: LogSummary) =>
    firstAt && lastAt
      ? t('{{from}} 至 {{to}}', {
          from: sayDay(dayOf(firstAt), language),
          to: sayDay(dayOf(lastAt), language),
        })
      : '–'

  const columns: Column<LogSummary>[] = [
    {
      key: 'log',
      title: t('日志'),
      cell: (row) => <LogName of={row} />,
      text: ({ title, name }) => title || name,
    },
    { key: 'name', title: t('日志代号'), exportedOnly: true, cell: () => null, text: ({ name }) => name },
    {
      key: 'source',
      title: t('来源'),
      cell: ({ source }) => <span className="nowrap">{t(SOURCE_WORDS[source])}</span>,
      text: ({ source }) => t(SOURCE_WORDS[source]),
    },
    figure('cases', t('办件'), '/cases', {}),
    {
      key: 'events',
      title: t('事件'),
      numeric: true,
      cell: ({ events }) => sayCount(events),
      text: ({ events }) => events,
    },
    { key: 'period', title: t('时间范围'), cell: period, text: period },
    figure('open', t('在办'), '/cases', { state: 'unfinished' }),
    figure('overdue', t('已超时'), '/cases', { state: 'unfinished', late: 'true' }),
    figure('cards', t('牌'), '/cards', { status: 'standing' }),
  ]
  if (!exports) return columns
  return [...columns, { key: 'export', title: t('导出'), cell: ({ name }) => <Exports log={name} /> }]
}

function LogName({ of: { name, title, zone } }: { readonly of: LogSummary }) {
  return (
    <div>
      <Link to="/overview" search={{ log: name }} data-row-link>
        {title || name}
      </Link>
      <div className="soft small">
        {name} · {zone}
      </div>
    </div>
  )
}

const FORMATS = [
  ['xes', 'XES'],
  ['ocel', 'OCEL'],
  ['csv', 'CSV'],
  ['jsonl', 'JSONL'],
] as const

/** Whole files, written by the server as they are read: a plain form, so that the browser shows their progress. */
function Exports({ log }: { readonly log: string }) {
  const t = useText()
  return (
    <form className="exports small" action={addressOf(exportLogFile, { params: { log } })}>
      <input
        className="input"
        name="purpose"
        required
        minLength={2}
        maxLength={200}
        size={12}
        placeholder={t('用途')}
        aria-label={t('导出 {{log}} 的用途', { log })}
      />
      {FORMATS.map(([format, name]) => (
        <button
          key={format}
          className="button"
          name="format"
          value={format}
          aria-label={t('导出 {{log}} 为 {{format}}', { log, format: name })}
        >
          {name}
        </button>
      ))}
    </form>
  )
}

import { type FindingRow, listFindings } from '#modules/findings/contract.ts'
import {
  DISPOSITION_WORDS,
  FINDING_SOURCES,
  FINDING_STATE_WORDS,
  FINDING_STATES,
  SEVERITY_WORDS,
  SOURCE_WORDS,
} from '#modules/findings/terms.ts'
import {
  Choice,
  type Column,
  DayText,
  DueText,
  Filters,
  Loaded,
  type QueryOf,
  Table,
  useRows,
  useSaid,
} from '../index.ts'
import { usePermits, useUnits } from '../staff/index.ts'
import { findingAt, Go, useAddress } from './link.ts'
import { useText } from './messages.ts'
import { OpenForm } from './OpenForm.tsx'

const FILTERS = ['unit', 'state', 'source', 'conduct'] as const

export function FindingsList() {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const units = useUnits()
  const [address, change] = useAddress()
  const query = Object.fromEntries(FILTERS.map((name) => [name, address[name]]))
  const found = useRows(listFindings, { query: query as QueryOf<typeof listFindings> })
  const some = FILTERS.some((name) => address[name])
  const clear = () => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))
  return (
    <>
      <Filters onClear={some ? clear : undefined}>
        <Choice
          label={t('状态')}
          value={address.state}
          options={FINDING_STATES.map((state) => ({
            value: state as string,
            text: said(FINDING_STATE_WORDS[state]),
          }))}
          onChange={(state) => change({ state })}
        />
        <Choice
          label={t('来源')}
          value={address.source}
          options={FINDING_SOURCES.map((one) => ({ value: one as string, text: said(SOURCE_WORDS[one]) }))}
          onChange={(source) => change({ source })}
        />
        {permits('findings.shares') && (
          <Choice
            label={t('单位')}
            value={address.unit}
            options={units}
            onChange={(unit) => change({ unit })}
          />
        )}
      </Filters>
      <Loaded of={found} empty={some ? t('没有符合条件的问题。') : t('还没有发现问题。')}>
        {({ rows, total }) => <FindingTable rows={rows} total={total} more={found} />}
      </Loaded>
      {permits('findings.open') && <OpenForm />}
    </>
  )
}

interface FindingTableProps {
  readonly rows: readonly FindingRow[]
  readonly total?: number
  readonly more?: Parameters<typeof Table<FindingRow>>[0]['more']
}

export function FindingTable({ rows, total, more }: FindingTableProps) {
  const t = useText()
  const columns = useColumns()
  return (
    <Table
      caption={t('问题')}
      rows={rows}
      columns={columns}
      rowKey={({ finding }) => finding}
      total={total}
      more={more}
      exportAs="findings"
    />
  )
}

function useColumns(): Column<FindingRow>[] {
  const t = useText()
  const permits = usePermits()
  const said = useSaid()
  return [
    {
      key: 'finding',
      title: t('问题'),
      cell: (row) => (
        <>
          <Go to={findingAt(row.finding)} data-row-link>
            {said(row.conductName)}
          </Go>
          <div className="small soft">
            {row.finding}
            {row.sealed && <strong> · {t('未公开')}</strong>}
          </div>
        </>
      ),
      text: (row) => `${row.finding} ${said(row.conductName)}`,
    },
    // A unit sees its own alone.
    ...(permits('findings.shares')
      ? [
          {
            key: 'unit',
            title: t('单位'),
            cell: (row: FindingRow) => said(row.unit.name),
            text: (row: FindingRow) => said(row.unit.name),
          },
        ]
      : []),
    {
      key: 'person',
      title: t('人员'),
      cell: (row) => row.person ?? (row.badge ? t('工作牌 {{badge}}', { badge: row.badge }) : '–'),
      text: (row) => row.person ?? row.badge ?? '',
    },
    {
      key: 'sources',
      title: t('来源'),
      cell: (row) => row.sources.map((source) => said(SOURCE_WORDS[source])).join('、'),
      text: (row) => row.sources.map((source) => said(SOURCE_WORDS[source])).join('、'),
    },
    {
      key: 'severity',
      title: t('程度'),
      cell: (row) => said(SEVERITY_WORDS[row.severity]),
      text: (row) => said(SEVERITY_WORDS[row.severity]),
    },
    {
      key: 'on',
      title: t('发生'),
      cell: (row) => <DayText day={row.happenedOn} />,
      text: (row) => row.happenedOn,
    },
    {
      key: 'state',
      title: t('状态'),
      cell: (row) => <Standing of={row} />,
      text: (row) =>
        said(row.disposition ? DISPOSITION_WORDS[row.disposition] : FINDING_STATE_WORDS[row.status]),
    },
  ]
}

function Standing({ of: row }: { readonly of: FindingRow }) {
  const t = useText()
  const said = useSaid()
  const over = row.status === 'disposed' || row.status === 'withdrawn'
  return (
    <>
      {row.status === 'disposed' && row.disposition
        ? said(DISPOSITION_WORDS[row.disposition])
        : said(FINDING_STATE_WORDS[row.status])}
      {!over && (
        <div className={row.overdue ? 'small left-over' : 'small soft'}>
          {row.overdue ? t('逾期未处置') : t('处置期限')} <DueText at={row.disposeBy} />
        </div>
      )}
      {row.remedyOwed && <div className="small left-over">{t('受损人尚未得到补救')}</div>}
    </>
  )
}

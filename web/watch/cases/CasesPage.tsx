import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type CaseRow, listCases } from '#modules/supervision/contract.ts'
import {
  type Column,
  InstantText,
  Loaded,
  Page,
  type QueryOf,
  StandingMark,
  Table,
  useRows,
  useStandingWord,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { CaseFilters } from './CaseFilters.tsx'
import { ClockCell } from './ClockCell.tsx'
import { useText } from './messages.ts'
import { CASE_FILTERS, STATE_WORDS } from './words.ts'
import './cases.css'

export function CasesPage() {
  const t = useText()
  const [address] = useAddress()
  const filters = CASE_FILTERS.map((name) => [name, address[name]])
  const query = Object.fromEntries([...filters, ['sort', address.sort]]) as QueryOf<typeof listCases>
  const cases = useRows(listCases, { query })
  const columns = useCaseColumns()
  const filtered = CASE_FILTERS.some((name) => address[name])

  return (
    <Page title={t('办件')} lead={t('受监察的办件，按时限和牌查看。数字都可以点开。')}>
      <CaseFilters />
      <Loaded
        of={cases}
        empty={filtered ? t('没有符合条件的办件。请放宽筛选。') : t('还没有办件。请先在“日志”中导入。')}
      >
        {({ rows, total }) => (
          <Table
            caption={t('办件列表')}
            rows={rows}
            columns={columns}
            rowKey={(row) => `${row.log}/${row.caseId}`}
            total={total}
            more={cases}
            exportAs="xiaoneng-cases"
          />
        )}
      </Loaded>
    </Page>
  )
}

function useCaseColumns(): Array<Column<CaseRow>> {
  const t = useText()
  const standing = useStandingWord()
  const unitName = useUnitName()
  const [{ sort, state: asked }, change] = useAddress()
  // The server's own order: open cases by what is due, all others by what happened last.
  const order = sort ?? (asked === 'open' ? 'due' : 'recent')
  const now = useMemo(() => Date.now(), [])

  return [
    { key: 'case', title: t('编号'), cell: (row) => <CaseLink of={row} />, text: (row) => row.caseId },
    {
      key: 'unit',
      title: t('单位'),
      cell: (row) => unitName(row.unit) ?? '–',
      text: (row) => unitName(row.unit) ?? '',
    },
    {
      key: 'state',
      title: t('状态'),
      cell: (row) => (
        <span className="case-state">
          {t(STATE_WORDS[row.state])}
          {row.colour !== 'quiet' && <StandingMark colour={row.colour} />}
        </span>
      ),
      text: (row) => `${t(STATE_WORDS[row.state])} ${standing(row.colour)}`,
    },
    {
      key: 'limit',
      title: t('时限'),
      sort: {
        direction: order === 'due' ? 'ascending' : undefined,
        onSort: () => change({ sort: 'due' }),
      },
      cell: (row) => <ClockCell of={row} now={now} />,
      text: (row) => row.statutoryDueAt ?? row.committedDueAt ?? '',
    },
    {
      key: 'last',
      title: t('最近一步'),
      sort: {
        direction: order === 'recent' ? 'descending' : undefined,
        onSort: () => change({ sort: 'recent' }),
      },
      cell: (row) => (
        <span className="case-last">
          <span>{row.lastActivity}</span>
          <span className="soft small">
            <InstantText at={row.lastAt} />
          </span>
        </span>
      ),
      text: (row) => `${row.lastActivity} ${row.lastAt}`,
    },
    {
      key: 'cards',
      title: t('未结的牌'),
      numeric: true,
      cell: (row) =>
        row.openCards > 0 ? t('{{count}} 张', { count: row.openCards }) : <span className="soft">0</span>,
      text: (row) => row.openCards,
    },
  ]
}

function CaseLink({ of: { log, caseId, item } }: { readonly of: CaseRow }) {
  return (
    <span className="case-name">
      <Link to="/cases/$log/$caseId" params={{ log, caseId }} data-row-link>
        {caseId}
      </Link>
      {item && <span className="soft small">{item}</span>}
    </span>
  )
}

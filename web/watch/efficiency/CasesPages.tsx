import { Link, useParams } from '@tanstack/react-router'
import {
  type EfficiencyCase,
  type IndicatorAnswer,
  listBoardCases,
  listIndicatorCases,
} from '#modules/supervision/contract.ts'
import {
  type Column,
  DayText,
  inScript,
  Loaded,
  Page,
  type QueryOf,
  sayNumber,
  Table,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'
import { useSpan } from './span.tsx'
import './efficiency.css'

/** The cases behind a group of an indicator. */
export function IndicatorCasesPage() {
  const { code } = useParams({ strict: false }) as { code: IndicatorAnswer['indicator']['code'] }
  const [{ by, group, part }] = useAddress()
  const span = useSpan()
  const query = { ...span, by, group, part } as QueryOf<typeof listIndicatorCases>
  const cases = useAnswer(listIndicatorCases, { params: { code }, query })
  return <CasesShown of={cases} />
}

type Board = 'windows' | 'central' | 'tiers' | 'changes' | 'burdens' | 'sides' | 'reform' | 'signals'

/** The cases behind a number of a board. */
export function BoardCasesPage() {
  const { board } = useParams({ strict: false }) as { board: Board }
  const [{ key = '', what }] = useAddress()
  const span = useSpan()
  const query = { ...span, key, what } as QueryOf<typeof listBoardCases>
  const cases = useAnswer(listBoardCases, { params: { board }, query })
  return <CasesShown of={cases} />
}

type Answer = ReturnType<typeof useAnswer<never, never, never, typeof listBoardCases.answer>>

function CasesShown({ of }: { readonly of: Answer }) {
  const t = useText()
  const span = useSpan()
  const columns = useCaseColumns()
  return (
    <Page
      title={t('办件')}
      lead={of.data ? t('共 {{count}} 件', { count: of.data.total }) : ''}
      actions={
        <Link to="/efficiency" search={span}>
          {t('返回')}
        </Link>
      }
    >
      <Loaded of={of} empty={t('没有这样的办件，或者您无权查看。')}>
        {({ rows }) => (
          <Table
            caption={t('办件')}
            rows={rows}
            columns={columns}
            rowKey={({ caseNo, officer, value }) => `${caseNo}/${officer}/${value}`}
            exportAs="xiaoneng-efficiency-cases"
          />
        )}
      </Loaded>
    </Page>
  )
}

export function useCaseColumns<Row extends EfficiencyCase>(): Column<Row>[] {
  const t = useText()
  const said = useSaid()
  return [
    {
      key: 'case',
      title: t('办件'),
      cell: ({ caseNo }) => (
        <Link to="/cases/$log/$caseId" params={{ log: 'hall', caseId: caseNo }} data-row-link>
          {caseNo}
        </Link>
      ),
      text: ({ caseNo }) => caseNo,
    },
    { key: 'item', title: t('事项'), cell: (row) => said(row.itemName), text: (row) => said(row.itemName) },
    { key: 'unit', title: t('单位'), cell: (row) => said(row.unitName), text: (row) => said(row.unitName) },
    {
      key: 'officer',
      title: t('人员'),
      cell: (row) => inScript(row.officerName) || '–',
      text: (row) => row.officerName,
    },
    {
      key: 'received',
      title: t('收件'),
      cell: (row) => <DayText day={row.receivedOn} />,
      text: (row) => row.receivedOn,
    },
    {
      key: 'decided',
      title: t('决定'),
      cell: (row) => (row.decidedOn ? <DayText day={row.decidedOn} /> : '–'),
      text: (row) => row.decidedOn,
    },
    {
      key: 'value',
      title: t('数值'),
      numeric: true,
      cell: (row) => (row.value === null ? '–' : sayNumber(Math.round(row.value * 10) / 10)),
      text: (row) => row.value,
    },
  ]
}

import { Link } from '@tanstack/react-router'
import {
  type ConcentrationRow,
  listConcentration,
  listShirking,
  listUnusual,
  type RiskAct,
  type ShirkingRow,
} from '#modules/supervision/contract.ts'
import {
  type Column,
  Empty,
  InstantText,
  Loaded,
  Notice,
  Page,
  presentDayAt,
  sayCount,
  sayShare,
  Section,
  Table,
  Tabs,
  TextField,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'
import './risks.css'

type Tab = 'shirking' | 'unusual' | 'benefits'

/** 风险: what shows only when it is counted. Each figure opens to what it counts; nobody is judged here. */
export function RisksPage() {
  const t = useText()
  const permits = usePermits()
  const [address, change] = useAddress()
  const month = address.month ?? presentDayAt('+08:00', Date.now()).slice(0, 7)
  const sealed = permits('risks.read')
  const tabs: { key: Tab; title: string; content: React.ReactNode }[] = [
    { key: 'shirking', title: t('推诿月报'), content: <Shirking month={month} /> },
    ...(sealed
      ? [
          { key: 'unusual' as const, title: t('异常操作'), content: <Unusual month={month} /> },
          { key: 'benefits' as const, title: t('受益集中度'), content: <Benefits /> },
        ]
      : []),
  ]
  const chosen = tabs.find(({ key }) => key === address.tab)?.key ?? 'shirking'
  return (
    <Page
      title={t('风险')}
      lead={t(
        '一件事里看不出、一个月一年里看得出的：谁把人推来推去，谁在夜里办事，好处都给了谁。只提示，不认定。',
      )}
    >
      <div className="what-month">
        <TextField
          label={t('月份')}
          type="month"
          value={month}
          onChange={({ target }) => change({ month: target.value || undefined })}
        />
      </div>
      <Tabs label={t('风险')} tabs={tabs} chosen={chosen} onChoose={(key) => change({ tab: key })} />
      <p className="soft small">
        <Link to="/registers">{t('另见制度台账：执法记录、权力部门化、涉企行为、部门协作。')}</Link>
      </p>
    </Page>
  )
}

function Shirking({ month }: { readonly month: string }) {
  const t = useText()
  const said = useSaid()
  const answer = useAnswer(listShirking, { query: { month } })
  const counted = (key: keyof ShirkingRow, title: string): Column<ShirkingRow> => ({
    ...{ key, title, numeric: true },
    cell: (row) => sayCount(Number(row[key])),
    text: (row) => Number(row[key]),
  })
  return (
    <Loaded of={answer}>
      {({ rows, ownMatters }) => (
        <>
          {rows.length === 0 ? (
            <Empty>{t('这个月没有把人推出去的窗口')}</Empty>
          ) : (
            <Table
              caption={t('推诿月报')}
              rows={rows}
              rowKey={({ key }) => key}
              exportAs={`shirking-${month}`}
              columns={[
                {
                  key: 'unit',
                  title: t('单位'),
                  cell: (row) => said(row.unitName),
                  text: (row) => said(row.unitName),
                },
                {
                  key: 'counter',
                  title: t('窗口'),
                  cell: (row) => row.counter ?? '–',
                  text: (row) => row.counter ?? '',
                },
                counted('asked', t('首问')),
                counted('declined', t('不予受理')),
                counted('notOurs', t('称不属本单位')),
                counted('transferred', t('移交')),
                counted('slips', t('转办单')),
                counted('stayedAway', t('缺席会审')),
                counted('loops', t('来回')),
                counted('ownMatter', t('清单内')),
              ]}
            />
          )}
          <Section title={t('推出本单位清单内的事')}>
            {ownMatters.length === 0 ? <Empty>{t('没有')}</Empty> : <Acts rows={ownMatters} />}
          </Section>
        </>
      )}
    </Loaded>
  )
}

function Acts({
  rows,
  more = [],
}: {
  readonly rows: readonly RiskAct[]
  readonly more?: readonly Column<RiskAct>[]
}) {
  const t = useText()
  const said = useSaid()
  const columns: Column<RiskAct>[] = [
    { key: 'unit', title: t('单位'), cell: (row) => said(row.unitName), text: (row) => said(row.unitName) },
    { key: 'who', title: t('谁'), cell: (row) => row.accountName, text: (row) => row.accountName },
    {
      key: 'at',
      title: t('何时'),
      cell: (row) => <InstantText at={row.happenedAt} />,
      text: (row) => row.happenedAt,
    },
    {
      key: 'case',
      title: t('办件'),
      cell: ({ caseNo }) =>
        caseNo === null ? (
          '–'
        ) : (
          <Link to="/cases/$log/$caseId" params={{ log: 'hall', caseId: caseNo }}>
            {caseNo}
          </Link>
        ),
      text: ({ caseNo }) => caseNo ?? '',
    },
    ...more,
  ]
  return (
    <Table caption={t('看到什么')} rows={rows} rowKey={({ key }) => key} columns={columns} exportAs="acts" />
  )
}

function Unusual({ month }: { readonly month: string }) {
  const t = useText()
  const said = useSaid()
  const answer = useAnswer(listUnusual, { query: { month } })
  return (
    <Loaded of={answer}>
      {({ rows }) => {
        const becauseOf = new Map(rows.map(({ key, because }) => [key, said(because)]))
        const seen = ({ key }: RiskAct) => becauseOf.get(key) ?? ''
        return rows.length === 0 ? (
          <Empty>{t('这个月没有异常操作')}</Empty>
        ) : (
          <Acts rows={rows} more={[{ key: 'because', title: t('看到什么'), cell: seen, text: seen }]} />
        )
      }}
    </Loaded>
  )
}

const KINDS = { approval: '审批', feeCut: '收费减免', land: '供地', support: '扶持资金' } as const

function Benefits() {
  const t = useText()
  const said = useSaid()
  const answer = useAnswer(listConcentration, { query: {} })
  const kindOf = ({ kind }: ConcentrationRow) => t(KINDS[kind as keyof typeof KINDS] ?? '审批')
  const markOf = ({ outlier, small }: ConcentrationRow) =>
    outlier ? ` ▲ ${t('偏高')}` : small ? ` ${t('样本小')}` : ''
  const topOf = ({ kind, top }: ConcentrationRow) =>
    top.slice(0, 3).map(({ name, times, matter }) => {
      const text = t('{{name}}（{{said}} 次）', { name, said: sayCount(times) })
      return kind === 'approval' ? (
        <Link
          key={matter}
          className="beneficiary"
          to="/cases/$log/$caseId"
          params={{ log: 'hall', caseId: matter }}
        >
          {text}
        </Link>
      ) : (
        <span key={matter} className="beneficiary">
          {text}
        </span>
      )
    })
  return (
    <>
      <Notice>{t('密：只有监察人员可以查看。')}</Notice>
      <Loaded of={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t('还没有可以统计的')}</Empty>
          ) : (
            <Table
              caption={t('受益集中度')}
              rows={rows}
              rowKey={({ key }) => key}
              columns={[
                { key: 'unit', title: t('单位'), cell: (row) => said(row.unitName) },
                {
                  key: 'kind',
                  title: t('类别'),
                  cell: (row) => <span className="nowrap">{kindOf(row)}</span>,
                },
                { key: 'times', title: t('次数'), numeric: true, cell: (row) => sayCount(row.times) },
                {
                  key: 'who',
                  title: t('受益人数'),
                  numeric: true,
                  cell: (row) => sayCount(row.beneficiaries),
                },
                {
                  key: 'share',
                  title: t('最多一方'),
                  numeric: true,
                  cell: (row) => <span className="nowrap">{`${sayShare(row.topShare)}${markOf(row)}`}</span>,
                },
                {
                  key: 'low',
                  title: t('至少（扣除偶然）'),
                  numeric: true,
                  cell: (row) => sayShare(row.topLow),
                },
                { key: 'top', title: t('受益最多'), cell: topOf },
              ]}
            />
          )
        }
      </Loaded>
    </>
  )
}

import type { EfficiencyCase } from '#modules/supervision/contract.ts'
import { listDragged, listIndicatorCases, listSignals } from '#modules/supervision/contract.ts'
import {
  type Column,
  DayText,
  inScript,
  Loaded,
  Page,
  sayNumber,
  Section,
  Table,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'
import { ThreeApart } from './ThreeApart.tsx'
import { lastMonday } from './weeks.ts'

const WORST = 15

/** 本部门效能: what the head of a unit looks at once a week. */
export function EfficiencyPage() {
  const t = useText()
  return (
    <Page title={t('本部门效能')} lead={t('慢办事、办事慢、不办事分开看，不互相平均；每个数都由办件重算。')}>
      <ThreeApart />
      <Worst code="firstActHours" title={t('本周到手最久才办的')} value={t('办公小时')} from={lastMonday()} />
      <Worst code="decideDays" title={t('材料齐备后等决定最久的')} value={t('工作日')} />
      <Worst code="idleDays" title={t('空转最多的办件')} value={t('空转工作日')} />
      <Dragged />
      <Seen />
    </Page>
  )
}

interface WorstProps {
  readonly code: 'firstActHours' | 'decideDays' | 'idleDays'
  readonly title: string
  readonly value: string
  readonly from?: string
}

function Worst({ code, title, value, from }: WorstProps) {
  const t = useText()
  const cases = useAnswer(listIndicatorCases, {
    params: { code },
    query: { limit: WORST, ...(from ? { from } : {}) },
  })
  const columns = useCaseColumns()
  return (
    <Section title={title}>
      <Loaded of={cases} empty={t('没有这样的办件。')}>
        {({ rows }) => (
          <Table
            caption={title}
            rows={rows.filter((row) => (row.value ?? 0) > 0)}
            rowKey={({ caseNo, officer, value: own }) => `${caseNo}/${officer}/${own}`}
            exportAs={`xiaoneng-${code}`}
            columns={[
              ...columns,
              {
                key: 'value',
                title: value,
                numeric: true,
                cell: (row) => sayNumber(Math.round((row.value ?? 0) * 10) / 10),
                text: (row) => row.value,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}

function Dragged() {
  const t = useText()
  const dragged = useAnswer(listDragged, {})
  const columns = useCaseColumns()
  return (
    <Section title={t('拖着的简单事项')}>
      <Loaded of={dragged} empty={t('没有这样的办件。')}>
        {({ rows }) => (
          <Table
            caption={t('拖着的简单事项')}
            rows={rows}
            rowKey={({ caseNo }) => caseNo}
            exportAs="xiaoneng-dragged"
            columns={[
              ...columns,
              {
                key: 'days',
                title: t('工作日'),
                numeric: true,
                cell: (row) => row.days,
                text: (row) => row.days,
              },
              {
                key: 'usual',
                title: t('通常'),
                numeric: true,
                cell: (row) => row.usual,
                text: (row) => row.usual,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}

function Seen() {
  const t = useText()
  const said = useSaid()
  const signals = useAnswer(listSignals, { query: {} })
  return (
    <Section title={t('提示')}>
      <Loaded of={signals} empty={t('没有需要提示的地方。')}>
        {({ rows }) => (
          <Table
            caption={t('提示')}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'title',
                title: t('提示'),
                cell: (row) => said(row.title),
                text: (row) => said(row.title),
              },
              {
                key: 'because',
                title: t('内容'),
                cell: (row) => said(row.because),
                text: (row) => said(row.because),
              },
              {
                key: 'cases',
                title: t('件数'),
                numeric: true,
                cell: (row) => row.cases,
                text: (row) => row.cases,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}

function useCaseColumns<Row extends EfficiencyCase>(): Column<Row>[] {
  const t = useText()
  const said = useSaid()
  return [
    {
      key: 'case',
      title: t('办件'),
      cell: ({ caseNo }) => (
        <Go at={`/files/${caseNo}`} data-row-link>
          {caseNo}
        </Go>
      ),
      text: ({ caseNo }) => caseNo,
    },
    { key: 'item', title: t('事项'), cell: (row) => said(row.itemName), text: (row) => said(row.itemName) },
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
  ]
}

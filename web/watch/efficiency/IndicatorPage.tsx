import { Link, useParams } from '@tanstack/react-router'
import { getIndicator, type GroupFigure, type IndicatorAnswer } from '#modules/supervision/contract.ts'
import {
  Choice,
  Empty,
  Filters,
  Histogram,
  Loaded,
  Page,
  type QueryOf,
  Section,
  Table,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { FigureCell, useFigureColumns } from './FigureCells.tsx'
import { useText } from './messages.ts'
import { SpanChoice, useSpan } from './span.tsx'
import { BY, type By, useByWord, useUnitWord } from './words.ts'
import './efficiency.css'

type Code = IndicatorAnswer['indicator']['code']

/** One indicator taken apart; each group opens to its cases. */
export function IndicatorPage() {
  const t = useText()
  const said = useSaid()
  const byWord = useByWord()
  const { code } = useParams({ strict: false }) as { code: Code }
  const [address, change] = useAddress()
  const by = (address.by ?? 'unit') as By
  const span = useSpan()
  const query = { ...span, by } as QueryOf<typeof getIndicator>
  const answer = useAnswer(getIndicator, { params: { code }, query })

  return (
    <Page
      title={answer.data ? said(answer.data.indicator.title) : t('效能')}
      lead={answer.data ? said(answer.data.indicator.means) : ''}
      actions={
        <Link to="/efficiency" search={span}>
          {t('返回')}
        </Link>
      }
    >
      <Filters>
        <Choice
          label={t('分开')}
          value={by}
          options={(Object.keys(BY) as By[]).map((value) => ({ value, text: byWord(value) }))}
          onChange={(value) => change({ by: value })}
        />
        <SpanChoice />
      </Filters>
      <Loaded of={answer}>{(found) => <Figures of={found} by={by} />}</Loaded>
    </Page>
  )
}

function Figures({ of, by }: { readonly of: IndicatorAnswer; readonly by: By }) {
  const t = useText()
  const unitWord = useUnitWord()
  const { indicator, figure, bars, rows } = of
  const unit = indicator.unit
  if (figure.count === 0) return <Empty>{t('期间内没有可统计的办件。')}</Empty>
  return (
    <>
      <p className="efficiency-whole">
        <FigureCell of={figure} unit={unit} /> <CasesLink of={of} />{' '}
        {unit === 'share' && <CasesLink of={of} misses />}
      </p>
      {bars.length > 0 && (
        <Section title={t('分布')}>
          <Histogram caption={t('分布')} bars={bars} unit={unitWord(unit)} />
        </Section>
      )}
      <Groups rows={rows} by={by} of={of} />
    </>
  )
}

function CasesLink({ of, misses = false }: { readonly of: IndicatorAnswer; readonly misses?: boolean }) {
  const t = useText()
  const { code } = of.indicator
  const search = { from: of.from, until: of.until, ...(misses ? { part: 'misses' } : {}) }
  return (
    <Link to="/efficiency/figures/$code/cases" params={{ code }} search={search}>
      {misses ? t('不符合的') : t('看这些办件')}
    </Link>
  )
}

/** Sorted by what is bad first; small cells always last, whatever they say. Periods keep their order. */
function sorted(rows: readonly GroupFigure[], by: By, worst: 'high' | 'low'): GroupFigure[] {
  if (by === 'week' || by === 'month' || by === 'quarter')
    return rows.toSorted((a, b) => (a.group < b.group ? -1 : 1))
  const badness = ({ value }: GroupFigure) => (value === null ? -Infinity : worst === 'high' ? value : -value)
  return rows.toSorted((a, b) => Number(a.isSmall) - Number(b.isSmall) || badness(b) - badness(a))
}

interface GroupsProps {
  readonly rows: readonly GroupFigure[]
  readonly by: By
  readonly of: IndicatorAnswer
}

function Groups({ rows, by, of }: GroupsProps) {
  const said = useSaid()
  const byWord = useByWord()
  const columns = useFigureColumns<GroupFigure>(of.indicator.unit)
  const { code, worst } = of.indicator
  return (
    <Table
      caption={byWord(by)}
      rows={sorted(rows, by, worst)}
      rowKey={({ group }) => group}
      rowClass={({ isSmall }) => (isSmall ? 'efficiency-small' : undefined)}
      exportAs={`xiaoneng-${code}`}
      columns={[
        {
          key: 'group',
          title: byWord(by),
          cell: (row) => (
            <Link
              to="/efficiency/figures/$code/cases"
              params={{ code }}
              search={{ from: of.from, until: of.until, by, group: row.group }}
              data-row-link
            >
              {said(row.title)}
            </Link>
          ),
          text: (row) => said(row.title),
        },
        ...columns,
      ]}
    />
  )
}

import { getIndicator, type GroupFigure } from '#modules/supervision/contract.ts'
import { type Column, Loaded, sayNumber, sayShare, Section, Table, useAnswer } from '#ui/index.ts'
import { useText } from './messages.ts'

interface Month {
  readonly month: string
  readonly start: GroupFigure | undefined
  readonly handling: GroupFigure | undefined
  readonly never: GroupFigure | undefined
  readonly onTime: GroupFigure | undefined
}

/** 慢办事、办事慢、不办事 by month: three figures, for a mean of them would hide the last. */
export function ThreeApart() {
  const t = useText()
  const by = { query: { by: 'month' } } as const
  const start = useAnswer(getIndicator, { params: { code: 'startDays' }, ...by })
  const handling = useAnswer(getIndicator, { params: { code: 'handlingDays' }, ...by })
  const never = useAnswer(getIndicator, { params: { code: 'never' }, ...by })
  const onTime = useAnswer(getIndicator, { params: { code: 'onTime' }, ...by })
  const columns = useColumns()
  return (
    <Section title={t('三项分开看')}>
      <Loaded of={start} empty={t('还没有可统计的办件。')}>
        {({ rows }) => {
          const of = (answer: typeof start, month: string) =>
            answer.data?.rows.find(({ group }) => group === month)
          const groups = [
            rows,
            handling.data?.rows ?? [],
            never.data?.rows ?? [],
            onTime.data?.rows ?? [],
          ].flat()
          const months = [...new Set(groups.map(({ group }) => group))].sort().reverse()
          const table = months.map((month): Month => ({
            month,
            start: of(start, month),
            handling: of(handling, month),
            never: of(never, month),
            onTime: of(onTime, month),
          }))
          return (
            <Table
              caption={t('三项分开看')}
              rows={table}
              rowKey={({ month }) => month}
              exportAs="xiaoneng-months"
              columns={columns}
            />
          )
        }}
      </Loaded>
    </Section>
  )
}

function useColumns(): Column<Month>[] {
  const t = useText()
  const shown = (figure: GroupFigure | undefined, say: (value: number) => string) =>
    figure?.value == null ? (
      '–'
    ) : (
      <span className={figure.isSmall ? 'soft' : undefined}>
        {say(figure.value)}
        {figure.p90 !== null && ` · ${sayNumber(figure.p90)}`}
        {figure.isSmall && <span className="small"> · {t('样本太少')}</span>}
      </span>
    )
  const column = (
    key: 'start' | 'handling' | 'never' | 'onTime',
    title: string,
    say: (value: number) => string,
  ): Column<Month> => ({
    ...{ key, title, numeric: true },
    cell: (row) => shown(row[key], say),
    text: (row) => row[key]?.value ?? null,
  })
  return [
    { key: 'month', title: t('月'), cell: ({ month }) => month, text: ({ month }) => month },
    column('start', t('收件到答复（工作日）'), sayNumber),
    column('handling', t('受理到决定（工作日）'), sayNumber),
    column('never', t('不办事'), sayShare),
    column('onTime', t('按时办结'), sayShare),
  ]
}

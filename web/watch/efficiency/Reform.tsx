import { getReformBoard, publishReform, type ReformQuarter } from '#modules/supervision/contract.ts'
import {
  Button,
  type Column,
  DayText,
  Loaded,
  sayNumber,
  Table,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { OpensCases } from './Opens.tsx'

/** 改革进展: one row a quarter, each figure recomputed; publishing tells exactly what was computed. */
export function Reform() {
  const t = useText()
  const said = useSaid()
  const board = useAnswer(getReformBoard, { query: {} })
  return (
    <Loaded of={board}>
      {({ rows }) => {
        const codes = rows[0]?.values ?? []
        const figures = codes.map(({ code, title }): Column<ReformQuarter> => {
          const valueOf = (row: ReformQuarter) => row.values.find((one) => one.code === code)?.value ?? null
          return {
            ...{ key: code, title: said(title), numeric: true },
            cell: (row) => {
              const value = valueOf(row)
              return value === null ? '–' : sayNumber(value)
            },
            text: valueOf,
          }
        })
        return (
          <>
            <p className="soft small prose">{t('与办件重算不符的数字不予公布。')}</p>
            <Table
              caption={t('改革进展')}
              rows={rows.toReversed()}
              rowKey={({ quarter }) => quarter}
              rowClass={({ isSmall }) => (isSmall ? 'efficiency-small' : undefined)}
              exportAs="xiaoneng-reform"
              columns={[
                {
                  key: 'quarter',
                  title: t('季度'),
                  cell: (row) => <span className="nowrap">{row.quarter}</span>,
                  text: (row) => row.quarter,
                },
                ...figures,
                {
                  key: 'cases',
                  title: t('件数'),
                  numeric: true,
                  cell: (row) => <OpensCases board="reform" of={row.quarter} count={row.cases} />,
                  text: (row) => row.cases,
                },
                {
                  key: 'published',
                  title: t('公布'),
                  cell: (row) => <Published of={row} />,
                  text: (row) => row.published?.on ?? '',
                },
              ]}
            />
          </>
        )
      }}
    </Loaded>
  )
}

function Published({ of }: { readonly of: ReformQuarter }) {
  const t = useText()
  const say = useToast()
  const permits = usePermits()
  const publish = useCommand(publishReform, { refreshes: [getReformBoard] })
  if (of.published)
    return (
      <>
        {t('已公布')} <DayText day={of.published.on} />
      </>
    )
  if (!permits('efficiency.set') || of.cases === 0) return <span className="soft">–</span>
  const values = Object.fromEntries(
    of.values.flatMap(({ code, value }) => (value === null ? [] : [[code, value]])),
  )
  return (
    <>
      <Button
        className="nowrap"
        disabled={publish.isPending}
        onClick={() =>
          publish.mutate(
            { params: { quarter: of.quarter }, body: { values } },
            { onSuccess: () => say(t('已按办件重算的数字公布')) },
          )
        }
      >
        {t('公布')}
      </Button>
      {publish.error && <span role="alert">{publish.error.message}</span>}
    </>
  )
}

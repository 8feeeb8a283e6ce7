import { publicMeasures } from '#modules/accountability/contract.ts'
import { RANK_WORDS, STATUS_WORDS } from '#modules/accountability/terms.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { DayText, Empty, Loaded, Page, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 效能问责公开: what a decision lets be told to everybody, and whether all ranks answer alike. */
export function MeasuresPage() {
  const t = useText()
  const said = useSaid()
  const found = useAnswer(publicMeasures, { query: {} })
  return (
    <Page
      title={t('效能问责公开')}
      lead={t('受到处理的单位和人员，以及每年的问题和处理对照。人数太少的不显示，以免认出个人。')}
    >
      <Loaded of={found} isEmpty={() => false}>
        {({ rows, apologies, year, byRank, byStatus }) => (
          <>
            {rows.length === 0 && <Empty>{t('还没有公布')}</Empty>}
            {rows.map(({ statement, title, from, until, total, corrections, persons }) => (
              <Section key={statement} title={title}>
                <p className="small soft">
                  <DayText day={from} />–<DayText day={until} /> · {t('共 {{count}} 件', { count: total })}
                  {corrections > 0 && ` · ${t('更正 {{count}} 次', { count: corrections })}`}
                </p>
                <ol>
                  {persons.map(({ name, unit, status, conduct, measure }, at) => (
                    <li key={at}>
                      {[name, unit && said(unit), status && said(STATUS_WORDS[status])]
                        .filter(Boolean)
                        .join('　')}
                      ：{said(conduct)} → {said(measure)}
                    </li>
                  ))}
                </ol>
              </Section>
            ))}
            {apologies.length > 0 && (
              <Section title={t('{{year}} 年公开道歉', { year })}>
                <ul>
                  {apologies.map(({ unit, text, channel, on, link }, at) => (
                    <li key={at}>
                      {said(unit)}：{text}
                      <p className="small soft">
                        <DayText day={on} /> · {link ? <a href={link}>{channel}</a> : channel}
                      </p>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <Section title={t('{{year}} 年问题和处理', { year })}>
              {[...byStatus, ...byRank].every(
                ({ findings, measures }) => findings === 0 && measures === 0,
              ) ? (
                <p className="soft">{t('这一年没有对个人的问题和处理。')}</p>
              ) : (
                <Compared
                  rows={[
                    ...byStatus.map(({ status, ...row }) => ({
                      ...row,
                      key: status,
                      name: STATUS_WORDS[status],
                    })),
                    ...byRank.map(({ rank, ...row }) => ({ ...row, key: rank, name: RANK_WORDS[rank] })),
                  ]}
                />
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

interface ComparedProps {
  readonly rows: readonly {
    readonly key: string
    readonly name: Bilingual
    readonly findings: number | null
    readonly measures: number | null
  }[]
}

function Compared({ rows }: ComparedProps) {
  const t = useText()
  const said = useSaid()
  const few = <span className="small soft">{t('太少，不显示')}</span>
  return (
    <Table
      caption={t('身份或者层次')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'name',
          title: t('身份或者层次'),
          cell: ({ name }) => said(name),
          text: ({ name }) => said(name),
        },
        {
          key: 'findings',
          title: t('问题'),
          numeric: true,
          cell: ({ findings }) => findings ?? few,
          text: ({ findings }) => findings,
        },
        {
          key: 'measures',
          title: t('处理'),
          numeric: true,
          cell: ({ measures }) => measures ?? few,
          text: ({ measures }) => measures,
        },
      ]}
    />
  )
}

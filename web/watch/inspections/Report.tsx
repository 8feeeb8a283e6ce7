import { Link } from '@tanstack/react-router'
import { getRoundReport, type RoundFigure, type RoundReport } from '#modules/inspections/contract.ts'
import type { Mark } from '#modules/inspections/terms.ts'
import { type Column, Loaded, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useWords } from './words.ts'

/** 轮次报告: what came of it and what should not be, each figure with the visits behind it. */
export function Report({ round }: { readonly round: string }) {
  const t = useText()
  const answer = useAnswer(getRoundReport, { params: { round } })
  return (
    <Loaded of={answer}>
      {(report) => (
        <>
          <Section title={t('发现的问题')}>
            <p className="small soft no-print">{t('点开数字看是哪些检查。')}</p>
            <div className="figures">
              {report.figures.map((figure) => (
                <Opening key={figure.code} figure={figure} />
              ))}
            </div>
          </Section>
          {report.faults.length > 0 && (
            <Section title={t('不该有的情况')}>
              <div className="figures">
                {report.faults.map((figure) => (
                  <Opening key={figure.code} figure={figure} />
                ))}
              </div>
            </Section>
          )}
          <Progress report={report} />
          <ByUnit report={report} />
        </>
      )}
    </Loaded>
  )
}

function Opening({ figure: { title, value, of, visits } }: { readonly figure: RoundFigure }) {
  const said = useSaid()
  return (
    <div className="figure">
      <div className="figure-title">{said(title)}</div>
      <details>
        <summary className="figure-value">
          {value}
          {of !== null && <span className="soft small"> / {of}</span>}
        </summary>
        <ul className="small">
          {visits.map((visit) => (
            <li key={visit}>
              <Link to="/inspections/visits/$visit" params={{ visit }}>
                {visit}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function Progress({ report: { byGroup, byBody } }: { readonly report: RoundReport }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <Section title={t('各组进度')}>
        <Table
          caption={t('各组进度')}
          rows={byGroup}
          rowKey={({ group }) => group}
          columns={[
            { key: 'group', title: t('组'), cell: ({ group }) => group },
            {
              key: 'handedIn',
              title: t('情况单'),
              numeric: true,
              cell: ({ handedIn, visits }) => `${handedIn}/${visits}`,
            },
          ]}
        />
      </Section>
      {byBody.length > 0 && (
        <Section title={t('各部门')}>
          <Table
            caption={t('各部门')}
            rows={byBody}
            rowKey={({ body }) => body}
            columns={[
              { key: 'body', title: t('单位'), cell: ({ name }) => said(name) },
              { key: 'findings', title: t('问题'), cell: ({ findings }) => findings.join('、') || '–' },
            ]}
          />
        </Section>
      )}
    </>
  )
}

/** Comparable by unit: the same items for all of them. */
function ByUnit({ report: { byUnit, items } }: { readonly report: RoundReport }) {
  const t = useText()
  const said = useSaid()
  const words = useWords()
  type Row = RoundReport['byUnit'][number]
  const marks = items.map(({ code, title }): Column<Row> => {
    const mark = (row: Row) => (row.marks[code] ? words.mark(row.marks[code] as Mark) : '–')
    return { key: code, title: said(title), cell: mark, text: mark }
  })
  return (
    <Section title={t('各单位')}>
      <Table
        caption={t('各单位')}
        rows={byUnit}
        rowKey={({ unit }) => unit}
        exportAs="xiaoneng-round"
        columns={[
          { key: 'unit', title: t('单位'), cell: ({ name }) => said(name), text: ({ name }) => said(name) },
          ...marks,
          {
            key: 'findings',
            title: t('问题'),
            numeric: true,
            cell: ({ findings }) => findings,
            text: ({ findings }) => findings,
          },
        ]}
      />
    </Section>
  )
}

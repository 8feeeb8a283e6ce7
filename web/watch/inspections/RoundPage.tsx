import { Link, useParams } from '@tanstack/react-router'
import { getRound, type RoundView } from '#modules/inspections/contract.ts'
import { Button, DayText, InstantText, Loaded, Page, Section, useAnswer, useSaid } from '#ui/index.ts'
import { PersonName } from '#ui/staff/index.ts'
import { EvidenceButton } from '#ui/evidence/index.ts'
import { useText } from './messages.ts'
import { Lots } from './Lots.tsx'
import { RoundActions } from './RoundActions.tsx'
import { Report } from './Report.tsx'
import { VisitTable } from './VisitTable.tsx'
import { useWords } from './words.ts'
import './inspections.css'

/** One round: its plan, its lots, its visits and what came of it; printed as its report. */
export function RoundPage() {
  const t = useText()
  const { round } = useParams({ from: '/inspections/rounds/$round' })
  const answer = useAnswer(getRound, { params: { round } })
  return (
    <Page
      title={answer.data?.title ?? t('轮次')}
      up={<Link to="/inspections">{t('督查检查')}</Link>}
      actions={
        <>
          <EvidenceButton kind="round" id={round} />
          <Button onClick={() => window.print()}>{t('打印')}</Button>
        </>
      }
    >
      <Loaded of={answer}>{(view) => <Round view={view} />}</Loaded>
    </Page>
  )
}

function Round({ view }: { readonly view: RoundView }) {
  const t = useText()
  const words = useWords()
  return (
    <>
      <p>
        {words.kind(view.kind)} · {words.round(view.status)} · <DayText day={view.from} />–
        <DayText day={view.until} />
        {view.sealed && <span className="level level-notice"> {t('保密')}</span>}
      </p>
      <RoundActions view={view} />
      <Plan view={view} />
      {view.visitRows.length > 0 && (
        <Section title={t('台历')}>
          <VisitTable rows={view.visitRows} exportAs="xiaoneng-round-visits" />
        </Section>
      )}
      {view.drawnAt && <Report round={view.round} />}
      {view.team.length > 0 && view.committed && <Lots round={view.round} />}
      <Readers view={view} />
    </>
  )
}

function Plan({ view }: { readonly view: RoundView }) {
  const t = useText()
  const said = useSaid()
  const words = useWords()
  const lines = [
    [t('依据'), view.basis],
    [t('检查表'), `${said(view.checklist.title)} (${t('版本')} ${view.checklist.version})`],
    [t('检查组'), view.team.map(({ name, leads }) => (leads ? `${name} ★` : name)).join('、')],
    [
      t('对象'),
      view.scope
        .map(({ name, section, stratum }) => `${said(name)}${section ?? ''}（${words.stratum(stratum)}）`)
        .join('、'),
    ],
    [t('各部门'), view.bodies.map(({ name }) => said(name)).join('、')],
    [t('一个月内再查的理由'), view.overlap?.reason ?? ''],
    [t('校验值'), view.committed?.commitment ?? ''],
    [t('报告'), view.closed?.text ?? ''],
  ].filter(([, text]) => text !== '')
  return (
    <dl className="inspections-plan">
      {lines.map(([title, text]) => (
        <div key={title}>
          <dt className="soft small">{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** For the team: a leak has a short list of readers. */
function Readers({ view: { views, turnedAway, warnings } }: { readonly view: RoundView }) {
  const t = useText()
  const lists = [
    { title: t('看过方案的人'), rows: views },
    { title: t('被拒绝的查看'), rows: turnedAway },
    { title: t('走漏风声'), rows: warnings },
  ].filter(({ rows }) => rows.length > 0)
  return lists.map(({ title, rows }) => (
    <Section key={title} title={title}>
      <ul>
        {rows.map((row, at) => (
          <li key={at}>
            <PersonName account={row.by} /> · <InstantText at={row.at} />
            {'text' in row && <> · {String(row.text)}</>}
          </li>
        ))}
      </ul>
    </Section>
  ))
}

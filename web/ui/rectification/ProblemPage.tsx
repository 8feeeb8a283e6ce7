import type { ReactNode } from 'react'
import { getProblem, type ProblemView } from '#modules/rectification/contract.ts'
import {
  FLAG_WORDS,
  SEVERITY_WORDS,
  SOURCE_WORDS,
  STATE_WORDS,
  STYLE_WORDS,
  TRIAGE_WORDS,
} from '#modules/rectification/terms.ts'
import { DayText, InstantText, Loaded, Page, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { Go } from '../registers/link.ts'
import { Activity } from './Activity.tsx'
import { Flags } from './Flags.tsx'
import { EvidenceButton } from '../evidence/index.ts'
import { MatterReference, Reference } from '../references/index.ts'
import { PersonName, usePersonName } from '../staff/index.ts'
import { MeasureSheet } from './MeasureSheet.tsx'
import { useText } from './messages.ts'
import { ProblemActs } from './ProblemActs.tsx'
import { problemAt } from './words.ts'

/** 一个问题: what is wrong, what is noticed, what can be done now, its measures, and everything that happened. */
export function ProblemSheet({ problem }: { readonly problem: string }) {
  const t = useText()
  const found = useAnswer(getProblem, { params: { problem } })
  return (
    <Loaded of={found} isEmpty={() => false}>
      {(view) => (
        <Page
          title={`${t('问题')} ${view.problem}`}
          lead={view.fact}
          up={<Go to="/rectification">{t('问题清单')}</Go>}
          actions={<EvidenceButton kind="problem" id={view.problem} />}
        >
          <Flags of={view.flags} words={FLAG_WORDS} />
          <Facts of={view} />
          <ProblemActs of={view} />
          <Section title={t('整改措施')}>
            {view.measuresShown.length === 0 && <p className="soft">{t('还没有措施')}</p>}
            {view.measuresShown.map((measure) => (
              <MeasureSheet key={measure.measure} of={measure} />
            ))}
          </Section>
          {view.contract && <Contract of={view.contract} />}
          {view.opinions.length > 0 && <Opinions of={view} />}
          <Section title={t('每周动静')}>
            <Activity of={view.activity} />
          </Section>
          <Section title={t('全过程')}>
            <Timeline of={view} />
          </Section>
        </Page>
      )}
    </Loaded>
  )
}

function Facts({ of: view }: { readonly of: ProblemView }) {
  const t = useText()
  const said = useSaid()
  const rows: (readonly [string, ReactNode])[] = [
    [t('单位'), said(view.unit.name)],
    [t('状态'), said(STATE_WORDS[view.state])],
    [t('来源'), `${said(SOURCE_WORDS[view.source])} · ${t('{{count}} 处反映', { count: view.voices })}`],
    [t('分类'), `${said(STYLE_WORDS[view.category])} · ${said(SEVERITY_WORDS[view.severity])}`],
    [t('诊断'), view.triage ? said(TRIAGE_WORDS[view.triage]) : t('尚未诊断')],
    [
      t('首次登记'),
      <>
        <DayText day={view.firstEnteredOn} /> · {t('已存在 {{days}} 天', { days: view.ageDays })}
      </>,
    ],
  ]
  if (view.matter) rows.push([t('事项或者办件'), <MatterReference of={view.matter} />])
  if (view.finding) rows.push([t('问题发现'), <Reference of={`finding/${view.finding}`} />])
  if (view.limitOn) rows.push([t('本类时限'), <DayText day={view.limitOn} />])
  if (view.lookBackOn) rows.push([t('回头看日期'), <DayText day={view.lookBackOn} />])
  if (view.likeOf) rows.push([t('疑似与'), <Go to={problemAt(view.likeOf)}>{view.likeOf}</Go>])
  if (view.raised && view.code) rows.push([t('查询码'), view.code])
  return (
    <dl className="rectification-facts">
      {rows.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Contract({ of }: { readonly of: NonNullable<ProblemView['contract']> }) {
  const t = useText()
  const person = usePersonName()
  return (
    <Section title={t('包案')}>
      <p>{t('包案领导：{{leader}}', { leader: person(of.leader) })}</p>
      <ul>
        {of.milestones.map(({ text, dueOn, reachedAt }) => (
          <li key={text}>
            {reachedAt ? '✓' : '○'} <DayText day={dueOn} /> {text}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Opinions({ of: { opinions } }: { readonly of: ProblemView }) {
  const t = useText()
  return (
    <Section title={t('反映人意见')}>
      <ul>
        {opinions.map(({ at, solved, text }) => (
          <li key={at}>
            <InstantText at={at} /> {solved ? `✓ ${t('解决了')}` : `▲ ${t('没有解决')}`} {text}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Timeline({ of: { timeline } }: { readonly of: ProblemView }) {
  const t = useText()
  const person = usePersonName()
  const said = useSaid()
  return (
    <Table
      caption={t('全过程')}
      rows={timeline.map((row, at) => ({ ...row, key: `${row.at} ${at}` }))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'at', title: t('时间'), cell: ({ at }) => <InstantText at={at} />, text: ({ at }) => at },
        { key: 'what', title: t('经过'), cell: ({ what }) => said(what), text: ({ what }) => said(what) },
        { key: 'text', title: t('内容'), cell: ({ text }) => text, text: ({ text }) => text },
        {
          key: 'by',
          title: t('谁'),
          cell: ({ by }) => <PersonName account={by} />,
          text: ({ by }) => person(by),
        },
      ]}
    />
  )
}

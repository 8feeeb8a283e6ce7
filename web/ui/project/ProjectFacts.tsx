import type { ReactNode } from 'react'
import type { ProjectView } from '#modules/cases/contract.ts'
import { Bill } from '../bill/Bill.tsx'
import { DayText, InstantText } from '../figures/Moments.tsx'
import { useSaid } from '../language/catalogue.ts'
import { Notice } from '../layout/Loaded.tsx'
import { Section } from '../layout/Page.tsx'
import { type Column, Table } from '../table/Table.tsx'
import { useText } from './messages.ts'

type Facts = Omit<ProjectView, 'may'>
type Permit = Facts['permits'][number]

const STANDINGS = {
  waiting: '等待前置手续',
  ready: '可以申请',
  handled: '办理中',
  done: '已办结',
  denied: '未获准予',
} as const

interface ProjectFactsProps {
  readonly of: Facts
  /** What may be done with a blocker, where the reader may. */
  readonly blockerAction?: (blocker: number) => ReactNode
}

/** What the agent and the company both see: permits with their dates, what blocks, what was reported, what is to be paid. */
export function ProjectFacts({ of, blockerAction }: ProjectFactsProps) {
  const t = useText()
  const { done, permits, bill } = of
  return (
    <>
      <Section title={t('手续')} id="permits">
        <p>
          <strong>{t('全过程 {{done}}/{{all}} 项已办结', { done, all: permits.length })}</strong>
        </p>
        <Permits of={permits} />
      </Section>
      <OwnTrips of={of} />
      <Blockers of={of} {...(blockerAction ? { blockerAction } : {})} />
      <Reports of={of} />
      {bill.lines.length + bill.open.length > 0 && (
        <Section title={t('应交费用')} id="bill">
          <Bill of={bill} />
        </Section>
      )}
    </>
  )
}

function Permits({ of: permits }: { readonly of: readonly Permit[] }) {
  const t = useText()
  const said = useSaid()
  const columns: Array<Column<Permit>> = [
    { key: 'name', title: t('手续'), cell: ({ name }) => said(name), text: ({ name }) => said(name) },
    {
      key: 'unit',
      title: t('单位'),
      cell: ({ unitName }) => said(unitName),
      text: ({ unitName }) => said(unitName),
    },
    {
      key: 'standing',
      title: t('进展'),
      cell: ({ standing, late }) => (
        <>
          {t(STANDINGS[standing])}
          {late && <strong> ▲ {t('已过计划日')}</strong>}
        </>
      ),
      text: ({ standing }) => t(STANDINGS[standing]),
    },
    { key: 'days', title: t('天数'), numeric: true, cell: ({ days }) => days, text: ({ days }) => days },
    {
      key: 'planned',
      title: t('计划'),
      cell: ({ plannedOn }) => (plannedOn ? <DayText day={plannedOn} /> : '–'),
      text: ({ plannedOn }) => plannedOn ?? '',
    },
    {
      key: 'due',
      title: t('到期'),
      cell: ({ dueAt }) => (dueAt ? <InstantText at={dueAt} /> : '–'),
      text: ({ dueAt }) => dueAt ?? '',
    },
    {
      key: 'case',
      title: t('办件'),
      cell: ({ caseNo }) => caseNo ?? '–',
      text: ({ caseNo }) => caseNo ?? '',
    },
  ]
  return (
    <Table
      caption={t('手续')}
      rows={[...permits]}
      columns={columns}
      rowKey={({ code }) => code}
      exportAs="permits"
    />
  )
}

function OwnTrips({ of: { ownTrips } }: { readonly of: Facts }) {
  const t = useText()
  const said = useSaid()
  if (ownTrips.length === 0) return null
  return (
    <Section title={t('企业自己跑的')} id="trips">
      <Notice tone="yellow">{t('下列手续由企业自己到窗口办理，没有代理：')}</Notice>
      <ul>
        {ownTrips.map(({ caseNo, itemName, at }) => (
          <li key={caseNo}>
            {said(itemName)} · {caseNo} · <InstantText at={at} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Blockers({ of: { blockers }, blockerAction }: ProjectFactsProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('卡点')} id="blockers">
      {blockers.length === 0 ? (
        <p className="soft">{t('没有卡点')}</p>
      ) : (
        <ul className="bill-because stack">
          {blockers.map((one) => (
            <li key={one.blocker} className={one.cleared ? 'soft' : undefined}>
              {one.cleared ? '✓' : '▲'} {one.text} · {t('应由 {{unit}} 解决', { unit: said(one.owedByName) })}{' '}
              · <InstantText at={one.at} />
              {one.cleared && ` · ${t('已解除：{{how}}', { how: one.cleared.how })}`}
              {!one.cleared && blockerAction?.(one.blocker)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Reports({ of: { reports } }: { readonly of: Facts }) {
  const t = useText()
  return (
    <Section title={t('周报')} id="reports">
      {reports.length === 0 ? (
        <p className="soft">{t('还没有周报')}</p>
      ) : (
        <ul className="bill-because stack">
          {reports.map(({ number, at, text }) => (
            <li key={number}>
              <InstantText at={at} /> · {number}
              <br />
              {text}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

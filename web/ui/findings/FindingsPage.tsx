import type { ReactNode } from 'react'
import { Page, Tabs } from '../index.ts'
import { usePermits } from '../staff/index.ts'
import { BadgeTalks } from './BadgeTalks.tsx'
import { FindingsList } from './FindingsList.tsx'
import { Guidance } from './Guidance.tsx'
import { useAddress } from './link.ts'
import { useText } from './messages.ts'
import { Network } from './Network.tsx'
import { Objections } from './Objections.tsx'
import { Recusals } from './Recusals.tsx'
import { Reports } from './Reports.tsx'
import { Shares } from './Shares.tsx'

/** 问题: what was found from every source, what became of it, and who looked at it. */
export function FindingsPage() {
  const t = useText()
  const permits = usePermits()
  const [{ tab }, change] = useAddress()
  const all: readonly (readonly [key: string, permission: string, title: string, content: ReactNode])[] = [
    ['findings', 'findings.read', t('问题'), <FindingsList key="findings" />],
    ['objections', 'findings.read', t('异议'), <Objections key="objections" />],
    ['guidance', 'findings.read', t('指导意见'), <Guidance key="guidance" />],
    ['talks', 'badges.talks', t('应谈话'), <BadgeTalks key="talks" />],
    ['network', 'findings.shares', t('监督网络'), <Network key="network" />],
    ['shares', 'findings.shares', t('处置情况'), <Shares key="shares" />],
    ['recusals', 'recusals.read', t('回避'), <Recusals key="recusals" />],
    ['reports', 'reports.read', t('受保护的举报'), <Reports key="reports" />],
  ]
  const tabs = all
    .filter(([, permission]) => permits(permission))
    .map(([key, , title, content]) => ({ key, title, content: <Tab title={title} content={content} /> }))
  return (
    <Page
      title={t('问题')}
      lead={t('同一事实只算一次；每个问题都要有处置和理由，被监督单位可以说明、申请复核，不能改动。')}
    >
      <Tabs
        label={t('问题')}
        chosen={tabs.find(({ key }) => key === tab)?.key ?? 'findings'}
        onChoose={(key) => change({ tab: key })}
        tabs={tabs}
      />
    </Page>
  )
}

/** The title stands on the tab already; headings below it need it for whoever hears the page. */
function Tab({ title, content }: { readonly title: string; readonly content: ReactNode }) {
  return (
    <div className="stack">
      <h2 className="visually-hidden">{title}</h2>
      {content}
    </div>
  )
}

import { useState } from 'react'
import { Button, Page, Tabs } from '#ui/index.ts'
import { MeasureList } from '#ui/measures/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Cards } from './Cards.tsx'
import { Figures } from './Figures.tsx'
import { Inquiries } from './Inquiries.tsx'
import { LadderTab } from './LadderTab.tsx'
import { useText } from './messages.ts'
import { People } from './People.tsx'
import { ProposeForm } from './ProposeForm.tsx'
import { Statements } from './Statements.tsx'

/** 问责: files, what they add up to, the ladder they are judged by, and what was said of them outside. */
export function AccountabilityPage() {
  const t = useText()
  const permits = usePermits()
  const [proposing, setProposing] = useState(false)
  const [{ tab }, change] = useAddress()
  const tabs = [
    { key: 'files', title: t('案卷'), content: <MeasureList />, may: 'accountability.read' },
    { key: 'figures', title: t('统计和提示'), content: <Figures />, may: 'accountability.decide' },
    { key: 'ladder', title: t('问责阶梯'), content: <LadderTab />, may: 'accountability.read' },
    { key: 'principals', title: t('一把手问责'), content: <Inquiries />, may: 'ladder.change' },
    { key: 'cards', title: t('效能监督卡'), content: <Cards />, may: 'contactCards.manage' },
    { key: 'published', title: t('公布'), content: <Statements />, may: 'accountability.decide' },
    { key: 'people', title: t('人员'), content: <People />, may: 'accountability.decide' },
  ].filter(({ may }) => permits(may))
  const chosen = tabs.some(({ key }) => key === tab) ? (tab ?? 'files') : 'files'
  return (
    <Page
      title={t('问责')}
      lead={t('有问题、有事实、有证据才提出处理；当事人先陈述，另外的人决定。')}
      actions={
        permits('accountability.propose') && (
          <Button look="main" onClick={() => setProposing(true)}>
            {t('提出处理')}
          </Button>
        )
      }
    >
      <Tabs label={t('问责')} tabs={tabs} chosen={chosen} onChoose={(key) => change({ tab: key })} />
      {proposing && <ProposeForm onClose={() => setProposing(false)} />}
    </Page>
  )
}

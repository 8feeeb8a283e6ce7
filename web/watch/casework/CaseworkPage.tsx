import { useState } from 'react'
import { Button, Page, Tabs } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Balance } from './Balance.tsx'
import { CaseList } from './CaseList.tsx'
import { LeadDialog } from './LeadDialog.tsx'
import { useText } from './messages.ts'
import { Offices } from './Offices.tsx'
import { Talks } from './Talks.tsx'
import { Typical } from './Typical.tsx'
import './casework.css'

/** 个案查办: leads and cases, what was found beside what was decided, talks, typical cases and the offices. */
export function CaseworkPage() {
  const t = useText()
  const permits = usePermits()
  const [{ tab }, change] = useAddress()
  const [entering, setEntering] = useState(false)
  const tabs = [
    { key: 'cases', title: t('个案和线索'), content: <CaseList /> },
    { key: 'balance', title: t('发现与查处'), content: <Balance /> },
    { key: 'talks', title: t('提醒谈话'), content: <Talks /> },
    { key: 'typical', title: t('典型个案'), content: <Typical /> },
    { key: 'offices', title: t('监察机构'), content: <Offices /> },
  ]
  const chosen = tabs.some(({ key }) => key === tab) ? (tab ?? 'cases') : 'cases'
  return (
    <Page
      title={t('个案查办')}
      lead={t('发现一起、查处一起、一查到底：每一步有期限，责任查到指使、批准的人。')}
      actions={
        permits('investigations.enter') && (
          <Button look="main" onClick={() => setEntering(true)}>
            {t('登记线索')}
          </Button>
        )
      }
    >
      <Tabs
        label={t('个案查办')}
        tabs={tabs.map(({ content, ...rest }) => ({
          ...rest,
          content: <div className="stack">{content}</div>,
        }))}
        chosen={chosen}
        onChoose={(key) => change({ tab: key })}
      />
      <LeadDialog open={entering} onClose={() => setEntering(false)} />
    </Page>
  )
}

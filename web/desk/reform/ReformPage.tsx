import { Page, Tabs } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { LawsTab } from './LawsTab.tsx'
import { useText } from './messages.ts'
import { PendingTab } from './PendingTab.tsx'
import { PowersTab } from './PowersTab.tsx'
import { RevivalsTab } from './RevivalsTab.tsx'
import { RoundsTab } from './RoundsTab.tsx'
import './reform.css'

const TABS = ['rounds', 'pending', 'powers', 'revivals', 'laws'] as const

/** 事项清理与改革: what was reviewed, what waits for the superior, who has which power, and what comes back. */
export function ReformPage() {
  const t = useText()
  const [{ tab }, change] = useAddress()
  const content = {
    rounds: { title: t('事项清理'), content: <RoundsTab /> },
    pending: { title: t('待上级答复'), content: <PendingTab /> },
    powers: { title: t('事权划分'), content: <PowersTab /> },
    revivals: { title: t('疑似换名'), content: <RevivalsTab /> },
    laws: { title: t('法规清理'), content: <LawsTab /> },
  } satisfies Record<(typeof TABS)[number], object>
  return (
    <Page title={t('事项清理与改革')} lead={t('每个清理过的事项都要有结论；结论到日子自己生效。')}>
      <Tabs
        label={t('事项清理与改革')}
        chosen={TABS.find((one) => one === tab) ?? 'rounds'}
        onChoose={(key) => change({ tab: key })}
        tabs={TABS.map((key) => ({
          key,
          title: content[key].title,
          content: <div className="stack">{content[key].content}</div>,
        }))}
      />
    </Page>
  )
}

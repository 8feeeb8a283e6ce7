import type { ReactNode } from 'react'
import { Filters, Page, Tabs } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { Burdens } from './Burdens.tsx'
import { Changes } from './Changes.tsx'
import { Central, Windows } from './HallBoards.tsx'
import { Dragged } from './Dragged.tsx'
import { Indicators } from './Indicators.tsx'
import { useText } from './messages.ts'
import { Reform } from './Reform.tsx'
import { Settings } from './Settings.tsx'
import { Sides } from './Sides.tsx'
import { Signals } from './Signals.tsx'
import { Sources } from './Sources.tsx'
import { SpanChoice } from './span.tsx'
import { Tiers } from './Tiers.tsx'
import './efficiency.css'

const PARTS = {
  figures: { title: '指标', content: <Indicators /> },
  signals: { title: '提示', content: <Signals /> },
  dragged: { title: '简单事项', content: <Dragged /> },
  sides: { title: '四个不一样', content: <Sides /> },
  windows: { title: '窗口', content: <Windows /> },
  central: { title: '集中办理', content: <Central /> },
  tiers: { title: '层级', content: <Tiers /> },
  changes: { title: '改革前后', content: <Changes /> },
  burdens: { title: '盖章跑动', content: <Burdens /> },
  reform: { title: '改革进展', content: <Reform /> },
  sources: { title: '数据报送', content: <Sources /> },
  settings: { title: '设定', content: <Settings /> },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly content: ReactNode }>>
type Part = keyof typeof PARTS

/** 效能: how fast, how evenly and with how much running about cases are handled. */
export function EfficiencyPage() {
  const t = useText()
  const [{ tab }, change] = useAddress()
  const chosen: Part = tab !== undefined && tab in PARTS ? (tab as Part) : 'figures'
  const tabs = (Object.keys(PARTS) as Part[]).map((key) => ({
    key,
    title: t(PARTS[key].title),
    content: PARTS[key].content,
  }))
  return (
    <Page title={t('效能')} lead={t('每个数都由办件重算，都可以点开；灰色的数样本太少，不作比较。')}>
      <Filters>
        <SpanChoice />
      </Filters>
      <Tabs label={t('效能')} tabs={tabs} chosen={chosen} onChoose={(key) => change({ tab: key })} />
    </Page>
  )
}

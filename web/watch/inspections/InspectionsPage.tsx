import type { ReactNode } from 'react'
import { Page, Tabs } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Calendar } from './Calendar.tsx'
import { Checklists } from './Checklists.tsx'
import { Coverage } from './Coverage.tsx'
import { Dropped } from './Dropped.tsx'
import { Frame } from './Frame.tsx'
import { useText } from './messages.ts'
import { Numbers } from './Numbers.tsx'
import { Pool } from './Pool.tsx'
import { Rounds } from './Rounds.tsx'
import './inspections.css'

interface Part {
  readonly title: Parameters<ReturnType<typeof useText>>[0]
  readonly content: ReactNode
  readonly permission: string
}

const PARTS = {
  rounds: { title: '轮次', content: <Rounds />, permission: 'inspections.read' },
  calendar: { title: '台历', content: <Calendar />, permission: 'inspections.read' },
  coverage: { title: '覆盖面', content: <Coverage />, permission: 'inspections.figures' },
  dropped: { title: '没有下文', content: <Dropped />, permission: 'inspections.figures' },
  pool: { title: '人员库', content: <Pool />, permission: 'inspections.plan' },
  sheets: { title: '检查表', content: <Checklists />, permission: 'inspections.plan' },
  frame: { title: '抽样框', content: <Frame />, permission: 'inspections.plan' },
  numbers: { title: '数值设定', content: <Numbers />, permission: 'inspections.read' },
} as const satisfies Readonly<Record<string, Part>>
type Key = keyof typeof PARTS

/** 督查检查: rounds and their lots, all visits in one calendar, who goes, and how much of the whole was seen. */
export function InspectionsPage() {
  const t = useText()
  const may = usePermits()
  const [{ tab }, change] = useAddress()
  const keys = (Object.keys(PARTS) as Key[]).filter((key) => may(PARTS[key].permission))
  const chosen = keys.find((key) => key === tab) ?? 'rounds'
  return (
    <Page
      title={t('督查检查')}
      lead={t('检查对象和人员由抽签确定，任何人可以复算；暗访方案只有本组看得见。')}
      actions={
        may('inspections.visit') && (
          <a className="button" href="/inspect/">
            {t('现场检查')}
          </a>
        )
      }
    >
      <Tabs
        label={t('督查检查')}
        tabs={keys.map((key) => ({ key, title: t(PARTS[key].title), content: PARTS[key].content }))}
        chosen={chosen}
        onChoose={(key) => change({ tab: key })}
      />
    </Page>
  )
}

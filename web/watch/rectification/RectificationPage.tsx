import type { ReactNode } from 'react'
import { Page, Tabs } from '#ui/index.ts'
import { EnterProblem, Problems } from '#ui/rectification/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Baselines } from './Baselines.tsx'
import { Board } from './Board.tsx'
import { Checks } from './Checks.tsx'
import { ImportSheet } from './ImportSheet.tsx'
import { useText } from './messages.ts'
import { Numbers } from './Numbers.tsx'
import { Readers } from './Readers.tsx'
import { ToVerify } from './ToVerify.tsx'

const PARTS = {
  board: { title: '总表', content: <Board />, may: 'rectification.read' },
  problems: { title: '问题', content: <Problems withUnit />, may: 'rectification.read' },
  verify: { title: '待验收', content: <ToVerify />, may: 'rectification.read' },
  readers: { title: '群众意见', content: <Readers />, may: 'rectification.keep' },
  checks: { title: '抽查', content: <Checks />, may: 'rectification.keep' },
  baselines: { title: '现状分析', content: <Baselines />, may: 'rectification.read' },
  numbers: { title: '数值', content: <Numbers />, may: 'rectification.keep' },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly content: ReactNode; readonly may: string }>
>
type Part = keyof typeof PARTS

/** 问题整改: what was found and is mended, over all units. */
export function RectificationPage() {
  const t = useText()
  const permits = usePermits()
  const [{ tab }, change] = useAddress()
  const chosen: Part = tab !== undefined && tab in PARTS ? (tab as Part) : 'board'
  const tabs = (Object.keys(PARTS) as Part[])
    .filter((key) => permits(PARTS[key].may))
    .map((key) => ({ key, title: t(PARTS[key].title), content: PARTS[key].content }))
  return (
    <Page
      title={t('问题整改')}
      lead={t('问题、措施、责任人、期限、证明、验收、销号、回头看；没有证明和别人的验收，不能销号。')}
      actions={
        permits('rectification.keep') && (
          <>
            <EnterProblem />
            <ImportSheet />
          </>
        )
      }
    >
      <Tabs label={t('问题整改')} tabs={tabs} chosen={chosen} onChoose={(key) => change({ tab: key })} />
    </Page>
  )
}

import { useState } from 'react'
import { Button, Confirm, Notice, useSaid } from '#ui/index.ts'
import { isComplete, type Lacking, lackingOf } from './before-sending.ts'
import { answersOf } from './Checklist.tsx'
import { useText } from './messages.ts'
import type { VisitPartProps } from './Visit.tsx'

/** 结束检查: asked once, since afterwards nothing can be added; what the server would miss is named instead. */
export function End({ taken, phone }: VisitPartProps) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [lacking, setLacking] = useState<Lacking>()
  const [busy, setBusy] = useState(false)
  const { view, draft } = taken

  const ask = () => {
    const left = lackingOf(taken)
    setLacking(isComplete(left) ? undefined : left)
    setAsking(isComplete(left))
  }
  const end = async () => {
    setBusy(true)
    const open = draft.marksOpen && Object.keys(draft.marks).length > 0
    const answer = { kind: 'answer' as const, answers: answersOf(draft.marks) }
    const kept = !open || (await phone.act(view.visit, answer, () => ({ marksOpen: false })))
    if (kept) await phone.act(view.visit, { kind: 'end' }, () => ({ ended: true }))
    setBusy(false)
    setAsking(false)
  }
  const unsaved = Object.values(draft.typed).some((text) => text.trim() !== '')
  return (
    <>
      {lacking && <Lacks of={lacking} view={view} />}
      <Button look="main" className="inspect-large" onClick={ask}>
        {t('结束检查')}
      </Button>
      <Confirm
        open={asking}
        title={t('结束检查')}
        action={t('结束检查')}
        busy={busy}
        onConfirm={() => void end()}
        onClose={() => setAsking(false)}
      >
        <p>{t('结束以后不能再补证据、陈述和问题，只能写情况单。')}</p>
        <p>
          {t('证据 {{evidence}} 份，陈述 {{statements}} 份，问题 {{findings}} 个。', {
            ...{ evidence: draft.evidence.length, statements: draft.statements },
            findings: draft.findings.length,
          })}
        </p>
        {unsaved && <p>▲ {t('有的栏里写了字还没有存下，结束后不会上报。')}</p>}
      </Confirm>
    </>
  )
}

const WHAT = {
  unanswered: '检查表没有选',
  receivers: '核实的服务对象不够',
  withoutFinding: '不符合的项目没有存下问题',
  rechecks: '以前的问题没有复查',
} as const satisfies Record<keyof Lacking, string>

function Lacks({ of, view }: { readonly of: Lacking; readonly view: VisitPartProps['taken']['view'] }) {
  const t = useText()
  const said = useSaid()
  const titles = new Map(view.checklist.items.map(({ code, title }) => [code, said(title)]))
  return (
    <Notice tone="yellow" role="alert">
      <p>{t('还不能结束，请先补上：')}</p>
      <ul>
        {(Object.keys(WHAT) as (keyof Lacking)[])
          .filter((what) => of[what].length > 0)
          .map((what) => (
            <li key={what}>
              {t(WHAT[what])}：{of[what].map((code) => titles.get(code) ?? code).join('、')}
            </li>
          ))}
      </ul>
    </Notice>
  )
}

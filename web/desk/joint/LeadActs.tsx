import { useState } from 'react'
import type { JointView } from '#modules/cases/contract.ts'
import { Button, useSaid } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { AssemblyForm, CallForm, MinutesForm, RulingForm } from './lead-forms.tsx'
import { useText } from './messages.ts'

const ACTS = {
  callMeeting: { word: '通知会审', permission: 'files.handle', Form: CallForm },
  holdMeeting: { word: '登记会审结果', permission: 'files.handle', Form: MinutesForm },
  ruleConflict: { word: '裁定意见', permission: 'joint.rule', Form: RulingForm },
  assembleJoint: { word: '汇总意见', permission: 'files.handle', Form: AssemblyForm },
} as const

/** What the lead can do now, and for the rest why not. */
export function LeadActs({ of: joint }: { readonly of: JointView }) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const [asked, setAsked] = useState<keyof typeof ACTS | null>(null)
  const own = joint.actions.filter(({ action }) => permits(ACTS[action].permission))
  const open = own.filter(({ whyNot }) => whyNot === null)
  const closed = own.filter(({ whyNot }) => whyNot !== null)
  const Form = asked && ACTS[asked].Form
  if (own.length === 0) return null
  return (
    <div className="stack no-print">
      <div className="row">
        {open.map(({ action }) => (
          <Button
            key={action}
            look={action === 'assembleJoint' ? 'main' : 'usual'}
            onClick={() => setAsked(action)}
          >
            {t(ACTS[action].word)}
          </Button>
        ))}
      </div>
      {closed.length > 0 && (
        <details className="closed-actions">
          <summary>{t('现在不能办：')}</summary>
          <dl className="closed-list">
            {closed.map(({ action, whyNot }) => (
              <div key={action}>
                <dt>{t(ACTS[action].word)}</dt>
                <dd>{whyNot && said(whyNot)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {Form && asked && <Form joint={joint} title={t(ACTS[asked].word)} onClose={() => setAsked(null)} />}
    </div>
  )
}

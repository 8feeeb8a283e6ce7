import { useState } from 'react'
import type { FileView } from '#modules/cases/contract.ts'
import { Button, useSaid } from '#ui/index.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { ACTION_FORMS, type FormAction } from './action-forms.tsx'
import { useText } from './action-messages.ts'
import { useFileWords } from './file-words.ts'

const isFormAction = (action: string): action is FormAction => action in ACTION_FORMS

const PLACE = { main: 0, usual: 1, danger: 2 } as const

/** Decided by the server, action by action: what can be done now as buttons, and the rest with the reason why not. */
export function Actions({ of: file }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  const words = useFileWords()
  const [open, setOpen] = useState<FormAction | null>(null)
  const staffs = file.actions.flatMap(({ action, ...rest }) =>
    isFormAction(action) ? [{ action, ...rest }] : [],
  )
  // What the office is there for comes first, what ends the case last.
  const now = staffs
    .filter(({ whyNot }) => whyNot === null)
    .sort((a, b) => PLACE[ACTION_FORMS[a.action].look] - PLACE[ACTION_FORMS[b.action].look])
  // Before a step is done there is nothing to send back to, and no sentence about it helps anybody.
  const begun = file.steps.some(({ status }) => status === 'done')
  const closed = staffs.filter(({ action, whyNot }) => whyNot !== null && (begun || action !== 'sendBack'))

  return (
    <div className="stack no-print">
      {now.length === 0 && <p className="soft">{t('现在没有您要办的事。')}</p>}
      {now.length > 0 && (
        <div className="row">
          {now.map(({ action }) => (
            <Button key={action} look={ACTION_FORMS[action].look} onClick={() => setOpen(action)}>
              {words.action(action)}
            </Button>
          ))}
        </div>
      )}
      {closed.length > 0 && (
        <details className="closed-actions">
          <summary>
            {t('为什么其他的不能办')} ({closed.length})
          </summary>
          <dl className="closed-list">
            {closed.map(({ action, whyNot }) => (
              <div key={action}>
                <dt>{words.action(action)}</dt>
                <dd className="soft">{whyNot && said(whyNot)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {open && (
        <ActionDialog
          key={open}
          action={open}
          file={file}
          steps={now.find(({ action }) => action === open)?.steps ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

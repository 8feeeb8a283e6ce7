import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { fileClocks, type FileView, getFile, listFiles, listWork } from '#modules/cases/contract.ts'
import { Button, Dialog, keyOf, Notice, useCommand, useSaid, useToast } from '#ui/index.ts'
import { ACTION_FORMS, type FormAction } from './action-forms.tsx'
import { useText } from './action-messages.ts'
import { useFileWords } from './file-words.ts'

interface ActionDialogProps {
  readonly action: FormAction
  readonly file: FileView
  /** Steps on which it may be done. */
  readonly steps: readonly string[]
  readonly onClose: () => void
}

/**
 * The small form of one action. It is sent with the version its reader saw: when somebody else was faster the form stays
 * open with everything typed, the file behind it shows what is true now, and the next press is a new decision.
 */
export function ActionDialog({ action, file, steps, onClose }: ActionDialogProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const words = useFileWords()
  const client = useQueryClient()
  const { endpoint, Fields, body, look } = ACTION_FORMS[action]
  const act = useCommand(endpoint, { refreshes: [fileClocks, listWork, listFiles, getFile] })
  const [seen, setSeen] = useState(file.version)
  const overtaken = act.error?.status === 412 || act.error?.code === 'ledger.version-conflict'

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = {
      params: { caseNo: file.caseNo },
      body: body(new FormData(event.currentTarget)),
      ifMatch: seen,
    }
    act.mutate(given, {
      onSuccess: (answer) => {
        client.setQueryData(keyOf(getFile, { params: { caseNo: file.caseNo } }), answer)
        say(t('已办：{{action}}', { action: words.action(action) }))
        onClose()
      },
      onError: ({ status }) => {
        if (status === 412 || status === 409) setSeen(file.version)
      },
    })
  }
  // The file behind the form has been loaded anew: what is sent next is sent on its newest version.
  if (act.isError && seen !== file.version) setSeen(file.version)

  return (
    <Dialog open title={words.action(action)} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit}>
        {act.error && (
          <Notice tone="red" role="alert">
            <p>{said(act.error.text)}</p>
            {overtaken && <p>{t('这件刚被别人改动，已显示最新情况。请看一眼再办。')}</p>}
          </Notice>
        )}
        <Fields file={file} steps={steps} />
        <div className="row dialog-actions">
          <Button type="submit" look={look === 'danger' ? 'danger' : 'main'} busy={act.isPending}>
            {words.action(action)}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

import type { FormEvent, ReactNode } from 'react'
import type { ProblemError } from '#ui/index.ts'
import { Button, Dialog, Notice, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface FormDialogProps {
  readonly title: string
  readonly action: string
  readonly danger?: boolean
  readonly busy: boolean
  readonly problem: ProblemError | null
  readonly onSubmit: (form: FormData) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form over the page. Refused, it stays open with what was typed and says why. */
export function FormDialog({
  title,
  action,
  danger,
  busy,
  problem,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const t = useText()
  const said = useSaid()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <Dialog open title={title} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {problem && (
          <Notice tone="red" role="alert">
            {said(problem.text)}
          </Notice>
        )}
        {children}
        <div className="row dialog-actions">
          <Button type="submit" look={danger ? 'danger' : 'main'} busy={busy}>
            {action}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

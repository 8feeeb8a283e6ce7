import type { FormEvent, ReactNode } from 'react'
import { Button, Dialog, Notice, type ProblemError, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface FormDialogProps {
  readonly title: string
  readonly problem: ProblemError | null
  readonly busy: boolean
  readonly onSend: (given: FormData) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form in front of the page; what was typed stays when it is refused. */
export function FormDialog({ title, problem, busy, onSend, onClose, children }: FormDialogProps) {
  const t = useText()
  const said = useSaid()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSend(new FormData(event.currentTarget))
  }
  return (
    <Dialog open title={title} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit}>
        {problem && (
          <Notice tone="red" role="alert">
            {said(problem.text)}
          </Notice>
        )}
        {children}
        <div className="row dialog-actions">
          <Button type="submit" look="main" busy={busy}>
            {t('登记')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

export const textOf = (given: FormData, name: string): string => String(given.get(name) ?? '')

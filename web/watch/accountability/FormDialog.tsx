import type { FormEvent, ReactNode } from 'react'
import { Button, Dialog, Notice, type ProblemError, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface FormDialogProps {
  readonly title: string
  readonly busy: boolean
  readonly problem: ProblemError | null
  readonly onSubmit: (text: (name: string) => string) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form over the page. Refused, it stays open with what was typed and says why. */
export function FormDialog({ title, busy, problem, onSubmit, onClose, children }: FormDialogProps) {
  const t = useText()
  const said = useSaid()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    onSubmit((name) => String(form.get(name) ?? '').trim())
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
          <Button type="submit" look="main" busy={busy}>
            {title}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

export const partsOf = (text: string, by = /[,，、\s]+/): string[] =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '')

export const orNull = (text: string): string | null => text || null

import type { FormEvent, ReactNode } from 'react'
import { Button, Dialog, Notice, type ProblemError, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface ActFormProps {
  readonly title: string
  readonly busy: boolean
  readonly problem: ProblemError | null
  readonly children: ReactNode
  readonly onSend: (given: (name: string) => string) => void
  readonly onClose: () => void
}

/** One act with what it asks for. Refused, it stays with what was typed. */
export function ActForm({ title, busy, problem, children, onSend, onClose }: ActFormProps) {
  const t = useText()
  const said = useSaid()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSend((name) => String(data.get(name) ?? '').trim())
  }
  return (
    <Dialog open title={title} onClose={onClose}>
      <form className="stack" onSubmit={send}>
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

import type { FormEvent, ReactNode } from 'react'
import { Button, Notice, type ProblemError, useSaid } from '../index.ts'

interface ActFormProps {
  readonly title?: string
  readonly action: string
  readonly ready?: boolean
  readonly busy: boolean
  readonly problem: ProblemError | null
  readonly onSend: () => void
  readonly children?: ReactNode
}

/** Something that one does here, with why it was refused beside what one wrote. */
export function ActForm({ title, action, ready = true, busy, problem, onSend, children }: ActFormProps) {
  const said = useSaid()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) onSend()
  }
  return (
    <form className="form sheet" onSubmit={send}>
      {title && <h3>{title}</h3>}
      {children}
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
      <div>
        <Button type="submit" look="main" busy={busy} disabled={!ready}>
          {action}
        </Button>
      </div>
    </form>
  )
}

import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Dialog, Notice, type ProblemError, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface FormDialogProps {
  /** On the button that opens it, and above the form. */
  readonly title: string
  readonly action: string
  readonly lead?: string
  readonly look?: 'usual' | 'main' | 'danger'
  readonly wide?: boolean
  readonly problem: ProblemError | null
  readonly busy: boolean
  /** Calls `done` once it was taken: only then does the form close. */
  readonly onSend: (form: FormData, done: () => void) => void
  readonly children: ReactNode
}

/** A button and the form behind it. What was typed stays when it is refused. */
export function FormDialog({
  title,
  action,
  lead,
  look,
  wide,
  problem,
  busy,
  onSend,
  children,
}: FormDialogProps) {
  const t = useText()
  const said = useSaid()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSend(new FormData(event.currentTarget), close)
  }
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} title={title} onClose={close} wide={wide}>
        <form className="form" onSubmit={onSubmit}>
          {problem && (
            <Notice tone="red" role="alert">
              {said(problem.text)}
            </Notice>
          )}
          {lead && <p className="small soft">{lead}</p>}
          {children}
          <div className="row">
            <Button type="submit" look={look === 'danger' ? 'danger' : 'main'} busy={busy}>
              {action}
            </Button>
            <Button onClick={close}>{t('取消')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}

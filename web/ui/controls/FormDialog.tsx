import type { FormEvent, ReactNode } from 'react'
import type { Bilingual } from '#kernel/refusal.ts'
import { useSaid } from '../language/catalogue.ts'
import { Notice } from '../layout/Loaded.tsx'
import { useText } from '../messages.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface FormDialogProps {
  readonly title: string
  /** The deed on its button; the title unless given. */
  readonly action?: string
  /** What it means, above the fields. */
  readonly lead?: string
  readonly danger?: boolean
  readonly wide?: boolean
  readonly busy: boolean
  readonly problem: { readonly text: Bilingual } | null
  readonly onSubmit: (form: FormData) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form over the page. Refused, it stays open with what was typed and says why beside its button. */
export function FormDialog({
  title,
  action = title,
  lead,
  danger,
  wide,
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
    <Dialog open {...{ title, wide, onClose }}>
      <form className="stack" onSubmit={submit}>
        {lead && <p className="small soft">{lead}</p>}
        {children}
        {problem && (
          <Notice tone="red" role="alert">
            {said(problem.text)}
          </Notice>
        )}
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

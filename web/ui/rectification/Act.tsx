import { type FormEvent, type ReactNode, useState } from 'react'
import type { Bilingual } from '#kernel/refusal.ts'
import { Button, Dialog, Notice, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface Doing {
  readonly isPending: boolean
  readonly error: { readonly text: Bilingual } | null
  readonly reset: () => void
}

interface ActProps {
  readonly title: string
  readonly look?: 'main' | 'danger'
  readonly doing: Doing
  readonly onSubmit: (given: FormData, done: { readonly onSuccess: () => void }) => void
  readonly children: ReactNode
}

/** A button that opens its form over the page; what was refused is said above it, and nothing that was typed is lost. */
export function Act({ title, look, doing, onSubmit, children }: ActProps) {
  const t = useText()
  const said = useSaid()
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    doing.reset()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget), { onSuccess: close })
  }
  return (
    <>
      <Button {...(look ? { look } : {})} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} title={title} onClose={close}>
        <form className="form" onSubmit={submit}>
          {doing.error && (
            <Notice tone="red" role="alert">
              {said(doing.error.text)}
            </Notice>
          )}
          {children}
          <div className="row dialog-actions">
            <Button type="submit" look="main" busy={doing.isPending}>
              {title}
            </Button>
            <Button onClick={close}>{t('取消')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}

import type { FormEvent } from 'react'
import { Button } from '#ui/index.ts'
import { useText } from './messages.ts'

/** Reads a form's fields as trimmed text when it is sent. */
export const sending =
  (send: (text: (name: string) => string) => void) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    send((name) => String(form.get(name) ?? '').trim())
  }

interface ActionsProps {
  readonly busy: boolean
  readonly action: string
  readonly onClose: () => void
}

/** The buttons below a form: what it does, and leaving it. */
export function Actions({ busy, action, onClose }: ActionsProps) {
  const t = useText()
  return (
    <div className="row">
      <Button type="submit" look="main" busy={busy}>
        {action}
      </Button>
      <Button onClick={onClose}>{t('取消')}</Button>
    </div>
  )
}

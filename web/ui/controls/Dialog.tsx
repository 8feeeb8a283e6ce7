import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useText } from '../messages.ts'
import { Button } from './Button.tsx'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Cannot be left by Escape: something behind it waits. */
  readonly insistent?: boolean
  /** As large as the window, for what has to be looked at. */
  readonly wide?: boolean
}

/** The browser's own modal: focus is kept inside and given back, Escape closes, what lies behind is inert. */
export function Dialog({ open, title, onClose, children, insistent = false, wide }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    }
    if (!open && dialog.open) dialog.close()
  }, [open])

  return (
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        if (!insistent) onClose()
      }}
    >
      {open && (
        <div className="stack">
          <h2 id={heading}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  )
}

interface ConfirmProps {
  readonly open: boolean
  readonly title: string
  /** What will happen, in one or two sentences. */
  readonly children: ReactNode
  readonly action: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once, says what will happen, and names the deed on its button. */
export function Confirm({ open, title, children, action, danger, busy, onConfirm, onClose }: ConfirmProps) {
  const t = useText()
  return (
    <Dialog {...{ open, title, onClose }}>
      <div className="prose stack">{children}</div>
      <div className="row dialog-actions">
        <Button look={danger ? 'danger' : 'main'} busy={busy} onClick={onConfirm}>
          {action}
        </Button>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </Dialog>
  )
}

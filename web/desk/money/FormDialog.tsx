import type { FormEvent, ReactNode } from 'react'
import type { Bilingual } from '#kernel/refusal.ts'
import { Button, Dialog, Notice, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface FormDialogProps {
  readonly title: string
  readonly action: string
  readonly busy: boolean
  readonly error: { readonly text: Bilingual } | null
  readonly onSubmit: (given: FormData) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form over the page: what was refused is said above it, and nothing that was typed is lost. */
export function FormDialog({ title, action, busy, error, onSubmit, onClose, children }: FormDialogProps) {
  const t = useText()
  const said = useSaid()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <Dialog open title={title} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {error && (
          <Notice tone="red" role="alert">
            {said(error.text)}
          </Notice>
        )}
        {children}
        <div className="row dialog-actions">
          <Button type="submit" look="main" busy={busy}>
            {action}
          </Button>
          <Button onClick={onClose}>{t('关闭')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Fields of a form as text, trimmed. */
export const textOf = (given: FormData, name: string): string => String(given.get(name) ?? '').trim()

/** A list typed with commas of either script. */
export const listOf = (given: FormData, name: string): string[] =>
  textOf(given, name)
    .split(/[,，、\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Yuan as typed, in fen; null where nothing was typed. */
export function centsOf(given: FormData, name: string): number | null {
  const text = textOf(given, name)
  return text === '' ? null : Math.round(Number(text) * 100)
}

import type { ReactNode } from 'react'
import type { Bilingual } from '#kernel/refusal.ts'
import { FormButton } from '#ui/index.ts'

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

/** A button that opens the form of one command; why it was refused is forgotten when it closes. */
export const Act = ({ doing, onSubmit, ...rest }: ActProps) => (
  <FormButton
    {...rest}
    busy={doing.isPending}
    problem={doing.error}
    onSubmit={(form, onSuccess) => onSubmit(form, { onSuccess })}
    onClose={doing.reset}
  />
)

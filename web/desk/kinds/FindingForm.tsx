import type { ReactNode } from 'react'
import { FormDialog, type ProblemError, SelectField, TextAreaField, textOf } from '#ui/index.ts'
import { useText } from './messages.ts'

interface FindingFormProps<Finding extends string> {
  readonly title: string
  /** What was looked at, in its own words. */
  readonly about: ReactNode
  /** What may be found, and how the page says it. */
  readonly findings: Readonly<Record<Finding, string>>
  readonly wordsLabel: string
  readonly sending: { readonly isPending: boolean; readonly error: ProblemError | null }
  readonly onSubmit: (finding: Finding, words: string) => void
  readonly onClose: () => void
}

/** A second person looks at what somebody decided: what he finds, and on what ground. */
export function FindingForm<Finding extends string>(props: FindingFormProps<Finding>) {
  const t = useText()
  const { title, about, findings, wordsLabel, sending, onSubmit, onClose } = props
  return (
    <FormDialog
      title={title}
      action={t('登记')}
      busy={sending.isPending}
      problem={sending.error}
      onSubmit={(form) => onSubmit(textOf(form, 'finding') as Finding, textOf(form, 'words'))}
      onClose={onClose}
    >
      <p>{about}</p>
      <SelectField
        label={t('结论')}
        name="finding"
        options={Object.entries<string>(findings).map(([value, text]) => ({ value, text }))}
      />
      <TextAreaField label={wordsLabel} name="words" rows={3} maxLength={1000} required />
    </FormDialog>
  )
}

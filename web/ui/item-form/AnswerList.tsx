import { type FormAnswers, type FormField, sayAnswer } from '#modules/catalogue/contract.ts'
import { useSaid } from '../language/catalogue.ts'

interface AnswerListProps {
  readonly fields: readonly FormField[]
  readonly answers: FormAnswers
}

/** A filled-in form, question by question. */
export function AnswerList({ fields, answers }: AnswerListProps) {
  const said = useSaid()
  return (
    <dl className="facts">
      {fields.map((field) => (
        <div key={field.code}>
          <dt>{said(field.label)}</dt>
          <dd>{said(sayAnswer(field, answers[field.code])) || '–'}</dd>
        </div>
      ))}
    </dl>
  )
}

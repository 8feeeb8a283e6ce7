import type { FormAnswers } from '#modules/catalogue/contract.ts'
import type { FilledForm } from '#modules/cases/contract.ts'
import { Button, Notice } from '#ui/index.ts'
import { faultsOfAnswers, ItemFormFields } from '#ui/item-form/index.ts'
import { useText } from './messages.ts'

interface FormCorrectionProps {
  readonly form: FilledForm
  /** Undefined: the form stays as it is. */
  readonly answers: FormAnswers | undefined
  readonly onChange: (answers: FormAnswers | undefined) => void
}

/** 更正申请表: only now, with what was missing; opened by whoever has something to mend. */
export function FormCorrection({
  form: { fields, answers: before },
  answers,
  onChange,
}: FormCorrectionProps) {
  const t = useText()
  if (answers === undefined)
    return (
      <div className="row">
        <Button onClick={() => onChange(before)}>{t('申请表有填错的？现在可以更正')}</Button>
      </div>
    )
  const faults = faultsOfAnswers(fields, answers)
  return (
    <div className="stack form">
      <h3>{t('更正申请表')}</h3>
      <ItemFormFields fields={fields} answers={answers} faults={faults} onChange={onChange} />
      {Object.keys(faults).length > 0 && (
        <Notice tone="yellow">{t('申请表里还有要改的地方，改好才能送交。')}</Notice>
      )}
      <div className="row">
        <Button onClick={() => onChange(undefined)}>{t('不更正，保留原来填的')}</Button>
      </div>
    </div>
  )
}

import type { FormAnswers, FormField } from '#modules/catalogue/contract.ts'
import { type AnswerFaults, ItemFormFields } from '#ui/item-form/index.ts'
import { useText } from './messages.ts'

interface PaperFormProps {
  readonly fields: readonly FormField[]
  readonly answers: FormAnswers
  readonly faults: AnswerFaults
  readonly onChange: (answers: FormAnswers) => void
}

/**
 * 申请表 at the counter, folded away: who brings it on paper has it on paper, and the keys from item to receipt stay as
 * few as before. What is typed here is typed whole.
 */
export function PaperForm({ fields, answers, faults, onChange }: PaperFormProps) {
  const t = useText()
  return (
    <details className="paper-form" open={Object.keys(faults).length > 0 || undefined}>
      <summary>{t('申请表内容（交纸质申请表的不必填）')}</summary>
      <div className="form">
        <ItemFormFields fields={fields} answers={answers} faults={faults} onChange={onChange} />
      </div>
    </details>
  )
}

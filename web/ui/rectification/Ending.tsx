import { closeProblem, lookBackAtProblem, replyToRaiser } from '#modules/rectification/contract.ts'
import { SelectField, TextAreaField, TextField, useCommand } from '#ui/index.ts'
import { Act } from './Act.tsx'
import { useText } from './messages.ts'
import { type Of, refreshes } from './problem-act.ts'
import { textOf } from './words.ts'

export function Reply({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(replyToRaiser, refreshes)
  return (
    <Act
      title={t('答复反映人')}
      doing={doing}
      onSubmit={(given, done) =>
        doing.mutate({ params: { problem }, body: { text: textOf(given, 'text') } }, done)
      }
    >
      <TextAreaField label={t('答复')} name="text" required minLength={6} maxLength={1000} />
    </Act>
  )
}

export function Close({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(closeProblem, refreshes)
  return (
    <Act
      title={t('销号')}
      doing={doing}
      onSubmit={(given, done) =>
        doing.mutate(
          { params: { problem }, body: { text: textOf(given, 'text'), signed: textOf(given, 'signed') } },
          done,
        )
      }
    >
      <TextAreaField label={t('销号意见')} name="text" required minLength={6} maxLength={1000} />
      <TextField label={t('领导签署的理由（反映人不满意时）')} name="signed" maxLength={1000} />
    </Act>
  )
}

export function LookBack({ of: { problem } }: Of) {
  const t = useText()
  const doing = useCommand(lookBackAtProblem, refreshes)
  const outcomes = [
    { value: 'yes', text: t('巩固') },
    { value: 'no', text: t('反弹') },
  ]
  const submit = (given: FormData, done: { onSuccess: () => void }) => {
    const body = {
      holds: textOf(given, 'holds') === 'yes',
      view: textOf(given, 'view'),
      text: textOf(given, 'text'),
    }
    doing.mutate({ params: { problem }, body }, done)
  }
  return (
    <Act title={t('回头看')} look="main" doing={doing} onSubmit={submit}>
      <SelectField label={t('是否巩固')} name="holds" options={outcomes} />
      <TextAreaField label={t('反映人现在怎么说，或者怎样联系过')} name="view" rows={2} maxLength={1000} />
      <TextAreaField label={t('看到的情况')} name="text" rows={3} required minLength={6} maxLength={1000} />
    </Act>
  )
}

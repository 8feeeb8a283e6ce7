import * as contract from '#modules/cases/contract.ts'
import { SelectField, TextAreaField, TickField } from '#ui/index.ts'
import { useText } from '../action-messages.ts'
import { type ActionForm, type FieldsProps, ReasonFields, text } from './form.tsx'

export const HANDLING_FORMS = {
  finishStep: {
    endpoint: contract.finishStep,
    look: 'main',
    Fields: FinishFields,
    body: (given) => ({
      step: text(given, 'step'),
      outcome: text(given, 'outcome'),
      opinion: text(given, 'opinion'),
    }),
  },
  sendBack: {
    endpoint: contract.sendBack,
    look: 'usual',
    Fields: SendBackFields,
    body: (given) => ({ from: text(given, 'from'), to: text(given, 'to'), reason: text(given, 'reason') }),
  },
} satisfies Record<string, ActionForm>

function StepField({ file, steps, name = 'step' }: FieldsProps & { readonly name?: string }) {
  const t = useText()
  const options = file.steps
    .filter(({ code }) => steps.includes(code))
    .map((step) => ({ value: step.code, text: step.name }))
  return <SelectField label={t('环节')} name={name} options={options} />
}

function FinishFields(props: FieldsProps) {
  const t = useText()
  return (
    <>
      <StepField {...props} />
      <fieldset className="row">
        <legend className="visually-hidden">{t('意见')}</legend>
        <TickField type="radio" name="outcome" value="agreed" label={t('同意')} defaultChecked />
        <TickField type="radio" name="outcome" value="objected" label={t('不同意')} />
      </fieldset>
      <TextAreaField label={t('意见')} name="opinion" rows={3} maxLength={2000} />
    </>
  )
}

function SendBackFields(props: FieldsProps) {
  const t = useText()
  const done = props.file.steps
    .filter(({ status }) => status === 'done')
    .map((step) => ({ value: step.code, text: step.name }))
  return (
    <>
      <StepField {...props} name="from" />
      <SelectField label={t('退回到')} name="to" options={done} />
      <ReasonFields />
    </>
  )
}

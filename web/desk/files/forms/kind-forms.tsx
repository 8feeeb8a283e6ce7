import * as contract from '#modules/cases/contract.ts'
import { URGENCY_GROUNDS, URGENCY_NAMES } from '#modules/cases/terms.ts'
import { Notice, SelectField, TextAreaField, TextField, TickField, useSaid } from '#ui/index.ts'
import { useText } from '../action-messages.ts'
import { type ActionForm, type FieldsProps, ReasonFields, text } from './form.tsx'
import { GradeField, gradeIn, groundsIn, UnmetFields } from './GroundFields.tsx'

export const KIND_FORMS = {
  finishAtOnce: {
    endpoint: contract.finishAtOnce,
    look: 'main',
    Fields: FinishFields,
    body: (given) => ({
      outcome: text(given, 'outcome'),
      reasons: text(given, 'reasons'),
      basis: text(given, 'basis'),
      result: text(given, 'result') || null,
      proof: text(given, 'proof'),
      ...groundsIn(given),
      ...gradeIn(given),
    }),
  },
  askUrgency: {
    endpoint: contract.askUrgency,
    look: 'usual',
    Fields: UrgencyFields,
    body: (given) => ({ ground: text(given, 'ground'), reason: text(given, 'reason') }),
  },
  grantUrgency: {
    endpoint: contract.grantUrgency,
    look: 'main',
    Fields: GrantFields,
    body: (given) => {
      const days = text(given, 'days')
      return { within: days === '' ? null : `${days}W`, reason: text(given, 'reason') }
    },
  },
  refuseUrgency: {
    endpoint: contract.refuseUrgency,
    look: 'usual',
    Fields: ReasonFields,
    body: (given) => ({ reason: text(given, 'reason') }),
  },
} satisfies Record<string, ActionForm>

function FinishFields({ file }: FieldsProps) {
  const t = useText()
  return (
    <>
      <p className="small soft">{t('受理、各环节、决定和送达一次完成，每一步都由有权的岗位作出。')}</p>
      <fieldset className="row">
        <legend className="visually-hidden">{t('决定')}</legend>
        <TickField type="radio" name="outcome" value="granted" label={t('准予')} defaultChecked />
        <TickField type="radio" name="outcome" value="denied" label={t('不予许可')} />
      </fieldset>
      <TextField label={t('结果名称或证照编号')} name="result" maxLength={200} />
      <GradeField file={file} />
      <TextField label={t('签收人或凭证')} name="proof" maxLength={200} required={file.onTheSpot} />
      <details>
        <summary>{t('不予许可的理由和依据')}</summary>
        <UnmetFields file={file} />
        <TextAreaField label={t('理由（不予许可必填）')} name="reasons" rows={2} maxLength={4000} />
        <TextField label={t('法律依据（不予许可必填）')} name="basis" maxLength={1000} />
      </details>
    </>
  )
}

function UrgencyFields() {
  const t = useText()
  const said = useSaid()
  return (
    <>
      <SelectField
        label={t('急件情形')}
        name="ground"
        options={URGENCY_GROUNDS.map((ground) => ({ value: ground, text: said(URGENCY_NAMES[ground]) }))}
      />
      <TextAreaField label={t('急在哪里、凭什么材料')} name="reason" rows={3} maxLength={1000} required />
    </>
  )
}

function GrantFields({ file }: FieldsProps) {
  const t = useText()
  const said = useSaid()
  const { urgency } = file.kind
  return (
    <>
      {urgency && (
        <Notice>
          {said(URGENCY_NAMES[urgency.ground])}：{urgency.reason}
        </Notice>
      )}
      <TextField
        label={t('几个工作日内办结（不填按事项或平台规定）')}
        name="days"
        type="number"
        min={1}
        max={99}
      />
      <ReasonFields />
    </>
  )
}

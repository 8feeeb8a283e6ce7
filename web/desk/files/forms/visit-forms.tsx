import * as contract from '#modules/cases/contract.ts'
import { SelectField, TextAreaField, TextField, TickField, useAnswer } from '#ui/index.ts'
import { useText } from '../hearing-messages.ts'
import { type ActionForm, type FieldsProps, list, text } from './form.tsx'

export const VISIT_FORMS = {
  assignVisit: {
    endpoint: contract.assignVisit,
    look: 'main',
    Fields: PeopleFields,
    body: (given) => ({ step: text(given, 'step'), people: list(given, 'person') }),
  },
  reportVisit: {
    endpoint: contract.reportVisit,
    look: 'main',
    Fields: FindingFields,
    body: (given) => ({
      step: text(given, 'step'),
      visitedOn: text(given, 'visitedOn'),
      conforms: text(given, 'conforms') === 'yes',
      finding: text(given, 'finding'),
    }),
  },
} satisfies Record<string, ActionForm>

const visitsOf = ({ file, steps }: FieldsProps) => file.steps.filter(({ code }) => steps.includes(code))

function VisitField(props: FieldsProps) {
  const t = useText()
  const options = visitsOf(props).map(({ code, name }) => ({ value: code, text: name }))
  return <SelectField label={t('环节')} name="step" options={options} />
}

/** Two at least, of the unit that has the step (行政许可法 34(3), 55). */
function PeopleFields(props: FieldsProps) {
  const t = useText()
  const people = useAnswer(contract.filePeople, { params: { caseNo: props.file.caseNo } })
  const units = visitsOf(props).map(({ unit }) => unit)
  const named = visitsOf(props).flatMap(({ visit }) => visit?.people ?? [])
  return (
    <>
      <VisitField {...props} />
      <fieldset>
        <legend>{t('去现场的人员（两名以上）')}</legend>
        {(people.data?.rows ?? [])
          .filter(({ unit }) => units.includes(unit))
          .map(({ account, name }) => (
            <TickField
              key={account}
              name="person"
              value={account}
              defaultChecked={named.some((one) => one.account === account)}
              label={name}
            />
          ))}
      </fieldset>
    </>
  )
}

function FindingFields(props: FieldsProps) {
  const t = useText()
  const [visit] = visitsOf(props).flatMap((step) => step.visit ?? [])
  return (
    <>
      <VisitField {...props} />
      <p>{t('到场人员：{{people}}', { people: visit?.people.map(({ name }) => name).join('、') ?? '' })}</p>
      <TextField
        label={t('核查日期')}
        name="visitedOn"
        type="date"
        min={visit?.assignedAt.slice(0, 10)}
        required
      />
      <fieldset className="row">
        <legend className="visually-hidden">{t('核查结论')}</legend>
        <TickField type="radio" name="conforms" value="yes" label={t('现场与申请一致')} defaultChecked />
        <TickField type="radio" name="conforms" value="no" label={t('现场与申请不一致')} />
      </fieldset>
      <TextAreaField label={t('核查情况')} name="finding" rows={4} maxLength={4000} required />
    </>
  )
}

import {
  assembleJoint,
  callMeeting,
  holdMeeting,
  type JointView,
  ruleConflict,
} from '#modules/cases/contract.ts'
import { FormDialog, SelectField, TextAreaField, TextField, textOf, TickField, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useAct } from './use-act.ts'

interface FormProps {
  readonly joint: JointView
  readonly title: string
  readonly onClose: () => void
}

/** Departments of the case, each once. */
function useDepartments({ others }: JointView) {
  const said = useSaid()
  const units = new Map(others.map(({ unit, unitName }) => [unit, said(unitName)]))
  return [...units].map(([unit, name]) => ({ unit, name }))
}

export function CallForm({ joint, title, onClose }: FormProps) {
  const t = useText()
  const { act, send } = useAct(callMeeting, joint, onClose)
  const departments = useDepartments(joint)
  const onSubmit = (given: FormData) =>
    send({
      kind: textOf(given, 'kind') as 'meeting',
      on: textOf(given, 'on'),
      place: textOf(given, 'place'),
      matter: textOf(given, 'matter'),
      units: departments.map(({ unit }) => unit).filter((unit) => given.get(`unit-${unit}`) !== null),
    })
  return (
    <FormDialog {...{ title, action: t('登记'), problem: act.error, busy: act.isPending, onSubmit, onClose }}>
      <SelectField
        label={t('形式')}
        name="kind"
        options={[
          { value: 'meeting', text: t('联合会审') },
          { value: 'survey', text: t('联合踏勘') },
        ]}
      />
      <TextField label={t('日期')} name="on" type="date" required />
      <TextField label={t('地点')} name="place" required maxLength={200} />
      <TextField label={t('议题')} name="matter" required maxLength={1000} />
      <fieldset className="stack">
        <legend>{t('邀请部门')}</legend>
        {departments.map(({ unit, name }) => (
          <TickField key={unit} label={name} name={`unit-${unit}`} defaultChecked />
        ))}
      </fieldset>
    </FormDialog>
  )
}

export function MinutesForm({ joint, title, onClose }: FormProps) {
  const t = useText()
  const said = useSaid()
  const { act, send } = useAct(holdMeeting, joint, onClose)
  const meeting = joint.meetings.find(({ held }) => held === null)
  const units = meeting?.units ?? []
  const onSubmit = (given: FormData) => {
    const came = units.filter(({ unit }) => textOf(given, `people-${unit}`).trim() !== '')
    const spoke = came.filter(({ unit }) => textOf(given, `result-${unit}`) !== '')
    send({
      meeting: meeting?.meeting ?? '',
      heldOn: textOf(given, 'heldOn'),
      attended: came.map(({ unit }) => ({ unit, people: textOf(given, `people-${unit}`) })),
      absent: units.filter((one) => !came.includes(one)).map(({ unit }) => unit),
      opinions: spoke.map(({ unit }) => ({
        ...{
          unit,
          result: textOf(given, `result-${unit}`) as 'agree',
          reason: textOf(given, `reason-${unit}`),
        },
      })),
      result: textOf(given, 'result'),
    })
  }
  return (
    <FormDialog {...{ title, action: t('登记'), problem: act.error, busy: act.isPending, onSubmit, onClose }}>
      <TextField label={t('日期')} name="heldOn" type="date" required defaultValue={meeting?.on} />
      <p className="soft small">{t('空着就是缺席；缺席的部门会后不能再提异议。')}</p>
      {units.map(({ unit, name }) => (
        <fieldset key={unit} className="stack">
          <legend>{said(name)}</legend>
          <TextField
            label={t('{{unit}} 到会人员', { unit: said(name) })}
            name={`people-${unit}`}
            maxLength={200}
          />
          <SelectField
            label={t('{{unit}} 的意见', { unit: said(name) })}
            name={`result-${unit}`}
            options={[
              { value: '', text: t('没有表态') },
              { value: 'agree', text: t('同意') },
              { value: 'object', text: t('不同意') },
            ]}
          />
          <TextField label={t('理由')} name={`reason-${unit}`} maxLength={4000} />
        </fieldset>
      ))}
      <TextAreaField label={t('结论')} name="result" rows={3} required maxLength={4000} />
    </FormDialog>
  )
}

export function RulingForm({ joint, title, onClose }: FormProps) {
  const t = useText()
  const { act, send } = useAct(ruleConflict, joint, onClose)
  const onSubmit = (given: FormData) =>
    send({
      outcome: textOf(given, 'outcome') as 'granted',
      reason: textOf(given, 'reason'),
      basis: textOf(given, 'basis'),
    })
  return (
    <FormDialog {...{ title, action: t('登记'), problem: act.error, busy: act.isPending, onSubmit, onClose }}>
      <SelectField
        label={t('裁定')}
        name="outcome"
        options={[
          { value: 'granted', text: t('准予') },
          { value: 'denied', text: t('不予') },
        ]}
      />
      <TextAreaField label={t('理由')} name="reason" rows={3} required maxLength={4000} />
      <TextField label={t('依据')} name="basis" required maxLength={500} />
    </FormDialog>
  )
}

export function AssemblyForm({ joint, title, onClose }: FormProps) {
  const t = useText()
  const { act, send } = useAct(assembleJoint, joint, onClose)
  const onSubmit = (given: FormData) => send({ summary: textOf(given, 'summary') })
  return (
    <FormDialog {...{ title, action: t('登记'), problem: act.error, busy: act.isPending, onSubmit, onClose }}>
      <TextAreaField label={t('汇总')} name="summary" rows={4} required maxLength={4000} />
    </FormDialog>
  )
}

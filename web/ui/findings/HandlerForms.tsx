import { useState } from 'react'
import { disposeFinding, getFindingTerms, remedyFinding, takeFinding } from '#modules/findings/contract.ts'
import { type Disposition, DISPOSITION_WORDS, DISPOSITIONS } from '#modules/findings/terms.ts'
import { RELATION_WORDS, type RelationKind, RELATIONS } from '#modules/recusal/terms.ts'
import { DateField } from '../calendar/index.ts'
import {
  SelectField,
  TextAreaField,
  TextField,
  SHORTEST,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
  useWords,
} from '../index.ts'
import { ActForm } from './ActForm.tsx'
import type { FormProps } from './FindingActions.tsx'
import { useText } from './messages.ts'
import { STALE } from './stale.ts'

const placeOf = ({ finding: { finding, version } }: FormProps) => ({ params: { finding }, ifMatch: version })

/** 开卷前申报: whether anything stands between, and then who handles it. */
export function TakeForm(props: FormProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [relation, setRelation] = useState<RelationKind | ''>('')
  const [note, setNote] = useState('')
  const command = useCommand(takeFinding, STALE)
  const onSuccess = () =>
    say(relation === '' ? t('已申报无回避情形，由您承办。') : t('已申报，请由他人承办。'))
  const body = { relation: relation === '' ? null : relation, note: note.trim() }
  return (
    <ActForm
      title={t('申报并承办')}
      action={relation === '' ? t('没有回避情形，由我承办') : t('申报回避')}
      ready={relation === '' || note.trim().length > 0}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ ...placeOf(props), body }, { onSuccess })}
    >
      <SelectField
        label={t('与该单位或者人员的关系')}
        value={relation}
        onChange={({ target }) => setRelation(target.value as RelationKind | '')}
        options={[
          { value: '', text: t('没有应当回避的关系') },
          ...RELATIONS.map((each) => ({ value: each, text: said(RELATION_WORDS[each]) })),
        ]}
      />
      {relation !== '' && (
        <TextField
          label={t('说明')}
          hint={t('不写亲友姓名')}
          value={note}
          maxLength={500}
          onChange={({ target }) => setNote(target.value)}
        />
      )}
    </ActForm>
  )
}

const LATER: ReadonlySet<Disposition> = new Set(['rectify', 'accountability', 'transfer'])

export function DisposeForm(props: FormProps) {
  const { finding } = props
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const terms = useAnswer(getFindingTerms, {})
  const [disposition, setDisposition] = useState<Disposition>('rectify')
  const [ground, setGround] = useState('')
  const [remedyBy, setRemedyBy] = useState('')
  const [reference, setReference] = useState('')
  const reason = useWords(`finding.${finding.finding}.dispose`)
  const command = useCommand(disposeFinding, STALE)
  const asksRemedy = finding.remedyOwed && LATER.has(disposition)
  const body = {
    ...{ disposition, reason: reason.text },
    ...(reference.trim() ? { reference: reference.trim() } : {}),
    ...(disposition === 'exempt' ? { ground } : {}),
    ...(asksRemedy && remedyBy ? { remedyBy } : {}),
  }
  const onSuccess = () => (reason.clear(), say(t('已处置。')))
  return (
    <ActForm
      title={t('处置')}
      action={t('作出处置')}
      ready={reason.ready && (disposition !== 'exempt' || ground !== '')}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ ...placeOf(props), body }, { onSuccess })}
    >
      <SelectField
        label={t('处置方式')}
        value={disposition}
        onChange={({ target }) => setDisposition(target.value as Disposition)}
        options={DISPOSITIONS.map((each) => ({ value: each, text: said(DISPOSITION_WORDS[each]) }))}
      />
      {disposition === 'exempt' && (
        <SelectField
          label={t('免责情形')}
          value={ground}
          onChange={({ target }) => setGround(target.value)}
          options={[
            { value: '', text: t('请选择') },
            ...(terms.data?.exemptions ?? []).map(({ code, name, basis }) => ({
              value: code,
              text: `${said(name)} · ${basis}`,
            })),
          ]}
        />
      )}
      {asksRemedy && (
        <DateField
          label={t('补救期限')}
          hint={t('有人因此受损：何时以前必须得到补救')}
          required
          value={remedyBy}
          onChange={({ target }) => setRemedyBy(target.value)}
        />
      )}
      <TextField
        label={t('文号或者去向')}
        value={reference}
        maxLength={200}
        onChange={({ target }) => setReference(target.value)}
      />
      <TextAreaField label={t('理由')} hint={t('至少 5 个字，单位可以看到。')} {...reason.field} />
    </ActForm>
  )
}

export function RemedyForm(props: FormProps) {
  const t = useText()
  const say = useToast()
  const [{ what, on, proof }, setGiven] = useState({ what: '', on: '', proof: '' })
  const command = useCommand(remedyFinding, STALE)
  const field = (name: 'what' | 'on' | 'proof', value: string) => ({
    value,
    required: true,
    onChange: ({ target }: { target: { value: string } }) =>
      setGiven((before) => ({ ...before, [name]: target.value })),
  })
  return (
    <ActForm
      title={t('登记补救')}
      action={t('登记')}
      ready={[what, proof].every((text) => text.trim().length >= SHORTEST) && on !== ''}
      busy={command.isPending}
      problem={command.error}
      onSend={() =>
        command.mutate(
          { ...placeOf(props), body: { what, on, proof } },
          { onSuccess: () => say(t('已登记。')) },
        )
      }
    >
      <TextField label={t('对受损人做了什么')} hint={t('不写姓名')} {...field('what', what)} />
      <DateField label={t('哪一天')} {...field('on', on)} />
      <TextField label={t('凭据')} {...field('proof', proof)} />
    </ActForm>
  )
}

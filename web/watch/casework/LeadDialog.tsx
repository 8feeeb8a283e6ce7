import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import {
  enterLead,
  INVESTIGATION_KINDS,
  type InvestigationKind,
  LEAD_SOURCES,
  type LeadSource,
  listInvestigations,
  type Particulars,
} from '#modules/accountability/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  Button,
  Dialog,
  Notice,
  SelectField,
  TextAreaField,
  TextField,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { PersonField, useUnits } from '#ui/staff/index.ts'
import { LEAD_FIELDS, type LeadField, particularOf } from './lead-fields.ts'
import { useText } from './messages.ts'

interface LeadDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function LeadDialog({ open, onClose }: LeadDialogProps) {
  const t = useText()
  return (
    <Dialog open={open} title={t('登记线索')} onClose={onClose}>
      <LeadForm onClose={onClose} />
    </Dialog>
  )
}

function LeadForm({ onClose }: Pick<LeadDialogProps, 'onClose'>) {
  const t = useText()
  const said = useSaid()
  const units = useUnits()
  const navigate = useNavigate()
  const [kind, setKind] = useState<InvestigationKind>('supervision')
  const level = useAnswer(listInvestigations, { query: {} }).data?.level ?? 'county'
  const command = useCommand(enterLead, { refreshes: [listInvestigations] })
  const upper = level !== 'county'
  const fields = LEAD_FIELDS[kind] ?? []

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const own = fields.map((field) => [field.name, particularOf(field, text(`p.${field.name}`))] as const)
    const extra = kind === 'acceptingOfficer' ? { materials: [] } : {}
    const harmed = text('harmedName') ? { name: text('harmedName'), phone: text('harmedPhone') } : null
    const body = {
      ...{
        title: text('title'),
        reference: text('reference'),
        learnedOn: text('learnedOn'),
        unit: text('unit'),
      },
      source: (upper ? 'upper' : text('source')) as LeadSource,
      ...{ sealed: form.has('sealed'), harmed },
      referral: upper ? { number: text('referral'), resultDueOn: text('resultDueOn') } : null,
      particulars: { kind, ...extra, ...Object.fromEntries(own) } as Particulars,
    }
    command.mutate(
      { body },
      {
        onSuccess: ({ number }) => {
          onClose()
          void navigate({ to: '/casework/$number', params: { number } })
        },
      },
    )
  }

  const choices = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text: said(text) }))
  const sources = choices(LEAD_SOURCES).filter(({ value }) => value !== 'upper')
  return (
    <form className="form" onSubmit={onSubmit}>
      {command.error && (
        <Notice tone="red" role="alert">
          {said(command.error.text)}
        </Notice>
      )}
      <TextField label={t('标题')} name="title" maxLength={120} required data-first-focus />
      <SelectField
        label={t('案由')}
        options={choices(INVESTIGATION_KINDS)}
        value={kind}
        onChange={({ target }) => setKind(target.value as InvestigationKind)}
      />
      <SelectField label={t('单位')} name="unit" options={units} required />
      {upper ? (
        <>
          <TextField label={t('交办文号')} name="referral" maxLength={80} required />
          <DateField label={t('报结果的日期')} name="resultDueOn" required />
        </>
      ) : (
        <SelectField label={t('来源')} name="source" options={sources} defaultValue="clue" />
      )}
      <TextField label={t('来源编号')} name="reference" maxLength={200} />
      <DateField label={t('何时知悉')} name="learnedOn" required />
      {fields.map((field) => (
        <LeadInput key={`${kind}.${field.name}`} field={field} />
      ))}
      <TextField
        label={t('受害人姓名')}
        name="harmedName"
        maxLength={60}
        hint={t('存入个人信息库，查结后告知结果。')}
      />
      <TextField label={t('受害人电话')} name="harmedPhone" maxLength={20} />
      <TickField label={t('密封：只有承办人员能看')} name="sealed" />
      <div className="row">
        <Button type="submit" look="main" busy={command.isPending}>
          {t('登记')}
        </Button>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </form>
  )
}

function LeadInput({ field: { name, label, kind, optional } }: { readonly field: LeadField }) {
  const t = useText()
  const given = { label: t(label), name: `p.${name}`, required: !optional }
  if (kind === 'sums') return <TextAreaField {...given} rows={3} />
  if (kind === 'area')
    return (
      <SelectField
        {...given}
        options={[
          { value: 'internal', text: t('内部管理') },
          { value: 'social', text: t('社会管理') },
        ]}
      />
    )
  if (kind === 'day') return <DateField {...given} />
  if (kind === 'person') return <PersonField {...given} />
  const type = kind === 'yuan' || kind === 'count' ? 'number' : 'text'
  return <TextField {...given} type={type} {...(kind === 'yuan' ? { step: '0.01', min: 0 } : {})} />
}

import { useEffect } from 'react'
import type { InvestigationView } from '#modules/accountability/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import { SelectField, TextAreaField, TextField, TickField, useSaid } from '#ui/index.ts'
import { PeopleField, PersonField, useUnits } from '#ui/staff/index.ts'
import type { ActField } from './act-forms.ts'
import { Measures, Milestones } from './ManyInput.tsx'
import { useText } from './messages.ts'

export interface ActInputProps {
  readonly field: ActField
  readonly of: InvestigationView
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** One field of an act by its kind. */
export function ActInput(props: ActInputProps) {
  const { field } = props
  if (field.choices || field.kind === 'node' || field.kind === 'unit') return <Chosen {...props} />
  if (field.kind === 'measures') return <Measures {...props} />
  if (field.kind === 'milestones') return <Milestones {...props} />
  if (field.kind === 'evidence') return <EvidenceTicks {...props} />
  if (field.kind === 'hash') return <Fingerprint {...props} />
  return <Typed {...props} />
}

function Chosen({ field, of, value, onChange }: ActInputProps) {
  const t = useText()
  const said = useSaid()
  const units = useUnits()
  const options = field.choices
    ? Object.entries(field.choices).map(([code, words]) => ({ value: code, text: said(words) }))
    : field.kind === 'unit'
      ? units
      : of.nodes.map(({ node, name }) => ({ value: node, text: `${node} ${name}` }))
  const first = field.optional ? '' : (options[0]?.value ?? '')
  useEffect(() => {
    if (value === undefined && first !== '') onChange(first)
  }, [value, first, onChange])
  return (
    <SelectField
      label={t(field.label)}
      options={field.optional ? [{ value: '', text: '–' }, ...options] : options}
      value={typeof value === 'string' ? value : first}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      required={!field.optional}
    />
  )
}

function Typed({ field, value, onChange }: ActInputProps) {
  const t = useText()
  const { kind, optional } = field
  const label = t(field.label)
  const required = !optional
  if (kind === 'tick')
    return (
      <TickField label={label} checked={value === true} onChange={({ target }) => onChange(target.checked)} />
    )
  if (kind === 'text')
    return (
      <TextAreaField
        label={label}
        required={required}
        maxLength={2000}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  if (kind === 'day')
    return (
      <DateField
        label={label}
        required={required}
        onChange={({ target }) => onChange(target.value || null)}
      />
    )
  if (kind === 'instant')
    return (
      <TextField
        label={label}
        type="datetime-local"
        required={required}
        onChange={({ target }) => onChange(target.value && `${target.value}:00+08:00`)}
      />
    )
  if (kind === 'yuan')
    return (
      <TextField
        label={label}
        type="number"
        min="0.01"
        step="0.01"
        required={required}
        onChange={({ target }) => onChange(Math.round(Number(target.value) * 100))}
      />
    )
  if (kind === 'people') return <PeopleField label={label} required={required} onChange={onChange} />
  const empty = optional ? null : ''
  if (kind === 'person')
    return (
      <PersonField label={label} required={required} onChange={(account) => onChange(account || empty)} />
    )
  return (
    <TextField
      label={label}
      required={required}
      maxLength={300}
      onChange={({ target }) => onChange(target.value || empty)}
    />
  )
}

function EvidenceTicks({ field, of, value, onChange }: ActInputProps) {
  const t = useText()
  const chosen = Array.isArray(value) ? (value as string[]) : []
  if (of.evidence.length === 0) return <p className="soft small">{t('还没有证据。')}</p>
  return (
    <fieldset className="casework-ticks">
      <legend>{t(field.label)}</legend>
      {of.evidence.map(({ evidence, text }) => (
        <TickField
          key={evidence}
          label={`${evidence} ${text}`}
          checked={chosen.includes(evidence)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, evidence] : chosen.filter((one) => one !== evidence))
          }
        />
      ))}
    </fieldset>
  )
}

/** The fingerprint goes into the record with the act; the file itself follows, and no other bears the same. */
function Fingerprint({ field, value, onChange }: ActInputProps) {
  const t = useText()
  const read = async (file: File | undefined) => {
    if (!file) return
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    onChange(Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
  const hint =
    typeof value === 'string' ? value : t('先记录它的指纹（SHA-256），登记后在这一条下面存入原件。')
  return (
    <TextField
      label={t(field.label)}
      hint={<span className="casework-hash">{hint}</span>}
      type="file"
      required
      onChange={({ target }) => void read(target.files?.[0])}
    />
  )
}

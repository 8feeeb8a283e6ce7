import { type FormEvent, useState } from 'react'
import { getMeasure, listMeasures, type MeasureView } from '#modules/accountability/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import {
  Button,
  Dialog,
  Notice,
  SelectField,
  TextAreaField,
  TextField,
  TickField,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { PeopleField, PersonField, UnitsField } from '#ui/staff/index.ts'
import { ACT_FORMS, type ActField, type ActForm } from './act-forms.ts'
import { useText } from './messages.ts'

interface ActDialogProps {
  readonly act: string | null
  readonly of: MeasureView
  readonly onClose: () => void
}

/** One form for every act; whether it may be done the server decides, and says why not. */
export function ActDialog({ act, of, onClose }: ActDialogProps) {
  const t = useText()
  const form = act === null ? undefined : ACT_FORMS[act]
  return (
    <Dialog open={form !== undefined} title={form ? t(form.title) : ''} onClose={onClose}>
      {form && <Form key={act} form={form} of={of} onClose={onClose} />}
    </Dialog>
  )
}

type Values = Readonly<Record<string, unknown>>

/** What stands in a field before anything is typed. */
function firstOf({ kind, choices, optional }: ActField): unknown {
  if (kind === 'tick') return false
  if (kind === 'people' || kind === 'units' || kind === 'lines') return []
  if (optional) return kind === 'text' ? '' : null
  return choices ? read(Object.keys(choices)[0] ?? '') : ''
}

/** Yes and no stand in a choice as words. */
const read = (value: string): unknown => (value === 'true' ? true : value === 'false' ? false : value)

interface FormProps extends Omit<ActDialogProps, 'act'> {
  readonly form: ActForm
}

function Form({ form, of, onClose }: FormProps) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const fields = form.fields.filter(({ when }) => when?.(of) ?? true)
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map((field) => [field.name, firstOf(field)])),
  )
  const command = useCommand(form.endpoint, { refreshes: [getMeasure, listMeasures] })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const given = { params: { file: of.file }, body: values as { deciders: string[] } }
    command.mutate(given, { onSuccess: () => (say(t('已办理。')), onClose()) })
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <p className="small soft">{t(form.means ?? '办理后写入账本，不能删改。')}</p>
      {fields.map((field) => (
        <Input
          key={field.name}
          field={field}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {command.error && (
        <Notice tone="red" role="alert">
          {said(command.error.text)}
        </Notice>
      )}
      <div className="row dialog-actions">
        <Button type="submit" look="main" busy={command.isPending}>
          {t(form.title)}
        </Button>
        <Button onClick={onClose}>{t('取消')}</Button>
      </div>
    </form>
  )
}

interface InputProps {
  readonly field: ActField
  readonly onChange: (value: unknown) => void
}

const parts = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '')

function Input({ field, onChange }: InputProps) {
  const t = useText()
  const said = useSaid()
  const { kind, choices, optional = false } = field
  const shared = { label: t(field.label), required: !optional, name: field.name }
  if (choices) {
    const options = Object.entries(choices).map(([value, words]) => ({ value, text: said(words) }))
    return (
      <SelectField
        {...shared}
        options={optional ? [{ value: '', text: '–' }, ...options] : options}
        onChange={({ target }) => onChange(target.value === '' ? null : read(target.value))}
      />
    )
  }
  if (kind === 'tick')
    return (
      <TickField label={shared.label} name={field.name} onChange={({ target }) => onChange(target.checked)} />
    )
  if (kind === 'text')
    return (
      <TextAreaField
        {...shared}
        rows={4}
        maxLength={4000}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  if (kind === 'lines')
    return (
      <TextAreaField {...shared} rows={3} onChange={({ target }) => onChange(parts(target.value, /\n/))} />
    )
  if (kind === 'people') return <PeopleField {...shared} onChange={onChange} />
  if (kind === 'units') return <UnitsField {...shared} onChange={onChange} />
  const write = (text: string) => onChange(text === '' && optional ? null : text)
  if (kind === 'person') return <PersonField {...shared} onChange={write} />
  if (kind === 'day') return <DateField {...shared} onChange={({ target }) => write(target.value)} />
  return <TextField {...shared} maxLength={300} onChange={({ target }) => write(target.value)} />
}

import type { ComponentType, ReactNode } from 'react'
import type { Field } from '#engines/registers/contract.ts'
import { SelectField, TextAreaField, TextField, TickField, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** What a form holds while it is being filled: text as it is typed, codes, yes or no, a person. */
export type Typed = string | boolean | readonly string[] | { readonly name: string; readonly phone: string }

interface ValueFieldProps {
  readonly field: Field
  readonly required: boolean
  readonly value: Typed | undefined
  readonly onChange: (value: Typed) => void
  /** What fields of kinds that point somewhere offer: staff and residents may read different lists. */
  readonly References: ComponentType<ReferencesProps>
}

export interface ReferencesProps {
  readonly field: Field
  readonly choose: (options: readonly Option[]) => ReactNode
  /** For whatever is not chosen from a list: days and people. */
  readonly own: { readonly label: string; readonly required: boolean; readonly hint?: string }
  readonly value: string
  readonly onChange: (value: string) => void
}

export interface Option {
  readonly value: string
  readonly text: string
}

/** One field of an institution, by its kind. */
export function ValueField(props: ValueFieldProps) {
  const { field, required, value = '', onChange, References } = props
  const t = useText()
  const said = useSaid()
  const own = {
    label: field.kind === 'money' ? `${said(field.title)}（${t('元')}）` : said(field.title),
    required,
    ...(field.hint ? { hint: said(field.hint) } : {}),
  }
  const text = typeof value === 'string' ? value : ''
  const typed = ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value)
  const choose = (options: readonly Option[]) => (
    <SelectField
      {...own}
      value={text}
      onChange={typed}
      options={[{ value: '', text: t('请选择') }, ...options]}
    />
  )
  switch (field.kind) {
    case 'longText':
      return <TextAreaField {...own} rows={4} maxLength={4000} value={text} onChange={typed} />
    case 'number':
    case 'money':
      return (
        <TextField
          {...own}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          value={text}
          onChange={typed}
        />
      )
    case 'yesNo':
      return choose([
        { value: 'true', text: t('是') },
        { value: 'false', text: t('否') },
      ])
    case 'choice':
      return choose((field.choices ?? []).map(({ code, title }) => ({ value: code, text: said(title) })))
    case 'choices':
      return <Several {...props} />
    case 'person':
      return <PersonFields {...props} />
    case 'day':
    case 'account':
    case 'unit':
    case 'item':
    case 'hall':
    case 'entry':
      return <References {...{ field, choose, own, onChange }} value={text} />
    default:
      return <TextField {...own} autoComplete="off" maxLength={400} value={text} onChange={typed} />
  }
}

function Several({ field, value, onChange }: ValueFieldProps) {
  const said = useSaid()
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const change = (code: string, on: boolean) =>
    onChange(on ? [...chosen, code] : chosen.filter((one) => one !== code))
  return (
    <fieldset className="field">
      <legend>{said(field.title)}</legend>
      {(field.choices ?? []).map(({ code, title }) => (
        <TickField
          key={code}
          label={said(title)}
          checked={chosen.includes(code)}
          onChange={({ target }) => change(code, target.checked)}
        />
      ))}
    </fieldset>
  )
}

const NOBODY = { name: '', phone: '' }

function PersonFields({ field, required, value, onChange }: ValueFieldProps) {
  const t = useText()
  const said = useSaid()
  const person = typeof value === 'object' && 'name' in value ? value : NOBODY
  return (
    <fieldset className="field register-pair">
      <legend>{said(field.title)}</legend>
      <TextField
        label={t('姓名')}
        required={required}
        maxLength={60}
        autoComplete="off"
        value={person.name}
        onChange={({ target }) => onChange({ ...person, name: target.value })}
      />
      <TextField
        label={t('电话')}
        inputMode="tel"
        maxLength={30}
        autoComplete="off"
        value={person.phone}
        onChange={({ target }) => onChange({ ...person, phone: target.value })}
      />
    </fieldset>
  )
}

import { type ReactNode, useId } from 'react'
import type { Bilingual } from '#kernel/refusal.ts'
import type { FormAnswer, FormAnswers, FormField } from '#modules/catalogue/contract.ts'
import { SelectField, TextAreaField, TextField, TickField } from '../controls/Field.tsx'
import { useSaid } from '../language/catalogue.ts'
import type { AnswerFaults } from './answers.ts'
import { useText } from './messages.ts'

interface ItemFormFieldsProps {
  readonly fields: readonly FormField[]
  readonly answers: FormAnswers
  readonly faults: AnswerFaults
  readonly onChange: (answers: FormAnswers) => void
}

/** 申请表: each field of the item by its kind, with its hint and, when something is wrong, how to mend it. */
export function ItemFormFields({ fields, answers, faults, onChange }: ItemFormFieldsProps) {
  const said = useSaid()
  const faultText = (fault: Bilingual | undefined) => fault && said(fault)
  return fields.map((field) => (
    <ItemFormField
      key={field.code}
      field={field}
      answer={answers[field.code]}
      error={faultText(faults[field.code])}
      onChange={(answer) => onChange({ ...answers, [field.code]: answer })}
    />
  ))
}

interface FieldProps {
  readonly field: FormField
  readonly answer: FormAnswer | undefined
  readonly error: string | undefined
  readonly onChange: (answer: FormAnswer) => void
}

/** More choices than this are found faster in a list than read one by one. */
const MOST_RADIOS = 6

function ItemFormField({ field, answer = '', error, onChange }: FieldProps) {
  const t = useText()
  const said = useSaid()
  const { code, kind, required, maxLength } = field
  const text = typeof answer === 'string' ? answer : ''
  const own = {
    label: said(field.label),
    hint: said(field.hint) || undefined,
    error,
    name: `form-${code}`,
    required,
  }
  const typed = ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value)
  const choices = field.choices.map((choice) => ({ value: choice.code, text: said(choice.label) }))
  switch (kind) {
    case 'text':
      return (
        <TextField {...own} autoComplete="off" maxLength={maxLength ?? 4000} value={text} onChange={typed} />
      )
    case 'longText':
      return <TextAreaField {...own} rows={4} maxLength={maxLength ?? 4000} value={text} onChange={typed} />
    case 'number':
      return (
        <TextField
          {...own}
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          value={text}
          onChange={typed}
        />
      )
    case 'date':
      return <TextField {...own} type="date" value={text} onChange={typed} />
    case 'yesNo':
      return (
        <OneOf
          {...own}
          options={YES_NO.map(({ value, text }) => ({ value, text: t(text) }))}
          answer={text}
          onChange={onChange}
        />
      )
    case 'choice':
      return choices.length > MOST_RADIOS ? (
        <SelectField
          {...own}
          value={text}
          onChange={typed}
          options={[{ value: '', text: t('请选择') }, ...choices]}
        />
      ) : (
        <OneOf {...own} options={choices} answer={text} onChange={onChange} />
      )
    case 'choices':
      return (
        <AnyOf
          {...own}
          options={choices}
          answer={typeof answer === 'string' ? [] : answer}
          onChange={onChange}
        />
      )
  }
}

const YES_NO = [
  { value: 'yes', text: '是' },
  { value: 'no', text: '否' },
] as const

interface ChoosingProps {
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly name: string
  readonly required: boolean
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

function OneOf({
  options,
  name,
  answer,
  onChange,
  ...frame
}: ChoosingProps & Pick<FieldProps, 'onChange'> & { answer: string }) {
  return (
    <Group {...frame}>
      {options.map(({ value, text }) => (
        <TickField
          key={value}
          type="radio"
          name={name}
          label={text}
          checked={answer === value}
          onChange={() => onChange(value)}
        />
      ))}
    </Group>
  )
}

function AnyOf({
  options,
  name,
  answer,
  onChange,
  ...frame
}: ChoosingProps & Pick<FieldProps, 'onChange'> & { answer: readonly string[] }) {
  const toggled = (value: string) =>
    answer.includes(value) ? answer.filter((one) => one !== value) : [...answer, value]
  return (
    <Group {...frame}>
      {options.map(({ value, text }) => (
        <TickField
          key={value}
          name={name}
          label={text}
          checked={answer.includes(value)}
          onChange={() => onChange(toggled(value))}
        />
      ))}
    </Group>
  )
}

function Group({
  label,
  hint,
  error,
  required,
  children,
}: Omit<ChoosingProps, 'options' | 'name'> & { readonly children: ReactNode }) {
  const t = useText()
  const id = useId()
  return (
    <fieldset
      className={error ? 'field field-wrong' : 'field'}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>
        {label}
        {required && <span className="soft small"> ({t('必填')})</span>}
      </legend>
      {hint && <div className="field-hint soft small">{hint}</div>}
      {error && (
        <div className="field-error" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
      {children}
    </fieldset>
  )
}

import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { useText } from '../messages.ts'

export interface Labelled {
  readonly label: string
  /** What to write, before one writes it. */
  readonly hint?: ReactNode
  /** What is wrong, and how to mend it. */
  readonly error?: string
}

interface FrameProps extends Labelled {
  readonly id: string
  readonly required?: boolean
  readonly children: ReactNode
}

/** Label, hint and error around whatever is filled in. */
export function Frame({ id, label, hint, error, required, children }: FrameProps) {
  const t = useText()
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {required && <span className="soft small"> ({t('必填')})</span>}
      </label>
      {hint && (
        <div className="field-hint soft small" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="field-error" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
      {children}
    </div>
  )
}

/** What a screen reader says after the label. */
export const described = (id: string, { hint, error }: Labelled) => ({
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
})

type TextFieldProps = Labelled & InputHTMLAttributes<HTMLInputElement>

export function TextField({ label, hint, error, id: given, ...input }: TextFieldProps) {
  const made = useId()
  const id = given ?? made
  return (
    <Frame {...{ id, label, hint, error }} required={input.required}>
      <input id={id} className="input" {...input} {...described(id, { label, hint, error })} />
    </Frame>
  )
}

type TextAreaFieldProps = Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>

export function TextAreaField({ label, hint, error, id: given, ...input }: TextAreaFieldProps) {
  const made = useId()
  const id = given ?? made
  return (
    <Frame {...{ id, label, hint, error }} required={input.required}>
      <textarea id={id} className="input" rows={5} {...input} {...described(id, { label, hint, error })} />
    </Frame>
  )
}

type SelectFieldProps = Labelled &
  SelectHTMLAttributes<HTMLSelectElement> & {
    readonly options: ReadonlyArray<{ readonly value: string; readonly text: string }>
  }

export function SelectField({ label, hint, error, id: given, options, ...input }: SelectFieldProps) {
  const made = useId()
  const id = given ?? made
  return (
    <Frame {...{ id, label, hint, error }} required={input.required}>
      <select id={id} className="input" {...input} {...described(id, { label, hint, error })}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  )
}

interface TickFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: ReactNode
}

/** A tick or a radio button with its label, large enough for a thumb. */
export function TickField({ label, type = 'checkbox', ...input }: TickFieldProps) {
  return (
    <label className="tick">
      <input type={type} {...input} />
      <span>{label}</span>
    </label>
  )
}

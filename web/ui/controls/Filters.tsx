import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../messages.ts'
import { Button } from './Button.tsx'

interface FiltersProps {
  readonly children: ReactNode
  /** Given when something is filtered: a way back to everything. */
  readonly onClear?: () => void
}

/** The row of choices above a list. Each choice goes into the address, so that a filtered list can be sent. */
export function Filters({ children, onClear }: FiltersProps) {
  const t = useText()
  return (
    <form className="filters no-print" role="search" aria-label={t('筛选')} onSubmit={(event) => event.preventDefault()}>
      {children}
      {onClear && (
        <Button look="quiet" onClick={onClear}>
          {t('清除筛选')}
        </Button>
      )}
    </form>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | undefined
  readonly options: ReadonlyArray<{ readonly value: Value; readonly text: string }>
  readonly onChange: (value: Value | undefined) => void
  /** The text of "no choice"; 全部 unless said otherwise. */
  readonly all?: string
}

/** One filter with "all" first. */
export function Choice<Value extends string>({ label, value, options, onChange, all }: ChoiceProps<Value>) {
  const t = useText()
  const id = useId()
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange((event.target.value || undefined) as Value | undefined)}
      >
        <option value="">{all ?? t('全部')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

interface SearchBoxProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

const TYPING_PAUSE_MS = 300

/** Looks after a pause in typing, at once on Enter. `/` brings the cursor here from anywhere. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const id = useId()
  const [typed, setTyped] = useState(value ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => setTyped(value ?? ''), [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const look = (text: string) => {
    clearTimeout(timer.current)
    onChange(text.trim() || undefined)
  }

  return (
    <div className="filter filter-search">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        className="input"
        data-search-box
        value={typed}
        maxLength={100}
        onChange={({ target }) => {
          setTyped(target.value)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => look(target.value), TYPING_PAUSE_MS)
        }}
        onKeyDown={(event) => event.key === 'Enter' && look(typed)}
      />
    </div>
  )
}

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../messages.ts'
import { Button } from './Button.tsx'

interface FiltersProps {
  readonly children: ReactNode
  /** Given when something is filtered: a way back to everything. */
  readonly onClear?: () => void
}

/**
 * The row of choices above a list. Each choice goes into the address, so that a filtered list can be sent.
 * On a phone only the search box shows until one asks for the rest.
 */
export function Filters({ children, onClear }: FiltersProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <form
      className={open ? 'filters no-print is-open' : 'filters no-print'}
      role="search"
      aria-label={t('筛选')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Button className="filters-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('筛选')} {onClear ? '●' : ''}
      </Button>
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

import type { FormEvent } from 'react'
import { usePermits } from './session.ts'

interface ShellSearchProps {
  /** Who may not read what is searched sees an empty place. */
  readonly permission: string
  readonly label: string
  readonly longest: number
  readonly onSearch: (text: string) => void
}

/** From any page to a list of what holds the text that one types. */
export function ShellSearch({ permission, label, longest, onSearch }: ShellSearchProps) {
  const permits = usePermits()
  if (!permits(permission)) return <span className="shell-search" />

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const search = String(new FormData(event.currentTarget).get('search') ?? '').trim()
    if (search) onSearch(search)
  }

  return (
    <form className="shell-search" role="search" aria-label={label} onSubmit={onSubmit}>
      <label className="visually-hidden" htmlFor="quick-search">
        {label}
      </label>
      <input
        id="quick-search"
        name="search"
        type="search"
        className="input"
        placeholder={label}
        maxLength={longest}
      />
    </form>
  )
}

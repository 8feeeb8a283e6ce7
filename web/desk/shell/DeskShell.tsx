import type { FormEvent } from 'react'
import { Shell, usePermits } from '#ui/staff/index.ts'
import { useGo } from './Go.tsx'
import { useText } from './messages.ts'
import { PLACES } from './places.ts'

/** The frame around the pages of the desk. */
export function DeskShell() {
  const t = useText()
  return (
    <Shell
      app="desk"
      name={t('效能工作台')}
      lead={t('收件、受理、办理、决定、送达')}
      places={PLACES.map((place) => ({ ...place, text: t(place.text) }))}
      search={<QuickSearch />}
    />
  )
}

/** From anywhere to a file by its number, whole or in part. */
function QuickSearch() {
  const t = useText()
  const permits = usePermits()
  const go = useGo()
  if (!permits('files.read')) return <span className="shell-search" />

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const search = String(new FormData(event.currentTarget).get('search') ?? '').trim()
    if (search) go('/files', { search })
  }

  return (
    <form className="shell-search" role="search" aria-label={t('按编号找办件')} onSubmit={onSubmit}>
      <label className="visually-hidden" htmlFor="quick-search">
        {t('按编号找办件')}
      </label>
      <input
        id="quick-search"
        name="search"
        type="search"
        className="input"
        placeholder={t('按编号找办件')}
        maxLength={60}
      />
    </form>
  )
}

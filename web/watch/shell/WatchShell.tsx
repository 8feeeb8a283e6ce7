import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { Shell, usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { PLACES } from './places.ts'

/** The frame around the pages of the watch. */
export function WatchShell() {
  const t = useText()
  return (
    <Shell
      app="watch"
      name={t('效能监察')}
      lead={t('办件时限、流程和责任的监察')}
      places={PLACES.map((place) => ({ ...place, text: t(place.text) }))}
      search={<QuickSearch />}
    />
  )
}

/** From anywhere to the cases whose number holds what one types. */
function QuickSearch() {
  const t = useText()
  const permits = usePermits()
  const navigate = useNavigate()
  if (!permits('cases.read')) return <span className="shell-search" />

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const search = String(new FormData(event.currentTarget).get('search') ?? '').trim()
    if (search) void navigate({ to: '/cases', search: { search } })
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
        maxLength={100}
      />
    </form>
  )
}

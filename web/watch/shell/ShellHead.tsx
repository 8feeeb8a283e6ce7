import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useText } from './messages.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { PLACES } from './places.ts'
import { usePermits } from './session.ts'

export function ShellHead() {
  const t = useText()
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => setOpen(false), [path])

  return (
    <>
      <header className="shell-head">
        <button
          type="button"
          className="button shell-menu-button"
          aria-expanded={open}
          aria-controls="shell-nav"
          onClick={() => setOpen(!open)}
        >
          {t('菜单')}
        </button>
        <Link to="/" className="shell-name">
          <img src="/mark.svg" alt="" width="28" height="28" />
          <span>{t('效能监察')}</span>
        </Link>
        <QuickSearch />
        <AccountMenu />
      </header>
      <Navigation open={open} onLeave={() => setOpen(false)} />
    </>
  )
}

function Navigation({ open, onLeave }: { readonly open: boolean; readonly onLeave: () => void }) {
  const t = useText()
  const permits = usePermits()
  const path = useRouterState({ select: (state) => state.location.pathname })

  return (
    <nav
      id="shell-nav"
      className={open ? 'shell-nav is-open' : 'shell-nav'}
      aria-label={t('主导航')}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <ul>
        {PLACES.filter((place) => place.permissions.some(permits)).map((place) => {
          const here = path === place.to || path.startsWith(`${place.to.replace('/$year', '')}/`)
          return (
            <li key={place.to}>
              <Link
                to={place.to}
                params={'params' in place ? place.params : undefined}
                aria-current={here ? 'page' : undefined}
              >
                {t(place.text)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
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

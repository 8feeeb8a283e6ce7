import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { AccountMenu } from './AccountMenu.tsx'
import { useText } from './messages.ts'
import { usePermits } from './session.ts'
import type { Place, ShellProps } from './Shell.tsx'

export function ShellHead({ app, name, places, search }: ShellProps) {
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
          <span>{name}</span>
        </Link>
        {search ?? <span className="shell-search" />}
        <AccountMenu app={app} />
      </header>
      <Navigation places={places} open={open} onLeave={() => setOpen(false)} />
    </>
  )
}

interface NavigationProps {
  readonly places: readonly Place[]
  readonly open: boolean
  readonly onLeave: () => void
}

function Navigation({ places, open, onLeave }: NavigationProps) {
  const t = useText()
  const permits = usePermits()
  const allowed = places.filter((place) => place.permissions.some(permits))
  const groups = [...new Set(allowed.map(({ group }) => group))]

  return (
    <nav
      id="shell-nav"
      className={open ? 'shell-nav is-open' : 'shell-nav'}
      aria-label={t('主导航')}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <div className="shell-groups">
        {groups.map((group) => (
          <div key={group}>
            {groups.length > 1 && <div className="shell-group">{group}</div>}
            <ul aria-label={group}>
              {allowed
                .filter((place) => place.group === group)
                .map((place) => (
                  <PlaceLink key={place.to} place={place} />
                ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  )
}

function PlaceLink({ place: { to, text, under = to } }: { readonly place: Place }) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const here = path === to || path.startsWith(`${under}/`)
  return (
    <li>
      <Link to={to as '/'} aria-current={here ? 'page' : undefined}>
        {text}
      </Link>
    </li>
  )
}

import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { AccountMenu } from './AccountMenu.tsx'
import { useText } from './messages.ts'
import { Navigation } from './Navigation.tsx'
import type { ShellProps } from './Shell.tsx'

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
      <Navigation app={app} places={places} open={open} onLeave={() => setOpen(false)} />
    </>
  )
}

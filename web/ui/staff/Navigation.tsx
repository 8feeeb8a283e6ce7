import { Link, useRouterState } from '@tanstack/react-router'
import { useId } from 'react'
import { useText } from './messages.ts'
import { useOpened } from './opened-groups.ts'
import { usePermits } from './session.ts'
import type { Place, ShellProps } from './Shell.tsx'

/** So many places stand beside each other without scrolling on a small screen, groups and all. */
const FEW = 9

interface NavigationProps extends Pick<ShellProps, 'app' | 'places'> {
  /** On a phone, whether it is shown at all. */
  readonly open: boolean
  readonly onLeave: () => void
}

/** Where one can go. Who may go to many places sees the group he is in, and opens others; they stay open. */
export function Navigation({ app, places, open, onLeave }: NavigationProps) {
  const t = useText()
  const permits = usePermits()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [opened, toggle] = useOpened(app)
  const allowed = places.filter((place) => place.permissions.some(permits))
  const groups = [...new Set(allowed.map(({ group }) => group))].map((group) => {
    const own = allowed.filter((place) => place.group === group)
    // Kept under an address, since the group's name changes with the language.
    return { group, own, key: own[0]?.to ?? group }
  })

  return (
    <nav
      id="shell-nav"
      className={open ? 'shell-nav is-open' : 'shell-nav'}
      aria-label={t('主导航')}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <div className="shell-groups">
        {groups.map(({ group, own, key }) => {
          const always = allowed.length <= FEW || own.some((place) => isHere(place, path))
          return (
            <Group
              key={group}
              name={groups.length > 1 ? group : null}
              places={own}
              path={path}
              shown={always || groups.length === 1 || opened.includes(key)}
              onToggle={always ? null : () => toggle(key)}
            />
          )
        })}
      </div>
    </nav>
  )
}

interface GroupProps {
  readonly name: string | null
  readonly places: readonly Place[]
  readonly path: string
  readonly shown: boolean
  /** None for the group that one is in: it stays open. */
  readonly onToggle: (() => void) | null
}

function Group({ name, places, path, shown, onToggle }: GroupProps) {
  const id = useId()
  return (
    <div>
      {name !== null && onToggle === null && <div className="shell-group">{name}</div>}
      {name !== null && onToggle !== null && (
        <button
          type="button"
          className="shell-group"
          aria-expanded={shown}
          aria-controls={id}
          onClick={onToggle}
        >
          {name} <span aria-hidden="true">{shown ? '▾' : '▸'}</span>
        </button>
      )}
      <ul id={id} aria-label={name ?? undefined} hidden={!shown}>
        {places.map((place) => (
          <li key={place.to}>
            <Link to={place.to as '/'} aria-current={isHere(place, path) ? 'page' : undefined}>
              {place.text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

const isHere = ({ to, under = to }: Place, path: string) => path === to || path.startsWith(`${under}/`)

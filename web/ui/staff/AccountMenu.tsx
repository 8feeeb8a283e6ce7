import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { currentSession, signOut } from '#modules/access/contract.ts'
import { basePathOf, Button, keyOf, Reading, signedIn, useCommand } from '../index.ts'
import { useText } from './messages.ts'
import { usePermits, useSession } from './session.ts'
import { useRoleWord } from './role-words.ts'
import type { ShellProps } from './Shell.tsx'

type App = ShellProps['app']

/** Who one is, how one wants to read, and the way out. */
export function AccountMenu({ app }: { readonly app: App }) {
  const t = useText()
  const session = useSession()
  const roleWord = useRoleWord()
  const menu = useRef<HTMLDetailsElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })

  useEffect(() => menu.current?.removeAttribute('open'), [path])
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!menu.current?.contains(target as Node)) menu.current?.removeAttribute('open')
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [])

  return (
    <details
      className="account"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        menu.current?.removeAttribute('open')
        menu.current?.querySelector('summary')?.focus()
      }}
    >
      <summary className="button">{session.name}</summary>
      <div className="account-panel stack">
        <div>
          <strong>{session.name}</strong> <span className="soft">{session.account}</span>
          <div className="small">{session.jurisdictionName}</div>
          <div className="small">{session.unit?.name ?? t('无所属单位')}</div>
          <div className="small soft">{session.roles.map((role) => roleWord(role)).join(' · ')}</div>
        </div>
        <Reading />
        <OtherApps here={app} />
        <div className="row">
          <Link to="/password">{t('修改密码')}</Link>
          <SignOut app={app} />
        </div>
      </div>
    </details>
  )
}

function SignOut({ app }: { readonly app: App }) {
  const t = useText()
  const client = useQueryClient()
  const leave = useCommand(signOut)
  const onLeft = () => {
    signedIn.end()
    client.clear()
    client.setQueryData(keyOf(currentSession), null)
    // A full load drops everything that the last reader's pages still held in memory.
    window.location.assign(basePathOf(app))
  }
  return (
    <Button busy={leave.isPending} onClick={() => leave.mutate({}, { onSettled: onLeft })}>
      {t('退出登录')}
    </Button>
  )
}

const APPS = [
  { app: 'desk', text: '工作台', permission: 'files.read' },
  { app: 'watch', text: '监察', permission: 'cases.read' },
] as const

/** Another app is another load: each fetches only its own pages. */
function OtherApps({ here }: { readonly here: App }) {
  const t = useText()
  const permits = usePermits()
  const others = APPS.filter(({ app, permission }) => app !== here && permits(permission))
  if (others.length === 0) return null
  return (
    <div className="row">
      <span className="small soft">{t('其他页面')}</span>
      {others.map(({ app, text }) => (
        <a key={app} href={`/${app}`}>
          {t(text)}
        </a>
      ))}
    </div>
  )
}

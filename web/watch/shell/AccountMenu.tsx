import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { currentSession, signOut } from '#modules/access/contract.ts'
import { basePathOf, Button, keyOf, Reading, signedIn, useCommand } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useSession } from './session.ts'
import { useRoleWord } from '../administration/role-words.ts'

/** Who one is, how one wants to read, and the way out. */
export function AccountMenu() {
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
          <div className="small soft">{session.roles.map(roleWord).join(' · ')}</div>
        </div>
        <Reading />
        <div className="row">
          <Link to="/password">{t('修改密码')}</Link>
          <SignOut />
        </div>
      </div>
    </details>
  )
}

function SignOut() {
  const t = useText()
  const client = useQueryClient()
  const leave = useCommand(signOut)
  const onLeft = () => {
    signedIn.end()
    client.clear()
    client.setQueryData(keyOf(currentSession), null)
    // A full load drops everything that the last reader's pages still held in memory.
    window.location.assign(basePathOf('watch'))
  }
  return (
    <Button busy={leave.isPending} onClick={() => leave.mutate({}, { onSettled: onLeft })}>
      {t('退出登录')}
    </Button>
  )
}

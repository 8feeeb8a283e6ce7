import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { currentSession, signOut } from '#modules/access/contract.ts'
import {
  Button,
  keyOf,
  setLanguage,
  setSight,
  signedIn,
  TickField,
  useCommand,
  useLanguage,
  useSight,
} from '#ui/index.ts'
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

/** Language, light or dark, large type: kept in this browser, changed without reloading. */
export function Reading() {
  const t = useText()
  const language = useLanguage()
  const { theme, type } = useSight()
  return (
    <div className="stack reading">
      <fieldset className="row">
        <legend className="small">{t('语言')} / Language</legend>
        {(['zh', 'en'] as const).map((each) => (
          <TickField
            key={each}
            type="radio"
            name="language"
            label={<span lang={each === 'zh' ? 'zh-CN' : 'en'}>{each === 'zh' ? '中文' : 'English'}</span>}
            checked={language === each}
            onChange={() => setLanguage(each)}
          />
        ))}
      </fieldset>
      <fieldset className="row">
        <legend className="small">{t('明暗')}</legend>
        {(['system', 'light', 'dark'] as const).map((each) => (
          <TickField
            key={each}
            type="radio"
            name="theme"
            label={t(THEMES[each])}
            checked={theme === each}
            onChange={() => setSight({ theme: each })}
          />
        ))}
      </fieldset>
      <TickField
        label={t('大字')}
        checked={type === 'large'}
        onChange={({ target }) => setSight({ type: target.checked ? 'large' : 'usual' })}
      />
    </div>
  )
}

const THEMES = { system: '随系统', light: '浅色', dark: '深色' } as const

function SignOut() {
  const t = useText()
  const client = useQueryClient()
  const leave = useCommand(signOut)
  const onLeft = () => {
    signedIn.end()
    client.clear()
    client.setQueryData(keyOf(currentSession), null)
    // A full load drops everything that the last reader's pages still held in memory.
    window.location.assign('/')
  }
  return (
    <Button busy={leave.isPending} onClick={() => leave.mutate({}, { onSettled: onLeft })}>
      {t('退出登录')}
    </Button>
  )
}

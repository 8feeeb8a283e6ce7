import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Failed, Keyboard, Waiting } from '#ui/index.ts'
import { SignInPage } from '../sign-in/SignInPage.tsx'
import { useText } from './messages.ts'
import { SessionContext, useCurrentSession } from './session.ts'
import { ShellHead } from './ShellHead.tsx'
import { SignInAgain } from './SignInAgain.tsx'

const PasswordPage = lazy(() =>
  import('../sign-in/PasswordPage.tsx').then((file) => ({ default: file.PasswordPage })),
)

/** What stands around every page: who one is, where one can go. Without a session the address waits behind the sign-in. */
export function Shell() {
  const t = useText()
  const session = useCurrentSession()

  if (session.data === undefined) {
    return (
      <main className="shell-alone">
        {session.error ? <Failed problem={session.error} again={session.refetch} /> : <Waiting />}
      </main>
    )
  }
  if (session.data === null) return <SignInPage />

  return (
    <SessionContext value={session.data}>
      <a className="skip-link" href="#content">
        {t('跳到正文')}
      </a>
      <div className="shell">
        <ShellHead />
        <Content mustChangePassword={session.data.mustChangePassword} />
      </div>
      <Keyboard />
      <SignInAgain />
    </SessionContext>
  )
}

/** On a new page the focus goes to its content, as a screen reader's user expects of a link. */
function Content({ mustChangePassword }: { readonly mustChangePassword: boolean }) {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const first = useRef(true)

  useEffect(() => {
    if (first.current) first.current = false
    else main.current?.focus({ preventScroll: true })
  }, [path])

  return (
    <main id="content" className="shell-main" tabIndex={-1} ref={main}>
      <Suspense fallback={<Waiting />}>{mustChangePassword ? <PasswordPage forced /> : <Outlet />}</Suspense>
    </main>
  )
}

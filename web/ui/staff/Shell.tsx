import { Outlet, useRouterState } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Failed, Keyboard, Waiting } from '../index.ts'
import { useText } from './messages.ts'
import { PasswordPage } from './password-page.ts'
import { SessionContext, useCurrentSession } from './session.ts'
import { ShellHead } from './ShellHead.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { SignInPage } from './SignInPage.tsx'
import './shell.css'

/** Where one can go: an address of this app, and the permissions of which one is enough. */
export interface Place {
  readonly to: string
  readonly text: string
  /** Places of one group stand together under this name. */
  readonly group: string
  readonly permissions: readonly string[]
  /** What the page's address begins with where that is not `to` itself. */
  readonly under?: string
}

export interface ShellProps {
  /** Folder of the app: where signing out leads. */
  readonly app: 'watch' | 'desk'
  /** In the head and on the sign-in page. */
  readonly name: string
  readonly lead: string
  readonly places: readonly Place[]
  /** Stands in the head of every page. */
  readonly search?: ReactNode
}

/** What stands around every page: who one is, where one can go. Without a session the address waits behind the sign-in. */
export function Shell(props: ShellProps) {
  const t = useText()
  const session = useCurrentSession()

  if (session.data === undefined) {
    return (
      <main className="shell-alone">
        {session.error ? <Failed problem={session.error} again={session.refetch} /> : <Waiting />}
      </main>
    )
  }
  if (session.data === null) return <SignInPage name={props.name} lead={props.lead} />

  return (
    <SessionContext value={session.data}>
      <a className="skip-link" href="#content">
        {t('跳到正文')}
      </a>
      <div className="shell">
        <ShellHead {...props} />
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
    // A page that has put the cursor where work begins keeps it there.
    else if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [path])

  return (
    <main id="content" className="shell-main" tabIndex={-1} ref={main}>
      <Suspense fallback={<Waiting />}>{mustChangePassword ? <PasswordPage forced /> : <Outlet />}</Suspense>
    </main>
  )
}

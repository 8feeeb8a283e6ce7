import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { Keyboard, Waiting } from '../index.ts'
import { useText } from './messages.ts'
import { PasswordPage } from './password-page.ts'
import type { ShellProps } from './Shell.tsx'
import { ShellHead } from './ShellHead.tsx'
import { SignInAgain } from './SignInAgain.tsx'

interface SignedInProps extends ShellProps {
  readonly mustChangePassword: boolean
}

/** The page of somebody who has signed in: who one is, where one can go, and what is there. */
export function SignedIn({ mustChangePassword, ...props }: SignedInProps) {
  const t = useText()
  return (
    <>
      <a className="skip-link" href="#content">
        {t('跳到正文')}
      </a>
      <div className="shell">
        <ShellHead {...props} />
        <Content mustChangePassword={mustChangePassword} />
      </div>
      <Keyboard />
      <SignInAgain />
    </>
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

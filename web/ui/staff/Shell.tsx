import { lazy, type ReactNode, Suspense } from 'react'
import { Failed, Waiting } from '../index.ts'
import { SessionContext, useCurrentSession } from './session.ts'
import { SignInPage } from './SignInPage.tsx'
import './shell.css'

/** Whoever has not signed in yet has no use for navigation and menus. */
const SignedIn = lazy(() => import('./SignedIn.tsx').then((module) => ({ default: module.SignedIn })))

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

/** What stands around every page. Without a session the address waits behind the sign-in. */
export function Shell(props: ShellProps) {
  const session = useCurrentSession()

  if (session.data === undefined)
    return (
      <Alone>
        {session.error ? <Failed problem={session.error} again={session.refetch} /> : <Waiting />}
      </Alone>
    )
  if (session.data === null) return <SignInPage name={props.name} lead={props.lead} />
  return (
    <SessionContext value={session.data}>
      <Suspense
        fallback={
          <Alone>
            <Waiting />
          </Alone>
        }
      >
        <SignedIn {...props} mustChangePassword={session.data.mustChangePassword} />
      </Suspense>
    </SessionContext>
  )
}

const Alone = ({ children }: { readonly children: ReactNode }) => (
  <main className="shell-alone">{children}</main>
)

import { Failed, Waiting } from '#ui/index.ts'
import { SessionContext, SignInAgain, SignInPage, useCurrentSession } from '#ui/staff/index.ts'
import { useText } from '../messages.ts'
import { DepartmentWall } from './DepartmentWall.tsx'

/** A department's wall shows its own matters, so somebody of the department signs it in; others see it refused. */
export function DepartmentScreen({ unit }: { readonly unit: string | null }) {
  const t = useText()
  const session = useCurrentSession()
  if (session.data === undefined)
    return (
      <main className="screen-alone">
        {session.error ? <Failed problem={session.error} again={session.refetch} /> : <Waiting />}
      </main>
    )
  if (session.data === null) return <SignInPage name={t('部门屏')} lead={t('登录后显示部门屏')} />
  // Leaders and supervision have no cases of their own: their wall is everybody's.
  const watches = session.data.roles.some((role) => role === 'leader' || role === 'supervisor')
  const shown = unit ?? (watches ? 'all' : session.data.unit?.id)
  return (
    <SessionContext value={session.data}>
      {shown ? (
        <DepartmentWall unit={shown} />
      ) : (
        <main className="screen-alone">
          <h1>{t('部门屏')}</h1>
          <p>{t('本账号不属于任何单位。请在网址后写明单位，如 ?unit=planning。')}</p>
        </main>
      )}
      <SignInAgain />
    </SessionContext>
  )
}

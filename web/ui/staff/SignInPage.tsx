import { useEffect, useState } from 'react'
import { Notice, Reading } from '../index.ts'
import { useBeginSession } from './session.ts'
import { useText } from './messages.ts'
import type { ShellProps } from './Shell.tsx'
import { SignInForm } from './SignInForm.tsx'
import './sign-in.css'

/** Stands in place of every page while nobody is signed in; the address stays, and opens afterwards. */
export function SignInPage({ name, lead }: Pick<ShellProps, 'name' | 'lead'>) {
  const t = useText()
  const begin = useBeginSession()
  const demo = useIsDemo()

  useEffect(() => {
    document.title = `${t('登录')} · 效能 Xiaoneng`
  })

  return (
    <main className="sign-in">
      <div className="sheet sign-in-sheet stack">
        <header className="row">
          <img src="/mark.svg" alt="" width="40" height="40" />
          <div>
            <h1>{name}</h1>
            <p className="soft small">{lead}</p>
          </div>
        </header>
        <SignInForm action={t('登录')} onSignedIn={begin} />
        {demo && (
          <Notice>
            <p className="small">
              {t(
                '本机运行的是演示数据。账号和密码印在启动时的窗口里；监察人员：zhang.min，规划部门经办人：li.wei。',
              )}
            </p>
          </Notice>
        )}
        <Reading />
      </div>
    </main>
  )
}

/** Demo accounts are spoken of only where the server itself says that it runs the demo. */
function useIsDemo(): boolean {
  const [demo, setDemo] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    fetch('/api/health', { signal: controller.signal })
      .then((response) => response.json() as Promise<{ demo?: boolean }>)
      .then((health) => setDemo(health.demo === true))
      .catch(() => undefined)
    return () => controller.abort()
  }, [])
  return demo
}

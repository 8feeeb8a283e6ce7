import { lazy, Suspense, useSyncExternalStore } from 'react'
import { Button, Dialog, signedIn, Waiting } from '#ui/index.ts'
import { useText } from './messages.ts'

const SignIn = lazy(() => import('./SignIn.tsx').then((file) => ({ default: file.SignIn })))

/** Opens over the page when a request finds the session ended. The page below keeps all that was typed. */
export function SignInAgain() {
  const t = useText()
  const awaited = useSyncExternalStore(signedIn.subscribe, signedIn.isAwaited)
  return (
    <Dialog open={awaited} title={t('请重新登录')} onClose={signedIn.giveUp}>
      <p>{t('登录已过期。页面上填写的内容都还在，登录后会自动继续。')}</p>
      <Suspense fallback={<Waiting />}>
        <SignIn />
      </Suspense>
      <div>
        <Button onClick={signedIn.giveUp}>{t('暂不登录')}</Button>
      </div>
    </Dialog>
  )
}

import { useSyncExternalStore } from 'react'
import { Button, Dialog, signedIn } from '../index.ts'
import { SignInForm } from './SignInForm.tsx'
import { useText } from './messages.ts'
import { useBeginSession, useSession } from './session.ts'

/** Opens over the page when a request finds the session ended. The page below keeps all that was typed. */
export function SignInAgain() {
  const t = useText()
  const session = useSession()
  const begin = useBeginSession()
  const awaited = useSyncExternalStore(signedIn.subscribe, signedIn.isAwaited)

  return (
    <Dialog open={awaited} title={t('请重新登录')} onClose={signedIn.giveUp}>
      <p>{t('登录已过期。页面上填写的内容都还在，登录后会自动继续。')}</p>
      <SignInForm
        account={session.account}
        jurisdiction={session.jurisdiction}
        action={t('重新登录后继续')}
        onSignedIn={begin}
        beside={<Button onClick={signedIn.giveUp}>{t('暂不登录')}</Button>}
      />
    </Dialog>
  )
}

import { type FormEvent, useEffect, useState } from 'react'
import { signIn } from '#modules/access/contract.ts'
import { Button, call, Notice, ProblemError, signedIn, TextField, useSaid } from '#ui/index.ts'
import { newLock, unlock } from './lock.ts'
import { useText } from './messages.ts'
import { keepLock, readLock, wipe } from './phone-store.ts'

/** Signs in where there is a network, and opens what this phone keeps with the same password where there is none. */
export function Unlock({ onOpened }: { readonly onOpened: (key: CryptoKey) => void }) {
  const t = useText()
  const said = useSaid()
  const [account, setAccount] = useState('')
  const [fault, setFault] = useState('')
  const [other, setOther] = useState(false)
  const [busy, setBusy] = useState(false)

  useEffect(() => void readLock().then((lock) => setAccount(lock?.account ?? '')), [])

  const open = async (given: { account: string; password: string; before: string }): Promise<void> => {
    const reached = await enter(given)
    const lock = await readLock()
    if (lock?.account === given.account) {
      const key = await unlock(lock, given.before || given.password)
      if (!key) {
        setOther(reached)
        return setFault(
          reached ? t('本机上的内容是用原来的密码锁的，请再输入原来的密码。') : t('密码不对，请重新输入。'),
        )
      }
      return onOpened(key)
    }
    if (!reached) return setFault(t('第一次使用须联网登录。'))
    // Another inspector's phone: what he left here is sealed with his password, and nobody's to open.
    if (lock) await wipe()
    const fresh = await newLock(given.account, given.password)
    await keepLock(fresh.lock)
    onOpened(fresh.key)
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '')
    setBusy(true)
    setFault('')
    open({ account: given('account').trim(), password: given('password'), before: given('before') })
      .catch((error: unknown) => setFault(error instanceof ProblemError ? said(error.text) : String(error)))
      .finally(() => setBusy(false))
  }

  return (
    <form className="form" onSubmit={onSubmit}>
      <p className="soft">{t('没有网络也能用；内容加密存在本机，联网后按次序上报一次。')}</p>
      {fault && (
        <Notice tone="red" role="alert">
          {fault}
        </Notice>
      )}
      <TextField
        label={t('账号')}
        name="account"
        value={account}
        onChange={({ target }) => setAccount(target.value)}
        autoComplete="username"
        autoCapitalize="none"
        required
      />
      <TextField label={t('密码')} name="password" type="password" autoComplete="current-password" required />
      {other && <TextField label={t('本机旧密码')} name="before" type="password" required />}
      <Button type="submit" look="main" className="inspect-large" busy={busy}>
        {t('打开本机')}
      </Button>
    </form>
  )
}

/** True when the server took the password, false when nobody answered; a refusal is thrown. */
async function enter({ account, password }: { account: string; password: string }): Promise<boolean> {
  try {
    signedIn.begin(await call(signIn, { body: { account, password } }))
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.status === 0) return false
    throw error
  }
}

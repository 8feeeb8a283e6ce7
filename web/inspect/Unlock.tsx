import { type FormEvent, useEffect, useState } from 'react'
import { signIn } from '#modules/access/contract.ts'
import { Button, call, Notice, ProblemError, signedIn, TextField, TickField, useSaid } from '#ui/index.ts'
import { newLock, unlock } from './lock.ts'
import { useText } from './messages.ts'
import { keepLock, readLock, readSteps, wipe } from './phone-store.ts'
import { countOf } from './queue.ts'

/** Signs in where there is a network, and opens what this phone keeps with the same password where there is none. */
export function Unlock({ onOpened }: { readonly onOpened: (key: CryptoKey) => void }) {
  const t = useText()
  const said = useSaid()
  const [account, setAccount] = useState('')
  const [fault, setFault] = useState('')
  const [other, setOther] = useState(false)
  const [busy, setBusy] = useState(false)
  const [left, setLeft] = useState(0)

  useEffect(() => void readLock().then((lock) => setAccount(lock?.account ?? '')), [])

  const open = async (given: Given): Promise<void> => {
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
    // Another inspector's phone: what he left here is sealed with his password, and nobody's to open. It goes only
    // when this one says so: it may be all there is of a visit.
    const unsent = lock ? await countUnsent() : 0
    if (unsent > 0 && !given.wipes) return setLeft(unsent)
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
    setLeft(0)
    open({
      ...{ account: given('account').trim(), password: given('password'), before: given('before') },
      wipes: form.get('wipes') !== null,
    })
      .catch((error: unknown) => setFault(error instanceof ProblemError ? said(error.text) : String(error)))
      .finally(() => setBusy(false))
  }

  return (
    <form className="form" onSubmit={onSubmit}>
      <p className="soft">{t('没有网络也能用；内容加密存在本机，联网后按次序上报一次。')}</p>
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
      {left > 0 && (
        <Notice tone="red" role="alert">
          <p>{t('本机上还有另一名检查人员没有上报的 {{count}} 步。请先由他登录上报。', { count: left })}</p>
          <TickField name="wipes" label={t('仍然清除他的内容，找不回来')} />
        </Notice>
      )}
      {fault && (
        <Notice tone="red" role="alert">
          {fault}
        </Notice>
      )}
      <Button type="submit" look="main" className="inspect-large" busy={busy}>
        {t('打开本机')}
      </Button>
    </form>
  )
}

interface Given {
  readonly account: string
  readonly password: string
  readonly before: string
  /** What another inspector left here may go. */
  readonly wipes: boolean
}

async function countUnsent(): Promise<number> {
  const steps = await readSteps()
  return countOf(steps, 'waiting') + countOf(steps, 'refused')
}

/** True when the server took the password, false when nobody answered; a refusal is thrown. */
async function enter({ account, password }: Given): Promise<boolean> {
  try {
    signedIn.begin(await call(signIn, { body: { account, password } }))
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.status === 0) return false
    throw error
  }
}

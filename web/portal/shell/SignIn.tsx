import { type FormEvent, useEffect, useRef, useState } from 'react'
import { sendSignInCode, signInByCode } from '#modules/residents/contract.ts'
import { Button, Notice, TextField, useCommand, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useBeginSession } from './session.ts'

/** Signing in by a code sent to one's phone: first the number, then the six digits. */
export function SignIn() {
  const t = useText()
  const [phone, setPhone] = useState('')
  const sending = useCommand(sendSignInCode)
  const sent = sending.data

  return (
    <div className="form sign-in">
      <PhoneForm
        phone={phone}
        // The code belongs to the number that it was sent to.
        onPhone={(number) => (setPhone(number), sending.reset())}
        again={sent !== undefined}
        busy={sending.isPending}
        error={sending.error}
        onSend={() => sending.mutate({ body: { phone } })}
      />
      {sent && (
        <>
          <p role="status">
            {t('验证码已发到 {{phone}}，{{minutes}} 分钟内有效。', {
              phone: sent.sentTo,
              minutes: Math.round(sent.validSeconds / 60),
            })}
          </p>
          {sent.demoCode && (
            <Notice tone="yellow">
              {t('演示：这里不发短信，验证码是 {{code}}', { code: sent.demoCode })}
            </Notice>
          )}
          <CodeForm phone={phone} />
        </>
      )}
      <p className="soft small">{t('登录只用来找到您自己的申请。号码加密保存，不用于其他目的。')}</p>
    </div>
  )
}

interface PhoneFormProps {
  readonly phone: string
  readonly onPhone: (phone: string) => void
  readonly again: boolean
  readonly busy: boolean
  readonly error: { readonly text: { zh: string; en: string } } | null
  readonly onSend: () => void
}

function PhoneForm({ phone, onPhone, again, busy, error, onSend }: PhoneFormProps) {
  const t = useText()
  const said = useSaid()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSend()
  }
  return (
    <form className="stack" onSubmit={send}>
      <TextField
        label={t('手机号码')}
        hint={t('用本人的手机号码，11 位数字。')}
        error={error ? said(error.text) : undefined}
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        maxLength={20}
        required
        value={phone}
        onChange={({ target }) => onPhone(target.value)}
      />
      <div>
        <Button type="submit" look={again ? 'usual' : 'main'} busy={busy}>
          {again ? t('重新获取验证码') : t('获取验证码')}
        </Button>
      </div>
    </form>
  )
}

function CodeForm({ phone }: { readonly phone: string }) {
  const t = useText()
  const said = useSaid()
  const begin = useBeginSession()
  const [code, setCode] = useState('')
  const signing = useCommand(signInByCode)
  const form = useRef<HTMLFormElement>(null)
  // The code is what one types next; on a phone the keyboard then offers the one from the message.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!signing.isPending) signing.mutate({ body: { phone, code } }, { onSuccess: begin })
  }
  return (
    <form className="stack" onSubmit={submit} ref={form}>
      <TextField
        label={t('验证码')}
        error={signing.error ? said(signing.error.text) : undefined}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        required
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <div>
        <Button type="submit" look="main" busy={signing.isPending}>
          {t('登录')}
        </Button>
      </div>
    </form>
  )
}

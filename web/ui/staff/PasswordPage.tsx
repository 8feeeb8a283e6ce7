import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { changePassword, currentSession } from '#modules/access/contract.ts'
import { Button, Notice, Page, TextField, useCommand, useSaid, useToast } from '../index.ts'
import { useSession } from './session.ts'
import { useText } from './messages.ts'

/** `forced` where an account still has the password that somebody else chose for it. */
export function PasswordPage({ forced = false }: { readonly forced?: boolean }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const client = useQueryClient()
  const { account } = useSession()
  const change = useCommand(changePassword, { refreshes: [currentSession] })
  const [differ, setDiffer] = useState(false)

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const text = (name: string) => String(given.get(name) ?? '')
    setDiffer(text('next') !== text('again'))
    if (text('next') !== text('again')) return
    const onSuccess = () => {
      form.reset()
      say(t('密码已修改。'))
      void client.invalidateQueries()
    }
    change.mutate({ body: { current: text('current'), next: text('next') } }, { onSuccess })
  }

  return (
    <Page title={t('修改密码')}>
      {forced && <Notice tone="yellow">{t('首次登录请先修改密码，之后才能使用其他页面。')}</Notice>}
      <form className="form" onSubmit={onSubmit}>
        <input type="text" name="username" autoComplete="username" value={account} readOnly hidden />
        {change.error && (
          <Notice tone="red" role="alert">
            {said(change.error.text)}
          </Notice>
        )}
        <TextField
          label={t('当前密码')}
          name="current"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <TextField
          label={t('新密码')}
          name="next"
          type="password"
          autoComplete="new-password"
          hint={t('至少 10 个字符，不要用账号名或常见密码。')}
          minLength={10}
          maxLength={200}
          required
        />
        <TextField
          label={t('再写一遍新密码')}
          name="again"
          type="password"
          autoComplete="new-password"
          error={differ ? t('两次写的不一样，请重写。') : undefined}
          maxLength={200}
          required
        />
        <div>
          <Button type="submit" look="main" busy={change.isPending}>
            {t('修改密码')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

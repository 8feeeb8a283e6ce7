import { type FormEvent, type ReactNode, useState } from 'react'
import { type Session, signIn } from '#modules/access/contract.ts'
import { listJurisdictions } from '#modules/organisation/contract.ts'
import {
  Button,
  Notice,
  SelectField,
  TextField,
  TickField,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '../index.ts'
import { useText } from './messages.ts'

interface SignInFormProps {
  readonly account?: string
  readonly jurisdiction?: string
  readonly action: string
  readonly onSignedIn: (session: Session) => void
  readonly beside?: ReactNode
}

/** The password is read from the form when it is sent and stays nowhere else. */
export function SignInForm({ account, jurisdiction, action, onSignedIn, beside }: SignInFormProps) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const [shown, setShown] = useState(false)
  const jurisdictions = useAnswer(listJurisdictions, {})
  const places = jurisdictions.data?.rows ?? []
  const enter = useCommand(signIn)

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '')
    const body = {
      jurisdiction: given('jurisdiction') || undefined,
      account: given('account').trim(),
      password: given('password'),
    }
    enter.mutate({ body }, { onSuccess: onSignedIn })
  }

  return (
    <form className="form" onSubmit={onSubmit}>
      {enter.error && (
        <Notice tone="red" role="alert">
          {said(enter.error.text)}
        </Notice>
      )}
      {places.length > 1 && (
        <SelectField
          label={t('行政区域')}
          name="jurisdiction"
          defaultValue={jurisdiction}
          options={places.map(({ id, name, nameEn }) => ({
            value: id,
            text: language === 'en' ? nameEn || name : name,
          }))}
        />
      )}
      <TextField
        key={account}
        label={t('账号')}
        name="account"
        defaultValue={account}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        autoFocus={!account}
        required
      />
      <TextField
        label={t('密码')}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        maxLength={200}
        data-first-focus={account ? '' : undefined}
        required
      />
      <TickField label={t('显示密码')} checked={shown} onChange={({ target }) => setShown(target.checked)} />
      <div className="row">
        <Button type="submit" look="main" busy={enter.isPending}>
          {action}
        </Button>
        {beside}
      </div>
    </form>
  )
}

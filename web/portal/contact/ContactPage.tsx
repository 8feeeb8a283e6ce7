import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { getHeldCard, type HeldCard, returnHeldCard } from '#modules/accountability/contract.ts'
import {
  Button,
  Failed,
  keyOf,
  Notice,
  Page,
  SelectField,
  TextAreaField,
  TextField,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
  Waiting,
} from '#ui/index.ts'
import { go, GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

interface ContactProps {
  readonly card: string
  readonly code: string
}

/** 效能监督卡, by the number and the code on it: from whoever was served straight to the complaint centre. */
export function ContactPage({ card, code }: ContactProps) {
  return card && code ? <Shown card={card} code={code} /> : <AskForCard card={card} />
}

function Shown({ card, code }: ContactProps) {
  const t = useText()
  const found = useAnswer(getHeldCard, { params: { card }, query: { code } })
  if (found.data) return <Held of={found.data} code={code} />
  if (!found.error) return <Waiting />
  return (
    <Page title={t('效能监督卡')}>
      <Failed problem={found.error} again={found.refetch} />
      <p>
        <GoTo to={pageAt('contact', card)}>{t('重新输入')}</GoTo>
      </p>
    </Page>
  )
}

function Held({ of, code }: { readonly of: HeldCard; readonly code: string }) {
  const t = useText()
  const said = useSaid()
  return (
    <Page title={`${t('效能监督卡')} ${of.card}`} lead={t('您在 {{unit}} 办的事', { unit: said(of.unit) })}>
      {of.returned ? (
        <Notice>
          ✓ {t('已经送到效能投诉中心。谢谢！')}{' '}
          {of.outcome
            ? t('处理结果：{{outcome}}', { outcome: of.outcome })
            : t('凭这张卡的卡号和校验码，以后可以看处理结果。')}
        </Notice>
      ) : (
        <FillIn of={of} code={code} />
      )}
    </Page>
  )
}

/** None is chosen beforehand: a card that was sent in a hurry must not praise by itself. */
const OPINIONS = { satisfied: '满意', fair: '一般', dissatisfied: '不满意' } as const
type Opinion = keyof typeof OPINIONS

function FillIn({ of: { card }, code }: { readonly of: HeldCard; readonly code: string }) {
  const t = useText()
  const said = useSaid()
  const client = useQueryClient()
  const [collected, setCollected] = useState(false)
  const send = useCommand(returnHeldCard, {})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const params = { card }
    const told = { badge: text('badge'), contactAt: `${text('day')} ${text('hour')}`, text: text('text') }
    send.mutate(
      { params, body: { code, ...told, opinion: text('opinion') as Opinion, collected } },
      { onSuccess: (answer) => client.setQueryData(keyOf(getHeldCard, { params, query: { code } }), answer) },
    )
  }
  return (
    <form className="form" onSubmit={submit}>
      <TextField label={t('哪一天去的')} name="day" type="date" required />
      <SelectField
        label={t('什么时候')}
        name="hour"
        options={(['记不清', '上午', '下午'] as const).map((hour) => ({ value: hour, text: t(hour) }))}
      />
      <TextField
        label={t('工作人员的工号（工作牌上有，不知道可不填）')}
        name="badge"
        autoComplete="off"
        maxLength={40}
      />
      <fieldset className="stack">
        <legend>{t('您的评价（必选一项）')}</legend>
        {(['satisfied', 'fair', 'dissatisfied'] as const).map((opinion) => (
          <TickField
            key={opinion}
            type="radio"
            name="opinion"
            value={opinion}
            required
            label={t(OPINIONS[opinion])}
          />
        ))}
      </fieldset>
      <TextAreaField
        label={t('有什么要说的（不满意的请写明是什么事）')}
        name="text"
        rows={4}
        maxLength={1000}
      />
      <TickField
        label={t('单位要我把卡交回给他们')}
        checked={collected}
        onChange={({ target }) => setCollected(target.checked)}
      />
      {send.error && (
        <Notice tone="red" role="alert">
          {said(send.error.text)}
        </Notice>
      )}
      <div>
        <Button type="submit" look="main" busy={send.isPending}>
          {t('直接送投诉中心')}
        </Button>
      </div>
    </form>
  )
}

function AskForCard({ card }: { readonly card: string }) {
  const t = useText()
  const [number, setNumber] = useState(card)
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(pageAt('contact', number.trim().toUpperCase(), { code: code.trim().toUpperCase() }))
  }
  return (
    <Page
      title={t('效能监督卡')}
      lead={t('输入卡上的卡号和校验码。您填的内容直接送到效能投诉中心，不经过办事单位。')}
    >
      <form className="form" onSubmit={submit}>
        <TextField
          label={t('卡号')}
          name="card"
          autoComplete="off"
          required
          maxLength={20}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
        <TextField
          label={t('校验码')}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          required
          minLength={4}
          maxLength={20}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <div>
          <Button type="submit" look="main">
            {t('打开')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

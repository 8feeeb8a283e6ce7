import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { confirmHeldSlip, getHeldSlip, type HeldSlip } from '#modules/hall/contract.ts'
import {
  Button,
  Failed,
  InstantText,
  keyOf,
  Notice,
  Page,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
  Waiting,
} from '#ui/index.ts'
import { go, GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

interface SlipPageProps {
  readonly slip: string
  readonly code: string
}

/** 转办单, typed or brought along by its QR code: where to go, and the word that one has arrived. */
export function SlipPage({ slip, code }: SlipPageProps) {
  return slip && code ? <Shown slip={slip} code={code} /> : <AskForSlip slip={slip} />
}

function Shown({ slip, code }: SlipPageProps) {
  const t = useText()
  const found = useAnswer(getHeldSlip, { params: { slip }, query: { code } })
  if (found.data) return <Held of={found.data} code={code} />
  if (!found.error) return <Waiting />
  return (
    <Page title={t('转办单')}>
      <Failed problem={found.error} again={found.refetch} />
      <p>
        <GoTo to={pageAt('slip', slip)}>{t('重新输入')}</GoTo>
      </p>
    </Page>
  )
}

function Held({ of: slip, code }: { readonly of: HeldSlip; readonly code: string }) {
  const t = useText()
  const said = useSaid()
  return (
    <Page title={`${t('转办单')} ${slip.slip}`} lead={t('您问的是：{{matter}}', { matter: slip.matter })}>
      <dl className="guide-facts">
        <div>
          <dt>{t('请到')}</dt>
          <dd>
            <strong>{said(slip.to.name)}</strong>
            <br />
            {slip.place}
          </dd>
        </div>
        <div>
          <dt>{t('电话')}</dt>
          <dd>
            <a href={`tel:${slip.phone}`}>{slip.phone}</a>
          </dd>
        </div>
        <div>
          <dt>{t('原因')}</dt>
          <dd>{slip.reason}</dd>
        </div>
        <div>
          <dt>{t('首问责任人')}</dt>
          <dd>
            {said(slip.from.name)} {slip.officer}
          </dd>
        </div>
      </dl>
      <Arrival of={slip} code={code} />
      <p className="soft prose">{t('到了没人接待？请拨打 12345，首问责任人仍对您的事负责。')}</p>
    </Page>
  )
}

function Arrival({ of: { slip, arrived }, code }: { readonly of: HeldSlip; readonly code: string }) {
  const t = useText()
  const said = useSaid()
  const client = useQueryClient()
  const confirm = useCommand(confirmHeldSlip, {})
  if (arrived)
    return (
      <Notice>
        ✓ {t('已确认到达：')}
        <InstantText at={arrived.at} />
      </Notice>
    )
  const params = { slip }
  const arrive = () =>
    confirm.mutate(
      { params, body: { code } },
      {
        onSuccess: (answer) => client.setQueryData(keyOf(getHeldSlip, { params, query: { code } }), answer),
      },
    )
  return (
    <>
      {confirm.error && (
        <Notice tone="red" role="alert">
          {said(confirm.error.text)}
        </Notice>
      )}
      <div>
        <Button look="main" busy={confirm.isPending} onClick={arrive}>
          {t('我到了')}
        </Button>
      </div>
    </>
  )
}

function AskForSlip({ slip }: { readonly slip: string }) {
  const t = useText()
  const [number, setNumber] = useState(slip)
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(pageAt('slip', number.trim().toUpperCase(), { code: code.trim().toUpperCase() }))
  }
  return (
    <Page title={t('转办单')} lead={t('输入转办单上的编号和确认码，看去哪里办；到了以后点“我到了”。')}>
      <form className="form" onSubmit={submit}>
        <TextField
          label={t('转办单编号')}
          name="slip"
          autoComplete="off"
          required
          maxLength={40}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
        <TextField
          label={t('确认码')}
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

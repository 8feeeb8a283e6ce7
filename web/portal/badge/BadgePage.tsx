import { type FormEvent, useState } from 'react'
import { type BadgeView, getBadge } from '#modules/hall/contract.ts'
import { Button, Failed, Notice, Page, TextField, useAnswer, useSaid, Waiting } from '#ui/index.ts'
import { go, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

/** 挂牌服务: whoever is served may ask who serves; the answer is what is printed on the plate. */
export function BadgePage({ badge }: { readonly badge: string }) {
  const t = useText()
  const [typed, setTyped] = useState(badge)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(pageAt('badge', typed.trim()))
  }
  return (
    <Page title={t('查工作牌')} lead={t('输入窗口人员胸前工作牌的号码，看是不是本人、是哪个单位的。')}>
      {badge && <Found badge={badge} />}
      <form className="form" onSubmit={submit}>
        <TextField
          label={t('工作牌号码')}
          name="badge"
          autoComplete="off"
          required
          maxLength={30}
          pattern="[A-Za-z0-9][A-Za-z0-9\-]*"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div>
          <Button type="submit" look="main">
            {t('查一查')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

function Found({ badge }: { readonly badge: string }) {
  const t = useText()
  const found = useAnswer(getBadge, { params: { badge } })
  if (found.data) return found.data.valid ? <Valid badge={found.data} /> : <Invalid badge={found.data} />
  if (!found.error) return <Waiting />
  if (found.error.status === 404 || found.error.status === 400)
    return (
      <Notice tone="red" role="alert">
        {t('没有这个号码的工作牌。请再看一眼号码；确实查不到，请拨打 12345。')}
      </Notice>
    )
  return <Failed problem={found.error} again={found.refetch} />
}

const GONE = {
  returned: '这个工作牌已经收回，不能再用。有人还戴着它，请拨打 12345。',
  lost: '这个工作牌已经挂失，不能再用。有人还戴着它，请拨打 12345。',
  expired: '这个工作牌的借用期已满，不能再用。',
} as const

function Invalid({ badge: { badge, standing } }: { readonly badge: BadgeView }) {
  const t = useText()
  return (
    <Notice tone="red" role="alert">
      <strong>✕ {badge}</strong> {t(GONE[standing === 'valid' ? 'returned' : standing])}
    </Notice>
  )
}

function Valid({ badge: { badge, name, unit, duties, counter } }: { readonly badge: BadgeView }) {
  const t = useText()
  const said = useSaid()
  return (
    <section className="sheet stack">
      <h2>
        ✓ {t('在用的工作牌')} {badge}
      </h2>
      <dl className="guide-facts">
        <div>
          <dt>{t('姓名')}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{t('单位')}</dt>
          <dd>{unit && said(unit.name)}</dd>
        </div>
        <div>
          <dt>{t('职责')}</dt>
          <dd>{duties && said(duties)}</dd>
        </div>
        <div>
          <dt>{t('现在在')}</dt>
          <dd>
            {counter ? `${counter.counter} ${said(counter.name)} ${counter.place}` : t('现在没有在窗口')}
          </dd>
        </div>
      </dl>
      <p>{t('与面前的人对不上，就是有人冒用，请拨打 12345。')}</p>
    </section>
  )
}

import { type FormEvent, useState } from 'react'
import { checkNotice, type NoticeCheck } from '#modules/notices/contract.ts'
import { Button, DayText, Failed, Notice, Page, TextField, useAnswer, useSaid, Waiting } from '#ui/index.ts'
import { go, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

/** Anybody with a paper in hand may ask whether it is real; the answer says nothing about the person. */
export function CheckPage({ code }: { readonly code: string }) {
  const t = useText()
  const [typed, setTyped] = useState(code)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(pageAt('check', typed.trim().toUpperCase()))
  }
  return (
    <Page title={t('查验文书')} lead={t('输入文书二维码下面的查验码，看它是不是真的、现在还算不算数。')}>
      {code && <Checked code={code} />}
      <form className="form" onSubmit={submit}>
        <TextField
          label={t('查验码')}
          name="code"
          autoComplete="off"
          required
          maxLength={80}
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

function Checked({ code }: { readonly code: string }) {
  const t = useText()
  const checked = useAnswer(checkNotice, { params: { code } })
  if (checked.data) return <Found paper={checked.data} />
  if (!checked.error) return <Waiting />
  if (checked.error.status === 404)
    return (
      <Notice tone="red" role="alert">
        {t('没有这份文书。请核对查验码；核对无误仍查不到，请拨打 12345。')}
      </Notice>
    )
  return <Failed problem={checked.error} again={checked.refetch} />
}

function Found({ paper }: { readonly paper: NoticeCheck }) {
  const t = useText()
  const said = useSaid()
  return (
    <section className="sheet stack">
      <h2>{paper.stands ? `✓ ${t('是真的，现在有效')}` : `✕ ${t('是真的，但已撤回')}`}</h2>
      <p>{t('请逐项与手里的文书对照：有一项不一样，就不是这一份。')}</p>
      <dl className="guide-facts">
        <div>
          <dt>{t('文书')}</dt>
          <dd>{said(paper.title)}</dd>
        </div>
        <div>
          <dt>{t('文号')}</dt>
          <dd>{paper.number}</dd>
        </div>
        <div>
          <dt>{t('制发单位')}</dt>
          <dd>{paper.issuedBy}</dd>
        </div>
        <div>
          <dt>{t('日期')}</dt>
          <dd>
            <DayText day={paper.issuedOn} />
          </dd>
        </div>
        {paper.withdrawnOn && (
          <div>
            <dt>{t('撤回日期')}</dt>
            <dd>
              <DayText day={paper.withdrawnOn} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('内容指纹')}</dt>
          <dd>
            <code className="small">{paper.hash}</code>
          </dd>
        </div>
      </dl>
    </section>
  )
}

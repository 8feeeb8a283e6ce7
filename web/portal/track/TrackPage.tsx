import { type FormEvent, useState } from 'react'
import { trackFile } from '#modules/cases/contract.ts'
import { Button, Failed, Page, TextField, useAnswer, Waiting } from '#ui/index.ts'
import { go, GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'
import { TrackedCase } from './TrackedCase.tsx'

interface TrackPageProps {
  readonly caseNo: string
  readonly code: string
}

/** By number and code, typed or brought along by a QR code. */
export function TrackPage({ caseNo, code }: TrackPageProps) {
  return caseNo && code ? <Tracked caseNo={caseNo} code={code} /> : <AskForNumber caseNo={caseNo} />
}

function Tracked({ caseNo, code }: TrackPageProps) {
  const t = useText()
  const found = useAnswer(trackFile, { params: { caseNo }, query: { code } })
  if (found.data) return <TrackedCase file={found.data} code={code} />
  if (!found.error) return <Waiting />
  return (
    <Page title={t('查办件进度')}>
      <Failed problem={found.error} again={found.refetch} />
      <p>
        <GoTo to={pageAt('track', caseNo)}>{t('重新输入')}</GoTo>
      </p>
    </Page>
  )
}

function AskForNumber({ caseNo }: { readonly caseNo: string }) {
  const t = useText()
  const [number, setNumber] = useState(caseNo)
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(pageAt('track', number.trim(), { code: code.trim().toUpperCase() }))
  }
  return (
    <Page title={t('查办件进度')} lead={t('编号和查询码印在收件凭证上，也在发给您的短信里。')}>
      <form className="form" onSubmit={submit}>
        <TextField
          label={t('办件编号')}
          hint={t('如 261122-480913-7')}
          name="caseNo"
          inputMode="text"
          autoComplete="off"
          required
          minLength={3}
          maxLength={60}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
        <TextField
          label={t('查询码')}
          hint={t('8 位字母和数字')}
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
            {t('查一查')}
          </Button>
        </div>
      </form>
      <p className="soft prose">
        {t('丢了查询码？用手机验证码登录后，在“我的办件”里也能看到；在窗口办的，请带证件到窗口补打。')}{' '}
        <GoTo to={pageAt('mine')}>{t('我的办件')}</GoTo>
      </p>
    </Page>
  )
}

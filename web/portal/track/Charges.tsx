import type { FormEvent } from 'react'
import { tellChargeTracked, trackCharges } from '#modules/cases/contract.ts'
import {
  Button,
  Notice,
  sayMoney,
  Section,
  SelectField,
  TextField,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './charge-messages.ts'

interface Proof {
  readonly caseNo: string
  readonly code: string
}

/** 收费: what was charged for this case, and a word about what else was asked for. */
export function Charges({ caseNo, code }: Proof) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const tracked = useAnswer(trackCharges, { params: { caseNo }, query: { code } })
  const charges = tracked.data?.charges ?? []
  return (
    <Section title={t('收费')} id="charges">
      {charges.length === 0 && <p className="soft">{t('本件没有收费。')}</p>}
      <ul>
        {charges.map(({ fee, name, cents, receipt }) => (
          <li key={fee}>
            {said(name)}（{fee}）：{sayMoney(cents, language)} · {receipt.number}
          </li>
        ))}
      </ul>
      <p className="small">
        <GoTo to={pageAt('fees')}>{t('看收费公示')}</GoTo>
      </p>
      <details>
        <summary>{t('有人向我收了别的钱')}</summary>
        <Tell caseNo={caseNo} code={code} />
      </details>
    </Section>
  )
}

function Tell({ caseNo, code }: Proof) {
  const t = useText()
  const said = useSaid()
  const tell = useCommand(tellChargeTracked, { refreshes: [trackCharges] })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const body = {
      ...{ code, fee: text('fee') || null, title: text('title'), on: text('on') },
      cents: Math.round(Number(text('yuan')) * 100),
      by: text('by') as 'office' | 'agent' | 'intermediary',
    }
    tell.mutate({ params: { caseNo }, body })
  }
  if (tell.data)
    return tell.data.found ? (
      <Notice tone="yellow">
        {said(tell.data.found.because)}。{t('已告知监察。')}
      </Notice>
    ) : (
      <Notice>{t('与收费目录相符。')}</Notice>
    )
  return (
    <form className="form" onSubmit={submit}>
      {tell.error && <Notice tone="red">{said(tell.error.text)}</Notice>}
      <TextField label={t('说是什么钱')} name="title" maxLength={200} required />
      <TextField label={t('多少（元）')} name="yuan" type="number" min="0.01" step="0.01" required />
      <TextField label={t('哪一天')} name="on" type="date" required />
      <SelectField
        label={t('谁收的')}
        name="by"
        options={[
          { value: 'office', text: t('窗口或单位') },
          { value: 'agent', text: t('代办人员') },
          { value: 'intermediary', text: t('中介机构') },
        ]}
      />
      <TextField label={t('票据上的收费编码（没有的不填）')} name="fee" maxLength={60} />
      <div>
        <Button type="submit" busy={tell.isPending}>
          {t('核对并反映')}
        </Button>
      </div>
    </form>
  )
}

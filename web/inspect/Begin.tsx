import { useState } from 'react'
import { Button, Notice, Section, TickField } from '#ui/index.ts'
import { isWitnessed } from './before-sending.ts'
import { whereNow } from './capture.ts'
import { useText } from './messages.ts'
import type { VisitPartProps } from './Visit.tsx'

/** 到场: the place and who is there. What the server would not take is said while one can still do something about it. */
export function Begin({ taken: { view }, phone }: VisitPartProps) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [alone, setAlone] = useState(false)
  const [present, setPresent] = useState<readonly string[]>([])
  const begin = async () => {
    setBusy(true)
    try {
      const position = await whereNow()
      const proven = isWitnessed(position, present, phone.account)
      setAlone(!proven)
      if (!proven) return
      const act = { kind: 'start' as const, position, present: [...present] }
      await phone.act(view.visit, act, () => ({ started: true, present }))
    } finally {
      setBusy(false)
    }
  }
  const others = view.team.filter(({ account }) => account !== phone.account)
  return (
    <Section title={t('到场开始')}>
      <fieldset className="inspect-choice">
        <legend>{t('同行人员')}</legend>
        {others.map(({ account, name }) => (
          <TickField
            key={account}
            label={name}
            checked={present.includes(account)}
            onChange={({ target }) =>
              setPresent(target.checked ? [...present, account] : present.filter((one) => one !== account))
            }
          />
        ))}
      </fieldset>
      <p className="soft small">{t('一人到场须有定位；没有定位须两人到场。')}</p>
      {alone && (
        <Notice tone="red" role="alert">
          {t('没有得到定位。请打开手机的定位并允许本页使用，或者勾选一同到场的人。')}
        </Notice>
      )}
      <Button look="main" className="inspect-large" busy={busy} onClick={() => void begin()}>
        {busy ? t('正在定位') : t('到场开始')}
      </Button>
    </Section>
  )
}

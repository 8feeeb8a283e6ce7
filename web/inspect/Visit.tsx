import { type FormEvent, useState } from 'react'
import { Button, Section, TextAreaField, TickField, useSaid } from '#ui/index.ts'
import { whereNow } from './capture.ts'
import { Checklist } from './Checklist.tsx'
import { EvidencePart } from './EvidencePart.tsx'
import { FindingPart } from './FindingPart.tsx'
import { useText } from './messages.ts'
import type { TakenVisit } from './phone-store.ts'
import { RecheckPart } from './RecheckPart.tsx'
import { StatementPart } from './StatementPart.tsx'
import type { Phone } from './use-phone.ts'

export interface VisitPartProps {
  readonly taken: TakenVisit
  readonly phone: Phone
}

/** One visit, from the arrival to the sheet. Every button keeps what it does on the phone at once. */
export function Visit({ taken, phone, onBack }: VisitPartProps & { readonly onBack: () => void }) {
  const t = useText()
  const said = useSaid()
  const { view, draft } = taken
  const on = draft.started && !draft.ended
  const part = { taken, phone }
  return (
    <article className="stack">
      <Button look="quiet" onClick={onBack}>
        ← {t('返回')}
      </Button>
      <h2>
        {said(view.name)} {view.section}
      </h2>
      {!draft.started && <Begin {...part} />}
      {on && (
        <>
          <Checklist {...part} />
          <EvidencePart {...part} />
          <StatementPart {...part} />
          <FindingPart {...part} />
          {view.follows.length > 0 && <RecheckPart {...part} />}
          <Button
            look="main"
            className="inspect-large"
            onClick={() => void phone.act(taken, { kind: 'end' }, { ended: true })}
          >
            {t('结束检查')}
          </Button>
        </>
      )}
      {draft.ended && <Sheet {...part} />}
    </article>
  )
}

function Begin({ taken, phone }: VisitPartProps) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [present, setPresent] = useState<readonly string[]>([])
  const begin = async () => {
    setBusy(true)
    const position = await whereNow()
    await phone.act(taken, { kind: 'start', position, present: [...present] }, { started: true, present })
  }
  return (
    <Section title={t('到场开始')}>
      <fieldset className="inspect-choice">
        <legend>{t('同行人员')}</legend>
        {taken.view.team.map(({ account, name }) => (
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
      <Button look="main" className="inspect-large" busy={busy} onClick={() => void begin()}>
        {busy ? t('正在定位') : t('到场开始')}
      </Button>
    </Section>
  )
}

function Sheet({ taken, phone }: VisitPartProps) {
  const t = useText()
  if (taken.draft.handedIn) return <p>{t('已交，待上报。')}</p>
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void phone.sheet(taken, String(new FormData(event.currentTarget).get('text') ?? ''))
  }
  return (
    <Section title={t('情况单')}>
      <form className="form" onSubmit={onSubmit}>
        <TextAreaField label={t('情况单')} name="text" rows={4} minLength={2} maxLength={4000} required />
        <Button type="submit" look="main" className="inspect-large">
          {t('交情况单')}
        </Button>
      </form>
    </Section>
  )
}

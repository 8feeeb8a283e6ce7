import { type FormEvent, useState } from 'react'
import { Button, Section, TextAreaField } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useTyped } from './use-typed.ts'
import type { VisitPartProps } from './Visit.tsx'

/** 情况单: the last step of a visit; sent, nothing of the visit stays on the phone. */
export function SheetPart(props: VisitPartProps) {
  const { taken, phone } = props
  const t = useText()
  const [text, setText] = useTyped(props, 'sheet')
  const [busy, setBusy] = useState(false)
  if (taken.draft.handedIn) return <p>✓ {t('已交，待上报。')}</p>
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    await phone.sheet(taken.view.visit, text).finally(() => setBusy(false))
  }
  return (
    <Section title={t('情况单')}>
      <form className="form" onSubmit={(event) => void onSubmit(event)}>
        <TextAreaField
          label={t('情况单')}
          hint={t('概括查了什么、看到什么。交出以后不能再改。')}
          rows={4}
          minLength={2}
          maxLength={4000}
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" look="main" className="inspect-large" busy={busy}>
          {t('交情况单')}
        </Button>
      </form>
    </Section>
  )
}

import { type FormEvent, useRef, useState } from 'react'
import { Button, Notice, Section, SelectField, TextAreaField, TextField, useToast } from '#ui/index.ts'
import { whereNow } from './capture.ts'
import { useText } from './messages.ts'
import { type Drawn, Signature } from './Signature.tsx'
import { useTyped } from './use-typed.ts'
import type { VisitPartProps } from './Visit.tsx'

/** What the visited say, signed by hand on the screen; or who saw that they would not sign. */
export function StatementPart(props: VisitPartProps) {
  const { taken, phone } = props
  const t = useText()
  const say = useToast()
  const [speaker, setSpeaker] = useTyped(props, 'speaker')
  const [name, setName] = useTyped(props, 'speakerName')
  const [text, setText] = useTyped(props, 'statement')
  const [refusedBefore, setRefusedBefore] = useState('')
  const [unsigned, setUnsigned] = useState(false)
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  const signature = useRef<Drawn>(async () => null)
  const { visit, team } = taken.view

  const signed = async (drawn: Blob) => {
    const about = { item: null, witnesses: taken.draft.present, caption: speaker, position: await whereNow() }
    return phone.file(visit, { ...about, kind: 'signature', file: drawn })
  }
  const keep = async (): Promise<boolean> => {
    const drawn = refusedBefore === '' ? await signature.current() : null
    setUnsigned(refusedBefore === '' && drawn === null)
    if (refusedBefore === '' && drawn === null) return false
    const file = drawn && (await signed(drawn))
    if (drawn && file === null) return false
    const statement = { speaker, text, name: name || null, signature: file }
    const act = { kind: 'statement' as const, ...statement, refusedBefore: refusedBefore || null }
    return phone.act(visit, act, ({ statements }) => ({ statements: statements + 1 }))
  }
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const kept = await keep().finally(() => setBusy(false))
    if (!kept) return
    for (const clear of [setSpeaker, setName, setText, setRefusedBefore]) clear('')
    setRound(round + 1)
    say(t('陈述已存在本机。'))
  }
  return (
    <Section title={t('现场陈述')}>
      <form className="form" onSubmit={(event) => void onSubmit(event)}>
        <TextField
          label={t('职务或者岗位')}
          required
          maxLength={80}
          value={speaker}
          onChange={({ target }) => setSpeaker(target.value)}
        />
        <TextField
          label={t('姓名（加密保存）')}
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextAreaField
          label={t('陈述内容')}
          rows={3}
          required
          maxLength={4000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <SelectField
          label={t('拒绝签名，见证人')}
          value={refusedBefore}
          onChange={({ target }) => setRefusedBefore(target.value)}
          options={[
            { value: '', text: t('本人签名') },
            ...team
              .filter(({ account }) => account !== phone.account)
              .map((one) => ({ value: one.account, text: one.name })),
          ]}
        />
        {refusedBefore === '' && <Signature key={round} given={signature} />}
        {unsigned && (
          <Notice tone="red" role="alert">
            {t('请本人在上面签名；不愿签的，选择一名见证人。')}
          </Notice>
        )}
        <Button type="submit" className="inspect-large" busy={busy}>
          {busy ? t('正在定位') : t('存下陈述')}
        </Button>
      </form>
      {taken.draft.statements > 0 && (
        <p className="small">{t('已存 {{count}} 份', { count: taken.draft.statements })}</p>
      )}
    </Section>
  )
}

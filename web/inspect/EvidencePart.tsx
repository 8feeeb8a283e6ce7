import { type FormEvent, useRef, useState } from 'react'
import {
  Button,
  newIdempotencyKey,
  Notice,
  Section,
  SelectField,
  TextAreaField,
  TextField,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { isWitnessed } from './before-sending.ts'
import { type Fix, whereNow } from './capture.ts'
import { sha256 } from './lock.ts'
import { useText } from './messages.ts'
import { SoundButton } from './SoundButton.tsx'
import { useTyped } from './use-typed.ts'
import type { VisitPartProps } from './Visit.tsx'

/** Photos, sound and notes: each with place, time and hash the moment it is made. */
export function EvidencePart(props: VisitPartProps) {
  const { taken, phone } = props
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [caption, setCaption] = useTyped(props, 'caption')
  const [note, setNote] = useTyped(props, 'note')
  const [item, setItem] = useState('')
  const [busy, setBusy] = useState(false)
  const [unproven, setUnproven] = useState(false)
  const { present } = taken.draft
  const about = { item: item === '' ? null : item, witnesses: present }

  /** Runs with the place that it is at; says so when neither place nor a second person would prove it. */
  const stamped = async (keep: (position: Fix | null) => Promise<unknown>): Promise<void> => {
    setBusy(true)
    try {
      const position = await whereNow()
      setUnproven(!isWitnessed(position, present, phone.account))
      if (await keep(position)) say(t('已存在本机。'))
    } finally {
      setBusy(false)
    }
  }
  const keep = (kind: 'photo' | 'sound', file: Blob) =>
    stamped(async (position) => {
      const kept = await phone.file(taken.view.visit, { ...about, kind, file, caption, position })
      if (kept) setCaption('')
      return kept
    })
  const keepNote = (event: FormEvent) => {
    event.preventDefault()
    const text = note.trim()
    const evidence = newIdempotencyKey().slice(0, 16)
    void stamped(async (position) => {
      const digest = await sha256(new TextEncoder().encode(text))
      const kept = { id: evidence, kind: 'note', caption: text, item: about.item, sha256: digest }
      const act = { kind: 'note' as const, evidence, text, sha256: digest, position, item: about.item }
      const done = await phone.act(taken.view.visit, { ...act, witnesses: [...present] }, (draft) => ({
        evidence: [...draft.evidence, kept],
      }))
      if (done) setNote('')
      return done
    })
  }
  return (
    <Section title={t('证据')}>
      <SelectField
        label={t('对应项目')}
        value={item}
        onChange={({ target }) => setItem(target.value)}
        options={[
          { value: '', text: t('不对应项目') },
          ...taken.view.checklist.items.map(({ code, title }) => ({ value: code, text: said(title) })),
        ]}
      />
      <TextField
        label={t('说明文字')}
        value={caption}
        maxLength={300}
        onChange={({ target }) => setCaption(target.value)}
      />
      <PhotoButton busy={busy} onPhoto={(file) => void keep('photo', file)} />
      <SoundButton onSound={(file) => void keep('sound', file)} />
      <form className="form" onSubmit={keepNote}>
        <TextAreaField
          label={t('文字记录')}
          rows={2}
          required
          minLength={2}
          value={note}
          maxLength={4000}
          onChange={({ target }) => setNote(target.value)}
        />
        <Button type="submit" className="inspect-large" busy={busy}>
          {busy ? t('正在定位') : t('存下记录')}
        </Button>
      </form>
      {unproven && (
        <Notice tone="yellow" role="alert">
          {t(
            '没有定位，又只有一人在场：这份证据服务器不会接收。请打开定位，或者在另一名检查人员在场时重做。',
          )}
        </Notice>
      )}
      <KeptEvidence of={taken.draft.evidence} />
    </Section>
  )
}

const KINDS = { photo: '拍照', sound: '录音', signature: '本人签名', note: '文字记录' } as const

function KeptEvidence({ of }: { readonly of: VisitPartProps['taken']['draft']['evidence'] }) {
  const t = useText()
  return (
    <ul className="inspect-kept small">
      {of.map(({ id, kind, caption, sha256: digest }) => (
        <li key={id}>
          {t(kind in KINDS ? KINDS[kind as keyof typeof KINDS] : '证据')} {caption} · {t('已存在本机')} ·{' '}
          {t('校验值')} {digest.slice(0, 12)}…
        </li>
      ))}
    </ul>
  )
}

function PhotoButton({ busy, onPhoto }: { readonly busy: boolean; readonly onPhoto: (file: File) => void }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onPhoto(file)
          target.value = ''
        }}
      />
      <Button look="main" className="inspect-large" busy={busy} onClick={() => input.current?.click()}>
        {busy ? t('正在定位') : t('拍照')}
      </Button>
    </>
  )
}

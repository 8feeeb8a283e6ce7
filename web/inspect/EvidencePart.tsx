import { useRef, useState } from 'react'
import {
  Button,
  newIdempotencyKey,
  Notice,
  Section,
  SelectField,
  TextAreaField,
  TextField,
  useSaid,
} from '#ui/index.ts'
import { type Recording, record, whereNow } from './capture.ts'
import { sha256 } from './lock.ts'
import { useText } from './messages.ts'
import type { VisitPartProps } from './Visit.tsx'

/** Photos, sound and notes: each with place, time and hash the moment it is made. */
export function EvidencePart({ taken, phone }: VisitPartProps) {
  const t = useText()
  const said = useSaid()
  const [caption, setCaption] = useState('')
  const [item, setItem] = useState('')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const about = { item: item === '' ? null : item, witnesses: taken.draft.present }

  const keep = async (kind: 'photo' | 'sound', file: Blob) => {
    setBusy(true)
    const position = await whereNow()
    await phone.file(taken, { ...about, kind, file, caption, position }).finally(() => setBusy(false))
    setCaption('')
  }
  const keepNote = async () => {
    const text = note.trim()
    if (text.length < 2) return
    const evidence = newIdempotencyKey().slice(0, 16)
    const digest = await sha256(new TextEncoder().encode(text))
    const kept = { id: evidence, kind: 'note', caption: text, item: about.item, sha256: digest }
    await phone.act(
      taken,
      {
        kind: 'note',
        evidence,
        text,
        sha256: digest,
        position: await whereNow(),
        ...about,
        witnesses: [...about.witnesses],
      },
      { evidence: [...taken.draft.evidence, kept] },
    )
    setNote('')
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
      <TextAreaField
        label={t('文字记录')}
        rows={2}
        value={note}
        maxLength={4000}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button className="inspect-large" onClick={() => void keepNote()}>
        {t('存下记录')}
      </Button>
      <ul className="inspect-kept small">
        {taken.draft.evidence.map(({ id, kind, caption: words, sha256: digest }) => (
          <li key={id}>
            {kind === 'photo' ? t('拍照') : kind === 'sound' ? t('录音') : t('文字记录')} {words} ·{' '}
            {t('已存在本机')} · {t('校验值')} {digest.slice(0, 12)}…
          </li>
        ))}
      </ul>
    </Section>
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
        {t('拍照')}
      </Button>
    </>
  )
}

function SoundButton({ onSound }: { readonly onSound: (file: Blob) => void }) {
  const t = useText()
  const [recording, setRecording] = useState<Recording>()
  const [failed, setFailed] = useState(false)
  const press = async () => {
    if (recording) {
      setRecording(undefined)
      return onSound(await recording.stop())
    }
    setFailed(false)
    try {
      setRecording(await record())
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <Button className="inspect-large" look={recording ? 'danger' : 'usual'} onClick={() => void press()}>
        {recording ? `● ${t('停止录音')}` : t('录音')}
      </Button>
      {failed && <Notice tone="yellow">{t('没有麦克风，或者没有得到允许。')}</Notice>}
    </>
  )
}

import { type PointerEvent, useRef, useState } from 'react'
import { Button, Section, SelectField, TextAreaField, TextField } from '#ui/index.ts'
import { whereNow } from './capture.ts'
import { useText } from './messages.ts'
import type { TakenVisit } from './phone-store.ts'
import type { VisitPartProps } from './Visit.tsx'

const EMPTY = { speaker: '', name: '', text: '', refusedBefore: '' }

/** What the visited say, signed by hand on the screen; or who saw that they would not sign. */
export function StatementPart({ taken, phone }: VisitPartProps) {
  const t = useText()
  const [said, setSaid] = useState(EMPTY)
  const signature = useRef<() => Promise<Blob | null>>(async () => null)
  const [round, setRound] = useState(0)
  const change = (more: Partial<typeof EMPTY>) => setSaid((before) => ({ ...before, ...more }))
  const { speaker, name, text, refusedBefore } = said

  const keep = async () => {
    if (speaker.trim() === '' || text.trim() === '') return
    const drawn = refusedBefore === '' ? await signature.current() : null
    const about = { item: null, witnesses: taken.draft.present, caption: speaker }
    let after: TakenVisit = taken
    let signed: string | null = null
    if (drawn) {
      signed = await phone.file(taken, {
        ...about,
        kind: 'signature',
        file: drawn,
        position: await whereNow(),
      })
      const kept = { id: signed, kind: 'signature', caption: speaker, item: null, sha256: '' }
      after = {
        ...taken,
        nth: taken.nth + 1,
        draft: { ...taken.draft, evidence: [...taken.draft.evidence, kept] },
      }
    }
    const statement = {
      speaker,
      text,
      name: name || null,
      signature: signed,
      refusedBefore: refusedBefore || null,
    }
    await phone.act(after, { kind: 'statement', ...statement }, { statements: taken.draft.statements + 1 })
    setSaid(EMPTY)
    setRound(round + 1)
  }
  return (
    <Section title={t('现场陈述')}>
      <TextField
        label={t('职务或者岗位')}
        value={speaker}
        onChange={({ target }) => change({ speaker: target.value })}
      />
      <TextField
        label={t('姓名（加密保存）')}
        value={name}
        onChange={({ target }) => change({ name: target.value })}
      />
      <TextAreaField
        label={t('陈述内容')}
        rows={3}
        value={text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <SelectField
        label={t('拒绝签名，见证人')}
        value={refusedBefore}
        onChange={({ target }) => change({ refusedBefore: target.value })}
        options={[
          { value: '', text: t('本人签名') },
          ...taken.view.team.map((one) => ({ value: one.account, text: one.name })),
        ]}
      />
      {refusedBefore === '' && <Signature key={round} given={signature} />}
      <Button className="inspect-large" onClick={() => void keep()}>
        {t('存下陈述')}
      </Button>
      {taken.draft.statements > 0 && (
        <p className="small">{t('已存 {{count}} 份', { count: taken.draft.statements })}</p>
      )}
    </Section>
  )
}

function Signature({ given }: { readonly given: React.RefObject<() => Promise<Blob | null>> }) {
  const t = useText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawn = useRef(false)
  given.current = () =>
    new Promise((resolve) =>
      drawn.current && canvas.current ? canvas.current.toBlob(resolve, 'image/png') : resolve(null),
    )

  const stroke = (event: PointerEvent<HTMLCanvasElement>, begins: boolean) => {
    const pen = canvas.current?.getContext('2d')
    if (!canvas.current || !pen || (!begins && event.buttons === 0)) return
    const box = canvas.current.getBoundingClientRect()
    const [x, y] = [
      ((event.clientX - box.left) * canvas.current.width) / box.width,
      ((event.clientY - box.top) * canvas.current.height) / box.height,
    ]
    pen.lineWidth = 3
    pen.lineCap = 'round'
    if (begins) pen.beginPath()
    else pen.lineTo(x, y)
    pen.moveTo(x, y)
    pen.stroke()
    drawn.current = drawn.current || !begins
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, canvas.current.width, canvas.current.height)
    drawn.current = false
  }
  return (
    <div>
      <canvas
        ref={canvas}
        className="inspect-signature"
        width={600}
        height={200}
        role="img"
        aria-label={t('手写签名')}
        onPointerDown={(event) => stroke(event, true)}
        onPointerMove={(event) => stroke(event, false)}
      />
      <Button look="quiet" onClick={clear}>
        {t('清除签名')}
      </Button>
    </div>
  )
}

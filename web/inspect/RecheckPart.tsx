import { type FormEvent, useState } from 'react'
import { Button, Section, SelectField, TextField, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { VisitPartProps } from './Visit.tsx'

const OUTCOMES = {
  mended: '已整改到位',
  stillThere: '仍然存在',
  worse: '更加严重',
  unreachable: '未能核实',
} as const
type Outcome = keyof typeof OUTCOMES

/** 复查: every earlier finding of this place is looked at again before the visit can be handed in. */
export function RecheckPart({ taken, phone }: VisitPartProps) {
  const t = useText()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const open = taken.view.follows.filter((finding) => !taken.draft.rechecked.includes(finding))
  const keep = (finding: string) => async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    const outcome = String(form.get('outcome')) as Outcome
    const act = { kind: 'recheck' as const, finding, outcome, note: String(form.get('note') ?? '') }
    setBusy(true)
    const kept = await phone.act(taken.view.visit, act, ({ rechecked }) => ({
      rechecked: [...rechecked, finding],
    }))
    setBusy(false)
    if (kept) say(t('复查已存在本机。'))
  }
  return (
    <Section title={t('复查')}>
      {open.length === 0 && <p className="soft">✓ {t('以前的问题都已复查。')}</p>}
      {open.map((finding) => (
        <form className="form" key={finding} onSubmit={(event) => void keep(finding)(event)}>
          <strong>{finding}</strong>
          <SelectField
            label={t('结果')}
            name="outcome"
            required
            defaultValue=""
            options={[
              { value: '', text: t('请选择') },
              ...(Object.keys(OUTCOMES) as Outcome[]).map((value) => ({ value, text: t(OUTCOMES[value]) })),
            ]}
          />
          <TextField label={t('说明')} name="note" maxLength={2000} />
          <Button type="submit" className="inspect-large" busy={busy}>
            {t('存下复查')}
          </Button>
        </form>
      ))}
    </Section>
  )
}

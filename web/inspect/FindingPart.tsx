import { type FormEvent, useState } from 'react'
import {
  Button,
  Notice,
  Section,
  SelectField,
  TextAreaField,
  TextField,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { type FindingFault, findingFault } from './before-sending.ts'
import { useText } from './messages.ts'
import { useTyped } from './use-typed.ts'
import type { VisitPartProps } from './Visit.tsx'

const FAULTS = {
  evidenceFirst: '这一项须有证据：请先选这一项拍照、录音或者记录，再存问题。',
  bothDays: '整改期限和复查日期要么都填，要么都不填；复查不早于期限。',
} as const satisfies Record<FindingFault, string>

/** What is wrong, under which item; a supervisory inspection orders by when it is mended and looked at again. */
export function FindingPart(props: VisitPartProps) {
  const { taken, phone } = props
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const [fact, setFact] = useTyped(props, 'fact')
  const [round, setRound] = useState(0)
  const [fault, setFault] = useState<FindingFault>()
  const keep = async (form: FormData) => {
    const given = (name: string) => String(form.get(name) ?? '').trim() || null
    const about = { item: given('item'), dueOn: given('dueOn'), recheckOn: given('recheckOn') }
    const wrong = findingFault(taken, about)
    setFault(wrong)
    if (wrong) return
    const noted = { fact: fact.trim(), item: about.item }
    const act = { kind: 'finding' as const, ...about, fact: noted.fact }
    const kept = await phone.act(taken.view.visit, act, (draft) => ({ findings: [...draft.findings, noted] }))
    if (!kept) return
    setFact('')
    setRound(round + 1)
    say(t('问题已存在本机。'))
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void keep(new FormData(event.currentTarget))
  }
  const ordered = taken.view.kind === 'supervisory'
  return (
    <Section title={t('发现问题')}>
      <form className="form" onSubmit={onSubmit} key={round}>
        <SelectField
          label={t('对应项目')}
          name="item"
          options={[
            { value: '', text: t('不对应项目') },
            ...taken.view.checklist.items.map(({ code, title }) => ({ value: code, text: said(title) })),
          ]}
        />
        <TextAreaField
          label={t('事实')}
          hint={t('什么时间、在哪里、看到什么，至少 5 个字。')}
          rows={3}
          minLength={5}
          maxLength={2000}
          required
          value={fact}
          onChange={({ target }) => setFact(target.value)}
        />
        <TextField label={t('整改期限')} name="dueOn" type="date" required={ordered} />
        <TextField label={t('复查日期')} name="recheckOn" type="date" required={ordered} />
        {fault && (
          <Notice tone="red" role="alert">
            {t(FAULTS[fault])}
          </Notice>
        )}
        <Button type="submit" className="inspect-large">
          {t('存下问题')}
        </Button>
      </form>
      <ul className="inspect-kept small">
        {taken.draft.findings.map(({ fact: noted }, at) => (
          <li key={at}>{noted}</li>
        ))}
      </ul>
    </Section>
  )
}

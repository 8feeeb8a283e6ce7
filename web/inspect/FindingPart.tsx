import { type FormEvent, useState } from 'react'
import { Button, Section, SelectField, TextAreaField, TextField, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { VisitPartProps } from './Visit.tsx'

/** What is wrong, under which item; a supervisory inspection orders by when it is mended and looked at again. */
export function FindingPart({ taken, phone }: VisitPartProps) {
  const t = useText()
  const said = useSaid()
  const [round, setRound] = useState(0)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim() || null
    const fact = given('fact') ?? ''
    const act = {
      ...{ kind: 'finding' as const, item: given('item'), fact },
      ...{ dueOn: given('dueOn'), recheckOn: given('recheckOn') },
    }
    void phone.act(taken, act, { findings: [...taken.draft.findings, fact] }).then(() => setRound(round + 1))
  }
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
        <TextAreaField label={t('事实')} name="fact" rows={3} minLength={5} maxLength={2000} required />
        <TextField
          label={t('整改期限')}
          name="dueOn"
          type="date"
          required={taken.view.kind === 'supervisory'}
        />
        <TextField
          label={t('复查日期')}
          name="recheckOn"
          type="date"
          required={taken.view.kind === 'supervisory'}
        />
        <Button type="submit" className="inspect-large">
          {t('存下问题')}
        </Button>
      </form>
      <ul className="inspect-kept small">
        {taken.draft.findings.map((fact, at) => (
          <li key={at}>{fact}</li>
        ))}
      </ul>
    </Section>
  )
}

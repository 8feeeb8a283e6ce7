import { type FormEvent, useState } from 'react'
import { type ItemContent, sayAnswer } from '#modules/catalogue/contract.ts'
import { Button, Notice, TickField, useSaid } from '#ui/index.ts'
import type { Application } from './draft.ts'
import { Pledge, Urgency } from './Kind.tsx'
import { useText } from './messages.ts'
import { type Question, withoutFiles } from './questions.ts'

interface ReviewProps {
  readonly content: ItemContent
  readonly given: Application
  readonly questions: readonly Question[]
  readonly onChange: (change: Partial<Application>) => void
  readonly onGoTo: (step: number) => void
  readonly sending: boolean
  readonly onSend: () => void
}

/** Everything once more on one screen, each with a way back to its question. */
export function Review({ content, given, questions, onChange, onGoTo, sending, onSend }: ReviewProps) {
  const t = useText()
  const said = useSaid()
  const [sure, setSure] = useState(false)
  const [asked, setAsked] = useState(false)
  const missing = withoutFiles(content, given)
  const stepOf = (ask: Question['ask']) => questions.findIndex((question) => question.ask === ask)
  const lines = [
    ...(given.renews ? [{ title: t('延续的证照'), text: given.renews, step: null }] : []),
    { title: t('申请人'), text: given.name, step: stepOf('name') },
    { title: t('证件'), text: given.documentNumber, step: stepOf('document') },
    { title: t('电话'), text: given.phone, step: stepOf('contact') },
    ...(given.address ? [{ title: t('地址'), text: given.address, step: stepOf('contact') }] : []),
    ...questions.flatMap((question, step) => {
      if (question.ask === 'form')
        return question.fields.map((field) => ({
          title: said(field.label),
          text: said(sayAnswer(field, given.form[field.code])) || t('未填'),
          step,
        }))
      if (question.ask !== 'material') return []
      const count = (given.files[question.material.code] ?? []).length
      const text = count > 0 ? t('{{count}} 个文件', { count }) : t('没有上传')
      return [{ title: said(question.material.name), text, step }]
    }),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (sure && !sending) onSend()
  }
  return (
    <form className="stack apply-question" onSubmit={submit}>
      <h2>{t('核对一遍，就可以提交了')}</h2>
      <ul className="upload-list">
        {lines.map(({ title, text, step }) => (
          <li key={title}>
            <span>
              <span className="soft small">{title}</span>
              <br />
              <strong>{text}</strong>
            </span>
            {step !== null && (
              <Button look="quiet" aria-label={`${t('修改')} ${title}`} onClick={() => onGoTo(step)}>
                {t('修改')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Pledge {...{ content, given, onChange }} />
      <Urgency {...{ content, given, onChange }} />
      {missing.length > 0 && (
        <Notice tone="yellow">
          {t('还没有上传的必要材料：{{names}}。可以现在提交，之后会收到一次补正告知；也可以回去上传。', {
            names: missing.map(({ name }) => said(name)).join('、'),
          })}
        </Notice>
      )}
      <TickField
        label={t('我保证所填内容和材料真实。')}
        checked={sure}
        onChange={({ target }) => setSure(target.checked)}
      />
      {asked && !sure && (
        <Notice tone="red" role="alert">
          {t('请先勾选上面这一句，再提交。')}
        </Notice>
      )}
      <div className="apply-nav">
        <Button onClick={() => onGoTo(questions.length - 2)}>{t('上一步')}</Button>
        <Button type="submit" look="main" busy={sending}>
          {t('提交申请')}
        </Button>
      </div>
    </form>
  )
}

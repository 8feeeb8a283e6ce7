import { useState } from 'react'
import { giveGuidance, type GuidanceRow, listGuidance, replyToGuidance } from '#modules/findings/contract.ts'
import {
  DueText,
  InstantText,
  Loaded,
  SelectField,
  TextAreaField,
  TextField,
  SHORTEST,
  useAnswer,
  useCommand,
  useSaid,
  useToast,
} from '../index.ts'
import { usePermits, useSession, useUnits } from '../staff/index.ts'
import { ActForm } from './ActForm.tsx'
import { useText } from './messages.ts'

const STALE = { refreshes: [listGuidance] }

/** 指导意见: apart from findings; the unit replies, nobody is burdened by it. */
export function Guidance() {
  const t = useText()
  const permits = usePermits()
  const found = useAnswer(listGuidance, {})
  return (
    <>
      <p className="soft prose">
        {t('指导意见须回复，不是处置：处理措施不能以指导意见作出，问题不能改成指导意见。')}
      </p>
      <Loaded of={found} empty={t('没有指导意见。')}>
        {({ rows }) => (
          <ul className="stack finding-lines">
            {rows.map((row) => (
              <Given key={row.guidance} of={row} />
            ))}
          </ul>
        )}
      </Loaded>
      {permits('findings.open') && <GiveForm />}
    </>
  )
}

function Given({ of: row }: { readonly of: GuidanceRow }) {
  const t = useText()
  const said = useSaid()
  const { unit } = useSession()
  const permits = usePermits()
  const mayReply = row.reply === null && permits('findings.answer') && unit?.id === row.unit.id
  return (
    <li className="sheet stack">
      <p className="small soft">
        {said(row.unit.name)} · {row.by} · <InstantText at={row.givenAt} />
        {row.matter && ` · ${row.matter}`}
      </p>
      <p className="prose">{row.text}</p>
      {row.reply ? (
        <blockquote>
          {row.reply.text}
          <div className="small soft">
            {row.reply.by} · <InstantText at={row.reply.at} />
          </div>
        </blockquote>
      ) : (
        <p className={row.overdue ? 'left-over small' : 'soft small'}>
          {row.overdue ? t('逾期未回复') : t('回复期限')} <DueText at={row.replyBy} />
        </p>
      )}
      {mayReply && <ReplyForm guidance={row.guidance} />}
    </li>
  )
}

function ReplyForm({ guidance }: { readonly guidance: string }) {
  const t = useText()
  const [text, setText] = useState('')
  const command = useCommand(replyToGuidance, STALE)
  return (
    <ActForm
      action={t('回复')}
      ready={text.trim().length >= SHORTEST}
      busy={command.isPending}
      problem={command.error}
      onSend={() => command.mutate({ params: { guidance }, body: { text: text.trim() } })}
    >
      <TextAreaField label={t('回复')} value={text} onChange={({ target }) => setText(target.value)} />
    </ActForm>
  )
}

function GiveForm() {
  const t = useText()
  const say = useToast()
  const units = useUnits()
  const [unit, setUnit] = useState('')
  const [matter, setMatter] = useState('')
  const [text, setText] = useState('')
  const command = useCommand(giveGuidance, STALE)
  const body = { unit, text: text.trim(), ...(matter.trim() ? { matter: matter.trim() } : {}) }
  const onSuccess = () => (setText(''), setMatter(''), say(t('指导意见已发出。')))
  return (
    <details className="sheet no-print">
      <summary>{t('提出指导意见')}</summary>
      <ActForm
        action={t('发出')}
        ready={unit !== '' && text.trim().length >= SHORTEST}
        busy={command.isPending}
        problem={command.error}
        onSend={() => command.mutate({ body }, { onSuccess })}
      >
        <SelectField
          label={t('单位')}
          value={unit}
          onChange={({ target }) => setUnit(target.value)}
          options={[{ value: '', text: t('请选择') }, ...units]}
        />
        <TextField
          label={t('事项或者办件')}
          value={matter}
          onChange={({ target }) => setMatter(target.value)}
        />
        <TextAreaField label={t('内容')} value={text} onChange={({ target }) => setText(target.value)} />
      </ActForm>
    </details>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { listImports, listLogs, startImport } from '#modules/exchange/contract.ts'
import { Button, Notice, TextField, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { useText } from '../messages.ts'
import { type Draft, isLogName, requestOf } from './draft.ts'

interface NameAndStartProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onStarted: () => void
}

export function NameAndStart({ draft, onChange, onBack, onStarted }: NameAndStartProps) {
  const t = useText()
  const said = useSaid()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const logs = useAnswer(listLogs, {})
  const start = useCommand(startImport, { refreshes: [listImports] })
  const taken = logs.data?.rows.some(({ name }) => name === draft.log) ?? false
  const wrong = asked && !isLogName(draft.log)

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!isLogName(draft.log)) return
    start.mutate(
      { body: requestOf(draft) },
      {
        onSuccess: (started) => {
          onStarted()
          void navigate({ to: '/logs/import', search: { import: started.import } })
        },
      },
    )
  }

  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <TextField
        label={t('日志代号')}
        hint={t('出现在地址和文件名里：小写字母、数字、连字符，如 permits-2026。')}
        error={wrong ? t('代号只能用小写字母、数字和连字符，以字母或数字开头，最多 60 个。') : undefined}
        value={draft.log}
        required
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => onChange({ ...draft, log: target.value })}
      />
      {taken && (
        <Notice role="status">
          {t('已有代号为 {{log}} 的日志。内容相同的文件不会改变任何东西；不同的文件会被说明能否并入。', {
            log: draft.log,
          })}
        </Notice>
      )}
      <TextField
        label={t('日志名称')}
        hint={t('给人看的名称，可以用中文。')}
        value={draft.title}
        maxLength={100}
        onChange={({ target }) => onChange({ ...draft, title: target.value })}
      />
      {start.error && (
        <Notice tone="red" role="alert">
          {said(start.error.text)}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" look="main" busy={start.isPending}>
          {t('开始导入')}
        </Button>
        <Button onClick={onBack}>{t('上一步')}</Button>
      </div>
    </form>
  )
}

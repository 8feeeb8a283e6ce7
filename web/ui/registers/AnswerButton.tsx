import { type FormEvent, useState } from 'react'
import {
  answerFlag,
  type EntryView,
  type FlagView,
  getEntry,
  listEntries,
} from '#modules/institutions/contract.ts'
import { Button, Dialog, Notice, TextAreaField, useCommand, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface AnswerProps {
  readonly of: EntryView
  readonly flag: FlagView
}

/** 说明: what the unit has to say to something noticed. It takes nothing away. */
export function AnswerButton({ of: { institution, entry }, flag }: AnswerProps) {
  const t = useText()
  const said = useSaid()
  const [open, setOpen] = useState(false)
  const answer = useCommand(answerFlag, { refreshes: [getEntry, listEntries] })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text') ?? '')
    answer.mutate(
      { params: { institution, entry }, body: { flag: flag.flag, text } },
      { onSuccess: () => setOpen(false) },
    )
  }
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('说明')}
      </Button>
      <Dialog open={open} title={said(flag.title)} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={send}>
          {answer.error && (
            <Notice tone="red" role="alert">
              {said(answer.error.text)}
            </Notice>
          )}
          <TextAreaField label={t('说明')} name="text" rows={4} maxLength={1000} required />
          <p className="small">{t('说明只作记录，提示在事实改变前一直保留。')}</p>
          <div className="row dialog-actions">
            <Button type="submit" look="main" busy={answer.isPending}>
              {t('确定')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('取消')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}

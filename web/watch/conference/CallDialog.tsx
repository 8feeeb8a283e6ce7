import type { FormEvent } from 'react'
import { type Body, callConference, listConferences } from '#modules/supervision/contract.ts'
import { DateField } from '#ui/calendar/index.ts'
import { Button, Dialog, Notice, presentDayAt, useCommand, useSaid } from '#ui/index.ts'
import { PeopleField } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { BODY_WORDS } from './words.ts'

interface CallDialogProps {
  readonly open: boolean
  /** Without these it is no joint conference. */
  readonly bodies: readonly Body[]
  readonly onClose: () => void
}

/** Who sits in it and when; the agenda comes by itself. */
export function CallDialog({ open, bodies, onClose }: CallDialogProps) {
  const t = useText()
  const said = useSaid()
  const call = useCommand(callConference, { refreshes: [listConferences] })
  const today = presentDayAt('+08:00', Date.now())
  const asked: readonly Body[] = [...bodies, 'supervision', 'other']

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const members = asked.flatMap((body) =>
      form.getAll(body).map((account) => ({ body, account: String(account) })),
    )
    call.mutate({ body: { members, on: String(form.get('on')) } }, { onSuccess: onClose })
  }

  return (
    <Dialog open={open} title={t('召集会议')} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        {call.error && (
          <Notice tone="red" role="alert">
            {said(call.error.text)}
          </Notice>
        )}
        <DateField label={t('会议日期')} name="on" min={today} required data-first-focus />
        <p className="small soft">{t('每个部门选参加人，可选多位。')}</p>
        {asked.map((body) => (
          <PeopleField key={body} label={t(BODY_WORDS[body])} name={body} required={bodies.includes(body)} />
        ))}
        <div className="row">
          <Button type="submit" look="main" busy={call.isPending}>
            {t('召集')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

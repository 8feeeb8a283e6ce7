import { type FormEvent, useState } from 'react'
import {
  cancelConference,
  type ConferenceView,
  getConference,
  listConferences,
} from '#modules/supervision/contract.ts'
import { Button, Dialog, Notice, TextField, useCommand, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 取消召集: a conference that will not be held, with the reason. */
export function CancelButton({
  conference: { conference, version },
}: {
  readonly conference: ConferenceView
}) {
  const t = useText()
  const said = useSaid()
  const [open, setOpen] = useState(false)
  const cancel = useCommand(cancelConference, { refreshes: [getConference, listConferences] })
  const onClose = () => setOpen(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    cancel.mutate({ params: { conference }, body: { reason }, ifMatch: version }, { onSuccess: onClose })
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('取消召集')}</Button>
      <Dialog open={open} title={t('取消召集')} onClose={onClose}>
        <form className="form" onSubmit={onSubmit}>
          {cancel.error && (
            <Notice tone="red" role="alert">
              {said(cancel.error.text)}
            </Notice>
          )}
          <TextField
            label={t('理由')}
            name="reason"
            minLength={5}
            maxLength={2000}
            required
            data-first-focus
          />
          <Button type="submit" look="danger" busy={cancel.isPending}>
            {t('取消召集')}
          </Button>
        </form>
      </Dialog>
    </>
  )
}

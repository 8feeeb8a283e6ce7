import { type FormEvent, useState } from 'react'
import { decideBar, getAppointmentFigures, openSlots } from '#modules/hall/contract.ts'
import { Button, Notice, presentDayAt, TextField, TickField, useCommand, useSaid } from '#ui/index.ts'
import { useText } from './queue-messages.ts'

/** Opens times for booking: a span of days, the hours, how long each is, and how many it takes. */
export function OpenSlots({ hall }: { readonly hall: string }) {
  const t = useText()
  const said = useSaid()
  const [restDays, setRestDays] = useState(false)
  const open = useCommand(openSlots, { refreshes: [getAppointmentFigures] })
  const today = presentDayAt('+08:00', Date.now())
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string) => String(typed.get(name))
    open.mutate({
      params: { hall },
      body: {
        ...{
          group: text('group').toUpperCase(),
          from: text('from'),
          until: text('until'),
          hours: text('hours'),
        },
        ...{ minutes: Number(text('minutes')), capacity: Number(text('capacity')), restDays },
      },
    })
  }
  return (
    <details>
      <summary>{t('开放预约时段')}</summary>
      <form className="row" onSubmit={onSubmit}>
        <TextField label={t('取号组')} name="group" required maxLength={2} defaultValue="A" size={3} />
        <TextField label={t('从')} name="from" type="date" required defaultValue={today} />
        <TextField label={t('到')} name="until" type="date" required defaultValue={today} />
        <TextField label={t('时间')} name="hours" required defaultValue="09:00-11:30,13:30-16:30" />
        <TextField
          label={t('每段（分钟）')}
          name="minutes"
          type="number"
          min={5}
          required
          defaultValue={30}
        />
        <TextField label={t('每段人数')} name="capacity" type="number" min={0} required defaultValue={4} />
        <TickField
          label={t('休息日也开放')}
          checked={restDays}
          onChange={({ target }) => setRestDays(target.checked)}
        />
        <Button type="submit" busy={open.isPending}>
          {t('开放')}
        </Button>
      </form>
      {open.data && (
        <Notice role="status">{t('已开放 {{count}} 个时段。', { count: open.data.opened })}</Notice>
      )}
      {open.error && (
        <Notice tone="red" role="alert">
          {said(open.error.text)}
        </Notice>
      )}
    </details>
  )
}

/** 答复申诉: with words, whichever way. */
export function BarDecision({ hall, person }: { readonly hall: string; readonly person: string }) {
  const t = useText()
  const decide = useCommand(decideBar, { refreshes: [getAppointmentFigures] })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = String(new FormData(event.currentTarget).get('answer'))
    const lift = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'lift'
    decide.mutate({ params: { hall, person }, body: { lift, answer } })
  }
  return (
    <form className="row" onSubmit={onSubmit}>
      <input className="input" name="answer" aria-label={t('答复')} required minLength={4} maxLength={500} />
      <Button type="submit" value="lift" busy={decide.isPending}>
        {t('恢复')}
      </Button>
      <Button type="submit" value="keep" busy={decide.isPending}>
        {t('维持')}
      </Button>
    </form>
  )
}

import type { FormEvent } from 'react'
import {
  abandonTicket,
  checkInBooking,
  getQueue,
  listDayBookings,
  returnTicket,
  type TicketView,
} from '#modules/hall/contract.ts'
import { BOOKING_STATE_NAMES } from '#modules/hall/terms.ts'
import {
  Button,
  Loaded,
  Notice,
  presentDayAt,
  Section,
  TextField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'

export function CheckIn({
  hall,
  onTicket,
}: {
  readonly hall: string
  readonly onTicket: (ticket: TicketView) => void
}) {
  const t = useText()
  const said = useSaid()
  const day = presentDayAt('+08:00', Date.now())
  const bookings = useAnswer(listDayBookings, { params: { hall }, query: { day } })
  const checkIn = useCommand(checkInBooking, { refreshes: [listDayBookings, getQueue] })
  const send = (booking: string) => checkIn.mutate({ params: { booking } }, { onSuccess: onTicket })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('booking'))
    send(typed.trim().toUpperCase())
  }
  return (
    <Section title={t('预约签到')}>
      <form className="row" onSubmit={onSubmit}>
        <TextField label={t('预约号')} name="booking" required maxLength={9} autoComplete="off" />
        <Button type="submit" busy={checkIn.isPending}>
          {t('签到取号')}
        </Button>
      </form>
      {checkIn.error && (
        <Notice tone="red" role="alert">
          {said(checkIn.error.text)}
        </Notice>
      )}
      <Loaded of={bookings} empty={t('今天没有预约。')}>
        {({ rows }) => (
          <ul className="plain-list">
            {rows.slice(0, 12).map(({ booking, starts, itemName, state, number }) => (
              <li key={booking}>
                {starts} {said(itemName)} · {booking} · {number ?? said(BOOKING_STATE_NAMES[state])}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Missed hall={hall} />
    </Section>
  )
}

/** Whoever was missed comes to the greeter. */
function Missed({ hall }: { readonly hall: string }) {
  const t = useText()
  const said = useSaid()
  const back = useCommand(returnTicket, { refreshes: [getQueue] })
  const leave = useCommand(abandonTicket, { refreshes: [getQueue] })
  const problem = back.error ?? leave.error
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const number = String(new FormData(event.currentTarget).get('number')).trim().toUpperCase()
    const left = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'left'
    ;(left ? leave : back).mutate({ params: { hall, number } })
  }
  return (
    <form className="row" onSubmit={onSubmit}>
      <TextField label={t('过号重排')} name="number" required maxLength={6} autoComplete="off" />
      <Button type="submit" busy={back.isPending}>
        {t('重新排队')}
      </Button>
      <Button type="submit" value="left" look="quiet" busy={leave.isPending}>
        {t('离开')}
      </Button>
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
    </form>
  )
}

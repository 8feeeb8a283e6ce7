import type { FormEvent } from 'react'
import {
  appealBar,
  type BookingView,
  cancelBooking,
  listOwnBookings,
  listSlots,
} from '#modules/hall/contract.ts'
import { BOOKING_STATE_NAMES } from '#modules/hall/terms.ts'
import {
  Button,
  Failed,
  Loaded,
  Notice,
  QrCode,
  sayDay,
  Section,
  TextAreaField,
  timeOfDay,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useResident } from '../shell/session.ts'
import { useText } from './messages.ts'

/** 我的预约: those to come first, with the number they became; and what stands against booking, with the way to appeal. */
export function OwnBookings() {
  const t = useText()
  const resident = useResident()
  const own = useAnswer(listOwnBookings, {}, { enabled: !!resident.data })
  if (!resident.data) return null
  return (
    <Section title={t('我的预约')} id="bookings">
      <Loaded of={own} empty={t('您没有预约。')}>
        {({ rows, bars }) => (
          <div className="stack">
            {bars[0] && <Bar bar={bars[0]} />}
            {rows.length === 0 && <p className="soft">{t('您没有预约。')}</p>}
            {rows.slice(0, 10).map((one) => (
              <OneBooking key={one.booking} one={one} />
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  )
}

function OneBooking({ one }: { readonly one: BookingView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const cancel = useCommand(cancelBooking, { refreshes: [listOwnBookings, listSlots] })
  const { booking, day, starts, ends, state, number, hall } = one
  return (
    <div className="sheet stack">
      <p>
        <strong>{said(one.itemName)}</strong> · {sayDay(day, language)} {starts}–{ends} ·{' '}
        {said(BOOKING_STATE_NAMES[state])}
      </p>
      {state === 'booked' && (
        <div className="row">
          <QrCode text={booking} label={booking} />
          <span className="stack">
            <span className="small">
              {t('预约号 {{booking}} · {{until}} 前到大厅签到', {
                booking,
                until: timeOfDay(one.checkInUntil),
              })}
            </span>
            <span>
              <Button busy={cancel.isPending} onClick={() => cancel.mutate({ params: { booking } })}>
                {t('取消预约')}
              </Button>
            </span>
          </span>
        </div>
      )}
      {cancel.error && <Failed problem={cancel.error} />}
      {number && (
        <p>
          {t('排队号 {{number}}', { number })} ·{' '}
          <GoTo to={pageAt('ticket', `${hall}/${day}/${number}`)}>{t('看排到哪里')}</GoTo>
        </p>
      )}
    </div>
  )
}

interface BarProps {
  readonly bar: {
    readonly hall: string
    readonly until: string
    readonly missed: number
    readonly appeal: string | null
    readonly lifted: boolean
    readonly answer: string | null
  }
}

function Bar({ bar: { hall, until, missed, appeal, lifted, answer } }: BarProps) {
  const t = useText()
  const language = useLanguage()
  const appealing = useCommand(appealBar, { refreshes: [listOwnBookings] })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text'))
    appealing.mutate({ params: { hall }, body: { text } })
  }
  if (lifted) return <Notice>{t('已恢复预约：{{answer}}', { answer: answer ?? '' })}</Notice>
  return (
    <Notice tone="yellow">
      <p>
        {t('因 {{count}} 次预约未到，{{until}} 前请到现场取号。', {
          count: missed,
          until: sayDay(until, language),
        })}
      </p>
      {appeal ? (
        <p>{t('已申诉：{{text}}', { text: appeal })}</p>
      ) : (
        <form className="stack" onSubmit={onSubmit}>
          <TextAreaField
            label={t('说明情况（如住院、不可抗力）')}
            name="text"
            required
            minLength={4}
            maxLength={500}
          />
          {appealing.error && <Failed problem={appealing.error} />}
          <div>
            <Button type="submit" busy={appealing.isPending}>
              {t('提交申诉')}
            </Button>
          </div>
        </form>
      )}
      {answer && <p>{t('答复：{{answer}}', { answer })}</p>}
    </Notice>
  )
}

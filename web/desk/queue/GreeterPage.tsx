import { type FormEvent, useEffect, useRef, useState } from 'react'
import { getGuide } from '#modules/catalogue/contract.ts'
import {
  abandonTicket,
  checkInBooking,
  getQueue,
  guideVisitor,
  type HallView,
  listDayBookings,
  listHalls,
  returnTicket,
  type TicketView,
  watchQueue,
} from '#modules/hall/contract.ts'
import {
  BOOKING_STATE_NAMES,
  GUIDED_TO,
  GUIDED_TO_NAMES,
  PRIORITY_REASON_NAMES,
  PRIORITY_REASONS,
  type PriorityReason,
} from '#modules/hall/terms.ts'
import {
  Button,
  Choice,
  Loaded,
  Notice,
  Page,
  presentDayAt,
  QrCode,
  Section,
  SelectField,
  TextField,
  useAnswer,
  useCommand,
  useLiveAnswer,
  useSaid,
} from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { ItemFinder } from '../counter/ItemFinder.tsx'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'
import { useDoorNumbers } from './use-door-numbers.ts'
import '../counter/counter.css'
import './queue.css'

/** 导办台: what the visitor wants, in his words; the guide and a number for the right counter. */
export function GreeterPage() {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const [{ hall }, change] = useAddress()
  const halls = useAnswer(listHalls, { query: { jurisdiction } })
  const rows = halls.data?.rows ?? []
  const chosen = rows.find((one) => one.hall === hall) ?? rows[0]
  return (
    <Page
      title={t('导办')}
      lead={t('记录需求，给指南和号。')}
      actions={
        rows.length > 1 && (
          <Choice
            label={t('导办')}
            value={chosen?.hall}
            options={rows.map((one) => ({ value: one.hall, text: said(one.name) }))}
            all={said(rows[0]?.name ?? { zh: '', en: '' })}
            onChange={(value) => change({ hall: value })}
          />
        )
      }
    >
      <Loaded of={halls} empty={t('还没有登记大厅。')}>
        {() => chosen && <Greeting hall={chosen} />}
      </Loaded>
    </Page>
  )
}

interface Given {
  readonly visit: string
  readonly ticket: TicketView | null
  readonly item: string | null
  /** Taken from the numbers held here while the server was away. */
  readonly local?: string
}

function Greeting({ hall }: { readonly hall: HallView }) {
  const [round, setRound] = useState(0)
  const [given, setGiven] = useState<Given | null>(null)
  const next = () => (setGiven(null), setRound(round + 1))
  return (
    <div className="greeter">
      <div className="stack">
        <Visitor key={round} hall={hall.hall} onGiven={setGiven} />
        <Waits hall={hall.hall} />
        <CheckIn hall={hall.hall} onTicket={(ticket) => setGiven({ visit: '', ticket, item: ticket.item })} />
      </div>
      {given && <Slip given={given} onNext={next} />}
    </div>
  )
}

interface VisitorProps {
  readonly hall: string
  readonly onGiven: (given: Given) => void
}

/** The words that found the item are the need that is recorded: nothing is typed twice. */
function Visitor({ hall, onGiven }: VisitorProps) {
  const t = useText()
  const said = useSaid()
  const box = useRef<HTMLInputElement>(null)
  const { jurisdiction } = useSession()
  const [item, setItem] = useState<string | null>(null)
  const [need, setNeed] = useState('')
  const [priority, setPriority] = useState('')
  const [guidedTo, setGuidedTo] = useState<string>('ticket')
  const guide = useAnswer(
    getGuide,
    { params: { item: item ?? '' }, query: { jurisdiction } },
    { enabled: item !== null },
  )
  const sending = useCommand(guideVisitor, { refreshes: [getQueue] })
  const door = useDoorNumbers(hall)
  useEffect(() => {
    if (item === null) box.current?.focus()
  }, [item])
  const name = guide.data && said(guide.data.guide.content.name)

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      ...{ need: need || name || '—', item, priority: (priority || null) as PriorityReason | null },
      guidedTo: guidedTo as (typeof GUIDED_TO)[number],
    }
    const withoutServer = () => {
      const unit = guide.data?.guide.unit
      const local =
        item !== null && unit && guidedTo === 'ticket' ? door.take(unit, item, body.priority) : undefined
      if (local !== undefined) onGiven({ visit: '', ticket: null, item, local })
    }
    sending.mutate(
      { params: { hall }, body },
      {
        onSuccess: ({ visit, ticket }) => onGiven({ visit, ticket, item }),
        onError: ({ status }) => status === 0 && withoutServer(),
      },
    )
  }
  return (
    <form className="stack" onSubmit={onSubmit}>
      {item === null ? (
        <ItemFinder
          box={box}
          everywhere
          onChoose={(found) => (setNeed(box.current?.value ?? ''), setItem(found))}
        />
      ) : (
        <>
          <p>
            {t('选中的事项')}：<strong>{name}</strong>{' '}
            <Button look="quiet" onClick={() => setItem(null)}>
              {t('取消')}
            </Button>
          </p>
          <TextField
            label={t('来人要办什么（用来人的话）')}
            value={need}
            maxLength={200}
            onChange={({ target }) => setNeed(target.value)}
          />
          <div className="row">
            <SelectField
              label={t('优先')}
              value={priority}
              options={[
                { value: '', text: t('不优先') },
                ...PRIORITY_REASONS.map((one) => ({ value: one, text: said(PRIORITY_REASON_NAMES[one]) })),
              ]}
              onChange={({ target }) => setPriority(target.value)}
            />
            <SelectField
              label={t('去向')}
              value={guidedTo}
              options={GUIDED_TO.map((one) => ({ value: one, text: said(GUIDED_TO_NAMES[one]) }))}
              onChange={({ target }) => setGuidedTo(target.value)}
            />
          </div>
          {sending.error && (
            <Notice tone="red" role="alert">
              {said(sending.error.text)}
            </Notice>
          )}
          <div>
            <Button look="main" type="submit" autoFocus busy={sending.isPending}>
              {guidedTo === 'ticket' ? t('给号并打印') : t('记录并打印指南')} <kbd>Enter</kbd>
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

/** What the visitor takes along: the number, where it stands, what to bring, and how to report what went wrong. */
function Slip({
  given: { visit, ticket, item, local },
  onNext,
}: {
  readonly given: Given
  readonly onNext: () => void
}) {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const guide = useAnswer(
    getGuide,
    { params: { item: item ?? '' }, query: { jurisdiction } },
    { enabled: item !== null },
  )
  const content = guide.data?.guide.content
  return (
    <div className="greeter-slip stack">
      <section className="slip" aria-live="polite">
        {local && (
          <>
            <p className="slip-number">{local}</p>
            <p className="small">{t('连不上服务器，已从本机号段取号 {{number}}。', { number: local })}</p>
          </>
        )}
        {ticket && (
          <>
            <p className="slip-number">{ticket.number}</p>
            <p>
              {ticket.expectedMinutes === null
                ? t('前面 {{count}} 人，现在无人叫号', { count: ticket.ahead ?? 0 })
                : t('前面 {{count}} 人，约 {{minutes}} 分钟', {
                    ...{ count: ticket.ahead ?? 0, minutes: Math.ceil(ticket.expectedMinutes) },
                  })}
            </p>
            <QrCode
              text={`${window.location.origin}/ticket/${ticket.hall}/${ticket.day}/${ticket.number}`}
              label={ticket.number}
            />
          </>
        )}
        {content && (
          <>
            <p>
              <strong>{said(content.name)}</strong>
            </p>
            <h2>{t('要带的材料')}</h2>
            <ol>
              {content.materials.map(({ code, name }) => (
                <li key={code}>{said(name)}</li>
              ))}
            </ol>
          </>
        )}
        {visit && (
          <>
            <p className="small">
              {t('导办单编码 {{visit}}：被引向收费中介、指错窗口或态度不好，可扫码反映。', { visit })}
            </p>
            <QrCode text={`${window.location.origin}/visit/${visit}`} label={visit} />
          </>
        )}
      </section>
      <div className="row">
        <Button look="main" onClick={() => window.print()}>
          {t('打印')}
        </Button>
        <Button onClick={onNext}>{t('下一位')}</Button>
      </div>
    </div>
  )
}

function Waits({ hall }: { readonly hall: string }) {
  const t = useText()
  const said = useSaid()
  const { jurisdiction } = useSession()
  const given = { params: { hall }, query: { jurisdiction } }
  const queue = useLiveAnswer(getQueue, given, { stream: watchQueue, event: 'queue' })
  return (
    <Section title={t('叫号')}>
      <Loaded of={queue}>
        {({ groups }) => (
          <ul className="plain-list">
            {groups.map(({ group, name, waiting, expectedMinutes }) => (
              <li key={group}>
                {group} {said(name)}：
                {expectedMinutes === null
                  ? t('前面 {{count}} 人，现在无人叫号', { count: waiting })
                  : t('前面 {{count}} 人，约 {{minutes}} 分钟', {
                      count: waiting,
                      minutes: Math.ceil(expectedMinutes),
                    })}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}

function CheckIn({
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

import { type FormEvent, useEffect } from 'react'
import { getHallBoard, getSeat, leaveSeat, takeSeat } from '#modules/hall/contract.ts'
import { usePermits, useSession } from '#ui/staff/index.ts'
import { Button, Notice, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { counterHere } from './last-items.ts'

interface SeatBarProps {
  /** Written on every file received here. */
  readonly counter: string
  readonly onCounter: (counter: string) => void
}

/** Where one sits: by badge where the hall has registered its counters, else by the number one types. */
export function SeatBar({ counter, onCounter }: SeatBarProps) {
  const t = useText()
  const said = useSaid()
  const permits = usePermits()
  const seat = useAnswer(getSeat, {}, { enabled: permits('hall.serve') })
  const taken = seat.data?.counter
  const leave = useCommand(leaveSeat, { refreshes: [getSeat, getHallBoard] })

  useEffect(() => {
    if (taken) onCounter(taken.counter)
  }, [taken, onCounter])

  if (taken) {
    return (
      <span className="row small">
        <span>
          {t('窗口')} <strong>{said(taken.name)}</strong> · {t('工作牌')} {seat.data?.badge}
        </span>
        <Button
          look="quiet"
          busy={leave.isPending}
          onClick={() => leave.mutate({ params: { counter: taken.counter } })}
        >
          {t('离岗')}
        </Button>
      </span>
    )
  }
  if (seat.data?.badge) return <TakeSeat badge={seat.data.badge} />
  return (
    <label className="row counter-number small">
      {t('窗口号')}
      <input
        className="input"
        value={counter}
        maxLength={20}
        onChange={({ target }) => (onCounter(target.value), counterHere.set(target.value))}
      />
    </label>
  )
}

function TakeSeat({ badge }: { readonly badge: string }) {
  const t = useText()
  const said = useSaid()
  const { jurisdiction, unit } = useSession()
  const board = useAnswer(getHallBoard, { query: { jurisdiction } })
  const take = useCommand(takeSeat, { refreshes: [getSeat, getHallBoard] })
  const duty = useAnswer(getSeat, {}).data?.duty[0]?.counter
  const all = board.data?.counters ?? []
  const own = all.filter(({ units }) => units.some((one) => one.unit === unit?.id))
  const counters = own.length > 0 ? own : all

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const counter = String(new FormData(event.currentTarget).get('counter') ?? '')
    if (counter) take.mutate({ params: { counter }, body: { badge } })
  }
  return (
    <form className="row small" onSubmit={onSubmit}>
      {take.error && (
        <Notice tone="red" role="alert">
          {said(take.error.text)}
        </Notice>
      )}
      <label className="row">
        {t('窗口')}
        <select className="input seat-choice" name="counter" defaultValue={duty} key={counters.length}>
          {counters.map(({ counter, name }) => (
            <option key={counter} value={counter}>
              {said(name)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" busy={take.isPending} disabled={counters.length === 0}>
        {t('上岗')}
      </Button>
    </form>
  )
}
